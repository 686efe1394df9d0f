package org.hengjian.statutes;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hengjian.law.CrimeAssessment;
import org.hengjian.law.DatedValue;
import org.hengjian.law.Deadline;
import org.hengjian.law.Doubt;
import org.hengjian.law.PenaltyRange;
import org.hengjian.law.Period;
import org.hengjian.law.Said;
import org.hengjian.law.Source;
import org.hengjian.law.Status;
import org.jspecify.annotations.Nullable;

/**
 * A value that the law library worked out, as every page shows it: the value, the sentences it stands on, its days one by
 * one, what else can be held, what is not certain. Shown by {@code statutes/computed :: computed(value)}.
 *
 * @param value      plain text; empty where {@code key} says it all
 * @param key        message of the head, given the value: {@code statutes.computed.due}
 * @param provisional whether it rests on a year whose calendar is not published
 */
public record Computed(
        String key,
        String value,
        List<Sentence> sentences,
        @Nullable Ruler ruler,
        List<Reading> readings,
        @Nullable LocalDate lastWorkingDay,
        @Nullable Said uncertain,
        boolean verified,
        boolean provisional) {

    private static final int MOST_DAYS = 120; // more columns than these nobody reads; the last ones decide
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm XXX");

    /** A sentence of the law, word for word. @param text address of the stored text, null where it is not stored */
    public record Sentence(
            String instrument,
            String article,
            String quote,
            @Nullable String text,
            @Nullable LocalDate since) {}

    /** Another tenable reading. */
    public record Reading(boolean strict, LocalDate due, String why, String whyZh) {}

    /** One day of the ruler. @param key the cell's sentence: {@code statutes.day.<key>} @param word what it was spent on, or the holiday */
    public record Cell(
            LocalDate date, boolean weekend, String head, String text, String style, String key, String word) {}

    /** @param left how many earlier days are not drawn */
    public record Ruler(List<Cell> cells, int left, int counted, int outside) {}

    /** A date worked out for a question: whether it has passed says nothing. */
    public static Computed of(Deadline deadline, LocalDate today) {
        return of(deadline, today, false);
    }

    /** A duty that runs: a last day that has passed was missed. */
    public static Computed ofRunning(Deadline deadline, LocalDate today) {
        return of(deadline, today, true);
    }

    private static Computed of(Deadline deadline, LocalDate today, boolean runs) {
        DatedValue version = deadline.version();
        var due = deadline.due();
        var moment = deadline.dueMoment();
        Period period = deadline.period();
        boolean hours = moment != null && period != null && period.unit() == Period.Unit.HOURS;
        return new Computed(
                due == null ? "statutes.computed.none" : "statutes.computed.due",
                hours ? MOMENT.format(moment) : due == null ? "" : due.toString(),
                version == null ? List.of() : sentences(version),
                due == null ? null : ruler(deadline, due, today, runs && due.isBefore(today)),
                deadline.alternatives().stream()
                        .map(other -> new Reading(other.strict(), other.due(), other.why(), other.whyZh()))
                        .toList(),
                deadline.lastWorkingDayToAct(),
                deadline.uncertain().said().orElse(null),
                version == null || version.status() == Status.VERIFIED,
                deadline.provisional());
    }

    public static Computed of(PenaltyRange range) {
        var min = range.min();
        var max = range.max();
        return new Computed(
                max == null || min == null ? "statutes.computed.no-range" : "statutes.computed.range",
                max == null || min == null
                        ? ""
                        : min.equals(max) ? money(max.yuan()) : money(min.yuan()) + " – " + money(max.yuan()),
                sentences(
                        range.sources(),
                        range.version() == null ? null : range.version().from()),
                null,
                List.of(),
                null,
                range.uncertain().said().orElse(null),
                !range.uncertain().has(Doubt.Kind.NOT_VERIFIED),
                false);
    }

    public static Computed of(CrimeAssessment.Result result) {
        String tier = result.tier();
        String key = result.reached() == null ? "open" : result.reached() ? "reached" : "not-reached";
        return new Computed(
                "statutes.computed." + key,
                tier == null ? "" : tier,
                sentences(
                        result.sources(),
                        result.version() == null ? null : result.version().from()),
                null,
                List.of(),
                null,
                // What is missing is listed by the page itself.
                result.uncertain().without(Doubt.Kind.MISSING_FACTS).said().orElse(null),
                !result.uncertain().has(Doubt.Kind.NOT_VERIFIED),
                false);
    }

    private static String money(BigDecimal yuan) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(yuan);
    }

    private static List<Sentence> sentences(DatedValue version) {
        return sentences(version.sources(), version.from());
    }

    static List<Sentence> sentences(List<Source> sources, @Nullable LocalDate since) {
        return sources.stream()
                .map(source -> new Sentence(
                        source.instrument(),
                        source.article(),
                        source.quotes().isEmpty() ? "" : source.quote(),
                        source.text(),
                        since))
                .toList();
    }

    private static Ruler ruler(Deadline deadline, LocalDate due, LocalDate today, boolean missed) {
        var days = deadline.days();
        int left = Math.max(0, days.size() - MOST_DAYS);
        boolean back = deadline.period() != null && deadline.period().before();
        var cells = new ArrayList<Cell>();
        LocalDate start = deadline.question().start();
        if (left == 0) {
            cells.add(cell(start, true, "", "start", "start", ""));
        }
        for (var day : days.subList(left, days.size())) {
            boolean first = cells.isEmpty() || day.date().getDayOfMonth() == 1;
            cells.add(cell(day, first, due, today, back, missed));
        }
        return new Ruler(
                List.copyOf(cells),
                left,
                (int) days.stream().filter(Deadline.Day::counted).count(),
                (int) days.stream().filter(day -> !day.counted()).count());
    }

    private static Cell cell(
            Deadline.Day day, boolean first, LocalDate due, LocalDate today, boolean back, boolean missed) {
        String why = day.why() == null ? "" : day.why();
        String now = day.date().equals(today) ? " today" : "";
        String key = key(day, why);
        String word = why.contains(": ") ? why.substring(why.indexOf(": ") + 2) : "";
        if (day.date().equals(due)) {
            return cell(
                    day.date(),
                    first,
                    day.n() > 0 && !back ? Integer.toString(day.n()) : "",
                    (missed ? "due late" : "due") + now,
                    "due",
                    word);
        }
        if (!day.counted()) {
            return cell(day.date(), first, "", ("excluded".equals(key) ? "t" : "h") + now, key, word);
        }
        String made = "made-up".equals(key) ? " made" : "";
        String text = day.n() > 0 ? Integer.toString(day.n()) : "";
        return cell(day.date(), first, text, (day.date().isAfter(today) ? "f" : "c") + made + now, key, word);
    }

    private static Cell cell(LocalDate date, boolean first, String text, String style, String key, String word) {
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        String head =
                first ? date.getMonthValue() + "/" + date.getDayOfMonth() : Integer.toString(date.getDayOfMonth());
        return new Cell(date, weekend, head, text, style, key, word);
    }

    private static final Map<String, String> KEYS = Map.of(
            "weekend", "weekend",
            "holiday", "holiday",
            "excluded", "excluded",
            "rolled", "rolled",
            "make-up working day", "made-up",
            "counted", "not-stopped",
            "clock hours run through weekends and holidays", "hours");

    private static String key(Deadline.Day day, String why) {
        String kind = why.contains(": ") ? why.substring(0, why.indexOf(": ")) : why;
        return KEYS.getOrDefault(kind, day.counted() ? "counted" : "off");
    }
}
