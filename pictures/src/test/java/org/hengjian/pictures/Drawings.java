package org.hengjian.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures drawn from a seed. */
final class Drawings {

    private Drawings() {}

    static BufferedImage paper(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(picture);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return picture;
    }

    /** Full of shapes and colours: no two alike. */
    static BufferedImage scene(int seed) {
        var random = new Random(seed);
        var picture = new BufferedImage(480, 360, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(picture);
        for (int i = 0; i < 40; i++) {
            pen.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
            int width = 40 + random.nextInt(200);
            int height = 40 + random.nextInt(200);
            int x = random.nextInt(480) - width / 2;
            int y = random.nextInt(360) - height / 2;
            if (random.nextBoolean()) {
                pen.fillOval(x, y, width, height);
            } else {
                pen.fillRect(x, y, width, height);
            }
        }
        pen.dispose();
        return picture;
    }

    /** Bags, watches, bottles and boots on white with a name and a price: many have nearly the same outline. */
    static BufferedImage goodsOnWhite(int seed) {
        var random = new Random(seed);
        BufferedImage picture = paper(600, 600);
        Graphics2D pen = pen(picture);
        var colour = new Color(random.nextInt(0x1000000));
        int width = 220 + random.nextInt(160);
        int height = 180 + random.nextInt(200);
        int x = 300 - width / 2;
        int y = 330 - height / 2;
        pen.setColor(colour);
        switch (random.nextInt(4)) {
            case 0 -> {
                pen.setStroke(new BasicStroke(14));
                pen.drawArc(x + width / 4, y - height / 3, width / 2, height * 2 / 3, 0, 180);
                pen.fillRoundRect(x, y, width, height, 40, 40);
            }
            case 1 -> {
                pen.fillOval(x, y, width, width);
                pen.fillRect(270, y - 60, 60, 60);
                pen.fillRect(270, y + width, 60, 60);
                pen.setColor(Color.WHITE);
                pen.fillOval(x + 30, y + 30, width - 60, width - 60);
                pen.setColor(colour.darker());
                pen.setStroke(new BasicStroke(8));
                pen.drawLine(300, y + width / 2, 300, y + 50);
                pen.drawLine(300, y + width / 2, x + width - 70, y + width / 2);
            }
            case 2 -> {
                pen.fillRect(x + width / 4, y, width / 2, height);
                pen.fillRect(x + width * 3 / 8, y - 60, width / 4, 60);
                pen.setColor(Color.BLACK);
                pen.fillRect(x + width / 4, y + height / 3, width / 2, height / 4);
            }
            default -> {
                pen.fillPolygon(
                        new int[] {x, x + width / 3, x + width / 2, x + width, x + width, x},
                        new int[] {y, y, y + height / 2, y + height * 2 / 3, y + height, y + height},
                        6);
                pen.setColor(colour.darker());
                pen.fillRect(x, y + height - 30, width, 30);
            }
        }
        pen.setColor(random.nextBoolean() ? Color.WHITE : Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 30 + random.nextInt(20)));
        var name = new StringBuilder();
        for (int i = 0; i < 5 + random.nextInt(4); i++) {
            name.append((char) ('A' + random.nextInt(26)));
        }
        pen.drawString(name.toString(), x + 40, y + height / 2);
        pen.setColor(Color.RED);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 36));
        pen.drawString("¥" + (10 + random.nextInt(990)), 30, 570);
        pen.dispose();
        return picture;
    }

    /** Cut anywhere, so that {@code area} of it stays. */
    static Box cut(BufferedImage picture, double area, Random random) {
        double across = Math.min(1, Math.sqrt(area) * (0.9 + 0.2 * random.nextDouble()));
        int width = (int) (picture.getWidth() * across);
        int height = (int) (picture.getHeight() * Math.min(1, area / across));
        return new Box(
                random.nextInt(picture.getWidth() - width + 1),
                random.nextInt(picture.getHeight() - height + 1),
                width,
                height);
    }

    static BufferedImage compressed(BufferedImage picture) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, "jpg", bytes);
            return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Graphics2D pen(BufferedImage picture) {
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return pen;
    }
}
