package org.hengjian.bench;

import dev.brachtendorf.jimagehash.hash.Hash;
import dev.brachtendorf.jimagehash.hashAlgorithms.PerceptiveHash;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
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
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.hengjian.pictures.Fingerprint;
import org.hengjian.pictures.Picture;
import org.hengjian.pictures.References;
import org.hengjian.screening.picture.PictureHash;
import org.hengjian.screening.picture.PictureIndex;

/**
 * Writes {@code docs/screening/pictures.md} (图片比对评测): how many changed copies are found again, what else is taken for a
 * copy, and how fast. Arguments: the file to write, optionally a folder of photographs, which stay where they are, and the
 * number of references to measure the speed with.
 */
public final class Pictures {

    private static final int DRAWN = 60;
    private static final int UNRELATED = 200;
    private static final int QUERIES = 40;
    private static final int HASHES = 1_000_000;

    private Pictures() {}

    public static void main(String[] arguments) throws IOException {
        var sets = new LinkedHashMap<String, List<BufferedImage>>();
        if (arguments.length > 1 && Files.isDirectory(Path.of(arguments[1]))) {
            sets.put("photographs", Photographs.in(Path.of(arguments[1])));
        }
        sets.put("scenes", drawn(0, DRAWN, Pictures::scene));
        sets.put("goods on white", drawn(0, DRAWN, Pictures::goods));
        int many = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000_000;
        try (var out = new PrintStream(Files.newOutputStream(Path.of(arguments[0])), true, StandardCharsets.UTF_8)) {
            out.printf(
                    Locale.ROOT,
                    "# Pictures, measured%n%nMade by `bench/pictures` on %s, Java %s, %d processors (%s), one thread. Scenes and goods"
                            + " are drawn from seeds; photographs are of goods and places, %s. The peer is JImageHash 1.0.0 (PerceptiveHash of"
                            + " 64 bits, plain and mirrored), at the largest distance at which it takes no two different pictures of the"
                            + " set for one.%n",
                    LocalDate.now(ZoneId.of("Asia/Shanghai")),
                    Runtime.version().feature(),
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("os.arch"),
                    sets.containsKey("photographs") ? "1,600 points wide, not part of the repository" : "of which none were given");
            sets.forEach((name, pictures) -> recall(name, pictures, out));
            falseMatches(sets, out);
            speed(many, out);
        }
    }

    private static Map<String, BiFunction<BufferedImage, Random, BufferedImage>> changes() {
        var changes = new LinkedHashMap<String, BiFunction<BufferedImage, Random, BufferedImage>>();
        for (int area : new int[] {90, 80, 70, 60, 50, 40}) {
            changes.put("random cut that keeps " + area + " %", (picture, random) -> cut(picture, area / 100.0, random));
        }
        changes.put("cut to 50 %, to 300 points, JPEG 0.4", (picture, random) ->
                Photographs.compressed(scaled(cut(picture, 0.5, random), 300), 0.4f));
        changes.put("scaled to 160 points", (picture, random) -> scaled(picture, 160));
        changes.put("stretched by a fifth", (picture, random) ->
                to(picture, picture.getWidth(), picture.getHeight() * 6 / 5));
        changes.put("JPEG 0.1", (picture, random) -> Photographs.compressed(picture, 0.1f));
        changes.put("mirrored", (picture, random) -> mirrored(picture));
        changes.put("cut to 60 % and mirrored", (picture, random) -> mirrored(cut(picture, 0.6, random)));
        changes.put("a band with a price over a fifth", (picture, random) -> band(picture));
        changes.put("in a frame", (picture, random) -> framed(picture));
        changes.put("turned by 5 degrees", (picture, random) -> turned(picture, 5));
        changes.put("a quarter of a collage", (picture, random) -> collage(picture));
        return changes;
    }

