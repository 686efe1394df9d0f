package org.hengjian.pictures.logos;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Locale;

/** Outlines as text: M, L, Q, C with absolute places, Z; as in SVG, without its short forms. */
public final class Outlines {

    private Outlines() {}

    /** @throws IllegalArgumentException for any other text */
    public static Shape read(String text) {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        String[] words = text.strip().split("[ ,]+");
        int at = 0;
        while (at < words.length) {
            String command = words[at++];
            switch (command) {
                case "M" -> path.moveTo(number(words, at), number(words, at + 1));
                case "L" -> path.lineTo(number(words, at), number(words, at + 1));
                case "Q" -> path.quadTo(
                        number(words, at), number(words, at + 1), number(words, at + 2), number(words, at + 3));
                case "C" -> path.curveTo(
                        number(words, at),
                        number(words, at + 1),
                        number(words, at + 2),
                        number(words, at + 3),
                        number(words, at + 4),
                        number(words, at + 5));
                case "Z" -> path.closePath();
                default -> throw new IllegalArgumentException("not a command of an outline: " + command);
            }
            at += switch (command) {
                case "Q" -> 4;
                case "C" -> 6;
                case "Z" -> 0;
                default -> 2;
            };
        }
        return path;
    }

    private static double number(String[] words, int at) {
        if (at >= words.length) {
            throw new IllegalArgumentException("an outline ends too early");
        }
        return Double.parseDouble(words[at]);
    }

    /** Two decimals are enough: a logo is 24 units wide. */
    public static String write(Shape shape) {
        var text = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            int kind = path.currentSegment(at);
            text.append("MLQCZ".charAt(kind));
            int numbers = kind == PathIterator.SEG_CLOSE ? 0 : kind <= PathIterator.SEG_LINETO ? 2 : 2 * kind;
            for (int i = 0; i < numbers; i++) {
                String number = String.format(Locale.ROOT, "%.2f", at[i]).replaceAll("\\.?0+$", "");
                text.append(' ').append(number.equals("-0") ? "0" : number);
            }
            text.append(' ');
        }
        return text.toString().strip();
    }
}
