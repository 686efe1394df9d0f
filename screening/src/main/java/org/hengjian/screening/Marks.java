package org.hengjian.screening;

/**
 * Keys that were set, and a few others (Bloom filter, 布隆过滤器): three bits in one word, so that a question is one look at
 * memory. Whoever was set is always held.
 *
 * @see <a href="https://doi.org/10.1145/362686.362692">Bloom, Space/time trade-offs in hash coding, 1970</a>
 */
final class Marks {

    private static final int BITS_LEAST = 1 << 16;
    private static final int BITS_MOST = 1 << 28;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] words;
    private final int mask;

    /** @param bits so many are wanted; the next power of two is taken, within bounds */
    Marks(long bits) {
        long wanted = Long.highestOneBit(Math.max(1, bits - 1)) << 1;
        int size = (int) Math.clamp(wanted, BITS_LEAST, BITS_MOST);
        words = new long[size / Long.SIZE];
        mask = size / Long.SIZE - 1;
    }

    void set(long key) {
        long hash = spread(key);
        words[word(hash)] |= bits(hash);
    }

    boolean hold(long key) {
        long hash = spread(key);
        long bits = bits(hash);
        return (words[word(hash)] & bits) == bits;
    }

    /** 1 if {@link #hold} says yes, else 0, without a branch: so many can be looked up while the first is still on its way. */
    long holding(long key) {
        long hash = spread(key);
        long lacking = bits(hash) & ~words[word(hash)];
        return (lacking - 1 & ~lacking) >>> 63;
    }

    private int word(long hash) {
        return (int) (hash >>> 32) & mask;
    }

    private static long spread(long key) {
        long hash = key * SPREAD;
        return hash ^ hash >>> 29;
    }

    private static long bits(long hash) {
        return 1L << (hash >>> 26) | 1L << (hash >>> 20) | 1L << (hash >>> 14);
    }
}