    private static void recall(String name, List<BufferedImage> pictures, PrintStream out) {
        var builder = new References.Builder();
        for (int i = 0; i < pictures.size(); i++) {
            builder.add(new References.Reference(Integer.toString(i), "", ""), pictures.get(i));
        }
        References references = builder.build();
        var algorithm = new PerceptiveHash(64);
        List<Hash> hashes = pictures.stream().map(algorithm::hash).toList();
        int most = distanceWithoutFalseMatch(algorithm, pictures, hashes);
        out.printf(
                Locale.ROOT,
                "%n## Found again: %d %s%n%n| change | found | JImageHash (distance %d) | another one named too |%n|---|---|---|---|%n",
                pictures.size(),
                name,
                most);
        changes().forEach((change, how) -> {
            var random = new Random(5);
            int found = 0;
            int peer = 0;
            int wrong = 0;
            for (int i = 0; i < pictures.size(); i++) {
                String wanted = Integer.toString(i);
                BufferedImage changed = how.apply(pictures.get(i), random);
                var copies = references.find(changed);
                found += copies.stream().anyMatch(copy -> copy.reference().id().equals(wanted)) ? 1 : 0;
                wrong += copies.stream().anyMatch(copy -> !copy.reference().id().equals(wanted)) ? 1 : 0;
                int apart = Math.min(
                        hashes.get(i).hammingDistance(algorithm.hash(changed)),
                        hashes.get(i).hammingDistance(algorithm.hash(mirrored(changed))));
                peer += apart <= most ? 1 : 0;
            }
            out.printf(
                    Locale.ROOT,
                    "| %s | %.1f %% | %.1f %% | %d |%n",
                    change,
                    100.0 * found / pictures.size(),
                    100.0 * peer / pictures.size(),
                    wrong);
        });
    }

    private static int distanceWithoutFalseMatch(
            PerceptiveHash algorithm, List<BufferedImage> pictures, List<Hash> hashes) {
        int nearest = 64;
        List<Hash> mirrored = pictures.stream().map(Pictures::mirrored).map(algorithm::hash).toList();
        for (int i = 0; i < hashes.size(); i++) {
            for (int j = 0; j < hashes.size(); j++) {
                if (i != j) {
                    nearest = Math.min(nearest, hashes.get(i).hammingDistance(hashes.get(j)));
                    nearest = Math.min(nearest, hashes.get(i).hammingDistance(mirrored.get(j)));
                }
            }
        }
        return nearest - 1;
    }

    private static void falseMatches(Map<String, List<BufferedImage>> sets, PrintStream out) {
        out.printf("%n## Taken for a copy and none%n%n| asked | against | false |%n|---|---|---|%n");
        sets.forEach((name, pictures) -> {
            int half = pictures.size() / 2;
            var builder = new References.Builder();
            for (int i = 0; i < half; i++) {
                builder.add(new References.Reference(Integer.toString(i), "", ""), pictures.get(i));
            }
            References references = builder.build();
            var others = new ArrayList<>(pictures.subList(half, pictures.size()));
            if (!name.equals("photographs")) {
                others.addAll(drawn(1_000, UNRELATED, name.equals("scenes") ? Pictures::scene : Pictures::goods));
            }
            long wrong = others.stream().filter(one -> !references.find(one).isEmpty()).count();
            out.printf(Locale.ROOT, "| %d other %s | %d | %d |%n", others.size(), name, half, wrong);
        });
    }

