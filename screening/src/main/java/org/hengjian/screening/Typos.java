package org.hengjian.screening;

import java.util.List;

/**
 * Latin names one slip away (拉丁名称编辑距离): each name without one letter is kept, so that a word without one of its
 * letters finds it. Only names of five letters or more: shorter ones are too close to ordinary words.
 */
final class Typos {

    static final int SHORTEST = 5;
    static final int LONGEST = 20;

    private static final Typos NONE = new Typos(List.of());

    private final long[] keys;
    private final int[] values;
    private int entries;

    Typos(List<Form> forms) {
        int expected = 0;
        for (Form form : forms) {
            expected += eligible(form) ? form.letters().length() + 1 : 0;
        }
        int slots = Integer.highestOneBit(Math.max(8, expected) * 2 - 1) * 2;
        keys = new long[slots];
        values = new int[slots];
        for (int f = 0; f < forms.size(); f++) {
            Form form = forms.get(f);
            if (eligible(form)) {
                char[] letters = form.letters().toCharArray();
                for (int skip = -1; skip < letters.length; skip++) {
                    put(hash(letters, 0, letters.length, skip), f);
                }
            }
        }
    }

    static Typos none() {
        return NONE;
    }

    private static boolean eligible(Form form) {
        int length = form.letters().length();
        return form.latin()
                && form.role() == Form.Role.NAME
                && length >= SHORTEST
                && length <= LONGEST
                && form.letters().chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    boolean isEmpty() {
        return entries == 0;
    }

    /** Number of the form that is one slip away from the letters, -1 if none. */
    int near(char[] text, int from, int to, List<Form> forms) {
        for (int skip = from - 1; skip < to; skip++) {
            long key = hash(text, from, to, skip < from ? -1 : skip);
            int mask = keys.length - 1;
            int slot = (int) (key >>> 20) & mask;
            while (values[slot] != 0) {
                if (keys[slot] == key && oneSlip(text, from, to, forms.get(values[slot] - 1).letters())) {
                    return values[slot] - 1;
                }
                slot = slot + 1 & mask;
            }
        }
        return -1;
    }

    /** One letter changed, added, left out, or two neighbours swapped; the first letter stays, for the eye rests on it. */
    private static boolean oneSlip(char[] text, int from, int to, String name) {
        int length = to - from;
        int other = name.length();
        if (Math.abs(length - other) > 1 || text[from] != name.charAt(0)) {
            return false;
        }
        int same = 0;
        while (same < length && same < other && text[from + same] == name.charAt(same)) {
            same++;
        }
        int tail = 0;
        while (tail < length - same && tail < other - same
                && text[to - 1 - tail] == name.charAt(other - 1 - tail)) {
            tail++;
        }
        int left = length - same - tail;
        int right = other - same - tail;
        if (left + right == 0) {
            return false;
        }
        return left <= 1 && right <= 1
                || left == 2 && right == 2
                        && text[from + same] == name.charAt(same + 1)
                        && text[from + same + 1] == name.charAt(same);
    }

    private static long hash(char[] text, int from, int to, int skip) {
        long hash = 7;
        for (int i = from; i < to; i++) {
            if (i != skip) {
                hash = (hash ^ text[i]) * 0x100000001B3L;
                hash ^= hash >>> 29;
            }
        }
        return hash * 0x9E3779B97F4A7C15L;
    }

    private void put(long key, int form) {
        int mask = keys.length - 1;
        int slot = (int) (key >>> 20) & mask;
        while (values[slot] != 0) {
            slot = slot + 1 & mask;
        }
        keys[slot] = key;
        values[slot] = form + 1;
        entries++;
    }
}
