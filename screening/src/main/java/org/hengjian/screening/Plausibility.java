package org.hengjian.screening;

import org.hengjian.screening.text.Characters;
import org.hengjian.screening.text.Units;
import org.hengjian.screening.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Whether letters that lead to a form are indeed meant as that form (可信性判断): a spelling may differ from the name, but
 * each difference must be a known trick, the place must fit, and no ordinary word may explain it better.
 */
final class Plausibility {

    private static final int OPAQUE = Trick.HOMOPHONE.bit()
            | Trick.FUZZY_HOMOPHONE.bit()
            | Trick.LOOK_ALIKE.bit()
            | Trick.INITIAL.bit()
            | Trick.REORDERED.bit()
            | Trick.ALL_INITIALS.bit()
            | Trick.MASKED.bit();

    /** A name of so many characters is known by the others when one is wrong; of three it is the last. */
    private static final int WRONG_IN_LEAST = 3;

    private static final int MARK_BETWEEN_SPACES = 3;
    private static final String OPENING = "(（[【「『〔《<";
    private static final String CLOSING = ")）]】」』〕》>";

    private final Index index;
    private final Units units;
    private final char[] text;
    private final Steps steps;
    private final Surroundings around;

    // What the judgement under way has found so far.
    private int tricks;
    private int changes;
    private int rare;
    private int pinyin;
    private int leet;
    private int wrong;
    private boolean toned;
    private boolean broken;
    private boolean weak;

    Plausibility(Index index, Units units, Steps steps, Surroundings around) {
        this.index = index;
        this.units = units;
        this.steps = steps;
        text = units.folded();
        this.around = around;
    }

    /**
     * The hit, null where the letters are not meant so.
     *
     * @param depth how many letters of the form the steps stand for
     * @param end   unit after the last
     */
    @Nullable
    Hit judge(Form form, int derivation, int depth, int end) {
        tricks = 0;
        changes = 0;
        rare = 0;
        pinyin = 0;
        leet = 0;
        wrong = -1;
        toned = true;
        broken = false;
        weak = false;
        boolean meant = derivation == Index.AS_WRITTEN
                ? letterByLetter(form.letters(), depth, end)
                : derived(form, derivation, depth);
        if (!meant) {
            return null;
        }
        int from = steps.from[0];
        folded(form, from, end);
        int gaps = gaps(form, derivation, depth, end);
        if (gaps < 0 || !around.bounded(form, from, end, tricks | gaps)) {
            return null;
        }
        tricks |= gaps;
        if (pinyin > 0 && form.han() > pinyin) {
            tricks = tricks & ~Trick.PINYIN.bit() | Trick.MIXED_SCRIPT.bit();
        }
        if (form.asWrittenOnly() && (tricks & ~Hit.INNOCENT) != 0
                || form.role() == Form.Role.MODEL && (tricks & ~(Hit.INNOCENT | Trick.LEET.bit())) != 0) {
            return null;
        }
        boolean holds = (!form.latin() || !hides(form))
                && drawnHolds(form, from, end)
                && pinyinHolds(form, from, end)
                && (form.han() != form.letters().length() || hanHolds(form, derivation, from, end))
                && (wrong < 0 || wrongHolds(form, from, end))
                && (derivation != Index.DOUBLED && derivation != Index.LEFT_OUT || lengthHolds(form, from, end))
                && (form.role() != Form.Role.CLAIM || claimHolds(form))
                && (form.beside().isEmpty() || around.nearest(form.beside(), form.besideBits(), from, end) >= 0)
                && ((tricks & Trick.ALL_INITIALS.bit()) == 0 || Words.english(text, from, end) == 0);
        if (!holds) {
            return null;
        }
        if (form.latin()
                && (tricks & (Trick.REPEATED.bit() | Trick.LETTER_SHAPES.bit())) != 0
                && Words.english(text, from, end) > 0) {
            weak = true;
        }
        return new Hit(index, form, from, end, units.start(from), units.end(end - 1), tricks, changes, rare, weak);
    }

