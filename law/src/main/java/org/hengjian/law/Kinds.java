package org.hengjian.law;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How many marks or patents of different sources (两种以上) some acts concern. */
final class Kinds {

    private Kinds() {}

    static boolean told(List<CrimeFacts.Act> acts) {
        return acts.stream().anyMatch(act -> act.kinds() != null || !act.marks().isEmpty());
    }

    static Reached atLeast(List<CrimeFacts.Act> acts, int needed) {
        int told = 0;
        Set<String> sources = new HashSet<>();
        Set<String> unsourced = new HashSet<>();
        for (CrimeFacts.Act act : acts) {
            Integer kinds = act.kinds();
            if (act.marks().isEmpty()) {
                told = Math.max(told, kinds == null ? 0 : kinds);
            }
            for (CrimeFacts.Mark mark : act.marks()) {
                String source = mark.source();
                if (source == null) {
                    unsourced.add(mark.name());
                } else {
                    sources.add(source);
                }
            }
        }
        int certain = Math.max(told, Math.max(sources.size(), unsourced.isEmpty() ? 0 : 1));
        if (certain >= needed) {
            return Reached.YES;
        }
        return sources.size() + unsourced.size() >= needed ? Reached.MAYBE : Reached.NO;
    }
}
