package org.hengjian.tracing.comparing;

import java.util.Arrays;

/** How many typing errors lie between two texts. */
public final class Edits {

    private Edits() {}

    /**
     * Insertions, deletions, replacements and exchanges of neighbours (Damerau 1964, optimal string alignment).
     *
     * @return the count, or {@code limit + 1} as soon as it must exceed {@code limit}
     */
    public static int between(String source, String target, int limit) {
        int n = source.length();
        int m = target.length();
        if (Math.abs(n - m) > limit) {
            return limit + 1;
        }
        if (limit == 1) {
            return atMostOne(source, target);
        }
        int[] before = new int[m + 1];
        int[] previous = new int[m + 1];
        int[] current = new int[m + 1];
        for (int j = 0; j <= m; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= n; i++) {
            current[0] = i;
            int least = i;
            for (int j = 1; j <= m; j++) {
                int cost = source.charAt(i - 1) == target.charAt(j - 1) ? 0 : 1;
                int edits = Math.min(Math.min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + cost);
                if (i > 1
                        && j > 1
                        && source.charAt(i - 1) == target.charAt(j - 2)
                        && source.charAt(i - 2) == target.charAt(j - 1)) {
                    edits = Math.min(edits, before[j - 2] + 1);
                }
                current[j] = edits;
                least = Math.min(least, edits);
            }
            if (least > limit) {
                return limit + 1;
            }
            int[] spare = before;
            before = previous;
            previous = current;
            current = spare;
        }
        return previous[m];
    }

    /** 0, 1, or 2 for more: what differs is what common beginnings and ends leave. */
    private static int atMostOne(String source, String target) {
        int n = source.length();
        int m = target.length();
        int head = 0;
        while (head < Math.min(n, m) && source.charAt(head) == target.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(n, m) - head && source.charAt(n - 1 - tail) == target.charAt(m - 1 - tail)) {
            tail++;
        }
        int left = n - head - tail;
        int right = m - head - tail;
        if (left <= 1 && right <= 1) {
            return Math.max(left, right);
        }
        boolean exchanged = left == 2
                && right == 2
                && source.charAt(head) == target.charAt(head + 1)
                && source.charAt(head + 1) == target.charAt(head);
        return exchanged ? 1 : 2;
    }

    /** Likeness after Jaro (1989) and Winkler (1990): 0 nothing in common … 1 equal. Symmetric. */
    public static double jaroWinkler(String source, String target) {
        int n = source.length();
        int m = target.length();
        if (n == 0 || m == 0) {
            return 0;
        }
        int window = Math.max(0, Math.max(n, m) / 2 - 1);
        boolean[] used = new boolean[m];
        char[] found = new char[n];
        int common = 0;
        for (int i = 0; i < n; i++) {
            char c = source.charAt(i);
            for (int j = Math.max(0, i - window); j < Math.min(m, i + window + 1); j++) {
                if (!used[j] && target.charAt(j) == c) {
                    used[j] = true;
                    found[common++] = c;
                    break;
                }
            }
        }
        if (common == 0) {
            return 0;
        }
        int exchanged = 0;
        int k = 0;
        for (int j = 0; j < m; j++) {
            if (used[j] && target.charAt(j) != found[k++]) {
                exchanged++;
            }
        }
        double c = common;
        double jaro = (c / n + c / m + (c - exchanged / 2.0) / c) / 3;
        int prefix = 0;
        while (prefix < Math.min(4, Math.min(n, m)) && source.charAt(prefix) == target.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * 0.1 * (1 - jaro);
    }

    /** Dice's coefficient of the sets of neighbouring pairs of characters: 0 … 1. */
    public static double dice(String source, String target) {
        if (source.length() < 2 || target.length() < 2) {
            return source.equals(target) ? 1 : 0;
        }
        int[] a = pairs(source);
        int[] b = pairs(target);
        int i = 0;
        int j = 0;
        int common = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                common++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return 2.0 * common / (a.length + b.length);
    }

    private static int[] pairs(String text) {
        int[] pairs = new int[text.length() - 1];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = text.charAt(i) << 16 | text.charAt(i + 1);
        }
        Arrays.sort(pairs);
        return pairs;
    }
}
