package org.hengjian.screening;

import java.util.ArrayList;
import java.util.List;
import org.hengjian.screening.text.Characters;
import org.hengjian.screening.text.Syllables;
import org.hengjian.screening.text.Symbols;
import org.hengjian.screening.text.Units;
import org.hengjian.screening.text.Words;

/**
 * One pass of one text over one index (扫描). At each place all readings of the next characters are tried: as
 * themselves, by sound, by likeness, composed of two, spelled in pinyin, drawn with digits. Work at a place is bounded,
 * so the whole is linear.
 */
final class Scan {

    private static final int STEPS_AT_A_PLACE_MAX = 300;
    private static final int HITS_MAX = 256;
    private static final int GAP_LENGTH_MAX = 12;
    private static final int DEPTH_MAX = 40;

    private final Index index;
    private final Units units;
    private final char[] text;
    private final int size;
    private final boolean disguised;
    private final List<Hit> hits = new ArrayList<>();

    private final int[] stepFrom = new int[DEPTH_MAX + 1];
    private final int[] stepTricks = new int[DEPTH_MAX + 1];
    private final char[] stepChar = new char[DEPTH_MAX + 1];
    private int firstSymbol;
    private int budget;

    private Scan(Index index, Units units, boolean disguised) {
        this.index = index;
        this.units = units;
        this.disguised = disguised;
        text = units.folded();
        size = units.size();
    }

    /** @param disguised whether to look for altered spellings too */
    static List<Hit> of(Index index, Units units, boolean disguised) {
        var scan = new Scan(index, units, disguised);
        scan.run();
        return scan.hits;
    }

    private void run() {
        for (int k = 0; k + 1 < size && hits.size() < HITS_MAX; k++) {
            char c = text[k];
            if (Symbols.isLetter(c) || Symbols.isDigit(c)) {
                boolean tokenStart = k == 0 || units.gap(k) != 0 || !alphanumeric(text[k - 1]);
                if (tokenStart) {
                    beginAtLetter(k, c);
                    typo(k);
                }
            } else {
                beginAtHan(k, c);
            }
        }
    }

    private void beginAtHan(int k, char c) {
        int symbol = Symbols.of(c);
        char next = text[k + 1];
        int nextSymbol = Symbols.of(next);
        boolean nextHan = nextSymbol < Symbols.LETTERS;
        boolean sounds = index.hasPair(symbol, nextSymbol);
        boolean looks = disguised && (nextHan ? index.mayBegin(c, next) : index.begins(c));
        if (!sounds && !looks) {
            return;
        }
        budget = STEPS_AT_A_PLACE_MAX;
        begin(symbol, k, k + 1, 0, c);
        if (!looks) {
            return;
        }
        if (index.seconds(next)) {
            for (char other : Characters.alike(c)) {
                if (index.begins(other) && index.hasPair(Symbols.of(other), nextSymbol)) {
                    budget = STEPS_AT_A_PLACE_MAX;
                    begin(Symbols.of(other), k, k + 1, Trick.LOOK_ALIKE.bit(), other);
                }
            }
        }
        char whole = Characters.composed(c, next);
        if (whole != 0 && k + 2 < size && units.gapLength(k + 1) <= 1) {
            budget = STEPS_AT_A_PLACE_MAX;
            begin(Symbols.of(whole), k, k + 2, Trick.SPLIT.bit(), whole);
        }
    }

    private void beginAtLetter(int k, char c) {
        budget = STEPS_AT_A_PLACE_MAX;
        int own = (units.how(k) & Characters.LEET_SYMBOL) != 0 ? Trick.LEET.bit() : 0;
        begin(Symbols.of(c), k, k + 1, own, c);
        if (!disguised) {
            return;
        }
        String stands = stands(c);
        for (int i = 0; i < stands.length(); i++) {
            char letter = stands.charAt(i);
            begin(Symbols.of(letter), k, k + 1, drawn(c), letter);
        }
        int state = 0;
        for (int length = 1; state >= 0 && letters(k, length); length++) {
            state = Syllables.next(state, text[k + length - 1]);
            int group = state < 0 ? 0 : Syllables.groupAt(state);
            if (group != 0) {
                begin(group, k, k + length, Trick.PINYIN.bit(), (char) 0);
            }
        }
        int repeated = k + 1;
        while (repeated < size && repeated - k < 16 && text[repeated] == c && units.gap(repeated) == 0) {
            repeated++;
        }
        if (repeated > k + 1) {
            begin(Symbols.of(c), k, repeated, own | Trick.REPEATED.bit(), c);
        }
    }