    /** References whose signs are drawn by lot, since so many pictures cannot be had; pictures asked for are scenes. */
    static void speed(int many, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%n## Speed%n%n%,d hashes, and %,d references with landmarks, drawn by lot; fingerprints are asked for when a"
                        + " reference is likely, and are not in the heap. Processor time of one thread.%n%n| | |%n|---|---|%n",
                HASHES,
                many);
        hashes(out);
        landmarks(many, out);
        byte[] large = Photographs.jpeg(to(scene(2), 7_296, 5_472), 0.85f);
        long start = now();
        try {
            Picture.read(large);
        } catch (Picture.Unreadable e) {
            throw new IllegalStateException(e);
        }
        out.printf(Locale.ROOT, "| reading a JPEG of 40 million pixels | %.1f s |%n", seconds(start));
    }

    private static void hashes(PrintStream out) {
        var random = new Random(9);
        long before = heap();
        long start = now();
        var hashes = new PictureIndex(
                IntStream.range(0, HASHES).mapToObj(Integer::toString).toList(),
                IntStream.range(0, HASHES).mapToObj(i -> new PictureHash(random.nextLong())).toList());
        out.printf(
                Locale.ROOT,
                "| hashes alone: build, heap with names | %.1f s, %,d MB |%n",
                seconds(start),
                (heap() - before) >> 20);
        start = now();
        int times = 20_000;
        for (int i = 0; i < times; i++) {
            hashes.near(new PictureHash(random.nextLong()), PictureIndex.DISTANCE_MAX);
        }
        out.printf(Locale.ROOT, "| hashes alone: queries a second | %,.0f |%n", times / seconds(start));
    }

    private static void landmarks(int many, PrintStream out) {
        byte[] one = Fingerprint.of(scene(1)).toBytes();
        long before = heap();
        long start = now();
        var builder = new References.Builder();
        for (int i = 0; i < many; i++) {
            builder.add(
                    new References.Reference(Integer.toString(i), "", ""),
                    Fingerprint.of(byLot(one, i)),
                    () -> Optional.of(Fingerprint.of(one)));
        }
        References references = builder.build();
        out.printf(
                Locale.ROOT,
                "| hashes and landmarks: build, heap | %.1f s, %,d MB |%n",
                seconds(start),
                (heap() - before) >> 20);
        List<BufferedImage> asked = drawn(5_000, QUERIES, Pictures::scene);
        References none = new References.Builder()
                .add(new References.Reference("", "", ""), scene(1))
                .build();
        asked.forEach(none::find);
        references.find(asked.getFirst());
        start = now();
        asked.forEach(references::find);
        out.printf(
                Locale.ROOT,
                "| hashes and landmarks: a picture of 640 by 480, all steps | %.0f ms |%n",
                1_000 * seconds(start) / asked.size());
        start = now();
        asked.forEach(none::find);
        out.printf(
                Locale.ROOT,
                "| the same with one reference: what making the landmarks takes | %.0f ms |%n| a fingerprint | %,d bytes |%n",
                1_000 * seconds(start) / asked.size(),
                one.length);
    }

    private static byte[] byLot(byte[] like, int seed) {
        byte[] drawn = like.clone();
        var random = new Random(seed);
        var bytes = ByteBuffer.wrap(drawn);
        bytes.putLong(1, random.nextLong());
        int count = bytes.getShort(13); // behind version, hash, width and height
        int signs = 15 + 5 * count;
        for (int i = 0; i < 4 * count; i++) {
            bytes.putLong(signs + 8 * i, random.nextLong());
        }
        return drawn;
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double seconds(long since) {
        return (now() - since) / 1e9;
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static List<BufferedImage> drawn(int from, int count, java.util.function.IntFunction<BufferedImage> how) {
        return IntStream.range(from, from + count).mapToObj(how).toList();
    }

    private static BufferedImage scene(int seed) {
        var random = new Random(seed);
        var picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = Photographs.pen(picture);
        for (int i = 0; i < 50; i++) {
            pen.setColor(new Color(random.nextInt(0x1000000)));
            int width = 40 + random.nextInt(240);
            int height = 40 + random.nextInt(240);
            if (random.nextBoolean()) {
                pen.fillOval(random.nextInt(640) - width / 2, random.nextInt(480) - height / 2, width, height);
            } else {
                pen.fillRect(random.nextInt(640) - width / 2, random.nextInt(480) - height / 2, width, height);
            }
        }
        pen.dispose();
        return picture;
    }

    /** Bags and bottles on white, with a name and a price; many have nearly the same outline. */
    private static BufferedImage goods(int seed) {
        var random = new Random(seed);
        var picture = paper(600, 600);
        Graphics2D pen = Photographs.pen(picture);
        int width = 220 + random.nextInt(160);
        int height = 180 + random.nextInt(200);
        int x = 300 - width / 2;
        int y = 330 - height / 2;
        pen.setColor(new Color(random.nextInt(0x1000000)));
        if (random.nextBoolean()) {
            pen.setStroke(new BasicStroke(14));
            pen.drawArc(x + width / 4, y - height / 3, width / 2, height * 2 / 3, 0, 180);
            pen.fillRoundRect(x, y, width, height, 40, 40);
        } else {
            pen.fillRect(x + width / 4, y, width / 2, height);
            pen.fillRect(x + width * 3 / 8, y - 60, width / 4, 60);
            pen.setColor(Color.BLACK);
            pen.fillRect(x + width / 4, y + height / 3, width / 2, height / 4);
        }
        pen.setColor(random.nextBoolean() ? Color.WHITE : Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 30 + random.nextInt(20)));
        var name = new StringBuilder();
        for (int i = 0; i < 5 + random.nextInt(4); i++) {
            name.append((char) ('A' + random.nextInt(26)));
        }
        pen.drawString(name.toString(), x + width / 4 + 4, y + height / 2);
        pen.setColor(Color.RED);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 36));
        pen.drawString("¥" + (10 + random.nextInt(990)), 30, 570);
        pen.dispose();
        return picture;
    }

    private static BufferedImage paper(int width, int height) {
        var paper = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = paper.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return paper;
    }

    private static BufferedImage to(BufferedImage picture, int width, int height) {
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = Photographs.pen(scaled);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return scaled;
    }

    private static BufferedImage scaled(BufferedImage picture, int edge) {
        double scale = edge / (double) Math.max(picture.getWidth(), picture.getHeight());
        return to(picture, (int) (picture.getWidth() * scale), (int) (picture.getHeight() * scale));
    }

    private static BufferedImage cut(BufferedImage picture, double area, Random random) {
        double across = Math.min(1, Math.sqrt(area) * (0.9 + 0.2 * random.nextDouble()));
        int width = (int) (picture.getWidth() * across);
        int height = (int) (picture.getHeight() * Math.min(1, area / across));
        var part = picture.getSubimage(
                random.nextInt(picture.getWidth() - width + 1),
                random.nextInt(picture.getHeight() - height + 1),
                width,
                height);
        return to(part, width, height);
    }

    private static BufferedImage mirrored(BufferedImage picture) {
        var mirror = paper(picture.getWidth(), picture.getHeight());
        Graphics2D pen = mirror.createGraphics();
        pen.drawImage(picture, picture.getWidth(), 0, -picture.getWidth(), picture.getHeight(), null);
        pen.dispose();
        return mirror;
    }

    private static BufferedImage band(BufferedImage picture) {
        BufferedImage over = to(picture, picture.getWidth(), picture.getHeight());
        Graphics2D pen = Photographs.pen(over);
        pen.setColor(Color.RED);
        pen.fillRect(0, picture.getHeight() * 4 / 5, picture.getWidth(), picture.getHeight() / 5);
        pen.setColor(Color.WHITE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, picture.getHeight() / 8));
        pen.drawString("¥99", picture.getWidth() / 12, picture.getHeight() * 19 / 20);
        pen.dispose();
        return over;
    }

    private static BufferedImage framed(BufferedImage picture) {
        BufferedImage framed = paper(picture.getWidth() * 6 / 5, picture.getHeight() * 13 / 10);
        Graphics2D pen = framed.createGraphics();
        pen.drawImage(picture, picture.getWidth() / 10, picture.getHeight() / 10, null);
        pen.dispose();
        return framed;
    }

    private static BufferedImage turned(BufferedImage picture, int degrees) {
        BufferedImage turned = paper(picture.getWidth(), picture.getHeight());
        Graphics2D pen = Photographs.pen(turned);
        pen.rotate(Math.toRadians(degrees), picture.getWidth() / 2.0, picture.getHeight() / 2.0);
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return turned;
    }

    private static BufferedImage collage(BufferedImage picture) {
        BufferedImage collage = paper(800, 800);
        Graphics2D pen = Photographs.pen(collage);
        pen.drawImage(scene(77), 0, 0, 400, 400, null);
        pen.drawImage(scene(78), 400, 0, 400, 400, null);
        pen.drawImage(scene(79), 0, 400, 400, 400, null);
        pen.drawImage(scaled(picture, 400), 400, 400, null);
        pen.dispose();
        return collage;
    }
}
