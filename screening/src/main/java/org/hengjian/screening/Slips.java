package org.hengjian.screening;

import java.util.List;
import org.hengjian.screening.text.Characters;
import org.hengjian.screening.text.Symbols;
import org.hengjian.screening.text.Units;
import org.hengjian.screening.text.Words;
import org.jspecify.annotations.Nullable;

/** Looks for Latin names one letter off (一字之差): the word at a place, and it with the next one or two. */
final class Slips {

    private static final int WORDS_MAX = 3;

    private final Index index;
    private final Typos typos;
    private final Units units;
    private final char[] text;
    private final int size;

    Slips(Index index, Units units) {
        this.index = index;
        this.units = units;
        typos = index.typos();
        text = units.folded();
        size = units.size();
    }

    /** Adds the names that the word beginning here nearly is, alone or with the next ones, unless found there already. */
    void at(int k, List<Hit> found) {
        words(k, found);
        int end = k + 1;
        while (end < size && units.gap(end) == 0 && Symbols.isLetter(text[end])) {
            end++;
        }
        if (end < size && units.gap(end) != 0) {
            across(k, end, found);
        }
    }

    private void words(int k, List<Hit> found) {
        int end = k;
        for (int words = 0; words < WORDS_MAX && end < size; words++) {
            if (words > 0 && (units.gap(end) & ~(Characters.SPACE | Characters.JOINER)) != 0) {
                return;
            }
            int start = end;
            while (end < size && (end == start || units.gap(end) == 0) && Symbols.isLetter(text[end])
                    && end - k <= Typos.LONGEST) {
                end++;
            }
            if (end == start || end < size && units.gap(end) == 0 && Surroundings.alphanumeric(text[end])) {
                return;
            }
            if (end - k >= Typos.SHORTEST - 1 && end - k <= Typos.LONGEST) {
                Hit slip = slip(k, end, words, found);
                if (slip != null) {
                    found.add(slip);
                }
            }
        }
    }

    /** The word with what follows it after symbols, as if these did not stand there. */
    private void across(int k, int first, List<Hit> found) {
        int end = first;
        while (end < size && end - k <= Typos.LONGEST && Symbols.isLetter(text[end])
                && (units.gap(end) & ~(Characters.ZERO_WIDTH | Characters.SYMBOL)) == 0
                && Surroundings.runsOn(units, end)) {
            end++;
        }
        boolean goesOn = end < size && units.gap(end) == 0 && Surroundings.alphanumeric(text[end]);
        if (end > first && !goesOn && end - k >= Typos.SHORTEST - 1 && end - k <= Typos.LONGEST) {
            Hit slip = slip(k, end, 0, found);
            if (slip != null) {
                found.add(slip);
            }
        }
    }

    private @Nullable Hit slip(int k, int end, int joined, List<Hit> found) {
        int near = typos.near(text, k, end, index.forms());
        if (near < 0 || isFound(k, end, found)) {
            return null;
        }
        Form form = index.forms()[near];
        if (joined > 0 && (Long.bitCount(form.joints()) != joined || allWords(k, end))) {
            return null;
        }
        int length = end - k;
        boolean word = Words.english(text, k, end) > 0;
        String letters = form.letters();
        String written = new String(text, k, length);
        if (word && (letters.length() > length ? letters.startsWith(written) : written.startsWith(letters))) {
            return null;
        }
        int tricks = Trick.TYPO.bit();
        for (int i = k; i < end; i++) {
            tricks |= (units.how(i) & Characters.CONFUSABLE) != 0 ? Trick.CONFUSABLE.bit() : 0;
            int gap = i == k ? 0 : units.gap(i);
            tricks |= (gap & Characters.ZERO_WIDTH) != 0 ? Trick.ZERO_WIDTH.bit() : 0;
            tricks |= (gap & Characters.SYMBOL) != 0 ? Trick.SYMBOLS.bit() : 0;
        }
        boolean weak = word || letters.length() < 7 || form.commonness() > 0;
        return new Hit(index, form, k, end, units.start(k), units.end(end - 1), tricks, 1, 0, weak);
    }

    /** "the same" is nearly a name, and said by everybody. */
    private boolean allWords(int from, int to) {
        int word = from;
        for (int k = from + 1; k <= to; k++) {
            if (k == to || units.gap(k) != 0) {
                if (Words.english(text, word, k) == 0) {
                    return false;
                }
                word = k;
            }
        }
        return true;
    }

    private static boolean isFound(int k, int end, List<Hit> found) {
        for (int h = found.size() - 1; h >= 0 && found.get(h).to() > k; h--) {
            Hit hit = found.get(h);
            if (hit.from() <= k && hit.to() >= end) {
                return true;
            }
        }
        return false;
    }
}
