package org.hengjian.tracing.judging;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What two lists show of each other without labels and without believing the weights (竞争者): whether each lists a subject
 * once, and from which weight on links are best kept. One list shows it too, where hardly any subject is named more than
 * twice in it: see {@link #within}.
 *
 * <p>Pair the records from the heaviest link down, each once; then pair them again without those links. What a record
 * gets the second time cannot be its partner: it shows how well the best of strangers does, and so how many of the first
 * pairs are of strangers. With a share p of the first pairs true, strangers are first with the 1 − p others as often as
 * they are second with the p: false(t) = second(t) · (1 − p) / p, and p is what is then left of the first at its best.
 * Where versions of one product stand beside it, the second do as well as the first and p falls to nothing; then they are
 * no strangers, and false(t) = second(t) · (1 − p), which takes them for the common run of records.
 *
 * <p>Seen from either list, with its records' best and second best, there are as many partners only where neither lists
 * a subject twice.
 *
 * @param threshold weight from which on F1 is highest
 * @param once whether each list holds a subject once; {@link Once#UNTOLD} where versions hide it
 */
public record Rivals(double threshold, Once once) {

    public enum Once {
        YES,
        NO,
        UNTOLD
    }

    private static final int PAIRS_LEAST = 20;
    private static final int ROUNDS = 200;
    private static final double SHARE_LEAST = 0.02;
    private static final double SHARE_MOST = 0.98;

    /** Under this share the second are not strangers. */
    private static final double NO_STRANGERS = 0.06;

    /** So large a part of the first the second may be where the share of true pairs is read off. */
    private static final double SECOND_MOST = 0.5;

    /** By how much the partners seen from one list may outnumber those seen from the other. */
    private static final double EVEN = 1.25;

    /** So many of the pairs may have a third record in common before subjects count as named three times. */
    private static final double THIRDS_MOST = 0.25;

    /** Differences of F1 that nothing can be made of. */
    private static final double NEARLY = 0.005;

    /**
     * Links between the two lists, in any order.
     *
     * @param sources numbers of records of one list
     * @param targets numbers of records of the other
     * @param weights log2 of odds
     * @param size how many of the three arrays count
     */
    public record Links(int[] sources, int[] targets, float[] weights, int size) {}

    /**
     * Empty where there are too few to tell, or where each list names its subjects so often that a record's second partner is
     * no worse than its first.
     *
     * @param records how many there are in both lists
     */
    public static Optional<Rivals> among(int records, Links links) {
        long[] heaviest = heaviest(links);
        var paired = new boolean[links.size];
        float[] first = pair(records, links, heaviest, paired);
        float[] second = pair(records, links, heaviest, paired);
        if (first.length < PAIRS_LEAST) {
            return Optional.empty();
        }
        var rounds = Rounds.of(first, second);
        return rounds.tell()
                ? Optional.of(new Rivals(rounds.threshold(), once(records, links, heaviest)))
                : Optional.empty();
    }

    /**
     * The same threshold for links inside one list: each record may be paired with any other. What is second is a stranger
     * only as long as subjects are hardly ever named more than twice. Where they are, many pairs have a third record in
     * common, and nothing is answered; nor where there are too few pairs to tell.
     *
     * @param linked weight from which the weights themselves would link
     */
    public static OptionalDouble within(int records, Links links, double linked) {
        long[] heaviest = heaviest(links);
        var paired = new boolean[links.size];
        float[] first = pair(records, links, heaviest, paired);
        boolean[] firsts = paired.clone();
        float[] second = pair(records, links, heaviest, paired);
        if (first.length < PAIRS_LEAST) {
            return OptionalDouble.empty();
        }
        var rounds = Rounds.of(first, second);
        return rounds.tell() && thirds(links, firsts, linked) <= THIRDS_MOST
                ? OptionalDouble.of(rounds.threshold())
                : OptionalDouble.empty();
    }

    /** What the two rounds say: the share of true pairs among the first, and how many false ones a second stands for. */
    private record Rounds(float[] first, double[] seconds, double share, double ratio) {

        static Rounds of(float[] first, float[] second) {
            double[] seconds = Rivals.seconds(first, second);
            double share = settled(seconds, false);
            boolean strangers = share >= NO_STRANGERS;
            if (!strangers) {
                share = settled(seconds, true);
            }
            return new Rounds(first, seconds, share, strangers ? (1 - share) / share : 1 - share);
        }

        /** Whether they say anything: not where the second, taken for the common run, still do as well as the first. */
        boolean tell() {
            return share >= NO_STRANGERS;
        }

        double threshold() {
            return best(first, seconds, ratio, share * first.length);
        }
    }

    /** Of the pairs of at least a weight the share in which both have a third in common, by links as heavy. */
    private static double thirds(Links links, boolean[] pairs, double least) {
        Map<Integer, Set<Integer>> linked = new HashMap<>();
        for (int link = 0; link < links.size; link++) {
            if (links.weights[link] >= least) {
                linked.computeIfAbsent(links.sources[link], none -> new HashSet<>()).add(links.targets[link]);
                linked.computeIfAbsent(links.targets[link], none -> new HashSet<>()).add(links.sources[link]);
            }
        }
        int seen = 0;
        int thirds = 0;
        for (int link = 0; link < links.size; link++) {
            if (pairs[link] && links.weights[link] >= least) {
                Set<Integer> ofTarget = linked.getOrDefault(links.targets[link], Set.of());
                seen++;
                thirds += linked.getOrDefault(links.sources[link], Set.of()).stream().anyMatch(ofTarget::contains) ? 1 : 0;
            }
        }
        return seen == 0 ? 0 : thirds / (double) seen;
    }

    /** Numbers of the links below their weights, the heaviest first. */
    private static long[] heaviest(Links links) {
        long[] heaviest = new long[links.size];
        for (int link = 0; link < links.size; link++) {
            heaviest[link] = (long) ascending(-links.weights[link]) << 32 | link;
        }
        Arrays.parallelSort(heaviest);
        return heaviest;
    }

    /** Weights of the links that are taken, the heaviest first; each is marked and not taken again. */
    private static float[] pair(int records, Links links, long[] heaviest, boolean[] paired) {
        var taken = new boolean[records];
        float[] got = new float[records];
        int size = 0;
        for (long next : heaviest) {
            int link = (int) next;
            if (!paired[link] && !taken[links.sources[link]] && !taken[links.targets[link]]) {
                taken[links.sources[link]] = true;
                taken[links.targets[link]] = true;
                paired[link] = true;
                got[size++] = links.weights[link];
            }
        }
        return Arrays.copyOf(got, size);
    }

    private static Once once(int records, Links links, long[] heaviest) {
        double left = partners(records, links.sources, links, heaviest);
        double right = partners(records, links.targets, links, heaviest);
        if (left == 0 || right == 0) {
            return Once.UNTOLD;
        }
        return Math.max(left, right) <= EVEN * Math.min(left, right) ? Once.YES : Once.NO;
    }

    /** How many records of one list have a partner, by their best and second best; 0 where that cannot be told. */
    private static double partners(int records, int[] of, Links links, long[] heaviest) {
        byte[] had = new byte[records];
        float[] first = new float[records];
        float[] second = new float[records];
        int firsts = 0;
        int seconds = 0;
        for (long next : heaviest) {
            int link = (int) next;
            if (had[of[link]] == 0) {
                first[firsts++] = links.weights[link];
                had[of[link]] = 1;
            } else if (had[of[link]] == 1) {
                second[seconds++] = links.weights[link];
                had[of[link]] = 2;
            }
        }
        double share = settled(seconds(Arrays.copyOf(first, firsts), Arrays.copyOf(second, seconds)), false);
        return share < NO_STRANGERS ? 0 : share * firsts;
    }

    /** For each of the first how many of the second weigh as much; both descend. */
    private static double[] seconds(float[] first, float[] second) {
        double[] seconds = new double[first.length];
        int as = 0;
        for (int i = 0; i < first.length; i++) {
            while (as < second.length && second[as] >= first[i]) {
                as++;
            }
            seconds[i] = as;
        }
        return seconds;
    }

    /** The share of true pairs among the first that is its own consequence. */
    private static double settled(double[] seconds, boolean common) {
        double share = 0.5;
        for (int round = 0; round < ROUNDS; round++) {
            double ratio = common ? 1 - share : (1 - share) / share;
            double most = 0;
            // Where there are nearly as many of the second, all are taken, and "all are true" would confirm itself.
            for (int i = 0; i < seconds.length && seconds[i] <= (i + 1) * SECOND_MOST; i++) {
                most = Math.max(most, i + 1 - seconds[i] * ratio);
            }
            double then = Math.clamp(most / Math.max(1, seconds.length), SHARE_LEAST, SHARE_MOST);
            share = (share + then) / 2;
        }
        return share;
    }

    /** The middle of the weights around the best that promise nearly as high an F1. @param matches true pairs in all */
    private static double best(float[] first, double[] seconds, double ratio, double matches) {
        double[] promised = new double[first.length];
        int best = 0;
        for (int i = 0; i < first.length; i++) {
            double right = Math.max(0, i + 1 - seconds[i] * ratio);
            // Of equal weights all are linked or none.
            boolean last = i + 1 == first.length || first[i + 1] < first[i];
            promised[i] = last ? 2 * Math.min(right, matches) / (i + 1 + matches) : i == 0 ? 0 : promised[i - 1];
            best = promised[i] > promised[best] ? i : best;
        }
        int strictest = best;
        while (strictest > 0 && promised[strictest - 1] >= promised[best] - NEARLY) {
            strictest--;
        }
        int mildest = best;
        while (mildest + 1 < first.length && promised[mildest + 1] >= promised[best] - NEARLY) {
            mildest++;
        }
        return (first[strictest] + first[mildest]) / 2;
    }

    /** The float as an int of the same order. */
    private static int ascending(float value) {
        int bits = Float.floatToIntBits(value);
        return bits ^ bits >> 31 & Integer.MAX_VALUE;
    }
}
