package org.hengjian.tracing.blocking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.hengjian.tracing.comparing.Measure;
import org.hengjian.tracing.judging.Comparer;
import org.hengjian.tracing.schema.Fingerprint;
import org.hengjian.tracing.schema.Kind;
import org.hengjian.tracing.schema.Profile;
import org.hengjian.tracing.schema.Schema;

/** Blocking keys of a record: two records are compared only if they share one. */
public final class Keys {

    /** The rarest words of a text are enough: true pairs share several of them. */
    private static final int WORDS = 10;

    /** From here on the beginning of a model number is telling without its end: lds4821wh, lds4821ww. */
    private static final int MODEL_LENGTH = 6;

    private final Comparer comparer;
    private final List<Schema.Feature> features;

    public Keys(Comparer comparer) {
        this.comparer = comparer;
        this.features = comparer.features();
    }

    /** All keys, each once. */
    public long[] of(Profile profile) {
        var keys = LongStream.builder();
        for (int f = 0; f < features.size(); f++) {
            add(f, profile, keys);
        }
        return keys.build().sorted().distinct().toArray();
    }

    /** How many features give the two a key in common: 0 if blocking does not bring them together. */
    public int families(Profile source, Profile target) {
        int families = 0;
        for (int f = 0; f < features.size(); f++) {
            long[] keys = of(f, source);
            families += LongStream.of(of(f, target)).anyMatch(key -> Arrays.binarySearch(keys, key) >= 0) ? 1 : 0;
        }
        return families;
    }

    private long[] of(int feature, Profile profile) {
        var keys = LongStream.builder();
        add(feature, profile, keys);
        return keys.build().sorted().toArray();
    }

    private void add(int feature, Profile profile, LongStream.Builder keys) {
        Kind kind = features.get(feature).kind();
        for (String value : profile.values().get(feature)) {
            for (String key : kind == Kind.TEXT ? words(value) : keys(feature, value)) {
                keys.add(Fingerprint.of(kind.ordinal(), key));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> keys(int feature, String value) {
        Measure<Object> measure = (Measure<Object>) comparer.measure(feature);
        return measure.keys(measure.read(value));
    }

    private List<String> words(String text) {
        var words = new ArrayList<>(new HashSet<>(List.of(text.split(" "))));
        words.sort(Comparator.<String>comparingInt(comparer::holders).thenComparing(Comparator.naturalOrder()));
        var keys = new ArrayList<String>(words.subList(0, Math.min(WORDS, words.size())));
        for (String word : words) {
            if (word.length() >= MODEL_LENGTH && word.chars().anyMatch(Character::isDigit)) {
                keys.add("m" + word.substring(0, word.length() - 2));
            }
        }
        return keys;
    }
}
