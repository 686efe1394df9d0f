package org.hengjian.shell;

import java.util.Comparator;
import java.util.List;
import org.hengjian.access.Viewers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** My day: what is due, nearest first, over all rooms. */
@Controller
class Workbench {

    private static final int SHOWN = 30; // a day's work; the lists have the rest

    private final List<Due.Source> sources;
    private final List<NavEntry> entries;
    private final Viewers viewers;

    Workbench(List<Due.Source> sources, List<NavEntry> entries, Viewers viewers) {
        this.sources = sources;
        this.entries = entries;
        this.viewers = viewers;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        NavEntry workbenchEntry() {
            return NavEntry.of(NavEntry.Group.MINE, "shell.workbench", "layout-dashboard", "/", 10);
        }
    }

    record Figure(NavEntry entry, NavEntry.Waiting waiting) {}

    @GetMapping("/")
    String show(Model model) {
        var viewer = viewers.require();
        model.addAttribute(
                "figures",
                entries.stream()
                        .filter(entry -> entry.count() != NavEntry.Count.NONE && entry.isFor(viewer))
                        .sorted(Comparator.comparing(NavEntry::group).thenComparing(NavEntry::order))
                        .map(entry -> new Figure(entry, entry.count().now()))
                        .toList());
        model.addAttribute(
                "due",
                sources.stream()
                        .flatMap(source -> source.next(SHOWN).stream())
                        .sorted(Comparator.comparing(Due::day))
                        .limit(SHOWN)
                        .toList());
        return "shell/workbench";
    }
}