    private void begin(int symbol, int from, int to, int tricks, char standsFor) {
        firstSymbol = symbol;
        stepFrom[0] = from;
        stepTricks[0] = tricks;
        stepChar[0] = standsFor;
        extend(-1, to, 1);
    }

    private void extend(int node, int k, int depth) {
        if (k >= size || depth >= DEPTH_MAX || --budget < 0) {
            return;
        }
        int gap = units.gap(k);
        if (gap != 0 && (!disguised && (gap & ~(Characters.SPACE | Characters.JOINER)) != 0
                || units.gapLength(k) > GAP_LENGTH_MAX)) {
            return;
        }
        char c = text[k];
        int own = (units.how(k) & Characters.LEET_SYMBOL) != 0 ? Trick.LEET.bit() : 0;
        follow(node, Symbols.of(c), k, k + 1, own, c, depth);
        if (!disguised) {
            return;
        }
        if (Symbols.isLetter(c) || Symbols.isDigit(c)) {
            extendByLetter(node, k, depth, c, own);
        } else {
            if (depth > 1 || stepTricks[0] == 0 && index.begins(stepChar[0])) {
                int symbol = Symbols.of(c);
                for (char other : Characters.alike(c)) {
                    int likeness = Symbols.of(other);
                    if (likeness != symbol && (depth > 1 || index.hasPair(firstSymbol, likeness))) {
                        follow(node, likeness, k, k + 1, Trick.LOOK_ALIKE.bit(), other, depth);
                    }
                }
            }
            if (k + 1 < size && units.gapLength(k + 1) <= 1) {
                char whole = Characters.composed(c, text[k + 1]);
                if (whole != 0) {
                    follow(node, Symbols.of(whole), k, k + 2, Trick.SPLIT.bit(), whole, depth);
                }
            }
        }
    }

    private void extendByLetter(int node, int k, int depth, char c, int own) {
        String stands = stands(c);
        for (int i = 0; i < stands.length(); i++) {
            char letter = stands.charAt(i);
            follow(node, Symbols.of(letter), k, k + 1, drawn(c), letter, depth);
        }
        if (k + 1 < size && units.gap(k + 1) == 0) {
            char next = text[k + 1];
            if (next == c) {
                int repeated = k + 1;
                while (repeated < size && repeated - k < 16 && text[repeated] == c && units.gap(repeated) == 0) {
                    repeated++;
                }
                follow(node, Symbols.of(c), k, repeated, own | Trick.REPEATED.bit(), c, depth);
                if (repeated - k > 2) {
                    // A doubled letter of the name, written three times.
                    follow(node, Symbols.of(c), k, k + 1, own | Trick.REPEATED.bit(), c, depth);
                }
            }
            char drawn = c == 'v' && next == 'v' ? 'w' : c == 'r' && next == 'n' ? 'm' : c == 'c' && next == 'l' ? 'd' : 0;
            if (drawn != 0) {
                follow(node, Symbols.of(drawn), k, k + 2, Trick.LETTER_SHAPES.bit(), drawn, depth);
            }
        }
        boolean syllableMayStart = !alphanumeric(text[k - 1]) || units.gap(k) != 0
                || (stepTricks[depth - 1] & Trick.PINYIN.bit()) != 0;
        if (syllableMayStart && Symbols.isLetter(c)) {
            int state = 0;
            for (int length = 1; state >= 0 && letters(k, length); length++) {
                state = Syllables.next(state, text[k + length - 1]);
                int group = state < 0 ? 0 : Syllables.groupAt(state);
                if (group != 0) {
                    follow(node, group, k, k + length, Trick.PINYIN.bit(), (char) 0, depth);
                }
            }
        }
    }

    private boolean letters(int k, int length) {
        int last = k + length - 1;
        return last < size && Symbols.isLetter(text[last]) && (length == 1 || units.gap(last) == 0);
    }

    private String spelled(int k, int length) {
        return new String(text, k, length);
    }