    /** Whether each step is the letter of the form or stands for it. */
    private boolean letterByLetter(String letters, int depth, int end) {
        for (int i = 0; i < depth; i++) {
            char wanted = letters.charAt(i);
            int step = steps.tricks[i];
            char is = steps.stands[i];
            if (is == wanted) {
                tricks |= step;
                changes += step == 0 || step == Trick.REPEATED.bit() ? 0 : 1;
                leet += (step & (Trick.LEET.bit() | Trick.LETTER_SHAPES.bit())) != 0 ? 1 : 0;
                rare += step == Trick.LOOK_ALIKE.bit() && Characters.isRare(text[steps.from[i]]) ? 1 : 0;
                continue;
            }
            changes++;
            if (is == Steps.ANY) {
                if (!Characters.isHan(wanted) || letters.length() < WRONG_IN_LEAST || wrong >= 0) {
                    return false;
                }
                wrong = steps.from[i];
                tricks |= Trick.TYPO.bit();
            } else if (is == 0) {
                int to = i + 1 < depth ? steps.from[i + 1] : end;
                int length = to - steps.from[i];
                if (!Characters.reads(wanted, steps.syllable[i]) || length == 1 && letters.length() < 3) {
                    return false;
                }
                tricks |= Trick.PINYIN.bit();
                pinyin++;
            } else if (step != 0 || !Characters.isHan(wanted) || !Characters.isHan(is)) {
                return false;
            } else {
                tricks |= Characters.sameSyllable(wanted, is) ? Trick.HOMOPHONE.bit() : Trick.FUZZY_HOMOPHONE.bit();
                if (Characters.alike(wanted, is)) {
                    tricks |= Trick.LOOK_ALIKE.bit();
                }
                rare += Characters.isRare(is) ? 1 : 0;
                toned &= Characters.sameSound(wanted, is);
            }
        }
        return true;
    }

    /** Whether the characters, none replaced, are indeed the form's after the derivation. */
    private boolean derived(Form form, int derivation, int depth) {
        String letters = form.letters();
        if (derivation == Index.REORDERED && letters.length() != depth) {
            return false;
        }
        if (derivation == Index.DOUBLED || derivation == Index.LEFT_OUT) {
            return oneMoreOrLess(letters, depth);
        }
        int changed = 0;
        for (int i = 0; i < depth; i++) {
            char is = steps.stands[i];
            char instead = derivation == Index.MASKED ? Index.MASK : Characters.initial(letters.charAt(i));
            boolean own = derivation == Index.REORDERED
                    ? letters.indexOf(is) >= 0
                    : is == letters.charAt(i) || is == instead;
            changed += is == letters.charAt(i) ? 0 : 1;
            if (!own || steps.tricks[i] != 0) {
                return false;
            }
        }
        tricks |= switch (derivation) {
            case Index.INITIAL -> Trick.INITIAL.bit();
            case Index.ALL_INITIALS -> Trick.ALL_INITIALS.bit();
            case Index.MASKED -> Trick.MASKED.bit();
            default -> Trick.REORDERED.bit();
        };
        changes = derivation == Index.REORDERED ? 1 : changed;
        return true;
    }

    /** Whether the characters are the form's, one of them twice or left out. */
    private boolean oneMoreOrLess(String letters, int depth) {
        int other = 0;
        while (other < Math.min(depth, letters.length())
                && steps.stands[other] == letters.charAt(other)
                && steps.tricks[other] == 0) {
            other++;
        }
        int step = depth > letters.length() ? -1 : 1;
        if (step < 0 && (other == 0 || other == depth || steps.stands[other] != steps.stands[other - 1])) {
            return false;
        }
        for (int i = step < 0 ? other + 1 : other; i < depth; i++) {
            if (steps.stands[i] != letters.charAt(i + step) || steps.tricks[i] != 0) {
                return false;
            }
        }
        tricks |= Trick.TYPO.bit();
        changes = 1;
        return true;
    }

