package org.hengjian.screening;

/**
 * Latin names one slip away (拉丁名称编辑距离): each name without one letter is kept, so that a word without one of its
 * letters finds it. Only names of five letters or more: shorter ones are too close to ordinary words.
 */
final class Typos {

    static final int SHORTEST = 5;
    static final int LONGEST = 20;

    private static final long BASE = 0x100000001B3L;
    private static final long[] POWERS = new long[LONGEST + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * BASE;
        }
    }

    private final long[] keys;
    private final int[] values;
    private int entries;

    Typos(Form[] forms) {
        int expected = 0;
        for (Form form : forms) {
            expected += eligible(form) ? form.letters().length() + 1 : 0;
        }
        int slots = Integer.highestOneBit(Math.max(8, expected) * 2 - 1) * 2;
        keys = new long[slots];
        values = new int[slots];
        for (int f = 0; f < forms.length; f++) {
            Form form = forms[f];
            if (eligible(form)) {
                char[] letters = form.letters().toCharArray();
                for (int skip = -1; skip < letters.length; skip++) {
                    put(hash(letters, skip), f);
                }
            }
        }
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
    int near(char[] text, int from, int to, Form[] forms) {
        long whole = 0;
        for (int i = from; i < to; i++) {
            whole = whole * BASE + text[i];
        }
        int near = at(whole, text, from, to, forms);
        long before = 0;
        long after = whole;
        for (int skip = from; near < 0 && skip < to; skip++) {
            // What stands before the letter left out, moved one place, and what stands after it.
            long power = POWERS[to - 1 - skip];
            after -= text[skip] * power;
            near = at(before * power + after, text, from, to, forms);
            before = before * BASE + text[skip];
        }
        return near;
    }

    private int at(long hash, char[] text, int from, int to, Form[] forms) {
        int slot = slot(hash);
        while (values[slot] != 0) {
            if (keys[slot] == hash
                    && oneSlip(text, from, to, forms[values[slot] - 1].letters())) {
                return values[slot] - 1;
            }
            slot = slot + 1 & keys.length - 1;
        }
        return -1;
    }

    private int slot(long hash) {
        return (int) (hash * 0x9E3779B97F4A7C15L >>> 32) & keys.length - 1;
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
        while (tail < length - same && tail < other - same && text[to - 1 - tail] == name.charAt(other - 1 - tail)) {
            tail++;
        }
        int left = length - same - tail;
        int right = other - same - tail;
        if (left + right == 0) {
            return false;
        }
        return left <= 1 && right <= 1
                || left == 2
                        && right == 2
                        && text[from + same] == name.charAt(same + 1)
                        && text[from + same + 1] == name.charAt(same);
    }

    private static long hash(char[] letters, int skip) {
        long hash = 0;
        for (int i = 0; i < letters.length; i++) {
            if (i != skip) {
                hash = hash * BASE + letters[i];
            }
        }
        return hash;
    }

    private void put(long hash, int form) {
        int slot = slot(hash);
        while (values[slot] != 0) {
            slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = hash;
        values[slot] = form + 1;
        entries++;
    }
}
