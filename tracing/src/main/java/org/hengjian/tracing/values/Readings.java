package org.hengjian.tracing.values;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How Chinese characters are read aloud in Mandarin (拼音), tones left out; the most usual reading of each. */
public final class Readings {

    private static final @Nullable String[] SYLLABLES = new String[0x10000];

    static {
        for (String line : Resource.lines("readings.txt")) {
            int blank = line.indexOf(' ');
            String syllable = line.substring(0, blank);
            line.chars().skip(blank + 1).forEach(c -> SYLLABLES[c] = syllable);
        }
    }

    private Readings() {}

    /** Whether it is known how the character is read. */
    static boolean isKnown(char c) {
        return SYLLABLES[c] != null;
    }

    /** Syllables run together, Latin letters and digits kept, all else gone: {@code 耐克Nike → naikenike}. */
    public static String of(String folded) {
        var reading = new StringBuilder(folded.length() * 3);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            String syllable = SYLLABLES[c];
            if (syllable != null) {
                reading.append(syllable);
            } else if (Character.isLetterOrDigit(c)) {
                reading.append(c);
            }
        }
        return reading.toString();
    }

    /** One syllable a character, Latin words whole. */
    public static List<String> syllables(String folded) {
        var syllables = new ArrayList<String>();
        var word = new StringBuilder();
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            String syllable = SYLLABLES[c];
            if (syllable == null && Character.isLetterOrDigit(c)) {
                word.append(c);
                continue;
            }
            if (!word.isEmpty()) {
                syllables.add(word.toString());
                word.setLength(0);
            }
            if (syllable != null) {
                syllables.add(syllable);
            }
        }
        if (!word.isEmpty()) {
            syllables.add(word.toString());
        }
        return syllables;
    }
}