    private void folded(Form form, int from, int end) {
        for (int k = from; k < end; k++) {
            int how = units.how(k);
            if (how != 0) {
                tricks |= ((how & Characters.FULL_WIDTH) != 0 ? Trick.FULL_WIDTH.bit() : 0)
                        | ((how & Characters.TRADITIONAL) != 0 ? Trick.TRADITIONAL.bit() : 0)
                        | ((how & Characters.CONFUSABLE) != 0 ? Trick.CONFUSABLE.bit() : 0)
                        | ((how & Characters.DIACRITIC) != 0 ? Trick.DIACRITIC.bit() : 0)
                        | ((how & Characters.ENCLOSED) != 0 ? Trick.ENCLOSED.bit() : 0)
                        | ((how & Characters.PICTURE) != 0 ? Trick.LEET.bit() : 0);
                // 大🦢, 公🐮: an ordinary word, told by a picture, is the name only on its goods.
                weak |= (how & Characters.PICTURE) != 0 && (form.role() == Form.Role.NICKNAME || form.commonness() > 0);
            }
        }
        if ((tricks & Trick.DIACRITIC.bit()) != 0 && form.role() == Form.Role.NAME && form.latin() && !form.marked()) {
            tricks = tricks & ~Trick.DIACRITIC.bit() | Trick.ADDED_MARK.bit();
            weak = true;
        }
    }

    /** Letters drawn with digits or like others. */
    private boolean drawnHolds(Form form, int from, int end) {
        if (leet == 0) {
            return true;
        }
        if (!form.latin() || (tricks & Trick.SPACED.bit()) != 0 && !around.eachAlone(from, end)) {
            return false;
        }
        int length = form.letters().length();
        int kept = length - leet;
        weak = length < 4;
        return kept > 0 && length != 2 && (length >= 4 || leet == 1) && kept * 2 >= leet;
    }

    /** A name spelled in pinyin from end to end. */
    private boolean pinyinHolds(Form form, int from, int end) {
        if (pinyin == 0 || pinyin < form.letters().length()) {
            return true;
        }
        weak = true;
        return end - from >= 5 && !broken && Words.english(text, from, end) == 0;
    }

    /** One character that is wrong altogether: all others as they are, the whole a word by itself, no other word in it. */
    private boolean wrongHolds(Form form, int from, int end) {
        weak = true;
        return form.role() == Form.Role.NAME
                && form.han() == form.letters().length()
                && changes == 1
                && end - from == form.letters().length()
                && around.isolated(from, end)
                && !around.inAWord(wrong);
    }

    /** A name with a character twice or left out: nothing else beside it, and no word that explains it. */
    private boolean lengthHolds(Form form, int from, int end) {
        weak = true;
        return around.isolated(from, end)
                && around.explained(from, end, form) != Surroundings.Explained.WHOLLY
                && Words.chinese(text, from, end) == 0;
    }

