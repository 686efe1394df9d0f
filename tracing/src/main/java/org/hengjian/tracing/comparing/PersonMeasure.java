package org.hengjian.tracing.comparing;

import java.util.List;
import org.hengjian.tracing.values.Folding;
import org.hengjian.tracing.values.PersonName;

/**
 * Names of people. Levels: same; same when read aloud (张晓明, 章小明, Zhang Xiaoming); hidden characters agree (张**); one
 * character or letter differs; different.
 */
public final class PersonMeasure implements Measure<PersonMeasure.Person> {

    /** A name as written and as heard. */
    public record Person(String written, String heard) {}

    @Override
    public Person read(String canonical) {
        return new Person(canonical, PersonName.sound(canonical));
    }

    @Override
    public List<String> levels() {
        return List.of("different", "alike", "hidden", "sound", "same");
    }

    @Override
    public double[] start() {
        return new double[] {0.22, 0.05, 0.03, 0.05, 0.65};
    }

    @Override
    public int level(Person source, Person target) {
        String a = source.written;
        String b = target.written;
        if (a.indexOf('*') >= 0 || b.indexOf('*') >= 0) {
            return hiddenAgrees(a, b) ? 2 : 0;
        }
        if (a.equals(b)) {
            return 4;
        }
        if (source.heard.equals(target.heard)) {
            return 3;
        }
        boolean han = Folding.hasHan(a) && Folding.hasHan(b);
        if (han) {
            return Math.min(a.length(), b.length()) >= 3 && Edits.between(a, b, 1) <= 1 ? 1 : 0;
        }
        return Edits.jaroWinkler(source.heard, target.heard) >= 0.92 ? 1 : 0;
    }

    /** 张** is 张晓明, and *晓明 too: where both are seen they agree; a single star may stand for two characters. */
    private static boolean hiddenAgrees(String a, String b) {
        if (a.length() != b.length()) {
            return a.charAt(0) != '*' && a.charAt(0) == b.charAt(0);
        }
        boolean seen = false;
        for (int i = 0; i < a.length(); i++) {
            boolean visible = a.charAt(i) != '*' && b.charAt(i) != '*';
            if (visible && a.charAt(i) != b.charAt(i)) {
                return false;
            }
            seen |= visible;
        }
        return seen;
    }

    @Override
    public String term(Person value, int level) {
        return switch (level) {
            case 4 -> value.written;
            case 3 -> value.heard;
            case 2 -> value.written.substring(0, 1);
            default -> "";
        };
    }

    /** Names are drawn from a common stock: where two are seen to share one, more could. */
    @Override
    public double strangers() {
        return 3;
    }

    @Override
    public List<String> keys(Person value) {
        return value.written.indexOf('*') >= 0 ? List.of() : List.of(value.heard);
    }
}
