package org.hengjian.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The tables of examples beside the topics: each line is a test, and together they cover every parameter. */
class ExamplesTest {

    private static final Law LAW = Law.load();

    record Example(String kind, String parameter, String day, String given, String expected) {}

    static List<Example> of(String topic) throws IOException {
        List<Example> examples = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(
                        ExamplesTest.class.getResourceAsStream("/law/" + topic + ".examples.csv"), topic);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("kind,parameter,day,given,expected");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                assertThat(cells).as(line).hasSize(5);
                examples.add(new Example(cells[0], cells[1], cells[2], cells[3], cells[4]));
            }
        }
        return examples;
    }

    @TestFactory
    List<DynamicTest> every_line_of_the_tables_holds() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String topic : Law.TOPICS) {
            List<Example> examples = of(topic);
            tests.add(DynamicTest.dynamicTest(topic + ": " + examples.size() + " examples", () -> {
                for (Example example : examples) {
                    assertThat(answer(example)).as("%s", example).isEqualTo(wanted(example));
                }
            }));
        }
        return tests;
    }

    private static String wanted(Example example) {
        return example.expected();
    }

    private static String answer(Example example) {
        return switch (example.kind()) {
            case "version" ->
                LAW.parameter(example.parameter())
                        .on(LocalDate.parse(example.day()))
                        .map(value -> value.from().toString())
                        .orElse("none");
            case "due" -> due(example);
            case "reached" -> reached(example);
            case "range" -> range(example);
            default -> throw new IllegalArgumentException("unknown kind " + example.kind());
        };
    }

    private static String due(Example example) {
        if (example.day().contains("T")) {
            Deadline deadline =
                    LAW.deadline(DeadlineQuestion.of(example.parameter(), OffsetDateTime.parse(example.day())));
            OffsetDateTime due = Objects.requireNonNull(deadline.dueMoment());
            return OffsetDateTime.parse(example.given()).isAfter(due) ? "late" : "in time";
        }
        LocalDate start = LocalDate.parse(example.day());
        Deadline deadline = LAW.deadline(DeadlineQuestion.of(example.parameter(), start));
        LocalDate due = deadline.due();
        if (due == null) {
            return "no figure";
        }
        return LocalDate.parse(example.given()).isAfter(due) ? "late" : "in time";
    }

    static Map<String, String> pairs(String given) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : given.split(";")) {
            if (!pair.isEmpty()) {
                pairs.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }
        return pairs;
    }

    private static String reached(Example example) {
        Map<String, String> given = pairs(example.given());
        LocalDate day = LocalDate.parse(example.day());
        Map<Metric, Long> amounts = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            String text = given.get(metric.word());
            if (text != null) {
                amounts.put(metric, metric.isMoney() ? Money.parseYuan(text).fen() : Long.parseLong(text));
            } else if (metric.isFact() && metric != Metric.GOODS_VALUE && given.containsKey("rest")) {
                amounts.put(metric, 0L);
            }
        }
        List<CrimeFacts.Prior> prior = new ArrayList<>();
        String punished = given.get("prior");
        if (punished != null) {
            String[] parts = punished.split(":");
            prior.add(new CrimeFacts.Prior(false, LocalDate.parse(parts[1]), List.of(parts[0])));
        }
        String crime = Objects.requireNonNull(given.get("crime"));
        String kinds = given.get("kinds");
        CrimeFacts.Act act = new CrimeFacts.Act(
                day,
                null,
                word(CrimeFacts.Role.class, given.get("role")),
                word(CrimeFacts.ObjectKind.class, given.get("object")),
                given.get("conduct"),
                amounts,
                kinds == null ? null : Integer.valueOf(kinds),
                List.of(),
                null,
                true,
                word(CrimeFacts.Harm.class, given.get("harm")),
                null);
        CrimeAssessment.Result result = LAW.crimes(new CrimeFacts(
                        day,
                        given.containsKey("offender") ? CrimeFacts.Offender.UNIT : CrimeFacts.Offender.INDIVIDUAL,
                        List.of(crime),
                        List.of(act),
                        prior,
                        false))
                .results()
                .getFirst();
        String tier = result.tier();
        String wanted = example.expected();
        if (wanted.startsWith("below ")) {
            boolean below =
                    tier == null || tier.compareTo(wanted.substring(6)) != 0 && rank(tier) < rank(wanted.substring(6));
            return below ? wanted : "reached " + tier;
        }
        if (wanted.startsWith("undecided or ")) {
            boolean open =
                    result.reached() == null || !result.missing().isEmpty() || wanted.endsWith(String.valueOf(tier));
            return open ? wanted : "decided: " + tier;
        }
        return String.valueOf(tier);
    }

    private static int rank(String tier) {
        return List.of("base", "aggravated", "gravest", "tier1", "tier2", "tier3", "tier4")
                .indexOf(tier);
    }

    private static <E extends Enum<E>> @org.jspecify.annotations.Nullable E word(
            Class<E> type, @org.jspecify.annotations.Nullable String word) {
        return word == null
                ? null
                : Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String range(Example example) {
        Map<String, String> given = pairs(example.given());
        LocalDate day = LocalDate.parse(example.day());
        Map<PenaltyQuestion.Base, Money> amounts = new HashMap<>();
        for (PenaltyQuestion.Base base : PenaltyQuestion.Base.values()) {
            String text = given.get(base.word());
            if (text != null) {
                amounts.put(base, Money.parseYuan(text));
            }
        }
        PenaltyRange range = LAW.penalty(new PenaltyQuestion(
                example.parameter(),
                day,
                day,
                amounts,
                word(PenaltyQuestion.Channel.class, given.get("channel")),
                null,
                null,
                List.of(),
                false,
                given.containsKey("serious"),
                null,
                null));
        Money min = Objects.requireNonNull(range.min());
        Money max = Objects.requireNonNull(range.max());
        return min.yuan().toPlainString() + ".." + max.yuan().toPlainString();
    }

    @Test
    void every_parameter_has_an_example_on_each_side_of_its_boundary() throws IOException {
        assertThat(uncovered()).isEmpty();
    }

    /** What no example stands on; the report that must stay empty. */
    static Set<String> uncovered() throws IOException {
        Set<String> open = new TreeSet<>();
        for (String topic : Law.TOPICS) {
            List<Example> examples = of(topic);
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

    private static void tiers(Set<String> open, List<Example> examples, Parameter parameter, DatedValue value) {
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
            List<Example> examples,
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
