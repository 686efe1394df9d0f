package org.hengjian.tracing.comparing;

import java.util.ArrayList;
import java.util.List;
import org.hengjian.tracing.values.Folding;
import org.hengjian.tracing.values.Readings;

/**
 * Names that people make up: of shops, of goods, of restaurants. Levels: same; same when read aloud; one holds the other
 * or most pairs of characters agree; some agree; different.
 */
public final class NameMeasure implements Measure<NameMeasure.Name> {

    private static final int KEY_LENGTH_MIN = 2;

    /** A name as written, without blanks, and as heard. */
    public record Name(String written, String heard) {}

    @Override
    public Name read(String canonical) {
        return new Name(canonical, Readings.of(canonical));
    }

    @Override
    public List<String> levels() {
        return List.of("different", "some", "alike", "sound", "same");
    }

    @Override
    public double[] start() {
        return new double[] {0.3, 0.1, 0.15, 0.05, 0.4};
    }

    @Override
    public int level(Name source, Name target) {
        if (source.written.equals(target.written)) {
            return 4;
        }
        if (source.heard.equals(target.heard)) {
            return 3;
        }
        boolean han = Folding.hasHan(source.written) && Folding.hasHan(target.written);
        String a = han ? source.written : source.heard;
        String b = han ? target.written : target.heard;
        int shorter = Math.min(a.length(), b.length());
        double dice = Edits.dice(a, b);
        boolean holds = shorter >= (han ? 3 : 5) && (a.contains(b) || b.contains(a));
        boolean typo = shorter >= (han ? 4 : 5) && Edits.between(a, b, 1) <= 1;
        if (holds || typo || dice >= 0.7) {
            return 2;
        }
        return dice >= 0.4 ? 1 : 0;
    }

    @Override
    public String term(Name value, int level) {
        return level == 4 ? value.written : level == 3 ? value.heard : "";
    }

    @Override
    public double strangers() {
        return 0.5;
    }

    @Override
    public List<String> keys(Name value) {
        var keys = new ArrayList<String>();
        String text = value.written;
        if (text.length() >= KEY_LENGTH_MIN) {
            keys.add(value.heard);
        }
        if (Folding.hasHan(text) && text.length() >= 4) {
            keys.add("a" + text.substring(0, 4));
            keys.add("z" + text.substring(text.length() - 4));
        } else if (text.length() >= 8) {
            keys.add("a" + text.substring(0, 6));
            keys.add("z" + text.substring(text.length() - 6));
        }
        return keys;
    }
}
