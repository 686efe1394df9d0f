package org.hengjian.statutes;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.hengjian.law.Deadline;
import org.hengjian.law.Law;
import org.jspecify.annotations.Nullable;

/** The day ruler (期限尺): one column a day, one row a term; every cell from the law library's answer. */
public record DayRuler(List<Day> days, List<Row> rows) {

    private static final int BACK = 20; // columns before today: three weeks fit a desk's width
    private static final int AHEAD = 25;

    /**
     * @param firstOfMonth whether its month is named: the first of one, or of the ruler; today stands out as it is
     * @param style        of the style sheet: today, sat, rest, made
     */
    public record Day(LocalDate date, boolean firstOfMonth, String style) {}

    /**
     * @param text empty where the mark is a word, {@code shell.ruler.start} or {@code .due}
     * @param key  the cell's sentence is the message {@code cases.ruler.<key>}
     */
    public record Cell(LocalDate date, String text, String style, String key, int n) {}

    public record Row(String duty, String article, List<Cell> cells) {}

    /** @param terms those that run, in the order of the rows; each has a last day */
    public static DayRuler of(List<Deadline> terms, Law law, LocalDate today) {
        // What is counted back from a day has no start to draw from.
        var running = terms.stream()
                .filter(deadline -> deadline.period() == null || !deadline.period().before())
                .toList();
        var first = running.stream()
                .map(deadline -> deadline.question().start())
                .min(LocalDate::compareTo)
                .orElse(today);
        var from = first.isAfter(today) ? today : first.isBefore(today.minusDays(BACK)) ? today.minusDays(BACK) : first;
        var axis = from.datesUntil(today.plusDays(AHEAD + 1L)).toList();
        var days = axis.stream()
                .map(day -> new Day(
                        day, (day.getDayOfMonth() == 1 || day.equals(from)) && !day.equals(today), style(day, law, today)))
                .toList();
        return new DayRuler(days, running.stream().map(deadline -> row(deadline, axis, today)).toList());
    }

    private static Row row(Deadline deadline, List<LocalDate> axis, LocalDate today) {
        var counted = new HashMap<LocalDate, Deadline.Day>();
        deadline.days().forEach(day -> counted.put(day.date(), day));
        var cells = new ArrayList<Cell>();
        for (var day : axis) {
            cells.add(cell(deadline, counted.get(day), day, today));
        }
        var version = deadline.version();
        String article = version == null || version.sources().isEmpty() ? "" : version.sources().getLast().article();
        return new Row(deadline.question().duty(), article, cells);
    }

    private static Cell cell(
            Deadline deadline, Deadline.@Nullable Day counted, LocalDate day, LocalDate today) {
        String now = day.equals(today) ? " today" : "";
        var due = deadline.dueDay().orElseThrow();
        if (day.equals(deadline.question().start())) {
            return new Cell(day, "", "start" + now, "start", 0);
        }
        if (day.equals(due)) {
            return new Cell(day, "", (due.isBefore(today) ? "due late" : "due") + now, "due", 0);
        }
        if (day.isAfter(due) && !day.isAfter(today)) {
            int over = (int) (day.toEpochDay() - due.toEpochDay());
            return new Cell(day, Integer.toString(over), "o" + now, "over", over);
        }
        if (counted == null) {
            return new Cell(day, "", now.strip(), "none", 0);
        }
        if (!counted.counted()) {
            boolean excluded = counted.why() != null && counted.why().startsWith("excluded");
            return new Cell(day, "", (excluded ? "t" : "h") + now, excluded ? "excluded" : "rest", 0);
        }
        return new Cell(day, Integer.toString(counted.n()), (day.isAfter(today) ? "f" : "c") + now, "counted", counted.n());
    }

    private static String style(LocalDate day, Law law, LocalDate today) {
        if (day.equals(today)) {
            return "today";
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean works = law.workingDays().isWorkingDayProvisionally(day);
        return works ? (weekend ? "made" : "") : weekend ? "sat" : "rest";
    }
}
