package org.hengjian.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.hengjian.screening.Contribution;
import org.hengjian.screening.Listing;
import org.hengjian.screening.Manner;
import org.hengjian.screening.Model;
import org.hengjian.screening.Right;
import org.hengjian.screening.Screening;
import org.hengjian.screening.ShippedRights;
import org.hengjian.screening.Thresholds;
import org.hengjian.screening.Verdict;

/**
 * Makes the weights of the score (评分模型训练): {@code ./dev train}. Titles come from the seeded generator and from our
 * own hand; none from listings of others. Brands are split by a hash of their id, six in ten to train, two to
 * calibrate, two to test; a second fit never sees some techniques, to measure what is unseen. Arguments: the model file
 * to write, and the report to write, with the picture beside it.
 */
public final class Training {

    /** Strong, for the generator's titles are cleaner and more of a kind than those of the market. */
    private static final double PULL = 400;
    /** A title of our own hand counts as much as so many of the generator. */
    private static final double WRITTEN_COUNTS = 10;
    /** Share of labels taken to be wrong: without it a clean generator teaches a certainty that the market does not bear out. */
    private static final double WRONG_LABELS = 0.03;

    private static final double START = -3.0;
    private static final Set<String> UNSEEN_TECHNIQUES =
            Set.of("LOOK_ALIKE", "ONE_PINYIN", "ENCLOSED", "LETTER_SHAPES", "LETTER_LOST", "LEET_SYMBOL");

    private enum Part {
        TRAIN,
        CALIBRATE,
        TEST
    }

    private record Measured(Labelled title, Part part, Map<String, Double> values) {

        boolean written() {
            return title.rightId().indexOf(':') < 0
                    && !Set.of("ORDINARY", "RISKY_CLAIM").contains(title.technique());
        }
    }

    private Training() {}

    public static void main(String[] arguments) throws IOException {
        List<Measured> all = measured();
        List<Measured> train = of(all, one -> one.part() == Part.TRAIN);
        List<Measured> calibrate = of(all, one -> one.part() == Part.CALIBRATE);
        List<Measured> test = of(all, one -> one.part() == Part.TEST);
        Predicate<Measured> unseen =
                one -> UNSEEN_TECHNIQUES.contains(one.title().technique());
        Fit.Weights weights = fitted(train, calibrate);
        Fit.Weights without = fitted(of(train, unseen.negate()), of(calibrate, unseen.negate()));
        Files.writeString(Path.of(arguments[0]), model(weights, train, calibrate));
        var report = new TrainingReport(test.stream()
                .map(one -> new TrainingReport.Scored(
                        one.title().technique(),
                        one.title().suspect(),
                        weights.score(one.values()),
                        without.score(one.values()),
                        unseen.test(one),
                        one.values().isEmpty()))
                .toList());
        Path target = Path.of(arguments[1]);
        Files.writeString(target, report.text(weights) + written(weights));
        Files.writeString(target.resolveSibling("reliability.svg"), report.picture());
    }

    private static List<Measured> of(List<Measured> all, Predicate<Measured> which) {
        return all.stream().filter(which).toList();
    }

    private static Fit.Weights fitted(List<Measured> train, List<Measured> calibrate) {
        Fit.Weights fitted = Fit.weights(examples(train), START, Model.priors(), PULL);
        double[] platt = Fit.platt(examples(calibrate), fitted);
        return fitted.scaled(platt[0], platt[1]);
    }

    /** Only titles in which something was found: of the others the score is the start, whatever the weights. */
    private static List<Fit.Example> examples(List<Measured> all) {
        List<Measured> found = of(all, one -> !one.values().isEmpty());
        double suspects = found.stream().filter(one -> one.title().suspect()).count();
        double honest = found.size() - suspects;
        var examples = new ArrayList<Fit.Example>();
        for (Measured one : found) {
            boolean suspect = one.title().suspect();
            double weight = found.size() / (2 * (suspect ? suspects : honest)) * (one.written() ? WRITTEN_COUNTS : 1);
            examples.add(new Fit.Example(one.values(), suspect, weight * (1 - WRONG_LABELS)));
            examples.add(new Fit.Example(one.values(), !suspect, weight * WRONG_LABELS));
        }
        return examples;
    }

