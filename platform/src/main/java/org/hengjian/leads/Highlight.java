package org.hengjian.leads;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hengjian.screening.Clearing;
import org.hengjian.screening.Finding;

/** Which characters of a text gave it away, and step by step how they were read. */
final class Highlight {

    private Highlight() {}

    /**
     * A run of characters.
     *
     * @param style   empty for plain text; {@code right}, {@code word} for code words, {@code ok} for honest use
     * @param matched what it stands for, where that is written otherwise; else empty
     */
    record Run(String text, String style, String matched) {}

    private record Mark(int start, int end, String style, String matched) {}

    /** One step of reading. @param code message key part, {@code homophone} */
    record Step(String code, List<Piece> pieces, String note) {}

    record Piece(String text, boolean struck) {}

    static List<Run> runs(String text, String field, Explanation explanation) {
        var marks = new ArrayList<Mark>();
        for (Finding one : explanation.findings()) {
            if (one.field().equals(field) && one.end() > one.start()) {
                String matched = one.matched().equalsIgnoreCase(one.text()) || one.rightId().isEmpty() ? "" : one.matched();
                marks.add(new Mark(one.start(), one.end(), one.rightId().isEmpty() ? "word" : "right", matched));
            }
        }
        for (Clearing one : explanation.clearings()) {
            if (one.field().equals(field) && one.end() > one.start()) {
                marks.add(new Mark(one.start(), one.end(), "ok", ""));
            }
        }
        // Where two readings overlap the earlier and longer one is shown; the list of findings has both.
        marks.sort(Comparator.comparingInt(Mark::start).thenComparing(Comparator.comparingInt(Mark::end).reversed()));
        var runs = new ArrayList<Run>();
        int at = 0;
        for (Mark mark : marks) {
            if (mark.start() < at || mark.end() > text.length()) {
                continue;
            }
            if (mark.start() > at) {
                runs.add(new Run(text.substring(at, mark.start()), "", ""));
            }
            runs.add(new Run(text.substring(mark.start(), mark.end()), mark.style(), mark.matched()));
            at = mark.end();
        }
        if (at < text.length()) {
            runs.add(new Run(text.substring(at), "", ""));
        }
        return runs;
    }

    /** From the characters as they stand to the name they stand for, one change a step. */
    static List<Step> path(Finding finding) {
        var steps = new ArrayList<Step>();
        String now = finding.text();
        steps.add(new Step("original", List.of(new Piece(now, false)), codePoints(now)));
        for (String trick : finding.path()) {
            switch (trick) {
                case "symbol-noise", "spaced", "zero-width" -> {
                    var pieces = new ArrayList<Piece>();
                    var dropped = new StringBuilder();
                    now.codePoints().forEach(c -> {
                        boolean letter = Character.isLetterOrDigit(c);
                        if (!letter) {
                            dropped.appendCodePoint(c);
                        }
                        pieces.add(new Piece(Character.toString(c), !letter));
                    });
                    steps.add(new Step(trick, pieces, codePoints(dropped.toString())));
                    now = now.codePoints()
                            .filter(Character::isLetterOrDigit)
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                            .toString();
                }
                case "full-width", "enclosed" -> {
                    now = Normalizer.normalize(now, Normalizer.Form.NFKC);
                    steps.add(new Step(trick, List.of(new Piece(now, false)), ""));
                }
                default -> steps.add(new Step(trick, List.of(new Piece(finding.matched(), false)), ""));
            }
        }
        steps.add(new Step("hit", List.of(new Piece(finding.matched(), false)), ""));
        return steps;
    }

    /** Code points of the characters that are neither ASCII nor Chinese: those that pretend. */
    private static String codePoints(String text) {
        var codes = new ArrayList<String>();
        text.codePoints()
                .filter(c -> c > 0x7E && Character.UnicodeScript.of(c) != Character.UnicodeScript.HAN)
                .distinct()
                .limit(6)
                .forEach(c -> codes.add(String.format(Locale.ROOT, "%s U+%04X", Character.isLetterOrDigit(c) ? Character.toString(c) : "", c)
                        .strip()));
        return String.join("  ", codes);
    }
}