    private void follow(int node, int symbol, int k, int next, int tricks, char standsFor, int depth) {
        int to = depth == 1 ? index.node(firstSymbol, symbol) : index.child(node, symbol);
        if (to < 0) {
            return;
        }
        stepFrom[depth] = k;
        stepTricks[depth] = tricks;
        stepChar[depth] = standsFor;
        for (int p = index.patternsFrom(to); p < index.patternsTo(to); p++) {
            verify(index.form(p), index.derivation(p), depth + 1, next);
        }
        if (index.hasChildren(to)) {
            extend(to, next, depth + 1);
        }
    }

    /** Letters that a digit or letter is drawn like. */
    private static String stands(char c) {
        return switch (c) {
            case '0' -> "o";
            case '1' -> "il";
            case '2' -> "z";
            case '3' -> "e";
            case '4' -> "a";
            case '5' -> "s";
            case '6' -> "gb";
            case '7' -> "t";
            case '8' -> "b";
            case '9' -> "gq";
            case 'l' -> "i";
            case 'i' -> "l";
            default -> "";
        };
    }

    private static int drawn(char c) {
        return Symbols.isDigit(c) ? Trick.LEET.bit() : Trick.LETTER_SHAPES.bit();
    }

    /** Whether ordinary text hardly ever has the character: then it stands there for its sound or look. */
    private static boolean rare(char c) {
        return Characters.frequency(c) <= 3;
    }

    private static boolean alphanumeric(char c) {
        return Symbols.isLetter(c) || Symbols.isDigit(c);
    }