    private static List<Measured> measured() {
        List<Right> brands = ShippedRights.all().stream()
                .filter(right -> !right.generic()
                        && !right.classes().isEmpty()
                        && !right.category().startsWith("地理"))
                .toList();
        var titles = new ArrayList<Labelled>();
        titles.addAll(Labelled.evasive(brands, 300, 101));
        titles.addAll(Labelled.claiming(brands, 2000, 102));
        titles.addAll(Labelled.honest(brands, 3000, 103));
        titles.addAll(Labelled.resold(brands, 3000, 104));
        titles.addAll(Labelled.risky(1500, 106));
        titles.addAll(WrittenTitles.ordinary(150_000, 105));
        WrittenTitles.suspects().stream()
                .filter(one -> !WrittenTitles.heldOut(one))
                .forEach(titles::add);
        WrittenTitles.honest().stream()
                .filter(one -> !WrittenTitles.heldOut(one))
                .forEach(titles::add);
        Screening screening = Screening.shipped();
        var measured = new ArrayList<Measured>();
        for (Labelled title : titles) {
            Verdict verdict = screening.screen(Listing.of("1", title.title()));
            measured.add(new Measured(title, part(title), values(verdict)));
        }
        return measured;
    }

    /** By the brand, and by the title where there is none, so that no brand stands on two sides. */
    private static Part part(Labelled title) {
        String key = title.rightId().isEmpty() ? title.title() : title.rightId();
        int bucket = Math.floorMod(key.hashCode() * 0x9E3779B1, 10);
        return bucket < 6 ? Part.TRAIN : bucket < 8 ? Part.CALIBRATE : Part.TEST;
    }

    /** The titles of our own hand: the half that rules were made with, and the half that nobody looked at. */
    private static String written(Fit.Weights weights) {
        Screening screening = Screening.shipped();
        var out = new StringBuilder(
                "\n## Written by hand\n\n| titles | number | suspect | or review |\n|---|---|---|---|\n");
        for (boolean heldOut : new boolean[] {false, true}) {
            for (boolean suspect : new boolean[] {true, false}) {
                List<Double> scores = (suspect ? WrittenTitles.suspects() : WrittenTitles.honest())
                        .stream()
                                .filter(one -> WrittenTitles.heldOut(one) == heldOut)
                                .map(one -> values(screening.screen(Listing.of("1", one.title()))))
                                .map(values -> values.isEmpty() ? 0.0 : weights.score(values))
                                .toList();
                out.append(String.format(
                        Locale.ROOT,
                        "| %s, %s | %d | %d | %d |%n",
                        suspect ? "suspects" : "honest",
                        heldOut ? "held out" : "worked with",
                        scores.size(),
                        scores.stream()
                                .filter(score -> score >= Thresholds.STANDARD.suspectFrom())
                                .count(),
                        scores.stream()
                                .filter(score -> score >= Thresholds.STANDARD.reviewFrom())
                                .count()));
            }
        }
        return out.toString();
    }

    private static Map<String, Double> values(Verdict verdict) {
        Map<String, Double> weights = Model.shipped().weights();
        var values = new LinkedHashMap<String, Double>();
        for (Contribution part : verdict.contributions()) {
            if (part.feature().equals(Manner.FEATURE)) {
                continue; // learnt apart, and no weight times a value
            }
            values.merge(part.feature(), part.weight() / weights.getOrDefault(part.feature(), 1.0), Double::sum);
        }
        return values;
    }

    private static String model(Fit.Weights weights, List<Measured> train, List<Measured> calibrate) {
        var text = new StringBuilder();
        text.append(
                "# Weights of the score, in log-odds for each unit of a feature; made by ./dev train, not by hand.\n");
        text.append(String.format(
                Locale.ROOT,
                "# From %d titles to train and %d to calibrate (%d and %d with something found), of the seeded generator and"
                        + " of our own hand; the third column is the prior.%n",
                train.size(),
                calibrate.size(),
                examples(train).size() / 2,
                examples(calibrate).size() / 2));
        text.append(String.format(Locale.ROOT, "start\t%.3f\t%.3f%n", weights.start(), START));
        Map<String, Double> priors = Model.priors();
        weights.of()
                .forEach((feature, weight) -> text.append(String.format(
                        Locale.ROOT, "%s\t%.3f\t%.3f%n", feature, weight, priors.getOrDefault(feature, 0.0))));
        return text.toString();
    }
}
