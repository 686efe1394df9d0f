package org.hengjian.screening;

import java.util.List;
import org.hengjian.screening.text.Characters;
import org.hengjian.screening.text.Symbols;
import org.hengjian.screening.text.Units;
import org.hengjian.screening.text.Words;

/** Looks for names in Han characters with one put in between (戴瓷森): a short row by itself that no word explains. */
final class Insertions {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;

    private final Index index;
    private final Units units;
    private final char[] text;
    private final Surroundings around;

    Insertions(Index index, Units units, Surroundings around) {
        this.index = index;
        this.units = units;
        this.around = around;
        text = units.folded();
    }

    /** Whether a row of Han characters begins at the place, not in the middle of one. */
    static boolean mayBeginAt(Units units, int k) {
        return k == 0 || units.gap(k) != 0 || !Characters.isHan(units.at(k - 1));
    }

    /** Adds the names that the row beginning here is, all but one of its inner characters. */
    void at(int k, List<Hit> found) {
        int end = k + 1;
        while (end < units.size() && end - k <= LONGEST && units.gap(end) == 0 && Characters.isHan(text[end])) {
            end++;
        }
        if (end - k < SHORTEST || end - k > LONGEST) {
            return;
        }
        for (int inner = k + 1; inner < end - 1; inner++) {
            without(k, end, inner, found);
        }
    }

    private void without(int from, int end, int inner, List<Hit> found) {
        int node = -1;
        int depth = 0;
        for (int k = from; k < end; k++) {
            if (k == inner) {
                continue;
            }
            int symbol = Symbols.of(text[k]);
            if (depth == 1) {
                node = index.node(Symbols.of(text[from]), symbol);
            } else if (depth > 1) {
                node = index.child(node, symbol);
            }
            if (depth > 0 && node < 0) {
                return;
            }
            depth++;
        }
        for (int p = index.patternsFrom(node); p < index.patternsTo(node); p++) {
            Form form = index.form(p);
            if (index.derivation(p) == Index.AS_WRITTEN && isMeant(form, from, end, inner)) {
                found.add(new Hit(
                        index, form, from, end, units.start(from), units.end(end - 1), Trick.TYPO.bit(), 0, 0, true));
            }
        }
    }

    private boolean isMeant(Form form, int from, int end, int inner) {
        String letters = form.letters();
        if (form.role() != Form.Role.NAME || letters.length() != end - from - 1 || letters.length() == 2 && form.commonness() > 0) {
            return false;
        }
        for (int i = 0; i < letters.length(); i++) {
            if (letters.charAt(i) != text[from + i + (from + i < inner ? 0 : 1)]) {
                return false;
            }
        }
        return !around.inAWord(inner) && Words.chinese(text, from, end) == 0;
    }
}
