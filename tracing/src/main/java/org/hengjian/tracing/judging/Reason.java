package org.hengjian.tracing.judging;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
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

    /** The sentence an officer reads: {@code 电话相同 +9.2}. */
    public String say(Locale locale) {
        return "%s %+.1f".formatted(name(locale), weight);
    }

    /** Without the weight: {@code 电话相同}. */
    public String name(Locale locale) {
        // The root file is Chinese: an English reader on a Chinese machine must not be given it, nor the reverse.
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, locale, control);
        return texts.getString("kind." + kind.word()) + joint(texts) + level(texts);
    }

    private String level(ResourceBundle texts) {
        try {
            return texts.getString("level." + kind.word() + "." + level);
        } catch (MissingResourceException general) {
            return texts.getString("level." + level);
        }
    }

    private static String joint(ResourceBundle texts) {
        return texts.getString("joint").equals("none") ? "" : ": ";
    }

    /** Values are personal data: logs see only what they say. */
    @Override
    public String toString() {
        return "%s %s %+.1f".formatted(feature, level, weight);
    }
}
