package org.hengjian.statutes;

import java.util.ArrayList;
import java.util.List;

/** Where two wordings differ, character by character: what stayed, what fell, what came. */
final class TextDiff {

    /** @param kind {@code same}, {@code out} or {@code in} */
    record Piece(String kind, String text) {}

    private static final int CRUMB = 3; // fewer characters in common between two changes only tear the words apart
    private static final int TOO_LARGE = 4_000_000; // cells of the table; beyond, the whole middle is shown as replaced

    private TextDiff() {}

    static List<Piece> of(String before, String after) {
        int head = 0;
        int most = Math.min(before.length(), after.length());
        while (head < most && before.charAt(head) == after.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < most - head
                && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        var pieces = new ArrayList<Piece>();
        add(pieces, "same", before.substring(0, head));
        middle(before.substring(head, before.length() - tail), after.substring(head, after.length() - tail), pieces);
        add(pieces, "same", before.substring(before.length() - tail));
        return whole(pieces);
    }

    /** What fell and what came, each in one piece up to the next words that truly stayed. */
    private static List<Piece> whole(List<Piece> pieces) {
        var whole = new ArrayList<Piece>();
        var out = new StringBuilder();
        var in = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean inside = i > 0 && i + 1 < pieces.size();
            if (piece.kind().equals("same") && !(inside && piece.text().length() < CRUMB)) {
                flush(whole, out, in);
                add(whole, "same", piece.text());
                continue;
            }
            out.append(piece.kind().equals("in") ? "" : piece.text());
            in.append(piece.kind().equals("out") ? "" : piece.text());
        }
        flush(whole, out, in);
        return whole;
    }

    private static void flush(List<Piece> whole, StringBuilder out, StringBuilder in) {
        add(whole, "out", out.toString());
        add(whole, "in", in.toString());
        out.setLength(0);
        in.setLength(0);
    }

    private static void middle(String a, String b, List<Piece> pieces) {
        if (a.isEmpty() || b.isEmpty() || (long) a.length() * b.length() > TOO_LARGE) {
            add(pieces, "out", a);
            add(pieces, "in", b);
            return;
        }
        int[][] common = new int[a.length() + 1][b.length() + 1];
        for (int i = a.length() - 1; i >= 0; i--) {
            for (int j = b.length() - 1; j >= 0; j--) {
                common[i][j] = a.charAt(i) == b.charAt(j)
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < a.length() || j < b.length()) {
            if (i < a.length() && j < b.length() && a.charAt(i) == b.charAt(j)) {
                add(pieces, "same", a.substring(i, ++i));
                j++;
            } else if (j == b.length() || i < a.length() && common[i + 1][j] >= common[i][j + 1]) {
                add(pieces, "out", a.substring(i, ++i));
            } else {
                add(pieces, "in", b.substring(j, ++j));
            }
        }
    }

    private static void add(List<Piece> pieces, String kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!pieces.isEmpty() && pieces.getLast().kind().equals(kind)) {
            pieces.set(pieces.size() - 1, new Piece(kind, pieces.getLast().text() + text));
        } else {
            pieces.add(new Piece(kind, text));
        }
    }
}