    private void verify(Form form, int derivation, int depth, int end) {
        int from = stepFrom[0];
        String letters = form.letters();
        int tricks = 0;
        int changes = 0;
        int rare = 0;
        int pinyin = 0;
        int leet = 0;
        boolean toned = true;
        if (derivation == Index.AS_WRITTEN) {
            for (int i = 0; i < depth; i++) {
                char wanted = letters.charAt(i);
                int step = stepTricks[i];
                char is = stepChar[i];
                if (is == wanted) {
                    tricks |= step;
                    changes += step == 0 || step == Trick.REPEATED.bit() ? 0 : 1;
                    leet += (step & (Trick.LEET.bit() | Trick.LETTER_SHAPES.bit())) != 0 ? 1 : 0;
                    rare += step == Trick.LOOK_ALIKE.bit() && rare(text[stepFrom[i]]) ? 1 : 0;
                    continue;
                }
                changes++;
                if (is == 0) {
                    int to = i + 1 < depth ? stepFrom[i + 1] : end;
                    if (!Characters.reads(wanted, spelled(stepFrom[i], to - stepFrom[i]))
                            || to - stepFrom[i] == 1 && letters.length() < 3) {
                        return;
                    }
                    tricks |= Trick.PINYIN.bit();
                    pinyin++;
                } else if (step != 0) {
                    return;
                } else if (!Characters.isHan(wanted) || !Characters.isHan(is)) {
                    return;
                } else {
                    boolean exact = Characters.sameSyllable(wanted, is);
                    tricks |= exact ? Trick.HOMOPHONE.bit() : Trick.FUZZY_HOMOPHONE.bit();
                    if (Characters.alike(wanted, is)) {
                        tricks |= Trick.LOOK_ALIKE.bit();
                    }
                    rare += rare(is) ? 1 : 0;
                    toned &= Characters.sameSound(wanted, is);
                }
            }
        } else {
            for (int i = 0; i < depth; i++) {
                if (stepTricks[i] != 0) {
                    return;
                }
            }
            if (!derived(form, derivation, depth)) {
                return;
            }
            tricks |= switch (derivation) {
                case Index.INITIAL -> Trick.INITIAL.bit();
                case Index.ALL_INITIALS -> Trick.ALL_INITIALS.bit();
                default -> Trick.REORDERED.bit();
            };
            changes = derivation == Index.ALL_INITIALS ? depth : 1;
        }
        for (int k = from; k < end; k++) {
            int how = units.how(k);
            if (how != 0) {
                tricks |= ((how & Characters.FULL_WIDTH) != 0 ? Trick.FULL_WIDTH.bit() : 0)
                        | ((how & Characters.TRADITIONAL) != 0 ? Trick.TRADITIONAL.bit() : 0)
                        | ((how & Characters.CONFUSABLE) != 0 ? Trick.CONFUSABLE.bit() : 0)
                        | ((how & Characters.DIACRITIC) != 0 ? Trick.DIACRITIC.bit() : 0)
                        | ((how & Characters.ENCLOSED) != 0 ? Trick.ENCLOSED.bit() : 0);
            }
        }
        int gaps = gaps(form, derivation, depth, end, tricks);
        if (gaps < 0 || !bounded(form, from, end, tricks | gaps)) {
            return;
        }
        tricks |= gaps;
        if (pinyin > 0 && form.han() > pinyin) {
            tricks = tricks & ~Trick.PINYIN.bit() | Trick.MIXED_SCRIPT.bit();
        }
        boolean weak = false;
        if (form.latin() && hides(form, tricks)) {
            return;
        }
        if (leet > 0 && (!form.latin()
                || (tricks & Trick.SPACED.bit()) != 0 && !eachAlone(from, end))) {
            return;
        }
        if (form.latin() && leet > 0) {
            int kept = letters.length() - leet;
            if (kept == 0 || letters.length() < 4 && leet > 1 || letters.length() == 2 || kept * 2 < leet) {
                return;
            }
            weak = letters.length() < 4;
        }
        if (pinyin > 0 && pinyin == letters.length()) {
            int length = end - from;
            if (length < 5 || Words.english(text, from, end) > 0) {
                return;
            }
            weak = true;
        }
        int opaque = tricks & (Trick.HOMOPHONE.bit() | Trick.FUZZY_HOMOPHONE.bit() | Trick.LOOK_ALIKE.bit()
                | Trick.INITIAL.bit() | Trick.REORDERED.bit() | Trick.ALL_INITIALS.bit());
        if (form.han() > 0 && form.han() == letters.length()) {
            if (opaque != 0) {
                int kept = letters.length() - changes;
                Explained explained = explained(from, end, form);
                if (explained == Explained.WHOLLY) {
                    return;
                }
                weak |= explained == Explained.PARTLY;
                boolean fuzzy = (tricks & Trick.FUZZY_HOMOPHONE.bit()) != 0;
                boolean moved = derivation != Index.AS_WRITTEN;
                if (!moved && kept == 0 && rare < (letters.length() + 1) / 2) {
                    return;
                }
                if (!moved && letters.length() >= 4 && kept * 2 < letters.length() && rare == 0) {
                    return;
                }
                if (letters.length() == 2 && !moved && rare == 0) {
                    // Two ordinary characters: only where nothing else could be meant.
                    boolean otherTone = fuzzy || (tricks & Trick.HOMOPHONE.bit()) != 0 && !toned;
                    if (otherTone ? fuzzy || !isolated(from, end) : !standsApart(from, end)) {
                        return;
                    }
                    if (form.commonness() > 0) {
                        return;
                    }
                    weak = true;
                } else if (letters.length() == 2) {
                    weak |= fuzzy || rare < changes || !standsApart(from, end);
                } else if (letters.length() == 3) {
                    weak |= rare == 0 && (fuzzy || !toned || kept < 2 || !standsApart(from, end));
                    if (weak && rare == 0 && !standsApart(from, end)) {
                        return;
                    }
                }
                weak |= (tricks & Trick.ALL_INITIALS.bit()) != 0
                        || (tricks & Trick.INITIAL.bit()) != 0 && letters.length() == 2;
                if ((tricks & Trick.REORDERED.bit()) != 0 && letters.length() <= 3) {
                    if (!isolated(from, end)) {
                        return;
                    }
                    weak = true;
                }
            } else if (letters.length() <= 2 && partOfAnotherWord(from, end, form)) {
                return;
            }
        }
        if (form.role() == Form.Role.CLAIM && !claimHolds(form, tricks, changes, rare)) {
            return;
        }
        if ((tricks & Trick.ALL_INITIALS.bit()) != 0 && Words.english(text, from, end) > 0) {
            return;
        }
        if (form.latin() && (tricks & (Trick.REPEATED.bit() | Trick.LETTER_SHAPES.bit())) != 0
                && Words.english(text, from, end) > 0) {
            weak = true;
        }
        if (form.role() == Form.Role.CUE && (tricks & ~(Hit.INNOCENT | Trick.SPACED.bit() | Trick.FULL_WIDTH.bit())) != 0) {
            return;
        }
        hits.add(new Hit(
                index, form, from, end, units.start(from), units.end(end - 1), tricks, changes, rare, weak));
    }

