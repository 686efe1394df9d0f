package org.hengjian.screening;

import org.hengjian.screening.text.Characters;
import org.hengjian.screening.text.Symbols;
import org.hengjian.screening.text.Units;

/**
 * A title as its manner is read (行文序列): its folded characters, each number as one nought, what lies between as one
 * sign, and a mark where the name of a right stands, for whose name it is says nothing of how one writes.
 */
final class Phrasing {

    static final char BEGIN = '^';
    static final char END = '$';
    static final char NAME = '@';
    private static final char NUMBER = '0';

    // None of these is ever a significant character.
    private static final char SPACE = '_';
    private static final char PUNCTUATION = ',';
    private static final char SYMBOL = '*';
    private static final char JOINER = '-';

    private static final boolean[] NONE = {};

    private final char[] signs;
    private final int[] starts;
    private final int[] ends;
    private int size;

    private Phrasing(int units) {
        int capacity = 2 * units + 2;
        signs = new char[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
    }

    static Phrasing of(Reading reading) {
        Units units = reading.units;
        var phrasing = new Phrasing(units.size());
        phrasing.add(BEGIN, 0, 0);
        boolean[] named = named(reading);
        for (int k = 0; k < units.size(); k++) {
            char gap = gap(units.gap(k));
            boolean name = named.length > 0 && named[k];
            if (gap != 0 && k > 0 && !(name && named[k - 1])) {
                phrasing.add(gap, units.end(k - 1), units.start(k));
            }
            char c = name ? NAME : Symbols.isDigit(units.at(k)) ? NUMBER : units.at(k);
            if ((c == NAME || c == NUMBER) && phrasing.signs[phrasing.size - 1] == c) {
                phrasing.ends[phrasing.size - 1] = units.end(k);
            } else {
                phrasing.add(c, units.start(k), units.end(k));
            }
        }
        int length = units.text().length();
        phrasing.add(END, length, length);
        return phrasing;
    }

    private static boolean[] named(Reading reading) {
        if (reading.names.isEmpty()) {
            return NONE;
        }
        boolean[] named = new boolean[reading.units.size()];
        for (Reading.Named name : reading.names) {
            for (int k = name.hit().from(); k < name.hit().to(); k++) {
                named[k] = true;
            }
        }
        return named;
    }

    /** What is drawn as nothing is nothing. */
    private static char gap(int mask) {
        return (mask & Characters.PUNCTUATION) != 0
                ? PUNCTUATION
                : (mask & Characters.SYMBOL) != 0
                        ? SYMBOL
                        : (mask & Characters.SPACE) != 0 ? SPACE : (mask & Characters.JOINER) != 0 ? JOINER : 0;
    }

    private void add(char sign, int start, int end) {
        signs[size] = sign;
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    int size() {
        return size;
    }

    char at(int sign) {
        return signs[sign];
    }

    /** Where the original of a sign begins in the title, as a UTF-16 index. */
    int start(int sign) {
        return starts[sign];
    }

    /** Where the original of a sign ends, exclusive. */
    int end(int sign) {
        return ends[sign];
    }

    /** Whether the sign is a character of the title itself, and nothing between, before, behind or in the place of some. */
    boolean isWritten(int sign) {
        char c = signs[sign];
        return c != BEGIN && c != END && c != NAME && c != SPACE && c != PUNCTUATION && c != SYMBOL && c != JOINER;
    }
}
