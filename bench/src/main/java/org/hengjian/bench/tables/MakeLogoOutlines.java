package org.hengjian.bench.tables;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.batik.parser.AWTPathProducer;
import org.hengjian.pictures.logos.Logos;
import org.hengjian.pictures.logos.Outlines;
import org.hengjian.pictures.logos.Sighting;
import org.hengjian.screening.Right;
import org.hengjian.screening.ShippedRights;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code pictures/src/main/resources/org/hengjian/pictures/logos/outlines.tsv}, from the WebJar of Simple Icons: the logos
 * of brands that screening ships, but for those under another licence than the package's. What each logo is mistaken for is
 * measured on letters, characters, plain shapes, the other logos and pictures that
 * hold none, by the search itself. Arguments: the file, optionally a folder of photographs, every second of which is used.
 */
public final class MakeLogoOutlines {

    private static final String ROOT = "/META-INF/resources/webjars/simple-icons/16.2.0/";
    private static final Pattern PATH = Pattern.compile("<path d=\"([^\"]+)\"");
    private static final int CELL = 96;
    private static final int COLUMNS = 12;
    private static final int ROWS = 8;
    private static final int EVERY = 5; // of the usual characters: each takes its time

    private MakeLogoOutlines() {}

    private record Outline(String slug, String brand, Shape shape) {}

    /** @param agreement of the logo with the sign that it is mistaken for most */
    private record Closest(double agreement, String sign) {}

    private record Sign(String name, String brand, Shape shape) {}

    public static void main(String[] arguments) throws IOException {
        List<Outline> outlines = outlines();
        Map<String, Closest> closest = closest(outlines, org.hengjian.bench.Logos.withoutMarks(arguments.length > 1 ? Path.of(arguments[1]) : null));
        try (var out = new PrintStream(Files.newOutputStream(Path.of(arguments[0])), false, StandardCharsets.UTF_8)) {
            out.print("# Outlines of logos, from Simple Icons 16.2.0 (CC0-1.0), written by bench's MakeLogoOutlines. The logos are"
                    + " marks of their owners.\n"
                    + "# brand, agreement with what it is mistaken for most, what that is, outline\n");
            for (Outline outline : outlines) {
                Closest one = closest.getOrDefault(outline.slug(), new Closest(0, ""));
                out.printf(
                        Locale.ROOT,
                        "%s\t%.2f\t%s\t%s\n",
                        outline.brand(),
                        one.agreement(),
                        one.sign(),
                        Outlines.write(outline.shape()));
            }
        }
        long left = closest.values().stream().filter(one -> one.agreement() > Logos.CLOSEST_MOST).count();
        System.out.printf("%d logos, %d of them too like something else%n", outlines.size(), left);
    }

