package org.hengjian.pictures;

import com.benjaminwan.ocrlibrary.Point;
import com.benjaminwan.ocrlibrary.TextBlock;
import io.github.mymonstercat.Model;
import io.github.mymonstercat.ocr.InferenceEngine;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;

/**
 * Reads the text in pictures (文字识别), Chinese and Latin, with the models of PaddleOCR that the jars carry. Some 0.2 s a
 * picture, one at a time: the engine beneath is one for the whole process and takes files only.
 */
public final class TextReader {

    private static final Object ENGINE = new Object();
    private static final String TEMPORARY = "java.io.tmpdir";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final int EDGE_MOST = 2_000; // larger pictures are read reduced

    /** A line of text and where it stands. @param score 0.0 to 1.0, how sure the detection is */
    public record Line(String text, Box box, double score) {}

    private final InferenceEngine engine;

    private TextReader(InferenceEngine engine) {
        this.engine = engine;
    }

    /**
     * Unpacks into a folder of this process alone, which goes when the process ends.
     *
     * @throws IllegalStateException where the native code cannot run on this machine
     */
    public static TextReader open() {
        try {
            Path folder = Files.createTempDirectory("hengjian-text");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(folder)));
            return open(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Unpacks the native code and the models into a folder, once for all processes that use it. The first folder that a
     * process names is the one that it keeps.
     *
     * @param folder made for its owner alone where it is not there
     * @throws IllegalStateException where others may write into the folder, or the native code cannot run on this machine
     */
    public static TextReader open(Path folder) {
        try {
            synchronized (ENGINE) {
                unpackInto(owned(folder));
                return new TextReader(InferenceEngine.getInstance(Model.ONNX_PPOCR_V3));
            }
        } catch (RuntimeException | LinkageError | IOException | ClassNotFoundException e) {
            throw new IllegalStateException("the text in pictures cannot be read on this machine: " + e.getMessage(), e);
        }
    }

    /** Whoever may write into the folder decides what code this process runs. */
    private static Path owned(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
        var attributes = Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Path own = Files.createTempFile("hengjian", ".owner");
        try {
            if (!attributes.isDirectory() || !attributes.owner().equals(Files.getOwner(own))) {
                throw new IOException(folder + " is not a folder of this process's owner");
            }
        } finally {
            Files.delete(own);
        }
        Files.setPosixFilePermissions(folder, OWNER_ONLY);
        return folder.toAbsolutePath();
    }

    /**
     * The engine's loader takes the folder {@code ocrJava} of the temporary files for its own, and any file that lies there
     * already. It asks for that folder once, when its class is made ready, and is told another.
     */
    private static void unpackInto(Path folder) throws ClassNotFoundException {
        String temporary = System.getProperty(TEMPORARY);
        System.setProperty(TEMPORARY, folder.toString());
        try {
            Class.forName("io.github.mymonstercat.JarFileUtil");
        } finally {
            System.setProperty(TEMPORARY, temporary);
        }
    }

    private static void discard(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines in the order of the engine, from above. */
    public List<Line> read(BufferedImage picture) {
        double scale = Math.min(1, EDGE_MOST / (double) Math.max(picture.getWidth(), picture.getHeight()));
        BufferedImage reduced = Scaling.to(
                picture,
                Math.max(1, (int) (picture.getWidth() * scale)),
                Math.max(1, (int) (picture.getHeight() * scale)));
        try {
            Path file = Files.createTempFile("hengjian-picture", ".png");
            try {
                ImageIO.write(reduced, "png", file.toFile());
                synchronized (ENGINE) {
                    return lines(engine.runOcr(file.toString()).getTextBlocks(), 1 / scale);
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Line> lines(List<TextBlock> blocks, double scale) {
        var lines = new ArrayList<Line>();
        for (TextBlock block : blocks) {
            if (!block.getText().isBlank()) {
                lines.add(new Line(block.getText(), box(block.getBoxPoint(), scale), block.getBoxScore()));
            }
        }
        return lines;
    }

    private static Box box(List<Point> points, double scale) {
        int left = points.stream().mapToInt(Point::getX).min().orElse(0);
        int top = points.stream().mapToInt(Point::getY).min().orElse(0);
        int right = points.stream().mapToInt(Point::getX).max().orElse(0);
        int bottom = points.stream().mapToInt(Point::getY).max().orElse(0);
        return new Box(
                (int) (left * scale), (int) (top * scale), (int) ((right - left) * scale), (int) ((bottom - top) * scale));
    }
}
