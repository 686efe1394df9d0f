package org.hengjian.tracing.judging;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.hengjian.tracing.schema.Kind;

/**
 * What one feature says about two records.
 *
 * @param feature heading of the column
 * @param level name of the level, such as {@code same} or {@code building}
 * @param weight in bits; positive speaks for one subject, negative for two
 * @param source the value compared, in canonical form
 */
public record Reason(String feature, Kind kind, String level, double weight, String source, String target) {

    private static final String BUNDLE = "org.hengjian.tracing.judging.reasons";

    /** Few kinds by few levels by two languages: looked up once. */
    private static final Map<String, String> NAMES = new ConcurrentHashMap<>();

    /** The sentence an officer reads: {@code 电话相同 +9.2}. */
    public String say(Locale locale) {
        return name(locale) + " " + signed(weight);
    }

    /** One decimal, with its sign: {@code +9.2}, {@code −1.4}. */
    public static String signed(double weight) {
        long tenths = Math.round(Math.abs(weight) * 10);
        return (weight < 0 && tenths > 0 ? "−" : "+") + tenths / 10 + "." + tenths % 10;
    }

    /** Without the weight: {@code 电话相同}. */
    public String name(Locale locale) {
        return NAMES.computeIfAbsent(locale.getLanguage() + "." + kind.word() + "." + level, none -> read(locale));
    }

    private String read(Locale locale) {
        // The root file is Chinese: an English reader on a Chinese machine must not be given it, nor the reverse.
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, locale, control);
        String joint = texts.getString("joint").equals("none") ? "" : ": ";
        String own = "level." + kind.word() + "." + level;
        return texts.getString("kind." + kind.word())
                + joint
                + texts.getString(texts.containsKey(own) ? own : "level." + level);
    }

    /** Values are personal data: logs see only what they say. */
    @Override
    public String toString() {
        return "%s %s %+.1f".formatted(feature, level, weight);
    }
}
