package org.hengjian.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of examples beside the topics: each line is a test, and together they cover every parameter. */
class ExamplesTest {

    private static final Law LAW = Law.load();

    @Test
    void every_line_of_the_tables_holds() {
        assertThat(Examples.broken(LAW)).isEmpty();
    }

    @Test
    void a_wrong_line_is_told(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("customs.examples.csv"),
                "kind,parameter,day,given,expected\ndue,customs.exofficio.response,2026-09-29,2026-10-09,late\n");
        assertThat(Examples.broken(LAW, folder))
                .containsExactly("customs.exofficio.response 2026-09-29 2026-10-09: in time, not late");
    }

    @Test
    void every_parameter_has_an_example_on_each_side_of_its_boundary() {
        assertThat(uncovered()).isEmpty();
    }

    /** What no example stands on; the report that must stay empty. */
    static Set<String> uncovered() {
        Set<String> open = new TreeSet<>();
        for (String topic : Law.TOPICS) {
            List<Examples.Example> examples = Examples.of(topic, null);
            for (Parameter parameter : LAW.parameters()) {
                if (!parameter.topic().equals(topic)) {
                    continue;
                }
                for (DatedValue value : parameter.values()) {
                    need(open, examples, "version", parameter.id(), value.from().toString(), null);
                    need(
                            open,
                            examples,
                            "version",
                            parameter.id(),
                            value.from().minusDays(1).toString(),
                            null);
                    if (value.value().isMap() && value.value().has("tiers")) {
                        tiers(open, examples, parameter, value);
                    }
                    if (Penalties.isBasis(parameter)) {
                        need(
                                open,
                                examples,
                                "range",
                                parameter.id(),
                                value.from().toString(),
                                null);
                    }
                }
            }
            for (String duty : LAW.duties()) {
                Parameter owner = LAW.parameters().stream()
                        .filter(p -> duty.equals(p.id()) || duty.startsWith(p.id() + "."))
                        .max(java.util.Comparator.comparingInt(p -> p.id().length()))
                        .orElseThrow();
                if (owner.topic().equals(topic)
                        && examples.stream()
                                .noneMatch(e -> e.kind().equals("due")
                                        && e.parameter().equals(duty)
                                        && e.expected().equals("no figure"))) {
                    need(open, examples, "due", duty, null, "in time");
                    need(open, examples, "due", duty, null, "late");
                }
            }
        }
        return open;
    }

    /** Each figure of each tier: reached by exactly so much, and not by the least less. */
    private static void tiers(
            Set<String> open, List<Examples.Example> examples, Parameter parameter, DatedValue value) {
        String day = value.from().toString();
        var here = examples.stream()
                .filter(e -> e.kind().equals("reached")
                        && e.parameter().equals(parameter.id())
                        && e.day().equals(day))
                .toList();
        value.value().need("tiers").entries().forEach((tier, triggers) -> {
            for (Node trigger : triggers.list()) {
                Metric metric = Metric.ofWord(trigger.at("metric").textOr("")).orElse(null);
                // Goods and services together take two acts, which a line of a table has no room for; see CrimesTest.
                boolean mixed = trigger.at("object").textOr("").equals("goods-and-services");
                if (metric == null || !trigger.has("at_least") || mixed) {
                    continue;
                }
                BigDecimal least = trigger.at("at_least").decimal();
                BigDecimal less = least.subtract(metric.isMoney() ? new BigDecimal("0.01") : BigDecimal.ONE);
                boolean at = here.stream()
                        .anyMatch(e -> Set.of(tier, "undecided or " + tier).contains(e.expected())
                                && amount(metric, e).compareTo(least) == 0);
                boolean below = here.stream()
                        .anyMatch(e -> e.expected().equals("below " + tier)
                                && amount(metric, e).compareTo(less) == 0);
                if (!at || !below) {
                    open.add(parameter.id() + " " + day + " " + tier + " " + metric.word() + " " + least
                            + (at ? " below" : " at"));
                }
            }
        });
    }

    /** What the example gives of the metric, sums added up. */
    private static BigDecimal amount(Metric metric, Examples.Example example) {
        var given = Examples.pairs(example.given());
        BigDecimal sales = number(given, Metric.SALES);
        return switch (metric) {
            case SALES_PLUS_UNSOLD -> sales.add(number(given, Metric.UNSOLD_VALUE));
            case TRIPLE_SALES_PLUS_UNSOLD ->
                sales.multiply(BigDecimal.valueOf(3)).add(number(given, Metric.UNSOLD_VALUE));
            case AMOUNT -> sales.max(number(given, Metric.GOODS_VALUE));
            case LABELS_SUM -> number(given, Metric.LABELS).add(number(given, Metric.LABELS_UNSOLD));
            case COPIES_SUM -> number(given, Metric.COPIES).add(number(given, Metric.COPIES_UNSOLD));
            default -> number(given, metric);
        };
    }

    private static BigDecimal number(Map<String, String> given, Metric metric) {
        return new BigDecimal(given.getOrDefault(metric.word(), "0"));
    }

    private static void need(
            Set<String> open,
            List<Examples.Example> examples,
            String kind,
            String id,
            @org.jspecify.annotations.Nullable String day,
            @org.jspecify.annotations.Nullable String expected) {
        boolean there = examples.stream()
                .anyMatch(e -> e.kind().equals(kind)
                        && e.parameter().equals(id)
                        && (day == null || e.day().equals(day))
                        && (expected == null || e.expected().equals(expected)));
        if (!there) {
            open.add(kind + " " + id + " " + day + " " + expected);
        }
    }
}
