package org.hengjian.screening;

import java.util.Arrays;
import java.util.List;
import org.hengjian.screening.text.Characters;
import org.hengjian.screening.text.Units;

/**
 * Words looked for as they are written (词表): nobody hides a cue, so no other spelling is asked for. The first two
 * characters lead to the few words that begin so.
 */
final class Vocabulary {

    private static final int GAP_LENGTH_MAX = 12;
    private static final int JOINT_LENGTH_MAX = 3;
    private static final int SHORT = 3;

    /** Ways of writing a letter that leave it what it is. */
    private static final int AS_IT_IS = Characters.FULL_WIDTH | Characters.TRADITIONAL | Characters.DIACRITIC;

    private final List<Form> words;

    /** By slot: two characters, and the number of the first word that begins so; from word to word the next; 0 ends it. */
    private final int[] pairs;

    private final int[] heads;
    private final int[] next;

    /** The third letter of each word, 0 where it has but two: it tells most words apart before the word itself is looked at. */
    private final char[] thirds;

    /** Words of fewer than two significant characters are left out. */
    Vocabulary(List<Form> words) {
        this.words = List.copyOf(words);
        int slots = Integer.highestOneBit(Math.max(8, words.size()) * 2 - 1) * 2;
        pairs = new int[slots];
        heads = new int[slots];
        next = new int[words.size()];
        thirds = new char[words.size()];
        Integer[] order = new Integer[words.size()];
        Arrays.setAll(order, i -> i);
        // Each is put before the ones already there, so that the shorter come first, and of equal ones the earlier.
        Arrays.sort(order, (a, b) -> {
            int longer =
                    words.get(b).letters().length() - words.get(a).letters().length();
            return longer != 0 ? longer : b - a;
        });
        for (int word : order) {
            if (words.get(word).searchable()) {
                String letters = words.get(word).letters();
                int slot = slot(letters.charAt(0) << 16 | letters.charAt(1));
                pairs[slot] = letters.charAt(0) << 16 | letters.charAt(1);
                next[word] = heads[slot];
                thirds[word] = letters.length() > 2 ? letters.charAt(2) : 0;
                heads[slot] = word + 1;
            }
        }
    }

    /** Number of the shortest word that begins at the unit, -1 if none does. */
    int first(Units units, Surroundings around, int k) {
        char[] text = units.folded();
        if (k + 1 >= units.size()) {
            return -1;
        }
        int word = heads[slot(text[k] << 16 | text[k + 1])] - 1;
        boolean insideAWord = word >= 0
                && k > 0
                && units.gap(k) == 0
                && Surroundings.alphanumeric(text[k])
                && Surroundings.alphanumeric(text[k - 1]);
        return insideAWord ? -1 : standing(word, units, around, k);
    }

    /** Number of the next longer word that begins there, -1 if none does. */
    int after(int word, Units units, Surroundings around, int k) {
        return standing(next[word] - 1, units, around, k);
    }

    private int standing(int from, Units units, Surroundings around, int k) {
        int word = from;
        char third = k + 2 < units.size() ? units.folded()[k + 2] : 0;
        while (word >= 0
                && (thirds[word] != 0 && thirds[word] != third || !stands(words.get(word), units, around, k))) {
            word = next[word] - 1;
        }
        return word;
    }

    /** Units that the word takes. */
    int length(int word) {
        return words.get(word).letters().length();
    }

    private static boolean stands(Form word, Units units, Surroundings around, int k) {
        String letters = word.letters();
        int end = k + letters.length();
        if (end > units.size()) {
            return false;
        }
        char[] text = units.folded();
        for (int i = 0; i < letters.length(); i++) {
            if (text[k + i] != letters.charAt(i)
                    || (units.how(k + i) & ~AS_IT_IS) != 0
                    || i > 0 && !goesOn(word, units, k + i, i)) {
                return false;
            }
        }
        return around.bounded(word, k, end, 0)
                && (word.han() != 2 || letters.length() != 2 || !around.partOfAnotherWord(k, end, word));
    }

    /** Whether what lies before the letter does not part it from the one before. */
    private static boolean goesOn(Form word, Units units, int k, int letter) {
        int gap = units.gap(k);
        boolean joint = word.jointBefore(letter);
        if (gap == 0) {
            return !joint || word.letters().length() > SHORT;
        }
        if ((gap & ~(Characters.SPACE | Characters.JOINER)) != 0 || units.gapLength(k) > GAP_LENGTH_MAX) {
            return false;
        }
        return joint && units.gapLength(k) <= JOINT_LENGTH_MAX || gap == Characters.SPACE && word.latin();
    }

    private int slot(int pair) {
        int mask = pairs.length - 1;
        int slot = pair * 0x9E3779B9 >>> 12 & mask;
        while (heads[slot] != 0 && pairs[slot] != pair) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