    /** Claims are words of every day with few letters: only spellings near to them are believed. */
    private static boolean claimHolds(Form form, int tricks, int changes, int rare) {
        int length = form.letters().length();
        int replaced = tricks & (Trick.HOMOPHONE.bit() | Trick.LOOK_ALIKE.bit() | Trick.LEET.bit()
                | Trick.LETTER_SHAPES.bit() | Trick.PINYIN.bit() | Trick.MIXED_SCRIPT.bit() | Trick.SPLIT.bit());
        if ((tricks & (Trick.FUZZY_HOMOPHONE.bit() | Trick.INITIAL.bit() | Trick.ALL_INITIALS.bit()
                | Trick.REORDERED.bit())) != 0) {
            return false;
        }
        if (replaced == 0) {
            return true;
        }
        if (form.latin()) {
            return length >= 5 && (tricks & Trick.LEET.bit()) != 0 && (tricks & Trick.LETTER_SHAPES.bit()) == 0;
        }
        if (form.han() < length) {
            return false;
        }
        if ((tricks & Trick.SPLIT.bit()) != 0) {
            return true;
        }
        boolean onlyAlike = (tricks & Trick.HOMOPHONE.bit()) == 0;
        return (length - changes) * 2 >= length && (rare > 0 || !onlyAlike || length >= 4);
    }

    /** Names of two or three letters are too short for most tricks: 3mm is a length, not a brand. */
    private static boolean hides(Form form, int tricks) {
        int length = form.letters().length();
        int never = Trick.REPEATED.bit() | Trick.LETTER_SHAPES.bit();
        return length <= 3 && (tricks & never) != 0
                || length <= 2 && (tricks & (Trick.LEET.bit() | Trick.SPACED.bit() | Trick.SYMBOLS.bit())) != 0;
    }

    /** Whether the characters are indeed the form's, after the derivation. */
    private boolean derived(Form form, int derivation, int depth) {
        String letters = form.letters();
        if (derivation == Index.REORDERED) {
            if (letters.length() != depth) {
                return false;
            }
            // The same characters in another order, none replaced.
            boolean same = true;
            for (int i = 0; i < depth; i++) {
                same &= letters.indexOf(stepChar[i]) >= 0;
            }
            return same;
        }
        for (int i = 0; i < depth; i++) {
            char wanted = letters.charAt(i);
            char is = stepChar[i];
            if (is != wanted && is != Characters.initial(wanted)) {
                return false;
            }
        }
        return true;
    }

    /** Tricks that the gaps inside amount to, -1 if they part the characters. */
    private int gaps(Form form, int derivation, int depth, int end, int tricks) {
        int found = 0;
        int spaced = 0;
        boolean stepsOfOne = true;
        for (int i = 1; i < depth; i++) {
            int at = stepFrom[i];
            int gap = units.gap(at);
            stepsOfOne &= at - stepFrom[i - 1] == 1;
            boolean natural = derivation == Index.AS_WRITTEN && form.jointBefore(i);
            if (gap == 0) {
                if (natural && form.letters().length() <= 3) {
                    return -1;
                }
                continue;
            }
            if (natural && (gap & ~(Characters.SPACE | Characters.JOINER | Characters.PUNCTUATION)) == 0
                    && units.gapLength(at) <= 3) {
                continue;
            }
            if (gap == Characters.ZERO_WIDTH) {
                found |= Trick.ZERO_WIDTH.bit();
            } else if ((gap & Characters.PUNCTUATION) != 0) {
                if (depth < 3 || !isolated(stepFrom[0], end)) {
                    return -1;
                }
                found |= Trick.SYMBOLS.bit();
                spaced++;
            } else if ((gap & Characters.SYMBOL) != 0 || (gap & Characters.JOINER) != 0) {
                if ((gap & Characters.SYMBOL) == 0 && !isolatedLatin(form, stepFrom[0], end)) {
                    return -1;
                }
                found |= Trick.SYMBOLS.bit();
            } else {
                found |= Trick.SPACED.bit();
                spaced++;
            }
        }
        if (form.role() == Form.Role.CUE) {
            return found == 0 || found == Trick.SPACED.bit() && form.latin() ? 0 : -1;
        }
        if (spaced > 0) {
            boolean beforeWord = form.han() > 0 && (stepFrom[0] == 0 || units.gap(stepFrom[0]) != 0)
                    && wordStartsAt(end) && !partOfAnotherWord(stepFrom[0], end, form);
            if (!isolated(stepFrom[0], end) && !beforeWord) {
                return -1;
            }
            boolean all = stepsOfOne && spaced >= depth - 1 - Long.bitCount(form.joints());
            if (form.latin() && !all) {
                if (depth < 5 && spaced > 0 && !(depth >= 4 && piecesAreNoWords(end))) {
                    return -1;
                }
                if (!piecesAreNoWords(end)) {
                    return -1;
                }
            }
            if (form.latin() && depth < 3) {
                return -1;
            }
        }
        if ((tricks & Trick.TRADITIONAL.bit()) != 0 && found == 0) {
            return 0;
        }
        return found;
    }

