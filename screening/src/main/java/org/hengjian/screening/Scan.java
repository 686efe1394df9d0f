package org.hengjian.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.hengjian.screening.text.Units;

/**
 * One pass of one text over one index (扫描): the sieve lets most places go, what it keeps is walked. Work at a place is
 * bounded, so the whole is linear.
 */
final class Scan {

    private static final int HITS_MAX = 512;
    /** Of more hits than this what is said again and again is left out, so that it covers nothing up. */
    private static final int HITS_FEW = 48;

    private static final int ROOM_LEAST = 64;
    private static final int FIRST_KEPT = 2;

    private record Said(Form form, int tricks) {}

    private Scan() {}

    static List<Hit> of(Index index, Units units, Surroundings around) {
        char[] text = units.folded();
        int size = units.size();
        if (size < 2) {
            return List.of();
        }
        Sieve sieve = index.sieve();
        Slips slips = !index.typos().isEmpty() ? new Slips(index, units) : null;
        Insertions insertions = null;
        var hits = new ArrayList<Hit>();
        Walk walk = null;
        int second = Sieve.look(text[0]);
        int third = Sieve.look(text[1]);
        long begins = 0;
        for (int k = 0; k + 1 < size; k++) {
            if (k % Long.SIZE == 0) {
                begins = sieve.beginnings(text, k, size);
            }
            if (hits.size() >= HITS_MAX) {
                thin(hits);
                if (hits.size() > HITS_MAX - ROOM_LEAST) {
                    break;
                }
            }
            int first = second;
            second = third;
            third = k + 2 < size ? Sieve.look(text[k + 2]) : Sieve.NONE;
            boolean latin = Surroundings.alphanumeric(text[k]);
            if (latin && k > 0 && units.gap(k) == 0 && Surroundings.alphanumeric(text[k - 1])) {
                continue; // inside a word
            }
            int may = sieve.at(text, k, size, first, second, third, (begins & 1L << k) != 0);
            if (may != Sieve.NOTHING) {
                if (walk == null) {
                    walk = new Walk(index, units, around, hits);
                }
                walk.from(k, may);
            }
            if (!latin && Insertions.mayBeginAt(units, k)) {
                insertions = insertions == null ? new Insertions(index, units, around) : insertions;
                insertions.at(k, hits);
            } else if (latin && slips != null) {
                slips.at(k, hits);
            }
        }
        if (hits.size() > HITS_FEW) {
            thin(hits);
        }
        return hits;
    }

    /** Keeps of each form written in one way the first places and the last. */
    private static void thin(List<Hit> hits) {
        var last = new HashMap<Said, Hit>();
        hits.forEach(hit -> last.put(new Said(hit.form(), hit.tricks()), hit));
        var seen = new HashMap<Said, Integer>();
        hits.removeIf(hit -> {
            var said = new Said(hit.form(), hit.tricks());
            return seen.merge(said, 1, Integer::sum) > FIRST_KEPT && last.get(said) != hit;
        });
    }
}
