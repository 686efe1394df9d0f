package org.hengjian.tracing.blocking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        Set<Long> keys = new HashSet<>();
        for (int f = 0; f < features.size(); f++) {
            keys.addAll(of(f, profile));
        }
        return keys.stream().mapToLong(Long::longValue).toArray();
    }

    /** How many features give the two a key in common: 0 if blocking does not bring them together. */
    public int families(Profile source, Profile target) {
        int families = 0;
        for (int f = 0; f < features.size(); f++) {
            Set<Long> keys = of(f, source);
            families += of(f, target).stream().anyMatch(keys::contains) ? 1 : 0;
        }
        return families;
    }

    private Set<Long> of(int feature, Profile profile) {
        Set<Long> keys = new HashSet<>();
        Kind kind = features.get(feature).kind();
        for (String value : profile.values().get(feature)) {
            if (kind == Kind.TEXT) {
                words(value).forEach(word -> keys.add(Fingerprint.of(kind.ordinal(), word)));
            } else {
                keys(feature, value).forEach(key -> keys.add(Fingerprint.of(kind.ordinal(), key)));
            }
        }
        return keys;
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
