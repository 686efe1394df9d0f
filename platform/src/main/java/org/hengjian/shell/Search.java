package org.hengjian.shell;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks every room at once. */
@Controller
class Search {

    static final int LONGEST = 100; // beyond that it is a text, not a query
    private static final int EACH = 10;

    private final List<SearchSource> sources;

    Search(List<SearchSource> sources) {
        this.sources = sources;
    }

    @GetMapping("/search")
    String find(@RequestParam(defaultValue = "") String q, Model model) {
        String query = q.strip();
        if (query.length() > LONGEST) {
            query = query.substring(0, LONGEST);
        }
        String asked = query;
        model.addAttribute("query", asked);
        model.addAttribute(
                "found",
                asked.isEmpty()
                        ? List.of()
                        : sources.stream()
                                .flatMap(source -> source.find(asked, EACH).stream())
                                .toList());
        return "shell/search";
    }
}
