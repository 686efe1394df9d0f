package org.hengjian.law;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a new snapshot of the law changes (影响): the parameters that were added, taken away or altered, and what they touch.
 *
 * @param duties the periods whose length or rule may be another
 * @param crimes the codes of crimes whose figures may be another
 * @param bases the legal bases whose range may be another
 */
public record Impact(
        Set<String> added,
        Set<String> removed,
        Set<String> altered,
        Set<String> duties,
        Set<String> crimes,
        Set<String> bases) {

    static Impact between(Law before, Law after) {
        Set<String> added = new TreeSet<>();
        Set<String> removed = new TreeSet<>();
        Set<String> altered = new TreeSet<>();
        for (Parameter parameter : after.parameters()) {
            Parameter old = before.find(parameter.id());
            if (old == null) {
                added.add(parameter.id());
            } else if (!Difference.between(old.node(), parameter.node()).isEmpty()) {
                altered.add(parameter.id());
            }
        }
        for (Parameter parameter : before.parameters()) {
            if (after.find(parameter.id()) == null) {
                removed.add(parameter.id());
            }
        }
        Set<String> all = new LinkedHashSet<>(added);
        all.addAll(removed);
        all.addAll(altered);
        List<String> duties = new ArrayList<>();
        for (Law law : List.of(before, after)) {
            law.duties().stream()
                    .filter(duty -> all.contains(law.ownerOf(duty).id()))
                    .forEach(duties::add);
        }
        Set<String> crimes = new TreeSet<>(after.crimesOn(all));
        crimes.addAll(before.crimesOn(all));
        Set<String> bases = new TreeSet<>(after.penaltyBases());
        bases.addAll(before.penaltyBases());
        bases.retainAll(all);
        return new Impact(added, removed, altered, new TreeSet<>(duties), crimes, bases);
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && altered.isEmpty();
    }
}
