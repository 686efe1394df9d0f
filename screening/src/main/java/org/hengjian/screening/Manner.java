package org.hengjian.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the manner of a title says where no word and no spelling accuses (行文特征): log-odds of pieces of two to four
 * characters, as {@code manner.tsv} holds them. They are learnt from titles of our own hand by {@code ./dev train}; the
 * first lines of the file say from which, and how it was measured. It is the weakest of what screening says: it asks for
 * a look, never calls an offer suspect, and is silent where an honest reason was found.
 */
public final class Manner {

    /** Longest piece; four UTF-16 characters are one long, so no piece is ever taken for another. */
    public static final int LONGEST = 4;

    /** Signs that stand for where a title begins and ends, and for the name of a right. */
    public static final String MARKS = "" + Phrasing.BEGIN + Phrasing.END + Phrasing.NAME;

    /** Its name among the contributions to a score. */
    public static final String FEATURE = "manner";

    /** What it brings the score to: a look is worth while, and no more is known. */
    private static final double SAYS = 0.40;

    /** Fewer could be chance, and would explain nothing. */
    private static final int NAMED_LEAST = 3;

    private static final int NAMED_MOST = 3;
    private static final int SHOWN_MOST = 16;
    private static final int LOAD = 3;
    private static final int BITS = 18;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final Manner SHIPPED = read("manner.tsv");

    private final double start;
    private final double threshold;
    private final long[] pieces;
    private final float[] weights;
    private final int shift;
    /** A bit for each piece that has a weight: most have none, and are let go without a look at the large table. */
    private final long[] may = new long[1 << BITS - 6];

    private Manner(double start, double threshold, long[] pieces, float[] weights) {
        this.start = start;
        this.threshold = threshold;
        this.pieces = pieces;
        this.weights = weights;
        shift = Long.numberOfLeadingZeros(pieces.length - 1L);
        for (long piece : pieces) {
            if (piece != 0) {
                int bit = (int) (piece * SPREAD >>> Long.SIZE - BITS);
                may[bit >> 6] |= 1L << bit;
            }
        }
    }

    public static Manner shipped() {
        return SHIPPED;
    }

    /**
     * A model of these pieces, for training and its measurement.
     *
     * @param threshold log-odds from which on a title is said to read like an offer of fakes
     */
    public static Manner of(double start, double threshold, List<String> pieces, List<Double> weights) {
        int slots = Integer.highestOneBit(Math.max(1, pieces.size()) * LOAD) << 1;
        long[] keys = new long[slots];
        float[] values = new float[slots];
        int shift = Long.numberOfLeadingZeros(slots - 1L);
        for (int i = 0; i < pieces.size(); i++) {
            long key = key(pieces.get(i));
            int slot = (int) (key * SPREAD >>> shift);
            while (keys[slot] != 0 && keys[slot] != key) {
                slot = slot + 1 & slots - 1;
            }
            keys[slot] = key;
            values[slot] = weights.get(i).floatValue();
        }
        return new Manner(start, threshold, keys, values);
    }

    public double threshold() {
        return threshold;
    }

    /** The pieces of a title, each as often as it stands there: what is learnt from. */
    public static List<String> pieces(Screening screening, String title) {
        Phrasing phrasing = Phrasing.of(Reading.of(screening, "title", title));
        var found = new ArrayList<String>(LONGEST * phrasing.size());
        for (int k = 0; k < phrasing.size(); k++) {
            var piece = new StringBuilder(LONGEST);
            for (int n = 0; n < LONGEST && k + n < phrasing.size(); n++) {
                found.add(piece.append(phrasing.at(k + n)).toString());
            }
        }
        return found;
    }

    /** Log-odds of a title, before they are compared with the threshold; what cannot be explained has none. */
    public double logOdds(Screening screening, String title) {
        Phrasing phrasing = Phrasing.of(Reading.of(screening, "title", title));
        return heaviest(phrasing, title).size() < NAMED_LEAST ? Double.NEGATIVE_INFINITY : logOdds(phrasing);
    }

    /** The finding, if the title reads like an offer of fakes. */
    Optional<Finding> of(Reading title, double sum, Thresholds thresholds) {
        double weight = Evidence.round(Math.log(SAYS / (1 - SAYS)) - sum);
        if (weight <= 0 || thresholds.standing(Model.score(sum + weight)) != Standing.REVIEW) {
            return Optional.empty();
        }
        Phrasing phrasing = Phrasing.of(title);
        if (logOdds(phrasing) < threshold) {
            return Optional.empty();
        }
        List<String> named = heaviest(phrasing, title.units.text());
        return named.size() < NAMED_LEAST ? Optional.empty() : Optional.of(finding(title, phrasing, named, weight));
    }

    static Contribution contribution(double weight) {
        return new Contribution(FEATURE, weight, "行文似售假（由样本学得，仅供复核）", "reads like offers of fakes (learnt, for review only)");
    }

    /** The sum over all pieces (a single character has no weight), by the root of their number, so that a long title is no graver for its length. */
    private double logOdds(Phrasing phrasing) {
        double sum = 0;
        int size = phrasing.size();
        long key = 0;
        for (int k = 0; k < size; k++) {
            key = key << 16 | phrasing.at(k);
            if (k >= 1) {
                sum += weight(key & 0xFFFFFFFFL);
            }
            if (k >= 2) {
                sum += weight(key & 0xFFFFFFFFFFFFL);
            }
            if (k >= 3) {
                sum += weight(key);
            }
        }
        return start + sum / Math.sqrt(count(size));
    }

