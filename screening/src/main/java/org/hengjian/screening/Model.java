package org.hengjian.screening;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The weights of the score (评分模型): log-odds for each unit of a feature, as {@code model.tsv} holds them. They are made
 * by {@code ./dev train} from labelled titles; its first lines say from which, when, and how it was measured. A score is
 * the logistic function of the start and of weight × value for every feature, so its parts add up.
 */
public final class Model {

    private static final int TRICKS_FROM = Feature.values().length;
    private static final Feature[] FEATURES = Feature.values();
    private static final Trick[] TRICKS = Trick.values();
    private static final Model SHIPPED = read("model.tsv");

    /** What an offer in which something was found starts from, in log-odds. */
    private final double start;

    private final double[] weights;

    private Model(double start, double[] weights) {
        this.start = start;
        this.weights = weights;
    }

    public static Model shipped() {
        return SHIPPED;
    }

    public double start() {
        return start;
    }

    /** Weight by the feature's stable name, as contributions carry it, in the order of the file. */
    public Map<String, Double> weights() {
        var named = new LinkedHashMap<String, Double>();
        for (int i = 0; i < weights.length; i++) {
            named.put(code(i), weights[i]);
        }
        return named;
    }

    /** What the weights are before training, which also says the sign that each must keep. */
    public static Map<String, Double> priors() {
        var named = new LinkedHashMap<String, Double>();
        for (int i = 0; i < size(); i++) {
            named.put(code(i), prior(i));
        }
        return named;
    }

    static double score(double sum) {
        return 1 / (1 + Math.exp(-sum));
    }

    double weight(int feature) {
        return weights[feature];
    }

    double weight(Feature feature) {
        return weights[feature.ordinal()];
    }

    double weight(Trick trick) {
        return weights[TRICKS_FROM + trick.ordinal()];
    }

    /** Number of features: those of {@link Feature}, then one for each {@link Trick}. */
    static int size() {
        return TRICKS_FROM + TRICKS.length;
    }

    static int index(Trick trick) {
        return TRICKS_FROM + trick.ordinal();
    }

    static Contribution contribution(int feature, double weight) {
        if (feature < TRICKS_FROM) {
            Feature one = FEATURES[feature];
            return new Contribution(one.code, weight, one.zh, one.en);
        }
        Trick trick = TRICKS[feature - TRICKS_FROM];
        return new Contribution(
                code(feature), weight, "规避或近似写法：" + trick.zh, "evasive or look-alike spelling: " + trick.en);
    }

    private static String code(int feature) {
        return feature < TRICKS_FROM ? FEATURES[feature].code : "technique:" + TRICKS[feature - TRICKS_FROM].code;
    }

    private static double prior(int feature) {
        return feature < TRICKS_FROM ? FEATURES[feature].prior : TRICKS[feature - TRICKS_FROM].weight;
    }

    private static Model read(String resource) {
        var named = new LinkedHashMap<String, Double>();
        ShippedLines.of(resource).stream()
                .map(line -> line.split("\t"))
                .forEach(cells -> named.put(cells[0], Double.parseDouble(cells[1])));
        double[] weights = new double[size()];
        for (int i = 0; i < weights.length; i++) {
            // A technique newer than the last training counts as much as was thought when it was added.
            weights[i] = named.getOrDefault(code(i), prior(i));
        }
        return new Model(named.getOrDefault("start", -3.0), weights);
    }
}