    private static List<Outline> outlines() throws IOException {
        var names = new HashMap<String, Right>();
        for (Right right : ShippedRights.all()) {
            names.putIfAbsent(letters(right.name()), right);
            right.latin().forEach(name -> names.putIfAbsent(letters(name), right));
            right.aliases().forEach(name -> names.putIfAbsent(letters(name), right));
        }
        var outlines = new TreeMap<String, Outline>();
        for (JsonNode icon : JsonMapper.shared().readTree(text("data/simple-icons.json"))) {
            String title = icon.get("title").asString();
            JsonNode licence = icon.path("license").path("type");
            if (!licence.isMissingNode() && !licence.asString().equals("CC0-1.0")) {
                continue;
            }
            var called = new ArrayList<String>(List.of(title));
            icon.path("aliases").path("aka").forEach(name -> called.add(name.asString()));
            var named = called.stream()
                    .filter(name -> names.containsKey(letters(name)))
                    .findFirst();
            if (named.isPresent()) {
                String slug = icon.has("slug") ? icon.get("slug").asString() : slug(title);
                var path = PATH.matcher(text("icons/" + slug + ".svg"));
                if (!path.find()) {
                    throw new IllegalStateException("no path in " + slug);
                }
                String brand = spelt(Objects.requireNonNull(names.get(letters(named.get()))), letters(named.get()));
                outlines.put(
                        slug,
                        new Outline(
                                slug,
                                brand,
                                AWTPathProducer.createShape(
                                        new StringReader(path.group(1)), Path2D.WIND_NON_ZERO)));
            }
        }
        return List.copyOf(outlines.values());
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** As the right spells it: a line of products (ThinkPad) keeps its own name. */
    private static String spelt(Right right, String letters) {
        return Stream.of(right.latin(), List.of(right.name()), right.aliases())
                .flatMap(List::stream)
                .filter(name -> letters(name).equals(letters))
                .findFirst()
                .orElseThrow();
    }

    /** As the package names its files. */
    private static String slug(String title) {
        String spelt = title.toLowerCase(Locale.ROOT)
                .replace("+", "plus")
                .replace(".", "dot")
                .replace("&", "and");
        return Normalizer.normalize(spelt, Normalizer.Form.NFD).replaceAll("[^a-z0-9]", "");
    }

    private static String text(String file) throws IOException {
        try (InputStream in = MakeLogoOutlines.class.getResourceAsStream(ROOT + file)) {
            if (in == null) {
                throw new IllegalStateException("not in the package: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, Closest> closest(List<Outline> outlines, List<BufferedImage> pictures) {
        var searched = new LinkedHashMap<String, Shape>();
        var brands = new HashMap<String, String>();
        for (Outline outline : outlines) {
            searched.put(outline.slug(), outline.shape());
            brands.put(outline.slug(), outline.brand());
        }
        Logos all = Logos.measuring(searched);
        var signs = new ArrayList<>(signs());
        outlines.forEach(one -> signs.add(new Sign("logo of " + one.brand(), one.brand(), one.shape())));
        var closest = new HashMap<String, Closest>();
        int page = COLUMNS * ROWS;
        for (int from = 0; from < signs.size(); from += page) {
            System.err.printf("%d of %d signs%n", from, signs.size());
            List<Sign> drawn = signs.subList(from, Math.min(signs.size(), from + page));
            for (Sighting one : all.find(page(drawn))) {
                int column = (one.box().x() + one.box().width() / 2) / CELL;
                int row = (one.box().y() + one.box().height() / 2) / CELL;
                int at = row * COLUMNS + column;
                // What reaches into the neighbours' squares is no single sign.
                if (at >= drawn.size()
                        || column >= COLUMNS
                        || one.box().width() > CELL
                        || one.box().height() > CELL
                        || drawn.get(at).brand().equals(brands.get(one.brand()))) {
                    continue;
                }
                closest.merge(
                        one.brand(),
                        new Closest(one.agreement(), drawn.get(at).name()),
                        (a, b) -> a.agreement() >= b.agreement() ? a : b);
            }
        }
        // What whole pictures without a mark hold is no sign that one could list.
        for (BufferedImage picture : pictures) {
            for (Sighting one : all.find(picture)) {
                closest.merge(
                        one.brand(),
                        new Closest(one.agreement(), "in a picture without a logo"),
                        (a, b) -> a.agreement() >= b.agreement() ? a : b);
            }
        }
        return closest;
    }

    private static BufferedImage page(List<Sign> signs) {
        var page = new BufferedImage(COLUMNS * CELL, ROWS * CELL, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, page.getWidth(), page.getHeight());
        pen.setColor(Color.BLACK);
        for (int i = 0; i < signs.size(); i++) {
            Rectangle2D bounds = signs.get(i).shape().getBounds2D();
            double scale = CELL * 0.66 / Math.max(bounds.getWidth(), bounds.getHeight());
            var to = new AffineTransform();
            to.translate((i % COLUMNS + 0.5) * CELL, (i / COLUMNS + 0.5) * CELL);
            to.scale(scale, scale);
            to.translate(-bounds.getCenterX(), -bounds.getCenterY());
            pen.fill(to.createTransformedShape(signs.get(i).shape()));
        }
        pen.dispose();
        return page;
    }

    /** Latin letters and digits in four faces, every fifth of the usual Chinese characters (GB/T 2312, first level), plain shapes. */
    private static List<Sign> signs() {
        var signs = new ArrayList<Sign>();
        var context = new java.awt.font.FontRenderContext(null, true, true);
        for (String face : List.of(Font.SANS_SERIF, Font.SERIF)) {
            for (int style : new int[] {Font.PLAIN, Font.BOLD}) {
                var font = new Font(face, style, 100);
                for (char letter : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789&@%?!#*+".toCharArray()) {
                    signs.add(new Sign(
                            "letter " + letter,
                            "",
                            font.createGlyphVector(context, Character.toString(letter)).getOutline()));
                }
            }
        }
        var font = new Font(Font.SANS_SERIF, Font.BOLD, 100);
        Charset gb = Charset.forName("GB2312");
        for (int row = 0xB0; row <= 0xD7; row++) {
            for (int cell = 0xA1; cell <= (row == 0xD7 ? 0xF9 : 0xFE); cell += EVERY) {
                String character = new String(new byte[] {(byte) row, (byte) cell}, gb);
                signs.add(new Sign("character " + character, "", font.createGlyphVector(context, character).getOutline()));
            }
        }
        shapes().forEach((name, shape) -> signs.add(new Sign(name, "", shape)));
        signs.removeIf(sign -> sign.shape().getBounds2D().isEmpty());
        return signs;
    }

    private static Map<String, Shape> shapes() {
        var shapes = new LinkedHashMap<String, Shape>();
        shapes.put("disc", new Ellipse2D.Double(0, 0, 100, 100));
        shapes.put("square", new Rectangle2D.Double(0, 0, 100, 100));
        shapes.put("rounded square", new RoundRectangle2D.Double(0, 0, 100, 100, 40, 40));
        for (int height : new int[] {15, 25, 40, 60, 80}) {
            shapes.put("bar of " + height, new Rectangle2D.Double(0, 0, 100, height));
            shapes.put("upright bar of " + height, new Rectangle2D.Double(0, 0, height, 100));
            shapes.put("oval of " + height, new Ellipse2D.Double(0, 0, 100, height));
            shapes.put("rounded bar of " + height, new RoundRectangle2D.Double(0, 0, 100, height, height, height));
            for (int line : new int[] {4, 8, 14}) {
                if (height > 3 * line) {
                    shapes.put("frame of " + height + ", " + line, without(
                            new Rectangle2D.Double(0, 0, 100, height),
                            new Rectangle2D.Double(line, line, 100 - 2 * line, height - 2 * line)));
                    shapes.put("oval ring of " + height + ", " + line, without(
                            new Ellipse2D.Double(0, 0, 100, height),
                            new Ellipse2D.Double(line, line, 100 - 2 * line, height - 2 * line)));
                }
            }
        }
        for (int line : new int[] {4, 8, 14, 22, 32}) {
            var inner = new Ellipse2D.Double(line, line, 100 - 2 * line, 100 - 2 * line);
            shapes.put("ring of " + line, without(new Ellipse2D.Double(0, 0, 100, 100), inner));
            shapes.put("frame of " + line, without(
                    new Rectangle2D.Double(0, 0, 100, 100),
                    new Rectangle2D.Double(line, line, 100 - 2 * line, 100 - 2 * line)));
            shapes.put("rounded frame of " + line, without(
                    new RoundRectangle2D.Double(0, 0, 100, 100, 50, 50),
                    new RoundRectangle2D.Double(line, line, 100 - 2 * line, 100 - 2 * line, 30, 30)));
            var cross = new Area(new Rectangle2D.Double(50 - line / 2.0, 0, line, 100));
            cross.add(new Area(new Rectangle2D.Double(0, 50 - line / 2.0, 100, line)));
            shapes.put("cross of " + line, cross);
            var bars = new Area();
            for (int i = 0; i < 3; i++) {
                bars.add(new Area(new Rectangle2D.Double(0, 50 * i - line, 100, Math.min(40, line * 1.5))));
            }
            shapes.put("three bars of " + line, bars);
            var dot = new Area(new Ellipse2D.Double(0, 0, 100, 100));
            dot.subtract(new Area(inner));
            dot.add(new Area(new Ellipse2D.Double(50 - line / 2.0, 50 - line / 2.0, line, line)));
            shapes.put("ring of " + line + " with a dot", dot);
        }
        for (int corners = 3; corners <= 8; corners++) {
            for (double turn : new double[] {-Math.PI / 2, Math.PI / 2, Math.PI / corners - Math.PI / 2}) {
                shapes.put("polygon of " + corners + " at " + Math.round(Math.toDegrees(turn)), star(corners, 1, turn));
                shapes.put("star of " + corners + " at " + Math.round(Math.toDegrees(turn)), star(corners, 0.42, turn));
            }
        }
        var heart = new Path2D.Double();
        heart.moveTo(50, 95);
        heart.curveTo(-30, 40, 10, -10, 50, 25);
        heart.curveTo(90, -10, 130, 40, 50, 95);
        shapes.put("heart", heart);
        var arrow = new Path2D.Double();
        arrow.moveTo(0, 35);
        arrow.lineTo(55, 35);
        arrow.lineTo(55, 10);
        arrow.lineTo(100, 50);
        arrow.lineTo(55, 90);
        arrow.lineTo(55, 65);
        arrow.lineTo(0, 65);
        arrow.closePath();
        for (int turn = 0; turn < 4; turn++) {
            shapes.put(
                    "arrow " + turn,
                    AffineTransform.getRotateInstance(turn * Math.PI / 2).createTransformedShape(arrow));
        }
        shapes.put("crescent", without(new Ellipse2D.Double(0, 0, 100, 100), new Ellipse2D.Double(30, -10, 100, 100)));
        shapes.put("half a disc", without(new Ellipse2D.Double(0, 0, 100, 100), new Rectangle2D.Double(0, 50, 100, 50)));
        return shapes;
    }

    private static Shape without(Shape one, Shape other) {
        var area = new Area(one);
        area.subtract(new Area(other));
        return area;
    }

    private static Shape star(int corners, double inner, double turn) {
        var star = new Path2D.Double();
        int points = inner == 1 ? corners : 2 * corners;
        for (int i = 0; i < points; i++) {
            double angle = turn + 2 * Math.PI * i / points;
            double reach = inner != 1 && i % 2 == 1 ? 50 * inner : 50;
            if (i == 0) {
                star.moveTo(reach * Math.cos(angle), reach * Math.sin(angle));
            } else {
                star.lineTo(reach * Math.cos(angle), reach * Math.sin(angle));
            }
        }
        star.closePath();
        return star;
    }
}
