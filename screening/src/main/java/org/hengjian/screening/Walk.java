package org.hengjian.screening;

import java.util.List;
import org.hengjian.screening.text.Characters;
import org.hengjian.screening.text.Syllables;
import org.hengjian.screening.text.Symbols;
import org.hengjian.screening.text.Units;

/**
 * Walks down the index from one place of a text (匹配行走). All readings of the next characters are tried: as themselves,
 * by sound, by likeness, composed of two, spelled in pinyin, drawn with digits; what leads to a form is judged.
 */
final class Walk {

    private static final int STEPS_AT_A_PLACE_MAX = 300;
    private static final int GAP_LENGTH_MAX = 12;
    private static final int RUN_MAX = 16;
    private static final int WILD_CHILDREN_MAX = 12;

    private final Index index;
    private final Units units;
    private final char[] text;
    private final int size;
    private final Steps steps = new Steps();
    private final Plausibility plausibility;
    private final List<Hit> hits;

    private int start;
    private int may;
    private int firstSymbol;
    private int budget;
    private int most;
    private boolean wild;

    /** @param hits takes what is found, in the order of the places */
    Walk(Index index, Units units, Surroundings around, List<Hit> hits) {
        this.index = index;
        this.units = units;
        this.hits = hits;
        text = units.folded();
        size = units.size();
        plausibility = new Plausibility(index, units, steps, around);
    }

    /** @param seen what the {@link Sieve} says of the place */
    void from(int k, int seen) {
        start = k;
        may = seen;
        most = seen == Sieve.SHORT ? 2 : Steps.MOST;
        char c = text[k];
        if (Surroundings.alphanumeric(c)) {
            fromLetter(k, c);
        } else {
            fromHan(k, c);
        }
    }

    private void fromHan(int k, char c) {
        char next = text[k + 1];
        begin(Symbols.of(c), k, k + 1, 0, c, 0);
        if ((may & Sieve.FIRST_TAKEN) != 0 || index.sieve().mayLookAlike(c, next)) {
            for (char other : Characters.alike(c)) {
                if (index.begins(other) && index.hasPair(Symbols.of(other), Symbols.of(next))) {
                    begin(Symbols.of(other), k, k + 1, Trick.LOOK_ALIKE.bit(), other, 0);
                }
            }
        }
        char whole = (may & Sieve.FIRST_TAKEN) != 0 ? Characters.composed(c, next) : 0;
        if (whole != 0 && k + 2 < size && partsOfOne(k + 1)) {
            begin(Symbols.of(whole), k, k + 2, Trick.SPLIT.bit(), whole, 0);
        }
    }

    private void fromLetter(int k, char c) {
        int own = own(k);
        begin(Symbols.of(c), k, k + 1, own, c, 0);
        String letters = Drawing.standsFor(c);
        for (int i = 0; i < letters.length(); i++) {
            begin(Symbols.of(letters.charAt(i)), k, k + 1, drawn(c), letters.charAt(i), 0);
        }
        int state = 0;
        for (int end = k + 1; state >= 0 && isLetterAt(end - 1, k); end++) {
            state = Syllables.next(state, text[end - 1]);
            int group = state < 0 ? 0 : Syllables.groupAt(state);
            if (group != 0) {
                begin(group, k, end, Trick.PINYIN.bit(), (char) 0, Syllables.syllableAt(state));
            }
        }
        int repeated = run(k);
        if (repeated > k + 1) {
            begin(Symbols.of(c), k, repeated, own | Trick.REPEATED.bit(), c, 0);
        }
    }

    private void begin(int symbol, int from, int to, int tricks, char standsFor, int syllable) {
        budget = STEPS_AT_A_PLACE_MAX;
        firstSymbol = symbol;
        steps.put(0, from, tricks, standsFor, syllable);
        extend(-1, to, 1);
    }

    private void extend(int node, int k, int depth) {
        if (k >= size || depth >= most || --budget < 0) {
            return;
        }
        int gap = units.gap(k);
        if (gap != 0 && units.gapLength(k) > GAP_LENGTH_MAX) {
            return;
        }
        char c = text[k];
        int own = own(k);
        follow(node, Symbols.of(c), k, k + 1, own, c, 0, depth);
        if (Surroundings.alphanumeric(c)) {
            extendByLetter(node, k, depth, c, own);
            return;
        }
        boolean taken = mayBeTaken(k);
        boolean looks = depth > 1
                ? taken && index.hasChildAmong(node, Characters.alikeSymbols(c))
                : steps.tricks[0] == 0 && index.sieve().mayLookAlike(steps.stands[0], c);
        if (looks) {
            int symbol = Symbols.of(c);
            for (char other : Characters.alike(c)) {
                int likeness = Symbols.of(other);
                if (likeness != symbol && (depth > 1 || index.hasPair(firstSymbol, likeness))) {
                    follow(node, likeness, k, k + 1, Trick.LOOK_ALIKE.bit(), other, 0, depth);
                }
            }
        }
        if (depth >= 2 && gap == 0 && !wild && (may & Sieve.ONE_WRONG) != 0) {
            anyOther(node, k, depth);
        }
        if (taken && k + 1 < size && partsOfOne(k + 1)) {
            char whole = Characters.composed(c, text[k + 1]);
            if (whole != 0) {
                follow(node, Symbols.of(whole), k, k + 2, Trick.SPLIT.bit(), whole, 0, depth);
            }
        }
    }

