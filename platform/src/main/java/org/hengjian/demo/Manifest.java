package org.hengjian.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.shell.HoldingSource;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the demonstration holds at this moment. */
@RestController
@Profile({"demo", "test"})
class Manifest {

    private final List<HoldingSource> sources;
    private final Viewers viewers;

    Manifest(List<HoldingSource> sources, Viewers viewers) {
        this.sources = sources;
        this.viewers = viewers;
    }

    /** @param samples files that were taken in at the first start */
    record Listed(List<String> samples, Map<String, Long> holds) {}

    @GetMapping("/api/demo/manifest")
    Listed show() {
        return viewers.as(Viewer.machine(), () -> {
            var holds = new TreeMap<String, Long>();
            sources.forEach(source -> holds.putAll(source.holdings()));
            return new Listed(Samples.FILES.stream().map(Samples.Sample::file).toList(), holds);
        });
    }
}
