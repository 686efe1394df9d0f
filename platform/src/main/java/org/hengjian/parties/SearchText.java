package org.hengjian.parties;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import org.hengjian.tracing.values.Folding;
import org.hengjian.tracing.values.Readings;

/**
 * What a name is found by (检索文本): letters and digits only, simplified, half width, lower case, and for Chinese its
 * reading as well, run together and by initials: 衡溪 is found by 衡溪, 溪, hengxi, heng xi and hx.
 */
public final class SearchText {

    /** Neither letter nor digit, so in no stored text. */
    private static final String IN_NO_NAME = "¶";

    private SearchText() {}

    /** The text to store for things with these names; one line a form. */
    public static String of(Collection<String> names) {
        var forms = new LinkedHashSet<String>();
        for (String name : names) {
            String bare = Folding.bare(name);
            if (bare.isEmpty()) {
                continue;
            }
            forms.add(bare);
            if (Folding.hasHan(bare)) {
                forms.add(Readings.of(bare));
                forms.add(Readings.syllables(bare).stream()
                        .map(syllable -> syllable.substring(0, 1))
                        .collect(Collectors.joining()));
            }
        }
        return String.join("\n", forms);
    }

    public static String of(String... names) {
        return of(Arrays.asList(names));
    }

    /** What someone typed, in the form of the stored text; holds no character that {@code like} would understand. */
    public static String sought(String typed) {
        return Folding.bare(typed);
    }

    /**
     * The same for a list that is searched: what was typed but holds no letter and no digit (a quote, an emoji) is found in
     * nothing. Taken for nothing typed, it would show the whole list as its finds.
     */
    public static String searched(String typed) {
        String bare = sought(typed);
        return bare.isEmpty() && !typed.isBlank() ? IN_NO_NAME : bare;
    }

    /** Sorts Latin and Chinese names by how they are read. */
    public static String sortName(String name) {
        return Readings.of(Folding.bare(name));
    }
}
