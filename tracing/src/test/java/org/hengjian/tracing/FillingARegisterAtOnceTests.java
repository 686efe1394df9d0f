package org.hengjian.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hengjian.tracing.bench.Learnt;
import org.hengjian.tracing.incremental.LiveClusters;
import org.hengjian.tracing.incremental.MemoryShelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FillingARegisterAtOnceTests {

    @TempDir
    private Path folder;

    @Test
    void a_register_filled_at_once_has_the_clusters_of_one_that_grew() throws IOException {
        Learnt some = Learnt.from(2_000, 11, folder);
        var shelf = new MemoryShelf();
        var live = new LiveClusters(some.model(), shelf);
        some.sellers().forEach(live::arrive);
        List<String> ids = some.sellers().stream().map(seller -> seller.id()).toList();
        Map<String, String> grown = shelf.clustersOf(ids);

        try (var tracer = new Tracer(some.model(), folder)) {
            tracer.add(some.sellers());
            Clusters filled = tracer.trace();

            assertThat(groups(ids, IntStream.range(0, ids.size())
                            .mapToObj(i -> String.valueOf(filled.clusterOf(i)))
                            .toList()))
                    .isEqualTo(groups(ids, ids.stream().map(grown::get).toList()));
            assertThat(filled.report().threshold()).isEqualTo(some.model().threshold());
            assertThat(filled.weights()).isSameAs(some.model().weights());
        }
    }

    private static Map<String, String> groups(List<String> ids, List<String> clusters) {
        Map<String, List<Integer>> members = IntStream.range(0, ids.size())
                .boxed()
                .collect(Collectors.groupingBy(clusters::get));
        Map<String, String> groups = new HashMap<>();
        members.values().forEach(group -> group.forEach(i -> groups.put(ids.get(i), ids.get(group.get(0)))));
        return groups;
    }
}
