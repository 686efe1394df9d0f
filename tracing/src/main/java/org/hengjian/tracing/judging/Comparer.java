package org.hengjian.tracing.judging;

import java.util.List;
import java.util.stream.LongStream;
import org.hengjian.tracing.comparing.Measure;
import org.hengjian.tracing.comparing.WholeMeasure;
import org.hengjian.tracing.schema.Fingerprint;
import org.hengjian.tracing.schema.Kind;
import org.hengjian.tracing.schema.Profile;
import org.hengjian.tracing.schema.Schema;

/** Compares records feature by feature: which level, and how common what they share is. Safe for many threads. */
public final class Comparer {

    /** On this level nothing was said by at least one of the two. */
    public static final int SILENT = -1;

    private final List<Schema.Feature> features;
    private final Measure<Object>[] measures;
    private final TermCounts counts;
    private final Echoes echoes;
    private final long records;
    private final boolean titlesAlone;

    /** @param counts of the terms that {@link #terms} names, over {@code records} records */
    @SuppressWarnings("unchecked")
    public Comparer(Schema schema, TermCounts counts, long records) {
        this.features = schema.features();
        this.counts = counts;
        this.echoes = new Echoes(features);
        this.records = records;
        titlesAlone = features.stream().anyMatch(feature -> feature.kind() == Kind.TEXT)
                && features.stream()
                                .filter(feature -> !feature.kind().isSource())
                                .flatMap(feature -> feature.columns().stream())
                                .distinct()
                                .count()
                        == 1;
        measures = new Measure[features.size()];
        for (int f = 0; f < measures.length; f++) {
            measures[f] = (Measure<Object>) features.get(f).kind().measure(this::rarity);
        }
    }

    public List<Schema.Feature> features() {
        return features;
    }

    public Measure<?> measure(int feature) {
        return measures[feature];
    }

    Echoes echoes() {
        return echoes;
    }

    public long records() {
        return records;
    }

    public TermCounts counts() {
        return counts;
    }

    public Subject read(Profile profile) {
        Object[][] parts = new Object[measures.length][];
        for (int f = 0; f < measures.length; f++) {
            List<String> values = profile.values().get(f);
            parts[f] = new Object[values.size()];
            for (int v = 0; v < parts[f].length; v++) {
                parts[f][v] = measures[f].read(values.get(v));
            }
        }
        return new Subject(parts, profile.values());
    }

    /** Inverse document frequency of a word, in nats; a word that few have weighs most. */
    private double rarity(String word) {
        return Math.log(1 + (double) records / counts.of(word(word)));
    }

    private static long word(String word) {
        return Fingerprint.of(-1, word);
    }

    /** How many records hold a word of a text; two where it is no more than two. */
    public int holders(String word) {
        return counts.of(word(word));
    }

    /** Level of one feature, and log2 of how likely strangers are to share what the two share there. */
    public record Likeness(int level, double strangersLog2, int source, int target) {
        static final Likeness SILENCE = new Likeness(SILENT, Double.NaN, -1, -1);

        /** True if what is shared is known by name, so that its own commonness counts and not the level's. */
        public boolean isTerm() {
            return !Double.isNaN(strangersLog2);
        }
    }

    /** Of several values on either side the most alike pair, of those the least common. */
    public Likeness likeness(int feature, Subject source, Subject target) {
        Likeness best = Likeness.SILENCE;
        Object[] a = source.parts()[feature];
        Object[] b = target.parts()[feature];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                Likeness likeness = likeness(feature, a[i], b[j], i, j);
                if (likeness.level > best.level
                        || likeness.level == best.level && likeness.strangersLog2 < best.strangersLog2) {
                    best = likeness;
                }
            }
        }
        return best;
    }

    private Likeness likeness(int feature, Object a, Object b, int i, int j) {
        Measure<Object> measure = measures[feature];
        int level = measure.level(a, b);
        String term = level == 0 ? "" : measure.term(a, level);
        if (!term.equals(measure.term(b, level))) {
            term = measure.widerTerm(a, level);
            term = term.equals(measure.widerTerm(b, level)) ? term : "";
        }
        if (term.isEmpty()) {
            return new Likeness(level, Double.NaN, i, j);
        }
        int others = counts.of(salted(feature, level, term)) - 2;
        // Half of the others that hold it are taken to be strangers: one seller's many shops share it too.
        double strangers = measure.strangers() + 0.5 * Math.max(0, others);
        return new Likeness(level, Math.log(strangers / records) / LN2, i, j);
    }

    static final double LN2 = Math.log(2);

    private static long salted(int feature, int level, String term) {
        return Fingerprint.of(feature * 64L + level, term);
    }

    /**
     * Whether one title is the other word for word, where titles are all there is. A page that stands in a file twice shows
     * that pages come again, not how two shops tell of one thing: nothing is to be learnt from it. Where other columns agree
     * as well, a copy is what one subject looks like.
     */
    public boolean isCopy(Subject source, Subject target) {
        if (!titlesAlone) {
            return false;
        }
        for (int f = 0; f < measures.length; f++) {
            if (!features.get(f).kind().isSource() && !source.values().get(f).equals(target.values().get(f))) {
                return false;
            }
        }
        return true;
    }

    /** Everything of which the number of holders must be known: terms at every level, words of texts. */
    public long[] terms(Profile profile) {
        var terms = LongStream.builder();
        for (int f = 0; f < measures.length; f++) {
            Measure<Object> measure = measures[f];
            int levels = measure.levels().size();
            Kind kind = features.get(f).kind();
            for (String value : profile.values().get(f)) {
                if (kind == Kind.WHOLE) {
                    WholeMeasure.runs(value).forEach(run -> terms.add(word(run)));
                    continue;
                }
                if (kind == Kind.TEXT) {
                    for (String word : value.split(" ")) {
                        terms.add(word(word));
                    }
                    continue;
                }
                Object parts = measure.read(value);
                for (int level = 1; level < levels; level++) {
                    String term = measure.term(parts, level);
                    String wider = measure.widerTerm(parts, level);
                    if (!term.isEmpty()) {
                        terms.add(salted(f, level, term));
                    }
                    if (!wider.isEmpty() && !wider.equals(term)) {
                        terms.add(salted(f, level, wider));
                    }
                }
            }
        }
        return terms.build().sorted().distinct().toArray();
    }
}
