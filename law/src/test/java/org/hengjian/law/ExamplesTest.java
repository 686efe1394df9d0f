package org.hengjian.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static void tiers(
            Set<String> open, List<Examples.Example> examples, Parameter parameter, DatedValue value) {
        value.value().need("tiers").entries().forEach((tier, triggers) -> {
            boolean figures = triggers.list().stream()
                    .anyMatch(t -> t.has("metric")
                            && !t.at("metric").text().equals("harm")
                            && !t.at("object").textOr("").equals("goods-and-services"));
            if (figures) {
                String day = value.from().toString();
                boolean at = examples.stream()
                        .anyMatch(e -> e.kind().equals("reached")
                                && e.parameter().equals(parameter.id())
                                && e.day().equals(day)
                                && (e.expected().equals(tier) || e.expected().equals("undecided or " + tier)));
                boolean below = examples.stream()
                        .anyMatch(e -> e.kind().equals("reached")
                                && e.parameter().equals(parameter.id())
                                && e.day().equals(day)
                                && e.expected().equals("below " + tier));
                if (!at || !below) {
                    open.add(parameter.id() + " " + day + " " + tier);
                }
            }
        });
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