    /** A name of Han characters alone: each change of a character needs an excuse that ordinary words do not give. */
    private boolean hanHolds(Form form, int derivation, int from, int end) {
        int length = form.letters().length();
        if ((tricks & OPAQUE) == 0) {
            return length > 2 || !around.partOfAnotherWord(from, end, form);
        }
        int kept = length - changes;
        boolean fuzzy = (tricks & Trick.FUZZY_HOMOPHONE.bit()) != 0;
        boolean moved = derivation != Index.AS_WRITTEN;
        if (!moved && (kept == 0 && rare < (length + 1) / 2 || length >= 4 && kept * 2 < length && rare == 0)) {
            return false;
        }
        if (length == 2 && !moved && rare == 0) {
            // Two ordinary characters: only where nothing else could be meant.
            boolean otherTone = fuzzy || (tricks & Trick.HOMOPHONE.bit()) != 0 && !toned;
            boolean drawn = (tricks & Trick.LOOK_ALIKE.bit()) != 0;
            boolean alone = drawn
                    ? from == 0 || units.gap(from) != 0 || around.standsApart(from, end)
                    : otherTone ? around.isolated(from, end) : around.standsApart(from, end);
            if (!alone || form.commonness() > 0 && !drawn) {
                return false;
            }
            weak = true;
        } else if (length == 2) {
            weak |= fuzzy || rare < changes || !around.standsApart(from, end);
        } else if (length == 3 && derivation != Index.ALL_INITIALS) {
            boolean drawn = (tricks & OPAQUE) == Trick.LOOK_ALIKE.bit() && changes == 1;
            weak |= drawn && rare == 0;
            boolean leads = from == 0 || units.gap(from) != 0; // 老千妈油辣椒: weak, so it needs its own goods
            boolean apart = rare > 0
                    || around.standsApart(from, end)
                    || drawn && (leads || around.betweenWords(from, end));
            if (!apart) {
                return false;
            }
            weak |= rare == 0 && (fuzzy || !toned || kept < 2);
        }
        weak |= (tricks & (Trick.ALL_INITIALS.bit() | Trick.MASKED.bit())) != 0
                || (tricks & Trick.INITIAL.bit()) != 0 && length == 2;
        if ((tricks & Trick.REORDERED.bit()) != 0 && length <= 3) {
            weak = true;
            if (!around.isolated(from, end)) {
                return false;
            }
        }
        var explained = around.explained(from, end, form);
        weak |= explained == Surroundings.Explained.PARTLY;
        return explained != Surroundings.Explained.WHOLLY;
    }

