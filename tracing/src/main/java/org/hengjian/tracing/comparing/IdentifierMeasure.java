package org.hengjian.tracing.comparing;

import java.util.List;

/**
 * For what is given out once and written as a string without meaning: credit code, identity number, account, device,
 * shop id. Levels: same, hidden characters agree ({@code 3301**********1234}), one typing error, different.
 */
public final class IdentifierMeasure implements Measure<String> {

    /** Below this length one error may well be another identifier. */
    private static final int SHORTEST_FOR_ERRORS = 8;

    private static final int VISIBLE_MIN = 4;

    private final double strangers;

    /** @param strangers see {@link Measure#strangers()} */
    public IdentifierMeasure(double strangers) {
        this.strangers = strangers;
    }

    @Override
    public String read(String canonical) {
        return canonical;
    }

    @Override
    public List<String> levels() {
        return List.of("different", "typo", "hidden", "same");
    }

    @Override
    public double[] start() {
        return new double[] {0.25, 0.04, 0.04, 0.67};
    }

    @Override
    public int level(String source, String target) {
        if (source.indexOf('*') >= 0 || target.indexOf('*') >= 0) {
            return agreesWhereVisible(source, target) ? 2 : 0;
        }
        if (source.equals(target)) {
            return 3;
        }
        return Math.min(source.length(), target.length()) >= SHORTEST_FOR_ERRORS && Edits.between(source, target, 1) <= 1
                ? 1
                : 0;
    }

    static boolean agreesWhereVisible(String source, String target) {
        if (source.length() != target.length()) {
            return false;
        }
        int visible = 0;
        for (int i = 0; i < source.length(); i++) {
            char a = source.charAt(i);
            char b = target.charAt(i);
            if (a != '*' && b != '*') {
                if (a != b) {
                    return false;
                }
                visible++;
            }
        }
        return visible >= VISIBLE_MIN;
    }

    /** Hidden values are known by what is visible of them at both ends. */
    @Override
    public String term(String value, int level) {
        return level == 3 ? value : level == 2 && value.length() >= 7 ? ends(value) : "";
    }

    private static String ends(String value) {
        return value.substring(0, 3) + "*" + value.substring(value.length() - 4);
    }

    @Override
    public double strangers() {
        return strangers;
    }

    @Override
    public List<String> keys(String value) {
        if (value.length() < 7) {
            return List.of(value);
        }
        // Two halves: one typing error leaves one of them whole. Ends: what hidden numbers still show.
        int middle = value.length() / 2;
        return value.indexOf('*') >= 0
                ? List.of("e" + ends(value))
                : value.length() < 10
                        ? List.of(value, "e" + ends(value))
                        : List.of(value, "e" + ends(value), "t" + value.substring(middle), "h" + value.substring(0, middle + 2));
    }
}