    private boolean isolatedLatin(Form form, int from, int end) {
        return form.han() > 0 || isolated(from, end);
    }

    /** A gap, a border or another script on both sides. */
    private boolean isolated(int from, int end) {
        boolean han = Characters.isHan(text[from]);
        boolean before = from == 0 || units.gap(from) != 0 || Characters.isHan(text[from - 1]) != han;
        boolean hanLast = Characters.isHan(text[end - 1]);
        boolean after = end == size || units.gap(end) != 0 || Characters.isHan(text[end]) != hanLast;
        return before && after;
    }

    /** Whether no piece is a word, or another piece is a long one that is none: otherwise the gap is ordinary. */
    private boolean piecesAreNoWords(int end) {
        int piece = stepFrom[0];
        boolean word = false;
        boolean odd = false;
        for (int k = piece + 1; k <= end; k++) {
            if (k == end || units.gap(k) != 0) {
                boolean known = k - piece >= 2 && Words.english(text, piece, k) >= 2;
                word |= known;
                odd |= !known && k - piece >= 5;
                piece = k;
            }
        }
        return !word || odd;
    }

    /** Letters must not go on on either side, except in ways that names do. */
    private boolean bounded(Form form, int from, int end, int tricks) {
        if (Symbols.isDigit(text[from]) || Symbols.isLetter(text[from])) {
            if (from > 0 && units.gap(from) == 0 && alphanumeric(text[from - 1])) {
                return false;
            }
        }
        if (end < size && units.gap(end) == 0 && alphanumeric(text[end - 1]) && alphanumeric(text[end])) {
            if (Symbols.isDigit(text[end])) {
                return form.letters().length() >= 3 && !Symbols.isDigit(text[end - 1]);
            }
            if (form.role() != Form.Role.CUE && form.latin() && form.letters().length() >= 4 && text[end] == 's'
                    && (end + 1 == size || units.gap(end + 1) != 0 || !alphanumeric(text[end + 1]))) {
                return true;
            }
            if (form.role() != Form.Role.NAME || !form.latin() || form.letters().length() < 5
                    || (tricks & ~Hit.INNOCENT) != 0) {
                return false;
            }
            int token = end;
            while (token < size && units.gap(token) == 0 && Symbols.isLetter(text[token])) {
                token++;
            }
            return token - end >= 3 && text[end] != text[end - 1]
                    && Words.english(text, from, token) == 0 && form.commonness() == 0;
        }
        return true;
    }

    private enum Explained {
        NOT,
        PARTLY,
        WHOLLY
    }

    /** How far a changed spelling is explained by ordinary words. */
    private Explained explained(int from, int end, Form form) {
        Explained explained = Explained.NOT;
        for (int k = from + 1; k < end; k++) {
            if (units.gap(k) != 0) {
                return Explained.NOT;
            }
        }
        for (int a = Math.max(0, from - 3); a < end; a++) {
            for (int b = a + 2; b <= Math.min(size, a + 4); b++) {
                if (b <= from || !contiguous(a, b) || Words.chinese(text, a, b) == 0) {
                    continue;
                }
                boolean inside = a >= from && b <= end;
                if (inside && b - a < end - from) {
                    if (form.letters().length() <= 3 && (end - from) - (b - a) <= 1) {
                        explained = Explained.PARTLY;
                    }
                    continue;
                }
                if (inside || a <= from && b >= end) {
                    return Explained.WHOLLY;
                }
                boolean crossesLeft = a < from;
                if (crossesLeft && !wordEndsAt(from) || !crossesLeft && !wordStartsAt(end)) {
                    return Explained.WHOLLY;
                }
            }
        }
        return explained;
    }

