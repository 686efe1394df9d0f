package org.hengjian.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.hengjian.tracing.incremental.Change;
import org.hengjian.tracing.incremental.LiveClusters;
import org.hengjian.tracing.incremental.MemoryShelf;
import org.hengjian.tracing.incremental.Shelf;
import org.hengjian.tracing.incremental.Tie;
import org.hengjian.tracing.schema.Entry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The shelf in PostgreSQL and the one on the heap, told the same story of arrivals, corrections, withdrawals and people's
 * words, hold the same after every step. A story that fails is cut down to the steps that matter; the message has them and
 * the seed. More seeds: {@code -Dhengjian.shelf.seeds=200}.
 */
@OnThePlatform
class AsOnTheHeapTests {

    private static final int STEPS = 70;
    private static final int SELLERS = 16;

    @Autowired
    SqlShelf shelf;

    @Autowired
    DecisionTable decisions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Viewers viewers;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("hengjian.shelf.seeds", 4));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void both_hold_the_same_after_every_step(long seed) {
        told(seed, steps -> sideBySide(steps, new Ledger(new MemoryShelf()), new Ledger(shelf)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_there_counts_and_not_how_it_came_to_be_there(long seed) {
        told(seed, steps -> {
            var asTold = new Ledger(shelf);
            steps.forEach(asTold::take);

            empty();
            var another = new Ledger(shelf);
            shortest(steps, new Random(seed)).forEach(another::take);

            assertThat(another.groups()).isEqualTo(asTold.groups());
            assertThat(another.ties()).isEqualTo(asTold.ties());
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_undone_leaves_no_trace_in_the_clusters(long seed) {
        told(seed, steps -> {
            var ledger = new Ledger(shelf);
            for (Step step : steps) {
                Set<Set<String>> before = ledger.groups();
                Map<String, String> names = ledger.clusters();
                List<Step> undoing = ledger.undoing(step);
                ledger.take(step);
                Set<Set<String>> after = ledger.groups();
                undoing.forEach(ledger::take);
                assertThat(ledger.groups()).as("undone: %s", step).isEqualTo(before);
                if (before.stream().allMatch(group -> after.stream().anyMatch(more -> more.containsAll(group)))) {
                    assertThat(ledger.clusters()).as("names, undone: %s", step).isEqualTo(names);
                }
                ledger.take(step);
            }
        });
    }

    // What can happen. A cell is known by its number in a pool, so that a story is short to read.

    sealed interface Step {

        record Arrives(int seller, List<Integer> says) implements Step {}

        record Withdraws(int seller) implements Step {}

        record Decides(int one, int other, boolean same) implements Step {}

        record TakesBack(int one, int other) implements Step {}
    }

    /** Few names, phones, accounts, firms and addresses: what hangs together grows, bridges and comes apart. */
    private static List<Step> story(long seed) {
        var random = new Random(seed);
        var steps = new ArrayList<Step>();
        while (steps.size() < STEPS) {
            int one = random.nextInt(SELLERS);
            int other = (one + random.nextInt(1, SELLERS)) % SELLERS;
            steps.add(switch (random.nextInt(20)) {
                case 0, 1, 2, 3 -> new Step.Withdraws(one);
                case 4, 5, 6 -> new Step.Decides(one, other, random.nextBoolean());
                case 7 -> new Step.TakesBack(one, other);
                case 8 -> steps.stream()
                        .filter(Step.Decides.class::isInstance)
                        .map(Step.Decides.class::cast)
                        .reduce((_, last) -> last)
                        .<Step>map(last -> new Step.TakesBack(last.other, last.one))
                        .orElse(new Step.Withdraws(one));
                default -> new Step.Arrives(one, cells(random));
            });
        }
        return steps;
    }

    /** Most have a phone and a name, few the rest. */
    private static List<Integer> cells(Random random) {
        return IntStream.of(2, 6, 6, 1, 4, 5)
                .mapToObj(rare -> random.nextInt(rare) == 0 ? random.nextInt(1, 7) : 0)
                .toList();
    }

    private static Entry entry(int seller, List<Integer> says) {
        String code = "91330106MA2B7000" + says.get(2);
        return new Entry(
                id(seller),
                List.of(
                        List.of("", "鼜鼝小铺", "鼜鼝小店", "鼞鼟茶行", "鼞鼟茶叶行", "鼛鼚服饰专营店", "鼛鼚服饰")
                                .get(says.get(0)),
                        List.of("", "浙江鼜鼝商贸有限公司", "鼜鼝商贸有限公司", "浙江鼞鼟茶业有限公司", "杭州鼛鼚服饰厂", "", "")
                                .get(says.get(1)),
                        says.get(2) == 0 ? "" : code + UnifiedSocialCreditCode.checkCharacter(code),
                        List.of("", "13900070001", "13900070002", "13900070003", "13900070001,13900070002",
                                        "13900070002,13900070003", "")
                                .get(says.get(3)),
                        says.get(4) == 0 ? "" : "trialaccount" + says.get(4),
                        List.of("", "浙江省杭州市西湖区鼜鼝路1号", "浙江省杭州市西湖区鼜鼝路1号2幢", "浙江省宁波市鄞州区鼞鼟街88号", "鼛鼚路3号",
                                        "", "")
                                .get(says.get(5))));
    }

    private static String id(int seller) {
        return "trial-" + (char) ('a' + seller);
    }

    /** One shelf, and what is told to it. */
    private final class Ledger {

        private final Shelf shelf;
        private final LiveClusters live;
        private final Map<Integer, List<Integer>> there = new TreeMap<>();
        private final List<String> ids = IntStream.range(0, SELLERS).mapToObj(AsOnTheHeapTests::id).toList();

        Ledger(Shelf shelf) {
            this.shelf = shelf;
            live = new LiveClusters(SellerModel.MODEL, shelf);
        }

        Change take(Step step) {
            return switch (step) {
                case Step.Arrives(int seller, List<Integer> says) -> {
                    there.put(seller, says);
                    yield live.arrive(entry(seller, says));
                }
                case Step.Withdraws(int seller) -> {
                    there.remove(seller);
                    yield live.withdraw(id(seller));
                }
                case Step.Decides(int one, int other, boolean same) -> live.decide(
                        new org.hengjian.tracing.incremental.Decision(
                                id(one), id(other), same, viewers.require().name(), "试"));
                case Step.TakesBack(int one, int other) -> {
                    takeBack(id(one), id(other));
                    yield live.reconsider(id(one), id(other));
                }
            };
        }

        private void takeBack(String one, String other) {
            if (shelf instanceof MemoryShelf memory) {
                memory.takeBack(one, other);
                return;
            }
            decisions.counting(List.of(one)).stream()
                    .filter(decision -> decision.source().equals(other) || decision.target().equals(other))
                    .forEach(decision -> decisions.takeBack(decision.id(), viewers.require(), Instant.EPOCH));
        }

        /** What makes a step that is yet to come as though it had not been. */
        List<Step> undoing(Step step) {
            return switch (step) {
                case Step.Arrives(int seller, _) -> List.of(
                        there.containsKey(seller)
                                ? new Step.Arrives(seller, there.get(seller))
                                : new Step.Withdraws(seller));
                case Step.Withdraws(int seller) -> there.containsKey(seller)
                        ? List.of(new Step.Arrives(seller, there.get(seller)))
                        : List.of();
                case Step.Decides(int one, int other, _) -> List.of(new Step.TakesBack(one, other));
                case Step.TakesBack(int one, int other) -> shelf.decisions(List.of(id(one))).stream()
                        .filter(decision -> decision.other(id(one)).equals(id(other)))
                        .<Step>map(decision -> new Step.Decides(one, other, decision.same()))
                        .toList();
            };
        }

        Map<String, String> clusters() {
            return shelf.clustersOf(ids);
        }

        Set<Set<String>> groups() {
            Map<String, Set<String>> groups = new TreeMap<>();
            clusters().forEach((id, name) -> groups.computeIfAbsent(name, none -> new TreeSet<>()).add(id));
            return Set.copyOf(groups.values());
        }

        /** With the reasons as far as they are kept: the database has none of the values. */
        List<String> ties() {
            return shelf.ties(ids).stream()
                    .map(tie -> tie.source() + " " + tie.target() + " " + tie.weight() + " " + said(tie))
                    .sorted()
                    .toList();
        }

        private List<SqlShelf.Said> said(Tie tie) {
            return tie.reasons().stream().map(SqlShelf.Said::of).toList();
        }

        List<String> decisions() {
            return shelf.decisions(ids).stream()
                    .map(decision -> new TreeSet<>(List.of(decision.source(), decision.target())) + " " + decision.same()
                            + decision.by() + decision.reason())
                    .sorted()
                    .toList();
        }

        Map<String, Object> all() {
            var all = new LinkedHashMap<String, Object>();
            all.put("present", shelf.present(ids));
            all.put("profiles", shelf.profiles(ids));
            all.put("clusters", clusters());
            all.put("ties", ties());
            all.put("decisions", decisions());
            for (String id : ids) {
                all.put("history of " + id, shelf.history(id));
            }
            return all;
        }
    }

    private static void sideBySide(List<Step> steps, Ledger heap, Ledger database) {
        for (Step step : steps) {
            Change there = database.take(step);
            assertThat(there).as("%s", step).isEqualTo(heap.take(step));
            assertThat(database.clusters()).as("clusters after %s", step).isEqualTo(heap.clusters());
            assertThat(database.ties()).as("ties after %s", step).isEqualTo(heap.ties());
        }
        assertThat(database.all()).isEqualTo(heap.all());
        assertThat(heap.clusters().keySet()).isEqualTo(heap.shelf.present(heap.ids));
    }

    /** Another way to the same end: what is still there and still counts, in any order. */
    private static List<Step> shortest(List<Step> steps, Random random) {
        Map<Integer, Step> there = new TreeMap<>();
        Map<Set<Integer>, List<Step>> said = new LinkedHashMap<>();
        for (Step step : steps) {
            switch (step) {
                case Step.Arrives(int seller, _) -> there.put(seller, step);
                case Step.Withdraws(int seller) -> there.remove(seller);
                case Step.Decides(int one, int other, _) -> said.computeIfAbsent(Set.of(one, other), none -> new ArrayList<>())
                        .add(step);
                case Step.TakesBack(int one, int other) -> {
                    List<Step> some = said.getOrDefault(Set.of(one, other), new ArrayList<>());
                    if (!some.isEmpty()) {
                        some.removeLast();
                    }
                }
            }
        }
        var left = new ArrayList<>(there.values());
        said.values().stream().filter(some -> !some.isEmpty()).map(List::getLast).forEach(left::add);
        Collections.shuffle(left, random);
        return left;
    }

    // Telling, and cutting down what fails.

    private void told(long seed, Consumer<List<Step>> check) {
        List<Step> steps = story(seed);
        Throwable failure = failure(steps, check);
        if (failure == null) {
            return;
        }
        for (int chunk = steps.size() / 2; chunk > 0; chunk /= 2) {
            for (int at = 0; at < steps.size(); ) {
                var fewer = new ArrayList<>(steps.subList(0, at));
                fewer.addAll(steps.subList(Math.min(steps.size(), at + chunk), steps.size()));
                Throwable still = failure(fewer, check);
                if (still == null) {
                    at += chunk;
                } else {
                    steps = fewer;
                    failure = still;
                }
            }
        }
        var said = new StringBuilder("seed " + seed + ", these steps are enough:");
        steps.forEach(step -> said.append("\n  ").append(step));
        throw new AssertionError(said.append('\n').append(failure.getMessage()).toString(), failure);
    }

    private @org.jspecify.annotations.Nullable Throwable failure(List<Step> steps, Consumer<List<Step>> check) {
        try {
            return alone(() -> {
                empty();
                check.accept(steps);
                return null;
            });
        } catch (AssertionError | RuntimeException e) {
            return e;
        }
    }

    private <T> T alone(Supplier<T> work) {
        return viewers.as(Viewer.machine(), () -> transaction.execute(status -> {
            status.setRollbackOnly();
            shelf.alone();
            return work.get();
        }));
    }

    /** Until the end of the transaction, which is rolled back. */
    private void empty() {
        jdbc.sql("delete from networks.tie").update();
        jdbc.sql("delete from networks.blocking").update();
        jdbc.sql("update networks.record set profile = null, keys = '{}', cluster = null").update();
        jdbc.sql("update networks.decision set taken_back_at = now(), taken_back_by = 'trial' where taken_back_at is null"
                        + " and source like 'trial-%'")
                .update();
    }
}
