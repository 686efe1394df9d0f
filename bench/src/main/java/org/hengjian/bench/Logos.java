package org.hengjian.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.hengjian.pictures.Box;
import org.hengjian.pictures.logos.Sighting;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code docs/screening/logos.md} (图形标识查找评测): how many drawn logos are found again, by size, ground and disturbance,
 * and what is taken for a logo and is none. Arguments: the file to write, optionally a folder of photographs, which stay where
 * they are, of how many logos one is taken (default 1), and the brands whose marks somebody saw in the photographs.
 */
public final class Logos {

    private static final int[] SIZES = {24, 32, 48, 96, 200, 400};
    private static final String PHOTOGRAPHS = "cuts of photographs, some mirrored";
    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;
    private static final int CROPS = 37;
    private static final int DRAWN = 250;
    private static final int LESS_MOST = 3; // false matches are rare and need many pictures

    /** Euclidean, of 441: less than that nobody would print a mark on that ground. */
    private static final double CONTRAST_LEAST = 110;

    private Logos() {}

    private record Mark(org.hengjian.pictures.logos.Logos.Drawn logo, int size) {}

    /** A picture with a mark, and where. */
    private record Marked(BufferedImage picture, Box box) {}

    private enum Ground {
        PLAIN("plain ground"),
        DRAWN("drawn scenes"),
        PHOTOGRAPH("photographs");

        private final String words;

        Ground(String words) {
            this.words = words;
        }
    }

    private enum Disturbance {
        NONE("as drawn"),
        JPEG("JPEG 0.4"),
        NOISE("noise of 10"),
        BLURRED("blurred by 3 points"),
        TURNED("turned by up to 10°"),
        PERSPECTIVE("in perspective"),
        ALL("turned, in perspective, noise of 6, JPEG 0.6");

        private final String words;

        Disturbance(String words) {
            this.words = words;
        }
    }

    public static void main(String[] arguments) throws IOException {
        List<BufferedImage> photographs = arguments.length > 1 && Files.isDirectory(Path.of(arguments[1]))
                ? everySecond(Photographs.in(Path.of(arguments[1])))
                : List.of();
        int every = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        var searched = org.hengjian.pictures.logos.Logos.shipped();
        try (var out = new PrintStream(Files.newOutputStream(Path.of(arguments[0])), true, StandardCharsets.UTF_8)) {
            head(searched, photographs, every, out);
            Set<String> there = arguments.length > 3 ? Set.of(arguments[3].split(",")) : Set.of();
            nothing(searched, photographs, every, there, out);
            for (Ground ground : List.of(Ground.PLAIN, photographs.isEmpty() ? Ground.DRAWN : Ground.PHOTOGRAPH)) {
                recall(searched, ground, photographs, every, out);
            }
        }
    }

