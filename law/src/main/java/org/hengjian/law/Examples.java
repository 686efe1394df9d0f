package org.hengjian.law;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.jspecify.annotations.Nullable;

/**
 * The tables of examples beside the topics: what the law must answer. An edition that breaks one is wrong, or the
 * example is; it does not come into force either way.
 */
public final class Examples {

    private static final String HEAD = "kind,parameter,day,given,expected";
    private static final int CELLS = 5;

    /** One line of a table. */
    record Example(String kind, String parameter, String day, String given, String expected) {}

    private final Law law;

    private Examples(Law law) {
        this.law = law;
    }

    /** What the law answers otherwise than the shipped tables say; empty where all holds. */
    public static List<String> broken(Law law) {
        return broken(law, null);
    }

    /** The same, where a table in {@code folder} stands in the place of the shipped one of the same name. */
    public static List<String> broken(Law law, @Nullable Path folder) {
        Examples examples = new Examples(law);
        List<String> broken = new ArrayList<>();
        for (String topic : Law.TOPICS) {
            for (Example example : of(topic, folder)) {
                examples.check(example, broken);
            }
        }
        return broken;
    }

    private void check(Example example, List<String> broken) {
        String answer;
        try {
            answer = answer(example);
        } catch (RuntimeException e) {
            answer = String.valueOf(e.getMessage());
        }
        if (!answer.equals(example.expected())) {
            broken.add(example.parameter() + " " + example.day() + " " + example.given() + ": " + answer + ", not "
                    + example.expected());
        }
    }

    static List<Example> of(String topic, @Nullable Path folder) {
        String name = topic + ".examples.csv";
        Path own = folder == null ? null : folder.resolve(name);
        List<Example> examples = new ArrayList<>();
        try (InputStream in = own != null && Files.exists(own)
                        ? Files.newInputStream(own)
                        : Objects.requireNonNull(Examples.class.getResourceAsStream("/law/" + name), name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            if (!HEAD.equals(lines.readLine())) {
                throw new Node.Malformed(name, "does not begin with " + HEAD);
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                if (cells.length != CELLS) {
                    throw new Node.Malformed(name, "has not five cells in: " + line);
                }
                examples.add(new Example(cells[0], cells[1], cells[2], cells[3], cells[4]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return examples;
    }

    private String answer(Example example) {
        return switch (example.kind()) {
            case "version" ->
                law.parameter(example.parameter())
                        .on(LocalDate.parse(example.day()))
                        .map(value -> value.from().toString())
                        .orElse("none");
            case "due" -> due(example);
            case "reached" -> reached(example);
            case "range" -> range(example);
            default -> throw new IllegalArgumentException("unknown kind " + example.kind());
        };
    }

    private String due(Example example) {
        if (example.day().contains("T")) {
            Deadline deadline =
                    law.deadline(DeadlineQuestion.of(example.parameter(), OffsetDateTime.parse(example.day())));
            OffsetDateTime due = Objects.requireNonNull(deadline.dueMoment());
            return OffsetDateTime.parse(example.given()).isAfter(due) ? "late" : "in time";
        }
        LocalDate start = LocalDate.parse(example.day());
        Deadline deadline = law.deadline(DeadlineQuestion.of(example.parameter(), start));
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

    private String reached(Example example) {
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
        CrimeAssessment.Result result = law.crimes(new CrimeFacts(
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

    private static <E extends Enum<E>> @Nullable E word(Class<E> type, @Nullable String word) {
        return word == null
                ? null
                : Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private String range(Example example) {
        Map<String, String> given = pairs(example.given());
        LocalDate day = LocalDate.parse(example.day());
        Map<PenaltyQuestion.Base, Money> amounts = new HashMap<>();
        for (PenaltyQuestion.Base base : PenaltyQuestion.Base.values()) {
            String text = given.get(base.word());
            if (text != null) {
                amounts.put(base, Money.parseYuan(text));
            }
        }
        PenaltyRange range = law.penalty(new PenaltyQuestion(
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
}
