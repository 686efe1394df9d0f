package org.hengjian.intake;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Places outside the administrative division (GB/T 2260): a seller there has no region of ours, and is no mistake. */
final class Abroad {

    private static final Set<String> NAMES = names();

    private Abroad() {}

    /** Whether the text is the name of another country, in Chinese or English, or says no more than abroad. */
    static boolean isNamed(String text) {
        return NAMES.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    private static Set<String> names() {
        var names = new HashSet<>(Set.of("海外", "境外", "国外", "overseas", "abroad", "foreign", "usa", "uk"));
        for (var code : Locale.getISOCountries()) {
            // The division itself has Taiwan, Hong Kong and Macao.
            if (!Set.of("CN", "TW", "HK", "MO").contains(code)) {
                var country = Locale.of("", code);
                names.add(country.getDisplayCountry(Locale.SIMPLIFIED_CHINESE).toLowerCase(Locale.ROOT));
                names.add(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT));
            }
        }
        return Set.copyOf(names);
    }
}