    private static void head(
            org.hengjian.pictures.logos.Logos searched, List<BufferedImage> photographs, int every, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "# Logos in pictures, measured%n%nMade by `bench/logos` on %s, Java %s, %d processors (%s), shared with other work."
                        + " %s%n%n%d of the %d outlines of the shipped list are searched for, those that agree with no letter, usual"
                        + " Chinese character, plain shape, logo of another brand or place in a picture without a logo by more than %.2f (`outlines.tsv` has the figure and"
                        + " the likeness of each). Left out: %s.%n%nA mark is drawn into a picture of %d by %d points in one colour, at"
                        + " least %.0f of 441 away from the mean of the ground beneath it. Found means the right brand at the right"
                        + " place (the boxes share at least half of what they cover together). The agreement that is asked for was set"
                        + " after a trial with other seeds; what each logo is mistaken for was measured on every second photograph, and"
                        + " the others are used here.%n",
                LocalDate.now(ZoneId.of("Asia/Shanghai")),
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                photographs.isEmpty()
                        ? "No photographs were given."
                        : photographs.size() + " photographs of goods and places, not part of the repository.",
                searched.drawn().size(),
                searched.drawn().size() + searched.leftOut().size(),
                org.hengjian.pictures.logos.Logos.CLOSEST_MOST,
                String.join(", ", searched.leftOut()),
                WIDTH,
                HEIGHT,
                CONTRAST_LEAST);
        if (every > 1) {
            out.printf(
                    "%nFor each figure of recall one of %d logos was drawn, other ones each time: %d marks, so that a difference of a"
                            + " fifth may be chance.%n",
                    every,
                    searched.drawn().size() / every);
        }
    }

    private static void recall(
            org.hengjian.pictures.logos.Logos searched,
            Ground ground,
            List<BufferedImage> photographs,
            int every,
            PrintStream out) {
        out.printf(Locale.ROOT, "%n## Found: marks on %s%n%n| longer side |", ground.words);
        for (Disturbance disturbance : Disturbance.values()) {
            out.printf(" %s |", disturbance.words);
        }
        out.printf(" another brand named |%n|---|%s---|%n", "---|".repeat(Disturbance.values().length));
        var missed = new TreeMap<String, Integer>();
        for (int size : SIZES) {
            out.printf("| %d points |", size);
            int wrong = 0;
            for (Disturbance disturbance : Disturbance.values()) {
                List<Tried> tried = IntStream.range(0, searched.drawn().size())
                        .filter(i -> i % every == (size + disturbance.ordinal()) % every)
                        .parallel()
                        .mapToObj(i -> tried(searched, i, size, ground, photographs, disturbance))
                        .toList();
                int asked = tried.size();
                long found = tried.stream().filter(Tried::found).count();
                wrong += tried.stream().mapToInt(Tried::others).sum();
                if (size >= 48) {
                    tried.stream().filter(one -> !one.found()).forEach(one -> missed.merge(one.brand(), 1, Integer::sum));
                }
                out.printf(Locale.ROOT, " %.0f %% |", 100.0 * found / asked);
            }
            out.printf(" %d |%n", wrong);
        }
        out.printf("%nMissed most, from 48 points on, with how often: ");
        out.println(String.join(
                ", ",
                missed.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .limit(12)
                        .map(one -> one.getKey() + " " + one.getValue())
                        .toList()));
    }

    /** @param others sightings of other brands at the place of the mark */
    private record Tried(String brand, boolean found, int others) {}

    private static Tried tried(
            org.hengjian.pictures.logos.Logos searched,
            int i,
            int size,
            Ground ground,
            List<BufferedImage> photographs,
            Disturbance disturbance) {
        var logo = searched.drawn().get(i);
        var random = new Random(31L * size + 1_009L * i + 7L * disturbance.ordinal() + ground.ordinal());
        Marked marked = marked(new Mark(logo, size), ground(ground, photographs, random), disturbance, random);
        List<Sighting> there = searched.find(marked.picture()).stream()
                .filter(one -> shared(one.box(), marked.box()) >= 0.5)
                .toList();
        long own = there.stream().filter(one -> one.brand().equals(logo.brand())).count();
        return new Tried(logo.brand(), own > 0, (int) (there.size() - own));
    }

    /** What was seen in a picture that has no mark. */
    private record Silent(List<Sighting> sightings, long spent) {}

    private static Silent silent(org.hengjian.pictures.logos.Logos searched, BufferedImage picture) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        List<Sighting> sightings = searched.find(picture);
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        keep(picture, sightings);
        return new Silent(sightings, spent);
    }

    /** @param there brands whose marks somebody saw in the photographs */
    private static void nothing(
            org.hengjian.pictures.logos.Logos searched,
            List<BufferedImage> photographs,
            int every,
            Set<String> there,
            PrintStream out) {
        out.printf(
                "%n## Taken for a logo and none%n%nNone in n pictures still allows for 3 in n (95 %%).%n%n| pictures | number | with a false match | a thousand have | processor time of one |"
                        + " agreement, brand, width |%n|---|---|---|---|---|---|%n");
        var sets = new LinkedHashMap<String, List<Supplier<BufferedImage>>>();
        if (!photographs.isEmpty()) {
            var crops = new ArrayList<Supplier<BufferedImage>>();
            for (int i = 0; i < photographs.size() * CROPS; i += Math.min(every, LESS_MOST)) {
                var random = new Random(77_000 + i);
                BufferedImage photograph = photographs.get(i % photographs.size());
                crops.add(() -> crop(photograph, random));
            }
            sets.put(PHOTOGRAPHS, crops);
        }
        sets.put("drawn scenes", drawn(every, seed -> scene(new Random(88_000 + seed))));
        sets.put("pages of Latin letters", drawn(every, seed -> page(new Random(99_000 + seed), false)));
        sets.put("pages of Chinese characters", drawn(every, seed -> page(new Random(111_000 + seed), true)));
        var marks = new ArrayList<String>();
        sets.forEach((name, pictures) -> {
            List<Silent> silent = pictures.parallelStream()
                    .map(one -> silent(searched, one.get()))
                    .toList();
            Predicate<Sighting> isFalse = one -> !name.equals(PHOTOGRAPHS) || !there.contains(one.brand());
            long with = silent.stream().filter(one -> one.sightings().stream().anyMatch(isFalse)).count();
            long real = silent.stream().filter(one -> !one.sightings().stream().allMatch(isFalse)).count();
            long spent = silent.stream().mapToLong(Silent::spent).sum();
            List<String> matches = silent.stream()
                    .flatMap(one -> one.sightings().stream())
                    .filter(isFalse)
                    .map(one -> String.format(
                            Locale.ROOT, "%.2f %s (%d)", one.agreement(), one.brand(), one.box().width()))
                    .toList();
            out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %.1f | %.0f ms | %s |%n",
                    name,
                    pictures.size(),
                    with,
                    1_000.0 * with / pictures.size(),
                    spent / 1e6 / pictures.size(),
                    String.join(", ", matches.stream().sorted(java.util.Comparator.reverseOrder()).limit(12).toList()));
            if (real > 0) {
                marks.add(String.format(
                        Locale.ROOT, "In %d of the %s, a real mark was found (%s).", real, name, String.join(", ", there)));
            }
        });
        marks.forEach(one -> out.printf("%n%s%n", one));
    }

    /** For looking at, where a folder is named for it. */
    private static void keep(BufferedImage picture, List<Sighting> sightings) {
        String folder = System.getProperty("logos.keep");
        if (folder == null) {
            return;
        }
        for (Sighting one : sightings) {
            Graphics2D pen = picture.createGraphics();
            pen.setColor(Color.MAGENTA);
            pen.drawRect(one.box().x(), one.box().y(), one.box().width(), one.box().height());
            pen.drawString(one.brand(), one.box().x(), one.box().y());
            pen.dispose();
            try {
                ImageIO.write(picture, "png", Path.of(folder, one.brand() + "-" + one.hashCode() + ".png").toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<Supplier<BufferedImage>> drawn(int every, java.util.function.IntFunction<BufferedImage> how) {
        var drawn = new ArrayList<Supplier<BufferedImage>>();
        for (int i = 0; i < DRAWN; i += Math.min(every, LESS_MOST)) {
            int seed = i;
            drawn.add(() -> how.apply(seed));
        }
        return drawn;
    }

    private static double shared(Box one, Box other) {
        double across = Math.min(one.x() + one.width(), other.x() + other.width()) - Math.max(one.x(), other.x());
        double down = Math.min(one.y() + one.height(), other.y() + other.height()) - Math.max(one.y(), other.y());
        if (across <= 0 || down <= 0) {
            return 0;
        }
        double both = across * down;
        return both / ((double) one.width() * one.height() + (double) other.width() * other.height() - both);
    }

    /** What the agreement to ask for is measured on: drawn scenes, and every second photograph. The report takes the others. */
    public static List<BufferedImage> withoutMarks(@Nullable Path folder) throws IOException {
        var pictures = new ArrayList<BufferedImage>();
        for (int i = 0; i < 24; i++) {
            pictures.add(scene(new Random(5_000 + i)));
        }
        List<BufferedImage> photographs = folder == null ? List.of() : Photographs.in(folder);
        for (int i = 0; i < photographs.size(); i += 2) {
            pictures.add(crop(photographs.get(i), new Random(6_000 + i)));
            pictures.add(crop(photographs.get(i), new Random(7_000 + i)));
        }
        return pictures;
    }

    private static <T> List<T> everySecond(List<T> all) {
        var second = new ArrayList<T>();
        for (int i = 1; i < all.size(); i += 2) {
            second.add(all.get(i));
        }
        return second;
    }

    private static BufferedImage ground(Ground ground, List<BufferedImage> photographs, Random random) {
        return switch (ground) {
            case PLAIN -> {
                var plain = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
                Graphics2D pen = plain.createGraphics();
                pen.setColor(new Color(random.nextInt(0x1000000)));
                pen.fillRect(0, 0, WIDTH, HEIGHT);
                pen.dispose();
                yield plain;
            }
            case DRAWN -> scene(random);
            case PHOTOGRAPH -> crop(photographs.get(random.nextInt(photographs.size())), random);
        };
    }

    private static Marked marked(Mark mark, BufferedImage ground, Disturbance disturbance, Random random) {
        boolean turned = disturbance == Disturbance.TURNED || disturbance == Disturbance.ALL;
        boolean slanted = disturbance == Disturbance.PERSPECTIVE || disturbance == Disturbance.ALL;
        Shape outline = mark.logo().outline();
        Rectangle2D bounds = outline.getBounds2D();
        double scale = mark.size() / Math.max(bounds.getWidth(), bounds.getHeight());
        var to = new AffineTransform();
        if (turned) {
            to.rotate(Math.toRadians(20 * random.nextDouble() - 10));
        }
        to.scale(scale, scale);
        to.translate(-bounds.getCenterX(), -bounds.getCenterY());
        Shape placed = to.createTransformedShape(outline);
        if (slanted) {
            placed = inPerspective(placed, mark.size(), 0.3 * random.nextDouble() - 0.15, 0.3 * random.nextDouble() - 0.15);
        }
        double reach = mark.size() * 0.62;
        double x = reach + random.nextDouble() * (WIDTH - 2 * reach);
        double y = reach + random.nextDouble() * Math.max(0, HEIGHT - 2 * reach);
        placed = AffineTransform.getTranslateInstance(x, y).createTransformedShape(placed);
        Rectangle2D at = placed.getBounds2D();
        Graphics2D pen = Photographs.pen(ground);
        pen.setColor(colour(ground, at, random));
        pen.fill(placed);
        pen.dispose();
        BufferedImage picture = switch (disturbance) {
            case NONE, TURNED, PERSPECTIVE -> ground;
            case JPEG -> Photographs.compressed(ground, 0.4f);
            case NOISE -> noisy(ground, 10, random);
            case BLURRED -> blurred(ground);
            case ALL -> Photographs.compressed(noisy(ground, 6, random), 0.6f);
        };
        return new Marked(
                picture, new Box((int) at.getX(), (int) at.getY(), (int) Math.ceil(at.getWidth()), (int) Math.ceil(at.getHeight())));
    }

    /** Far from the mean of the ground, as whoever prints a mark would choose it. */
    private static Color colour(BufferedImage ground, Rectangle2D at, Random random) {
        long red = 0;
        long green = 0;
        long blue = 0;
        int count = 0;
        for (int y = Math.max(0, (int) at.getMinY()); y < Math.min(HEIGHT, at.getMaxY()); y++) {
            for (int x = Math.max(0, (int) at.getMinX()); x < Math.min(WIDTH, at.getMaxX()); x++) {
                int rgb = ground.getRGB(x, y);
                red += rgb >> 16 & 255;
                green += rgb >> 8 & 255;
                blue += rgb & 255;
                count++;
            }
        }
        while (true) {
            int kind = random.nextInt(4);
            var colour = kind == 0 ? Color.WHITE : kind == 1 ? Color.BLACK : new Color(random.nextInt(0x1000000));
            double apart = Math.sqrt(Math.pow(colour.getRed() - red / (double) count, 2)
                    + Math.pow(colour.getGreen() - green / (double) count, 2)
                    + Math.pow(colour.getBlue() - blue / (double) count, 2));
            if (apart >= CONTRAST_LEAST) {
                return colour;
            }
        }
    }

    private static Shape inPerspective(Shape shape, double size, double across, double down) {
        var seen = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double[] at = new double[6];
        for (PathIterator path = shape.getPathIterator(null, 0.05); !path.isDone(); path.next()) {
            int kind = path.currentSegment(at);
            double far = 1 + across * at[0] / size * 2 + down * at[1] / size * 2;
            switch (kind) {
                case PathIterator.SEG_MOVETO -> seen.moveTo(at[0] / far, at[1] / far);
                case PathIterator.SEG_LINETO -> seen.lineTo(at[0] / far, at[1] / far);
                default -> seen.closePath();
            }
        }
        return seen;
    }

    private static BufferedImage crop(BufferedImage photograph, Random random) {
        double scale = (0.35 + 0.65 * random.nextDouble())
                * Math.min(photograph.getWidth() / (double) WIDTH, photograph.getHeight() / (double) HEIGHT);
        int width = (int) (WIDTH * scale);
        int height = (int) (HEIGHT * scale);
        int x = random.nextInt(photograph.getWidth() - width + 1);
        int y = random.nextInt(photograph.getHeight() - height + 1);
        var crop = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = Photographs.pen(crop);
        boolean mirrored = random.nextBoolean();
        pen.drawImage(
                photograph, mirrored ? WIDTH : 0, 0, mirrored ? 0 : WIDTH, HEIGHT, x, y, x + width, y + height, null);
        pen.dispose();
        return crop;
    }

    private static BufferedImage scene(Random random) {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = Photographs.pen(picture);
        for (int i = 0; i < 60; i++) {
            pen.setColor(new Color(random.nextInt(0x1000000)));
            int width = 20 + random.nextInt(260);
            int height = 20 + random.nextInt(260);
            int x = random.nextInt(WIDTH) - width / 2;
            int y = random.nextInt(HEIGHT) - height / 2;
            pen.setStroke(new BasicStroke(2 + random.nextInt(20)));
            switch (random.nextInt(5)) {
                case 0 -> pen.fillOval(x, y, width, height);
                case 1 -> pen.fillRect(x, y, width, height);
                case 2 -> pen.drawOval(x, y, width, height);
                case 3 -> pen.fillRoundRect(x, y, width, height, 30, 30);
                default -> pen.fillPolygon(
                        new int[] {x, x + width, x + random.nextInt(width)},
                        new int[] {y, y + random.nextInt(height), y + height},
                        3);
            }
        }
        pen.dispose();
        return picture;
    }

    /** Letters or characters by lot, in several sizes, faces and colours, as in the long pictures of an offer. */
    private static BufferedImage page(Random random, boolean chinese) {
        var page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = Photographs.pen(page);
        boolean dark = random.nextBoolean();
        pen.setColor(dark ? new Color(random.nextInt(0x40), random.nextInt(0x40), random.nextInt(0x40)) : Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        String[] faces = {Font.SANS_SERIF, Font.SERIF, Font.MONOSPACED};
        for (int y = 40; y < HEIGHT; ) {
            int size = 14 + random.nextInt(90);
            pen.setFont(new Font(faces[random.nextInt(faces.length)], random.nextInt(4), size));
            pen.setColor(dark ? new Color(random.nextInt(0x1000000) | 0x808080) : new Color(random.nextInt(0x1000000) & 0x9F9F9F));
            var line = new StringBuilder();
            for (int i = 0; i < WIDTH / size * 2; i++) {
                line.append(
                        chinese
                                ? Character.toString(0x4E00 + random.nextInt(0x5000))
                                : random.nextInt(6) == 0 ? " " : Character.toString(33 + random.nextInt(94)));
            }
            y += size;
            pen.drawString(line.toString(), 10, y);
            y += size / 3;
        }
        pen.dispose();
        return page;
    }

    private static BufferedImage noisy(BufferedImage picture, double spread, Random random) {
        var noisy = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int rgb = picture.getRGB(x, y);
                int to = 0;
                for (int shift = 16; shift >= 0; shift -= 8) {
                    to |= (int) Math.clamp(Math.round((rgb >> shift & 255) + spread * random.nextGaussian()), 0, 255) << shift;
                }
                noisy.setRGB(x, y, to);
            }
        }
        return noisy;
    }

    private static BufferedImage blurred(BufferedImage picture) {
        float[] ninth = new float[9];
        java.util.Arrays.fill(ninth, 1f / 9);
        var kernel = new java.awt.image.ConvolveOp(
                new java.awt.image.Kernel(3, 3, ninth), java.awt.image.ConvolveOp.EDGE_NO_OP, null);
        var to = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        kernel.filter(picture, to);
        return to;
    }
}
