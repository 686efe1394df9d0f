package org.hengjian.screening;

import java.util.ArrayList;
import java.util.List;
import org.hengjian.screening.text.Units;

/**
 * One pass of one text over one index (扫描): the sieve lets most places go, what it keeps is walked. Work at a place is
 * bounded, so the whole is linear.
 */
final class Scan {

    private static final int HITS_MAX = 256;

    private Scan() {}

    /** @param disguised whether to look for altered spellings too */
    static List<Hit> of(Index index, Units units, boolean disguised) {
        char[] text = units.folded();
        int size = units.size();
        if (size < 2) {
            return List.of();
        }
        Sieve sieve = index.sieve();
        Slips slips = disguised && !index.typos().isEmpty() ? new Slips(index, units) : null;
        var hits = new ArrayList<Hit>(0);
        Walk walk = null;
        int second = Sieve.look(text[0]);
        int third = Sieve.look(text[1]);
        for (int k = 0; k + 1 < size && hits.size() < HITS_MAX; k++) {
            int first = second;
            second = third;
            third = k + 2 < size ? Sieve.look(text[k + 2]) : Sieve.NONE;
            boolean latin = Surroundings.alphanumeric(text[k]);
            if (latin && k > 0 && units.gap(k) == 0 && Surroundings.alphanumeric(text[k - 1])) {
                continue; // inside a word
            }
            boolean more = sieve.mayBegin(first, second, third);
            if (more || sieve.mayBe(text[k], text[k + 1], first, second)) {
                if (walk == null) {
                    walk = new Walk(index, units, disguised, hits);
                }
                walk.from(k, more || sieve.mayBeLong(text[k], text[k + 1]) ? Steps.MOST : 2);
            }
            if (latin && slips != null) {
                slips.at(k, hits);
            }
        }
        return hits;
    }
}
