package org.hengjian.tracing.judging;

/**
 * How many records hold a term. Terms held by fewer than three records are not kept: two records that share a term are
 * two already. Written by one thread, then read by many.
 */
public final class TermCounts {

    /** What is answered for a term that is not kept. */
    public static final int FEW = 2;

    private long[] terms;
    private int[] counts;
    private int size;

    public TermCounts() {
        terms = new long[1 << 10];
        counts = new int[1 << 10];
    }

    public int of(long term) {
        int at = place(terms, counts, term);
        return counts[at] == 0 ? FEW : counts[at];
    }

    public void put(long term, int count) {
        if (size * 3 >= terms.length * 2) {
            grow();
        }
        int at = place(terms, counts, term);
        size += counts[at] == 0 ? 1 : 0;
        terms[at] = term;
        counts[at] = count;
    }

    public int size() {
        return size;
    }

    private void grow() {
        long[] moreTerms = new long[terms.length * 2];
        int[] moreCounts = new int[terms.length * 2];
        for (int i = 0; i < terms.length; i++) {
            if (counts[i] > 0) {
                int at = place(moreTerms, moreCounts, terms[i]);
                moreTerms[at] = terms[i];
                moreCounts[at] = counts[i];
            }
        }
        terms = moreTerms;
        counts = moreCounts;
    }

    private static int place(long[] terms, int[] counts, long term) {
        int mask = terms.length - 1;
        int at = (int) (term ^ term >>> 32) & mask;
        while (counts[at] != 0 && terms[at] != term) {
            at = at + 1 & mask;
        }
        return at;
    }
}
