package org.hengjian.bench.tables;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds characters that one takes for another because they are drawn alike (形近字), by laying their pictures over each
 * other; what they are made of does not matter. Arguments: {@code readings.tsv}, a font file, its number in the file, the
 * file to write ({@code lookalikes-drawn.txt}, two characters a line). Made with Noto Sans CJK SC.
 */
public final class DrawnAlike {

    /** Two pictures correlate so much, of 1, where a reader in a hurry takes one for the other; chosen by looking. */
    private static final double ALIKE = 0.80;

    private static final int SIDE = 32;
    private static final float HEIGHT = 30;
    private static final int BASELINE = 27;

    private DrawnAlike() {}

    public static void main(String[] arguments) throws IOException, FontFormatException {
        Font font = Font.createFonts(new File(arguments[1]))[Integer.parseInt(arguments[2])].deriveFont(HEIGHT);
        List<String> used = Files.readAllLines(Path.of(arguments[0])).stream()
                .map(line -> line.split("\t"))
                .filter(cells -> cells[0].length() == 1 && Integer.parseInt(cells[2]) > 0)
                .map(cells -> cells[0])
                .toList();
        List<float[]> drawn = used.stream().map(c -> drawn(c, font)).toList();
        var pairs = new ArrayList<String>();
        pairs.add("# Drawn alike, as " + font.getFontName() + " shows it; made by DrawnAlike.");
        for (int a = 0; a < used.size(); a++) {
            for (int b = a + 1; b < used.size(); b++) {
                if (correlation(drawn.get(a), drawn.get(b)) >= ALIKE) {
                    pairs.add(used.get(a) + used.get(b));
                }
            }
        }
        Files.write(Path.of(arguments[3]), pairs, StandardCharsets.UTF_8);
    }

    /** The character's picture, a little blurred, its mean taken away and its length made one. */
    private static float[] drawn(String character, Font font) {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.setFont(font);
        pen.drawString(character, 1, BASELINE);
        pen.dispose();
        int[] sharp = image.getRaster().getPixels(0, 0, SIDE, SIDE, (int[]) null);
        float[] picture = new float[SIDE * SIDE];
        double sum = 0;
        for (int y = 1; y < SIDE - 1; y++) {
            for (int x = 1; x < SIDE - 1; x++) {
                int at = y * SIDE + x;
                int around = 4 * sharp[at];
                around += 2 * (sharp[at - 1] + sharp[at + 1] + sharp[at - SIDE] + sharp[at + SIDE]);
                around += sharp[at - SIDE - 1] + sharp[at - SIDE + 1] + sharp[at + SIDE - 1] + sharp[at + SIDE + 1];
                picture[at] = around;
                sum += around;
            }
        }
        float mean = (float) (sum / picture.length);
        double squares = 0;
        for (int i = 0; i < picture.length; i++) {
            picture[i] -= mean;
            squares += picture[i] * picture[i];
        }
        float length = (float) Math.max(1e-6, Math.sqrt(squares));
        for (int i = 0; i < picture.length; i++) {
            picture[i] /= length;
        }
        return picture;
    }

    private static float correlation(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
