package org.hengjian.law;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A period (期间) as a rule sets it: how long, of which days, how it is extended, what does not count and what happens
 * when its last day is a holiday.
 *
 * @param extensions the lawful extensions in their order
 * @param excludedDoubtful reasons of which the text could not be seen
 * @param excludedSince from which day a reason is known to count out; before it, the text could not be seen
 * @param noticeRequired whether excluded time counts out only after written notice to the party
 * @param before whether the period is counted back from the day given
 */
public record Period(
        int amount,
        Unit unit,
        List<Extension> extensions,
        Set<Exclusion.Reason> excluded,
        Set<Exclusion.Reason> excludedDoubtful,
        Map<Exclusion.Reason, LocalDate> excludedSince,
        boolean noticeRequired,
        LastDay lastDay,
        boolean before,
        @Nullable String runsFrom,
        @Nullable String effect,
        List<Reading> readings,
        Doubt uncertain) {

    private static final Set<String> FIELDS = Set.of(
            "amount",
            "unit",
            "day_type",
            "day_type_reading",
            "extensions",
            "excluded",
            "excluded_words",
            "excluded_doubtful",
            "excluded_since",
            "notice_required",
            "last_day",
            "direction",
            "runs_from",
            "effect",
            "readings",
            "uncertain",
            "condition",
            "actor",
            "unless",
            "applies_to",
            "for",
            "also",
            "then",
            "requires",
            "before",
            "renew_window",
            "renewal",
            "approval",
            "note");

    /** What is counted. */
    public enum Unit {
        WORKING_DAYS("working-days"),
        CALENDAR_DAYS("calendar-days"),
        HOURS("hours"),
        MONTHS("months"),
        YEARS("years"),
        /** At once (立即). */
        IMMEDIATE("immediate"),
        /** Promptly, without a figure (及时). */
        PROMPTLY("promptly");

        private final String word;

        Unit(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** What becomes of a last day on which nobody works. */
    public enum LastDay {
        /** It moves to the first day after the holiday (顺延). */
        ROLLS,
        /** It stays, and one must act before. */
        STAYS,
        /** The rule is silent: it stays in the strict reading and rolls in the lenient one. */
        STRICT
    }

    /** A lawful extension (延长). {@code amount} is none where the decision itself must fix it. */
    public record Extension(
            @Nullable Integer amount,
            @Nullable String approval,
            @Nullable String condition) {}

    /** Another tenable reading of the same duty. */
    public record Reading(boolean strict, int amount, Unit unit, String why, String whyZh) {}

    static boolean is(Node node) {
        return node.isMap() && node.has("amount") && node.has("unit");
    }

    static Period of(Node node) {
        node.allow(FIELDS);
        Unit unit = unit(node);
        String lastDay = node.at("last_day").textOr("stays");
        return new Period(
                node.need("amount").integer(),
                unit,
                node.at("extensions").list().stream().map(Period::extension).toList(),
                reasons(node.at("excluded")),
                reasons(node.at("excluded_doubtful")),
                since(node.at("excluded_since")),
                node.at("notice_required").isTrue(),
                switch (lastDay) {
                    case "rolls" -> LastDay.ROLLS;
                    case "stays" -> LastDay.STAYS;
                    case "strict" -> LastDay.STRICT;
                    default -> throw new Node.Malformed(node.path(), "last_day is none of rolls, stays, strict");
                },
                node.at("direction").textOr("after").equals("before"),
                node.at("runs_from").isPresent() ? node.at("runs_from").text() : null,
                node.at("effect").isPresent() ? node.at("effect").text() : null,
                node.at("readings").list().stream().map(Period::reading).toList(),
                Doubt.of(node.at("uncertain")));
    }

    private static Unit unit(Node node) {
        String unit = node.need("unit").text();
        return switch (unit) {
            case "day" ->
                switch (node.need("day_type").text()) {
                    case "working" -> Unit.WORKING_DAYS;
                    case "calendar" -> Unit.CALENDAR_DAYS;
                    default -> throw new Node.Malformed(node.path(), "day_type is neither working nor calendar");
                };
            case "hour" -> Unit.HOURS;
            case "month" -> Unit.MONTHS;
            case "year" -> Unit.YEARS;
            case "immediate" -> Unit.IMMEDIATE;
            case "promptly" -> Unit.PROMPTLY;
            default -> throw new Node.Malformed(node.path(), "unknown unit " + unit);
        };
    }

    private static Extension extension(Node node) {
        node.allow(Set.of("amount", "approval", "condition"));
        return new Extension(
                node.at("amount").isPresent() ? node.at("amount").integer() : null,
                node.at("approval").isPresent() ? node.at("approval").text() : null,
                node.at("condition").isPresent() ? node.at("condition").text() : null);
    }

    private static Reading reading(Node node) {
        node.allow(Set.of("reading", "amount", "unit", "day_type", "why", "why_zh"));
        return new Reading(
                node.need("reading").text().equals("strict"),
                node.need("amount").integer(),
                unit(node),
                node.need("why").text(),
                node.need("why_zh").text());
    }

    private static Map<Exclusion.Reason, LocalDate> since(Node node) {
        Map<Exclusion.Reason, LocalDate> since = new EnumMap<>(Exclusion.Reason.class);
        node.entries()
                .forEach((word, day) -> since.put(
                        Exclusion.Reason.ofWord(word)
                                .orElseThrow(() -> new Node.Malformed(node.path(), "unknown reason " + word)),
                        day.date()));
        return since;
    }

    /** Whether time spent on that counts out under the law of {@code on}. */
    boolean excludes(Exclusion.Reason reason, LocalDate on) {
        LocalDate since = excludedSince.get(reason);
        return excluded.contains(reason) && (since == null || !on.isBefore(since));
    }

    /** Whether it cannot be told, the text of that day being unseen. */
    boolean doubts(Exclusion.Reason reason, LocalDate on) {
        return excludedDoubtful.contains(reason) || excluded.contains(reason) && !excludes(reason, on);
    }

    private static Set<Exclusion.Reason> reasons(Node node) {
        Set<Exclusion.Reason> reasons = EnumSet.noneOf(Exclusion.Reason.class);
        for (Node word : node.list()) {
            reasons.add(Exclusion.Reason.ofWord(word.text())
                    .orElseThrow(() -> new Node.Malformed(word.path(), "unknown reason " + word.raw())));
        }
        return reasons;
    }
}
