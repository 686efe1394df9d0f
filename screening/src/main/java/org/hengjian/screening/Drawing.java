package org.hengjian.screening;

import java.util.ArrayList;
import java.util.List;
import org.hengjian.screening.text.Symbols;

/** Letters drawn with digits, with other letters, or several times (字母变形): {@code n1ke}, {@code vvatch}, {@code nikke}. */
final class Drawing {

    private static final List<List<String>> OF = new ArrayList<>();

    static {
        for (char c = 0; c < 128; c++) {
            OF.add(drawings(c));
        }
    }

    private Drawing() {}

    /** Letters that a digit or letter is drawn like. */
    static String standsFor(char c) {
        return switch (c) {
            case '0' -> "o";
            case '1' -> "il";
            case '2' -> "z";
            case '3' -> "e";
            case '4' -> "a";
            case '5' -> "s";
            case '6' -> "gb";
            case '7' -> "t";
            case '8' -> "b";
            case '9' -> "gq";
            case 'l' -> "i";
            case 'i' -> "l";
            default -> "";
        };
    }

    /** The letter that two of them are drawn like, 0 if none. */
    static char together(char first, char second) {
        return first == 'v' && second == 'v' ? 'w'
                : first == 'r' && second == 'n' ? 'm'
                : first == 'c' && second == 'l' ? 'd'
                : 0;
    }

    /** What may be drawn for the letter, itself first; a run of it counts up to three times. */
    static List<String> of(char letter) {
        return letter < OF.size() ? OF.get(letter) : List.of(String.valueOf(letter));
    }

    private static List<String> drawings(char letter) {
        var all = new ArrayList<String>();
        all.add(String.valueOf(letter));
        if (!Symbols.isLetter(letter) && !Symbols.isDigit(letter)) {
            return all;
        }
        for (char c = '0'; c <= 'z'; c++) {
            if (standsFor(c).indexOf(letter) >= 0) {
                all.add(String.valueOf(c));
            }
            for (char d = 'a'; d <= 'z'; d++) {
                if (together(c, d) == letter) {
                    all.add("" + c + d);
                }
            }
        }
        all.add(("" + letter).repeat(2));
        all.add(("" + letter).repeat(3));
        return all;
    }
}