    /** Claims are words of every day with few letters: only spellings near to them are believed. */
    private boolean claimHolds(Form form) {
        int length = form.letters().length();
        int replaced = tricks
                & (Trick.HOMOPHONE.bit()
                        | Trick.LOOK_ALIKE.bit()
                        | Trick.LEET.bit()
                        | Trick.LETTER_SHAPES.bit()
                        | Trick.PINYIN.bit()
                        | Trick.MIXED_SCRIPT.bit()
                        | Trick.SPLIT.bit());
        if ((tricks
                        & (Trick.FUZZY_HOMOPHONE.bit()
                                | Trick.INITIAL.bit()
                                | Trick.ALL_INITIALS.bit()
                                | Trick.REORDERED.bit()))
                != 0) {
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
    private boolean hides(Form form) {
        int length = form.letters().length();
        int never = Trick.REPEATED.bit() | Trick.LETTER_SHAPES.bit();
        return length <= 3 && (tricks & never) != 0
                || length <= 2 && (tricks & (Trick.LEET.bit() | Trick.SPACED.bit())) != 0;
    }

    /** Tricks that the gaps inside amount to, -1 if they part the characters. */
    private int gaps(Form form, int derivation, int depth, int end) {
        int found = 0;
        int spaced = 0;
        boolean stepsOfOne = true;
        for (int i = 1; i < depth; i++) {
            int at = steps.from[i];
            int gap = units.gap(at);
            stepsOfOne &= at - steps.from[i - 1] == 1;
            boolean natural = derivation == Index.AS_WRITTEN && form.jointBefore(i);
            if (gap == 0) {
                if (natural && form.letters().length() <= 3) {
                    return -1;
                }
                continue;
            }
            if (natural
                    && (gap & ~(Characters.SPACE | Characters.JOINER | Characters.PUNCTUATION)) == 0
                    && units.gapLength(at) <= 3) {
                continue;
            }
            if (gap == Characters.ZERO_WIDTH) {
                found |= Trick.ZERO_WIDTH.bit();
            } else if (bracketed(at, end)) {
                weak |= depth < 3;
                found |= Trick.SYMBOLS.bit();
            } else if ((gap & Characters.PUNCTUATION) != 0) {
                if (depth < 3 ? !parted(form, at, end) : !around.isolated(steps.from[0], end)) {
                    return -1;
                }
                found |= Trick.SYMBOLS.bit();
                spaced++;
            } else if ((gap & Characters.SYMBOL) != 0 || (gap & Characters.JOINER) != 0) {
                boolean apart = (gap & Characters.SYMBOL) != 0 || isolatedLatin(form, steps.from[0], end);
                if (!apart || form.latin() && depth < 3 && !parted(form, at, end)) {
                    return -1;
                }
                found |= Trick.SYMBOLS.bit();
            } else {
                found |= Trick.SPACED.bit();
                spaced++;
            }
        }
        int inside = inside(depth, end);
        broken = inside != 0;
        found |= inside;
        if (spaced > 0) {
            boolean beforeWord = form.han() > 0
                    && (steps.from[0] == 0 || units.gap(steps.from[0]) != 0)
                    && around.wordStartsAt(end)
                    && !around.partOfAnotherWord(steps.from[0], end, form);
            if (!around.isolated(steps.from[0], end) && !beforeWord) {
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
            if (form.latin() && depth < 3 && !parted(form, steps.from[1], end)) {
                return -1;
            }
        }
        if ((tricks & Trick.TRADITIONAL.bit()) != 0 && found == 0) {
            return 0;
        }
        return found;
    }

    /** Tricks that the gaps inside of letters amount to: in the spelling of one, between its parts, in a run of it. */
    private int inside(int depth, int end) {
        if (end - steps.from[0] == depth) {
            return 0;
        }
        int found = 0;
        for (int i = 0; i < depth; i++) {
            int to = i + 1 < depth ? steps.from[i + 1] : end;
            for (int k = steps.from[i] + 1; k < to; k++) {
                int gap = units.gap(k);
                found |= gap == 0 || gap == Characters.SPACE
                        ? 0
                        : gap == Characters.ZERO_WIDTH ? Trick.ZERO_WIDTH.bit() : Trick.SYMBOLS.bit();
            }
        }
        return found;
    }

    /** 古【驰】, 戴（森）: the last characters of the name stand in brackets, which close behind it. */
    private boolean bracketed(int at, int end) {
        String written = units.text();
        int before = units.start(at) - 1;
        int after = units.end(end - 1);
        int pair = before < 0 || after >= written.length() ? -1 : OPENING.indexOf(written.charAt(before));
        return pair >= 0 && units.gapLength(at) == 1 && written.charAt(after) == CLOSING.charAt(pair);
    }

    /** Two letters with one mark between them and spaces around, as 茅|台 or L.V: hardly a list, weak all the same. */
    private boolean parted(Form form, int second, int end) {
        if (form.letters().length() != 2 || form.commonness() > 0 || !isOneMark(second)) {
            return false;
        }
        int from = steps.from[0];
        if (!form.latin() && (from == 0 || units.gap(from) == Characters.SPACE) && goesOnParted(second, end)) {
            return true;
        }
        boolean capitals = !form.latin()
                || Character.isUpperCase(units.text().charAt(units.start(from)))
                        && Character.isUpperCase(units.text().charAt(units.start(second)));
        weak |= capitals;
        return capitals && around.spaced(from) && around.spaced(end);
    }

    /** One mark, or one with a space on both sides where Han characters stand (兰 / 蔻). */
    private boolean isOneMark(int second) {
        int length = units.gapLength(second);
        return length == 1
                || length == MARK_BETWEEN_SPACES
                        && Characters.isHan(text[second])
                        && units.text().substring(units.end(second - 1), units.start(second)).strip().length() == 1;
    }

    /** 迪/奥/烈/艳: the next characters are parted by the same mark. */
    private boolean goesOnParted(int second, int end) {
        if (end + 1 >= units.size() || units.gapLength(end) != 1 || units.gapLength(end + 1) != 1) {
            return false;
        }
        String written = units.text();
        char mark = written.charAt(units.start(second) - 1);
        return written.charAt(units.start(end) - 1) == mark && written.charAt(units.start(end + 1) - 1) == mark;
    }

    private boolean isolatedLatin(Form form, int from, int end) {
        return form.han() > 0 || around.isolated(from, end);
    }

    /** Whether no piece is a word, or another piece is a long one that is none: otherwise the gap is ordinary. */
    private boolean piecesAreNoWords(int end) {
        int piece = steps.from[0];
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
}
