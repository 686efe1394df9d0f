package org.hengjian.tracing.incremental;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hengjian.tracing.bench.Learnt;
import org.hengjian.tracing.schema.Entry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClustersThatGrowAndShrinkTests {

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Learnt learnt;

    private final MemoryShelf shelf = new MemoryShelf();
    private final LiveClusters clusters = new LiveClusters(learnt.model(), shelf);

    @BeforeAll
    static void learn() throws IOException {
        learnt = Learnt.from(1_600, 11, folder);
    }

    @RepeatedTest(10)
    void the_order_of_arrival_does_not_change_the_clusters(RepetitionInfo run) {
        var shuffled = new ArrayList<>(learnt.sellers().subList(0, 400));
        shuffled.forEach(clusters::arrive);
        Set<Set<String>> expected = groups(shelf, shuffled);

        Collections.shuffle(shuffled, new Random(run.getCurrentRepetition()));
        var again = new MemoryShelf();
        var other = new LiveClusters(learnt.model(), again);
        shuffled.forEach(other::arrive);

        assertThat(groups(again, shuffled)).as("seed %d", run.getCurrentRepetition()).isEqualTo(expected);
    }

    @RepeatedTest(10)
    void what_a_withdrawn_record_had_merged_is_restored(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        List<Entry> sellers = learnt.sellers().subList(0, 400);
        Entry last = sellers.get(random.nextInt(sellers.size()));
        List<Entry> rest = sellers.stream().filter(entry -> entry != last).toList();
        rest.forEach(clusters::arrive);
        Map<String, String> before = names(rest);

        clusters.arrive(last);
        clusters.withdraw(last.id());

        assertThat(groups(shelf, rest)).isEqualTo(groups(before));
        assertThat(shelf.clustersOf(List.of(last.id()))).isEmpty();
    }

    @RepeatedTest(20)
    void a_link_weighs_the_same_from_either_side(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        learnt.sellers().subList(0, 200).forEach(clusters::arrive);
        for (int i = 0; i < 50; i++) {
            String a = learnt.sellers().get(random.nextInt(200)).id();
            String b = learnt.sellers().get(random.nextInt(200)).id();

            assertThat(clusters.explain(a, b).weight()).isEqualTo(clusters.explain(b, a).weight());
        }
    }

    @Test
    void two_that_a_person_told_apart_stay_apart_and_two_that_were_joined_stay_together() {
        learnt.sellers().subList(0, 400).forEach(clusters::arrive);
        String cluster = learnt.sellers().subList(0, 400).stream()
                .map(entry -> clusterOf(shelf, entry.id()))
                .filter(name -> shelf.members(name).size() >= 2)
                .findFirst()
                .orElseThrow();
        String a = shelf.members(cluster).get(0);
        String b = shelf.members(cluster).get(1);
        String stranger = learnt.sellers().subList(0, 400).stream()
                .map(Entry::id)
                .filter(id -> !clusterOf(shelf, id).equals(cluster))
                .findFirst()
                .orElseThrow();

        clusters.decide(new Decision(a, b, false, "王芳", "两家独立经营"));
        clusters.decide(new Decision(a, stranger, true, "王芳", "现场查实同一仓库"));
        learnt.sellers().subList(400, 800).forEach(clusters::arrive);
        clusters.arrive(entry(b));

        assertThat(clusterOf(shelf, a)).isNotEqualTo(clusterOf(shelf, b));
        assertThat(clusterOf(shelf, a)).isEqualTo(clusterOf(shelf, stranger));
        assertThat(shelf.decisions(List.of(a))).extracting(Decision::reason).contains("两家独立经营", "现场查实同一仓库");
    }

    @Test
    void a_cluster_keeps_its_id_when_it_grows_and_the_history_says_what_moved() {
        List<Entry> sellers = learnt.sellers().subList(0, 400);
        Map<String, String> first = new TreeMap<>();
        for (Entry seller : sellers) {
            Change change = clusters.arrive(seller);
            first.put(seller.id(), clusterOf(shelf, seller.id()));
            assertThat(change.moves()).anyMatch(move -> move.record().equals(seller.id()) && move.from().isEmpty());
        }

        for (Entry seller : sellers) {
            List<Change> history = shelf.history(seller.id());
            String now = clusterOf(shelf, seller.id());
            assertThat(history).isNotEmpty();
            assertThat(history.getLast().moves())
                    .anyMatch(move -> move.record().equals(seller.id()) && move.to().equals(now));
        }
        long kept = sellers.stream()
                .filter(seller -> clusterOf(shelf, seller.id()).equals(first.get(seller.id())))
                .count();
        assertThat(kept).isGreaterThan(sellers.size() * 8L / 10);
    }

    @Test
    void a_record_that_arrives_again_as_it_was_changes_nothing() {
        List<Entry> sellers = learnt.sellers().subList(0, 200);
        sellers.forEach(clusters::arrive);
        Map<String, String> before = names(sellers);
        int changes = shelf.history(sellers.getFirst().id()).size();

        sellers.forEach(seller -> assertThat(clusters.arrive(seller).moves()).isEmpty());

        assertThat(names(sellers)).isEqualTo(before);
        assertThat(shelf.history(sellers.getFirst().id())).hasSize(changes);
        assertThat(clusters.withdraw("nobody").moves()).isEmpty();
    }

    @Test
    void what_only_one_record_held_together_comes_apart_when_it_is_withdrawn_or_says_something_else() {
        Entry model = learnt.sellers().getFirst();
        Entry left = told("left", "左岸云岫小铺", "13711110001", model);
        Entry right = told("right", "禾木青石茶行", "13711110002", model);
        Entry bridge = told("bridge", "左岸云岫小铺", "13711110001、13711110002", model);
        List.of(left, right, bridge).forEach(clusters::arrive);
        clusters.decide(new Decision("bridge", "right", true, "王芳", "同一仓库"));
        assertThat(clusterOf(shelf, "left")).isEqualTo(clusterOf(shelf, "right"));

        clusters.withdraw("bridge");
        assertThat(clusterOf(shelf, "left")).isNotEqualTo(clusterOf(shelf, "right"));

        clusters.arrive(bridge);
        assertThat(clusterOf(shelf, "left")).isEqualTo(clusterOf(shelf, "right"));
        clusters.arrive(told("bridge", "别家店铺无关", "13711110003", model));
        assertThat(clusterOf(shelf, "left")).isNotEqualTo(clusterOf(shelf, "right"));
        assertThat(clusterOf(shelf, "bridge")).isEqualTo(clusterOf(shelf, "right"));
    }

    @RepeatedTest(5)
    void of_more_than_is_looked_at_no_record_moves_twice_in_one_change(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        Entry model = learnt.sellers().getFirst();
        var narrow = new LiveClusters(learnt.model(), shelf, 4);
        for (int step = 0; step < 200; step++) {
            int link = random.nextInt(16);
            String id = "link-" + (char) ('a' + link);
            Change change = random.nextInt(3) == 0
                    ? narrow.withdraw(id)
                    : narrow.arrive(told(id, "", "1371111%04d、1371111%04d".formatted(link, random.nextInt(16)), model));

            assertThat(change.moves())
                    .as("seed %d, step %d", run.getCurrentRepetition(), step)
                    .extracting(Change.Move::record)
                    .doesNotHaveDuplicates()
                    .isSorted();
        }
    }

    @Test
    void of_two_that_a_person_decided_on_it_does_not_matter_which_was_named_first() {
        assertThat(new Decision("S2", "S1", true, "王芳", "同一仓库"))
                .isEqualTo(new Decision("S1", "S2", true, "王芳", "同一仓库"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Decision("S1", "S1", true, "王芳", ""));
    }

    /** Platform, shop, firm, code, person, phone, address, account; what is not told is silent. */
    private static Entry told(String id, String name, String phone, Entry model) {
        var cells = new ArrayList<>(Collections.nCopies(model.cells().size(), ""));
        cells.set(0, id);
        cells.set(2, name);
        cells.set(6, phone);
        return new Entry(id, cells);
    }

    private static String clusterOf(MemoryShelf shelf, String id) {
        return java.util.Objects.requireNonNull(shelf.clustersOf(List.of(id)).get(id));
    }

    private static Entry entry(String id) {
        return learnt.sellers().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> names(List<Entry> entries) {
        Map<String, String> names = new TreeMap<>();
        entries.forEach(entry -> names.put(entry.id(), clusterOf(shelf, entry.id())));
        return names;
    }

    private static Set<Set<String>> groups(MemoryShelf shelf, Collection<Entry> entries) {
        Map<String, String> names = new TreeMap<>();
        entries.forEach(entry -> names.put(entry.id(), clusterOf(shelf, entry.id())));
        return groups(names);
    }

    private static Set<Set<String>> groups(Map<String, String> names) {
        Map<String, Set<String>> groups = new TreeMap<>();
        names.forEach((id, name) -> groups.computeIfAbsent(name, none -> new TreeSet<>()).add(id));
        return Set.copyOf(groups.values());
    }
}