    private static double count(int size) {
        double count = 0;
        for (int n = 0; n < LONGEST; n++) {
            count += Math.max(0, size - n);
        }
        return count;
    }

    private float weight(long key) {
        long spread = key * SPREAD;
        int bit = (int) (spread >>> Long.SIZE - BITS);
        if ((may[bit >> 6] & 1L << bit) == 0) {
            return 0;
        }
        int slot = (int) (spread >>> shift);
        while (pieces[slot] != 0) {
            if (pieces[slot] == key) {
                return weights[slot];
            }
            slot = slot + 1 & pieces.length - 1;
        }
        return 0;
    }

    private float weight(Phrasing phrasing, int from, int length) {
        long key = 0;
        for (int k = from; k < from + length; k++) {
            key = key << 16 | phrasing.at(k);
        }
        return weight(key);
    }

    private static long key(String piece) {
        long key = 0;
        for (int i = 0; i < piece.length(); i++) {
            key = key << 16 | piece.charAt(i);
        }
        return key;
    }

    private Finding finding(Reading title, Phrasing phrasing, List<String> named, double weight) {
        String text = title.units.text();
        int[] span = span(phrasing);
        return new Finding(
                Kind.MANNER,
                title.field,
                span[0],
                span[1],
                text.substring(span[0], span[1]),
                String.join("、", named),
                List.of(),
                "",
                weight,
                "行文似售假，如“" + String.join("”“", named) + "”；由样本学得，仅供复核",
                "reads like offers of fakes, as “" + String.join("”, “", named) + "”; learnt from samples, for review only");
    }

    /** The run of characters that weighs most; each piece is shared out among its characters. */
    private int[] span(Phrasing phrasing) {
        double[] shares = new double[phrasing.size()];
        for (int k = 0; k < shares.length; k++) {
            for (int n = 1; n <= LONGEST && k + n <= shares.length; n++) {
                float share = weight(phrasing, k, n) / n;
                for (int i = k; i < k + n; i++) {
                    shares[i] += share;
                }
            }
        }
        double best = Double.NEGATIVE_INFINITY;
        double run = 0;
        int from = 0;
        int bestFrom = 0;
        int bestTo = 1;
        for (int k = 0; k < shares.length; k++) {
            if (run <= 0) {
                run = 0;
                from = k;
            }
            run += shares[k];
            if (run > best) {
                best = run;
                bestFrom = from;
                bestTo = k + 1;
            }
        }
        while (bestTo - bestFrom > 1 && !phrasing.isWritten(bestFrom)) {
            bestFrom++;
        }
        while (bestTo - bestFrom > 1 && !phrasing.isWritten(bestTo - 1)) {
            bestTo--;
        }
        return new int[] {phrasing.start(bestFrom), phrasing.end(bestTo - 1)};
    }

    /** Three pieces, or as many as there are, that weigh most and do not overlap, in the order of the text. */
    private List<String> heaviest(Phrasing phrasing, String text) {
        boolean[] taken = new boolean[phrasing.size()];
        var chosen = new ArrayList<int[]>(NAMED_MOST);
        while (chosen.size() < NAMED_MOST) {
            int[] best = heaviest(phrasing, taken);
            if (best.length == 0) {
                break;
            }
            for (int i = best[0]; i < best[0] + best[1]; i++) {
                taken[i] = true;
            }
            chosen.add(best);
        }
        return chosen.stream()
                .sorted((one, other) -> Integer.compare(one[0], other[0]))
                .map(piece -> shown(phrasing, text, piece))
                .distinct()
                .toList();
    }

    private int[] heaviest(Phrasing phrasing, boolean[] taken) {
        int[] best = {};
        float most = 0;
        for (int k = 0; k < taken.length; k++) {
            for (int n = 1; n <= LONGEST && k + n <= taken.length && !taken[k + n - 1] && phrasing.isWritten(k + n - 1); n++) {
                float together = n == 1 ? 0 : weight(phrasing, k, n);
                if (together > most) {
                    most = together;
                    best = new int[] {k, n};
                }
            }
        }
        return best;
    }

    /** As it is written; folded, where so much lies between its characters that nobody would read it. */
    private static String shown(Phrasing phrasing, String text, int[] piece) {
        int start = phrasing.start(piece[0]);
        int end = phrasing.end(piece[0] + piece[1] - 1);
        if (end - start <= SHOWN_MOST) {
            return text.substring(start, end);
        }
        var folded = new StringBuilder();
        for (int k = piece[0]; k < piece[0] + piece[1]; k++) {
            folded.append(phrasing.at(k));
        }
        return folded.toString();
    }

    private static Manner read(String resource) {
        double start = 0;
        double threshold = Double.POSITIVE_INFINITY;
        var pieces = new ArrayList<String>();
        var weights = new ArrayList<Double>();
        for (String line : ShippedLines.of(resource)) {
            int tab = line.indexOf('\t');
            String piece = line.substring(0, tab);
            double weight = Double.parseDouble(line.substring(tab + 1));
            switch (piece) {
                case "start" -> start = weight;
                case "threshold" -> threshold = weight;
                default -> {
                    pieces.add(piece);
                    weights.add(weight);
                }
            }
        }
        return of(start, threshold, pieces, weights);
    }
}
