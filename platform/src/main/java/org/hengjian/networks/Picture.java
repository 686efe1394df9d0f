package org.hengjian.networks;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.springframework.web.util.HtmlUtils;

/** The picture of a network to take along: SVG, and PNG for those who cannot open that. Black on white, for print. */
final class Picture {

    private static final String FONT = "/documents/fonts/NotoSerifSC_400Regular.ttf";
    private static final Font WRITING = font();

    /** Printed at 192 dpi; a picture wider than the limit is drawn smaller. */
    private static final double SCALE = 2;

    private static final int PIXELS_WIDE_MOST = 12_000;

    private Picture() {}

    /** @param heads says a column in the reader's language */
    static String svg(Drawing drawing, String title, UnaryOperator<String> heads) {
        var svg = new StringBuilder();
        svg.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(drawing.width()).append("\" height=\"").append(drawing.height()).append("\" viewBox=\"0 0 ")
                .append(drawing.width()).append(' ').append(drawing.height())
                .append("\" font-family=\"Songti SC, SimSun, Noto Serif CJK SC, serif\" font-size=\"13\">\n<title>")
                .append(escaped(title)).append("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        for (Drawing.Line line : drawing.lines()) {
            svg.append("<path d=\"").append(line.d()).append("\" fill=\"none\" stroke=\"#5a616b\" stroke-width=\"")
                    .append(line.ground().equals("SAME") || line.onWay() ? "2.6" : "1.2").append('"')
                    .append(dash(line.ground()).isEmpty() ? "" : " stroke-dasharray=\"" + dash(line.ground()) + "\"")
                    .append("/>\n");
        }
        for (Drawing.Head head : drawing.heads()) {
            text(svg, head.x() - 6, 18, heads.apply(head.column()), "#626973");
        }
        for (Drawing.Spot spot : drawing.spots()) {
            svg.append(mark(spot)).append('\n');
            text(svg, spot.textX(), spot.y() + 4, spot.shown(), "#0b0d10");
        }
        return svg.append("</svg>\n").toString();
    }

    private static void text(StringBuilder svg, int x, int y, String words, String colour) {
        svg.append("<text x=\"").append(x).append("\" y=\"").append(y).append("\" fill=\"").append(colour)
                .append("\" stroke=\"#fff\" stroke-width=\"4\" paint-order=\"stroke\">").append(escaped(words))
                .append("</text>\n");
    }

    private static String mark(Drawing.Spot spot) {
        int x = spot.x();
        int y = spot.y();
        String filled = " fill=\"" + (spot.start() ? "#1a4f96" : "#4b525b") + "\"";
        String hollow = " fill=\"#fff\" stroke=\"#0b0d10\" stroke-width=\"1.8\"";
        return switch (spot.kind()) {
            case "PERSON" -> "<circle r=\"6\" cx=\"" + x + "\" cy=\"" + y + "\"" + hollow + "/>";
            case "FIRM" -> "<circle r=\"6\" cx=\"" + x + "\" cy=\"" + y + "\"" + filled + "/>";
            case "SHOP" -> square(x, y) + filled + "/>";
            case "CASE" -> square(x, y) + hollow + "/>";
            case "SEALED" -> square(x, y) + " fill=\"#fff\" stroke=\"#4b525b\" stroke-dasharray=\"2 2\"/>";
            case "GOODS" -> "<path d=\"M" + (x - 7) + " " + y + "l3.5-6h7l3.5 6-3.5 6h-7z\"" + filled + "/>";
            case "PARCEL" -> "<path d=\"M" + (x - 7) + " " + (y - 5) + "h14v10h-14zl7 6 7-6\"" + hollow + "/>";
            case "LEAD" -> "<path d=\"M" + x + " " + (y - 6) + "l6 11h-12z\"" + filled + "/>";
            default -> "<path d=\"M" + x + " " + (y - 7) + "l7 7-7 7-7-7z\"" + filled + "/>";
        };
    }

    private static String square(int x, int y) {
        return "<rect width=\"11\" height=\"11\" x=\"" + (x - 5.5) + "\" y=\"" + (y - 5.5) + "\"";
    }

    private static String dash(String ground) {
        return switch (ground) {
            case "PROPOSED" -> "4 4";
            case "SEALED" -> "2 4";
            default -> "";
        };
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    static byte[] png(Drawing drawing, UnaryOperator<String> heads) {
        double scale = Math.min(SCALE, PIXELS_WIDE_MOST / (double) drawing.width());
        var image = new BufferedImage(
                (int) Math.ceil(drawing.width() * scale), (int) Math.ceil(drawing.height() * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = image.createGraphics();
        paper.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paper.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, image.getWidth(), image.getHeight());
        paper.scale(scale, scale);
        paper.setFont(WRITING);
        for (Drawing.Line line : drawing.lines()) {
            draw(paper, line);
        }
        paper.setStroke(new BasicStroke(1.4f));
        paper.setColor(new Color(0x626973));
        drawing.heads().forEach(head -> paper.drawString(heads.apply(head.column()), head.x() - 6, 18));
        for (Drawing.Spot spot : drawing.spots()) {
            draw(paper, spot);
        }
        paper.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void draw(Graphics2D paper, Drawing.Line line) {
        float wide = line.ground().equals("SAME") || line.onWay() ? 2.6f : 1.2f;
        float[] dash = switch (line.ground()) {
            case "PROPOSED" -> new float[] {4, 4};
            case "SEALED" -> new float[] {2, 4};
            default -> new float[] {1, 0};
        };
        paper.setStroke(new BasicStroke(wide, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0));
        paper.setColor(new Color(0x5a616b));
        var path = new Path2D.Float();
        path.moveTo(line.fromX(), line.fromY());
        if (line.curved()) {
            path.quadTo(line.fromX() - Drawing.BULGE, (line.fromY() + line.toY()) / 2f, line.toX(), line.toY());
        } else {
            path.lineTo(line.toX(), line.toY());
        }
        paper.draw(path);
    }

    private static void draw(Graphics2D paper, Drawing.Spot spot) {
        int x = spot.x();
        int y = spot.y();
        paper.setColor(spot.start() ? new Color(0x1a4f96) : new Color(0x4b525b));
        switch (spot.kind()) {
            case "PERSON" -> paper.drawOval(x - 6, y - 6, 12, 12);
            case "FIRM" -> paper.fillOval(x - 6, y - 6, 12, 12);
            case "SHOP" -> paper.fillRect(x - 5, y - 5, 11, 11);
            case "CASE", "SEALED" -> paper.drawRect(x - 5, y - 5, 11, 11);
            case "GOODS" -> paper.fillPolygon(
                    new int[] {x - 7, x - 4, x + 4, x + 7, x + 4, x - 4}, new int[] {y, y - 6, y - 6, y, y + 6, y + 6}, 6);
            case "PARCEL" -> {
                paper.drawRect(x - 7, y - 5, 14, 10);
                paper.drawLine(x - 7, y - 5, x, y + 1);
                paper.drawLine(x, y + 1, x + 7, y - 5);
            }
            case "LEAD" -> paper.fillPolygon(new int[] {x, x + 6, x - 6}, new int[] {y - 6, y + 5, y + 5}, 3);
            default -> paper.fillPolygon(new int[] {x, x + 7, x, x - 7}, new int[] {y - 7, y, y + 7, y}, 4);
        }
        paper.setColor(new Color(0x0b0d10));
        paper.drawString(spot.shown(), spot.textX(), spot.y() + 5);
    }

    private static Font font() {
        try (var in = Objects.requireNonNull(Picture.class.getResourceAsStream(FONT))) {
            return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(13f);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
