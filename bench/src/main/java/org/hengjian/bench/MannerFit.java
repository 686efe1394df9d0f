package org.hengjian.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.hengjian.screening.Manner;
import org.hengjian.screening.Right;
import org.hengjian.screening.Screening;
import org.hengjian.screening.ShippedRights;
import org.hengjian.screening.text.Units;

/**
 * Logistic regression over pieces of two to four characters (行文特征训练). Each weight steps by its own measure and
 * falls to nothing where it says little (FTRL-proximal); the order of titles comes from a fixed seed.
 */
final class MannerFit {

    /** What one author writes once is his, and no manner. */
    private static final int TITLES_LEAST = 2;

    private static final int ROUNDS = 4;
    private static final double STEP = 0.5;
    private static final double FEW = 0.02;
    private static final double PULL = 0.1;
    private static final double SMOOTH = 0.1;
    private static final double START_STEP = 0.02;
    private static final long SEED = 20261128;

    /** @param pieces heaviest first */
    record Fitted(double start, List<String> pieces, List<Double> weights) {

        Manner from(double threshold) {
            return Manner.of(start, threshold, pieces, weights);
        }
    }

    private record Example(int[] pieces, boolean suspect, double share) {}

    private MannerFit() {}

    /** @param most so many weights are kept */
    static Fitted of(List<Labelled> titles, int most) {
        Screening screening = Screening.shipped();
        List<List<String>> all =
                titles.stream().map(one -> Manner.pieces(screening, one.title())).toList();
        Map<String, Integer> numbers = numbered(all);
        var examples = new ArrayList<Example>();
        for (int i = 0; i < all.size(); i++) {
            int[] known = all.get(i).stream()
                    .filter(numbers::containsKey)
                    .mapToInt(numbers::get)
                    .toArray();
            examples.add(new Example(
                    known, titles.get(i).suspect(), 1 / Math.sqrt(all.get(i).size())));
        }
        double[] weights = new double[numbers.size()];
        double start = fit(examples, weights);
        List<Map.Entry<String, Integer>> heaviest = numbers.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, Integer> one) -> -Math.abs(weights[one.getValue()]))
                        .thenComparing(Map.Entry::getKey))
                .filter(one -> weights[one.getValue()] != 0)
                .limit(most)
                .toList();
        return new Fitted(
                start,
                heaviest.stream().map(Map.Entry::getKey).toList(),
                heaviest.stream().map(one -> weights[one.getValue()]).toList());
    }

    /** The pieces that stand in two titles and more and are no part of a name. */
    private static Map<String, Integer> numbered(List<List<String>> all) {
        var titles = new HashMap<String, Integer>();
        for (List<String> one : all) {
            new HashSet<>(one).forEach(piece -> titles.merge(piece, 1, Integer::sum));
        }
        Set<String> names = partsOfNamesAndGoods();
        var numbers = new HashMap<String, Integer>();
        titles.entrySet().stream()
                .filter(one -> one.getValue() >= TITLES_LEAST && !names.contains(one.getKey()))
                .map(Map.Entry::getKey)
                .filter(MannerFit::isSpoken)
                .sorted()
                .forEach(piece -> numbers.put(piece, numbers.size()));
        return numbers;
    }

    /** Numbers, signs and Latin letters alone, where a title begins or ends and where it names a brand, are no manner. */
    private static boolean isSpoken(String piece) {
        return piece.length() > 1
                && piece.chars().anyMatch(Character::isIdeographic)
                && piece.chars().noneMatch(c -> Manner.MARKS.indexOf(c) >= 0 || c == '0' || c <= ' ' || Character.isSurrogate((char) c));
    }

    /** What is sold says nothing of how one writes, nor does whose name it bears. */
    private static Set<String> partsOfNamesAndGoods() {
        var parts = new HashSet<String>();
        WrittenTitles.goods().forEach(word -> addParts(parts, word));
        for (Right right : ShippedRights.all()) {
            var names = new ArrayList<>(right.latin());
            names.add(right.name());
            names.addAll(right.aliases());
            names.addAll(right.nicknames());
            names.addAll(right.models());
            names.forEach(name -> addParts(parts, name));
        }
        return parts;
    }

    private static void addParts(Set<String> parts, String name) {
        Units units = Units.of(name);
        String folded = new String(units.folded(), 0, units.size());
        for (int from = 0; from < folded.length(); from++) {
            for (int n = 1; n <= Manner.LONGEST && from + n <= folded.length(); n++) {
                parts.add(folded.substring(from, from + n));
            }
        }
    }

    private static double fit(List<Example> examples, double[] weights) {
        double[] slopes = new double[weights.length];
        double[] squares = new double[weights.length];
        var random = new Random(SEED);
        var order = new ArrayList<>(examples);
        double start = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (Example one : order) {
                double sum = 0;
                for (int piece : one.pieces()) {
                    sum += weights[piece];
                }
                double odds = start + sum * one.share();
                double error = 1 / (1 + Math.exp(-odds)) - (one.suspect() ? 1 : 0);
                double slope = error * one.share();
                for (int piece : one.pieces()) {
                    double before = squares[piece];
                    squares[piece] += slope * slope;
                    slopes[piece] +=
                            slope - (Math.sqrt(squares[piece]) - Math.sqrt(before)) / STEP * weights[piece];
                    double beyond = Math.abs(slopes[piece]) - FEW;
                    weights[piece] = beyond <= 0
                            ? 0
                            : -Math.signum(slopes[piece]) * beyond
                                    / ((SMOOTH + Math.sqrt(squares[piece])) / STEP + PULL);
                }
                start -= START_STEP * error;
            }
        }
        return start;
    }
}
