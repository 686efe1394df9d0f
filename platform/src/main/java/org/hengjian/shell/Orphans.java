package org.hengjian.shell;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every open thing has one responsible person or unit and a next step with a date; what has not is listed here. */
@RestController
@Profile({"demo", "test"})
class Orphans {

    private final List<OrphanSource> sources;

    Orphans(List<OrphanSource> sources) {
        this.sources = sources;
    }

    @GetMapping("/api/ops/orphans")
    List<OrphanSource.Orphan> all() {
        return sources.stream().flatMap(source -> source.orphans().stream()).toList();
    }
}