    /** Whether the sieve lets the character be taken for another, or for a part of one; it looks at the first three. */
    private boolean mayBeTaken(int k) {
        return switch (k - start) {
            case 1 -> (may & Sieve.SECOND_TAKEN) != 0;
            case 2 -> (may & Sieve.THIRD_TAKEN) != 0;
            default -> true;
        };
    }

    /** The character may be wrong altogether, in a name that is long enough to be known by the others. */
    private void anyOther(int node, int k, int depth) {
        int to = index.childrenTo(node);
        if (to - index.childrenFrom(node) > WILD_CHILDREN_MAX) {
            return;
        }
        wild = true;
        for (int child = index.childrenFrom(node); child < to; child++) {
            if (index.symbol(child) < Symbols.LETTERS) {
                steps.put(depth, k, Trick.TYPO.bit(), Steps.ANY, 0);
                reach(child, k + 1, depth);
            }
        }
        wild = false;
    }

    private void extendByLetter(int node, int k, int depth, char c, int own) {
        String letters = Drawing.standsFor(c);
        for (int i = 0; i < letters.length(); i++) {
            follow(node, Symbols.of(letters.charAt(i)), k, k + 1, drawn(c), letters.charAt(i), 0, depth);
        }
        if (k + 1 < size && Surroundings.runsOn(units, k + 1)) {
            int repeated = run(k);
            if (repeated > k + 1) {
                follow(node, Symbols.of(c), k, repeated, own | Trick.REPEATED.bit(), c, 0, depth);
                if (repeated - k > 2) {
                    // A doubled letter of the name, written three times.
                    follow(node, Symbols.of(c), k, k + 1, own | Trick.REPEATED.bit(), c, 0, depth);
                }
            }
            char drawn = units.gap(k + 1) == 0 ? Drawing.together(c, text[k + 1]) : 0;
            if (drawn != 0) {
                follow(node, Symbols.of(drawn), k, k + 2, Trick.LETTER_SHAPES.bit(), drawn, 0, depth);
            }
        }
        boolean syllableMayStart = !Surroundings.alphanumeric(text[k - 1])
                || units.gap(k) != 0
                || (steps.tricks[depth - 1] & Trick.PINYIN.bit()) != 0;
        if (syllableMayStart && Symbols.isLetter(c)) {
            int state = 0;
            for (int end = k + 1; state >= 0 && isLetterAt(end - 1, k); end++) {
                state = Syllables.next(state, text[end - 1]);
                int group = state < 0 ? 0 : Syllables.groupAt(state);
                if (group != 0) {
                    follow(node, group, k, end, Trick.PINYIN.bit(), (char) 0, Syllables.syllableAt(state), depth);
                }
            }
        }
    }

    /** Whether a letter stands there that belongs to the word beginning at {@code from}. */
    private boolean isLetterAt(int k, int from) {
        return k < size && Symbols.isLetter(text[k]) && (k == from || Surroundings.runsOn(units, k));
    }

    /** Whether the unit may be a part of one character with the one before it. */
    private boolean partsOfOne(int k) {
        return units.gapLength(k) <= 1 || Surroundings.runsOn(units, k);
    }

    /** Unit after the same letter written again and again. */
    private int run(int k) {
        int end = k + 1;
        while (end < size && end - k < RUN_MAX && text[end] == text[k] && Surroundings.runsOn(units, end)) {
            end++;
        }
        return end;
    }

    private int own(int k) {
        return (units.how(k) & Characters.LEET_SYMBOL) != 0 ? Trick.LEET.bit() : 0;
    }

    private static int drawn(char c) {
        return Symbols.isDigit(c) ? Trick.LEET.bit() : Trick.LETTER_SHAPES.bit();
    }

    private void follow(int node, int symbol, int k, int next, int tricks, char standsFor, int syllable, int depth) {
        int to = depth == 1 ? index.node(firstSymbol, symbol) : index.child(node, symbol);
        if (to < 0) {
            return;
        }
        steps.put(depth, k, tricks, standsFor, syllable);
        reach(to, next, depth);
    }

    private void reach(int to, int next, int depth) {
        int end = index.patternsTo(to);
        for (int p = index.patternsFrom(to); p < end; p++) {
            if (mayBeMeant(p, depth)) {
                Hit hit = plausibility.judge(index.form(p), index.derivation(p), depth + 1, next);
                if (hit != null) {
                    hits.add(hit);
                }
            }
        }
        if (index.hasChildren(to)) {
            extend(to, next, depth + 1);
        }
    }

    /** A look at what needs no form: of names of two characters nearly all that sounds like one is refused by it. */
    private boolean mayBeMeant(int pattern, int depth) {
        if (depth != 1) {
            return true;
        }
        int derivation = index.derivation(pattern);
        if (derivation != Index.AS_WRITTEN) {
            return derivation == Index.DOUBLED || (steps.tricks[0] | steps.tricks[1]) == 0;
        }
        int letters = index.letters(pattern);
        return mayStandFor(0, (char) (letters >>> 16))
                && mayStandFor(1, (char) letters)
                && !(soundsOnly(0, (char) (letters >>> 16)) && soundsOnly(1, (char) letters));
    }

    private boolean mayStandFor(int step, char letter) {
        char stands = steps.stands[step];
        return stands == letter || stands == 0 || steps.tricks[step] == 0;
    }

    /** Whether the character is another of the same sound, and not one so rare that it stands there for its sound. */
    private boolean soundsOnly(int step, char letter) {
        char stands = steps.stands[step];
        return stands != letter && Characters.isHan(stands) && Characters.isHan(letter) && !Characters.isRare(stands);
    }
}