    /** Whether every character stands alone between gaps. */
    private boolean eachAlone(int from, int end) {
        for (int k = from + 1; k < end; k++) {
            if (units.gap(k) == 0) {
                return false;
            }
        }
        return true;
    }

    /** A border or a gap on one side, and on the other as well or an ordinary word. */
    private boolean standsApart(int from, int end) {
        boolean left = from == 0 || units.gap(from) != 0 || !Characters.isHan(text[from - 1]);
        boolean right = end == size || units.gap(end) != 0 || !Characters.isHan(text[end]);
        return left && (right || wordStartsAt(end)) || right && wordEndsAt(from);
    }

    private boolean partOfAnotherWord(int from, int end, Form form) {
        for (int a = Math.max(0, from - 3); a < from; a++) {
            for (int b = from + 1; b <= Math.min(size, a + 4); b++) {
                if (b - a >= 2 && contiguous(a, b) && Words.chinese(text, a, b) > 0 && !wordEndsAt(from)) {
                    return true;
                }
            }
        }
        if (form.role() == Form.Role.NICKNAME || form.commonness() > 0) {
            for (int a = from + 1; a < end; a++) {
                for (int b = end + 1; b <= Math.min(size, a + 4); b++) {
                    if (contiguous(a, b) && Words.chinese(text, a, b) > 0 && !wordStartsAt(end)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean contiguous(int a, int b) {
        for (int k = a + 1; k < b; k++) {
            if (units.gap(k) != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean wordEndsAt(int end) {
        for (int a = Math.max(0, end - 4); a <= end - 2; a++) {
            if (contiguous(a, end) && Words.chinese(text, a, end) > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean wordStartsAt(int from) {
        for (int b = from + 2; b <= Math.min(size, from + 4); b++) {
            if (contiguous(from, b) && Words.chinese(text, from, b) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The word here, and it with the next one or two, may be a name one letter off. */
    private void typo(int k) {
        Typos typos = index.typos();
        if (!disguised || typos.isEmpty()) {
            return;
        }
        int end = k;
        for (int words = 0; words < 3 && end < size; words++) {
            if (words > 0 && (units.gap(end) & ~(Characters.SPACE | Characters.JOINER)) != 0) {
                return;
            }
            int start = end;
            while (end < size && (end == start || units.gap(end) == 0) && Symbols.isLetter(text[end])
                    && end - k <= Typos.LONGEST) {
                end++;
            }
            if (end == start || end < size && units.gap(end) == 0 && alphanumeric(text[end])) {
                return;
            }
            if (end - k >= Typos.SHORTEST - 1 && end - k <= Typos.LONGEST) {
                typo(typos, k, end, words);
            }
        }
    }

    private void typo(Typos typos, int k, int end, int joined) {
        for (int h = hits.size() - 1; h >= 0 && hits.get(h).to() > k; h--) {
            Hit hit = hits.get(h);
            if (hit.from() <= k && hit.to() >= end) {
                return;
            }
        }
        int near = typos.near(text, k, end, index.forms());
        if (near < 0) {
            return;
        }
        Form form = index.forms().get(near);
        int length = end - k;
        if (joined > 0 && Long.bitCount(form.joints()) != joined) {
            return;
        }
        boolean word = Words.english(text, k, end) > 0;
        String letters = form.letters();
        if (word && (letters.length() > length ? letters.startsWith(spelled(k, length))
                : spelled(k, length).startsWith(letters))) {
            return;
        }
        int tricks = Trick.TYPO.bit();
        for (int i = k; i < end; i++) {
            tricks |= (units.how(i) & Characters.CONFUSABLE) != 0 ? Trick.CONFUSABLE.bit() : 0;
        }
        boolean weak = word || letters.length() < 7 || form.commonness() > 0;
        hits.add(new Hit(index, form, k, end, units.start(k), units.end(end - 1), tricks, 1, 0, weak));
    }
}
