package org.hengjian.commands.screen;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hengjian.pictures.Picture;
import org.hengjian.pictures.References;
import org.hengjian.pictures.TextReader;
import org.slf4j.LoggerFactory;

/** Pictures as files: those of a folder, and the reference pictures of right holders. */
public final class PictureFiles {

    /** A picture of 40 million pixels, hardly compressed. */
    static final long BYTES_MOST = 64_000_000;

    private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "gif", "bmp", "webp", "heic", "tif", "tiff");

    private PictureFiles() {}

    /** By their names, so that two runs write the same. */
    public static List<Path> in(Path folder) throws IOException {
        if (Files.isRegularFile(folder)) {
            return List.of(folder);
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> ENDINGS.contains(ending(file)))
                    .sorted()
                    .toList();
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    public static Picture read(Path file) throws IOException, Picture.Unreadable {
        if (Files.size(file) > BYTES_MOST) {
            throw new Picture.Unreadable(Picture.Fault.LARGE);
        }
        try (var bytes = Files.newInputStream(file)) {
            return Picture.read(bytes);
        }
    }

    /**
     * A reference picture belongs to the right whose id the folder that it lies in is named by; one that lies in no folder
     * belongs to none.
     *
     * @param words told of the files that are no pictures
     */
    public static References references(Path folder, PrintWriter words) throws IOException {
        var builder = new References.Builder();
        for (Path file : in(folder)) {
            Path within = folder.relativize(file);
            String right = within.getNameCount() > 1 ? within.getName(0).toString() : "";
            try {
                builder.add(
                        new References.Reference(within.toString(), right, within.toString()),
                        read(file).image());
            } catch (Picture.Unreadable e) {
                words.println("hengjian: the reference picture " + within + " was passed over: " + e.getMessage());
            }
        }
        return builder.build();
    }

    /**
     * Empty, and said, where text cannot be read on this machine, or would spoil the output: the native code writes lines
     * of its own to standard output.
     *
     * @param out where the findings go
     */
    public static Optional<TextReader> text(Path out, PrintWriter words) {
        if (Files.exists(out) && !Files.isRegularFile(out)) {
            words.println("hengjian: the text in pictures is not read, since " + out + " is no file: what reads it writes"
                    + " to standard output too. Name a file with --out to have it read.");
            return Optional.empty();
        }
        keepOutOfTheLog();
        try {
            return Optional.of(TextReader.open());
        } catch (IllegalStateException e) {
            words.println("hengjian: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** What is read may be somebody's telephone number. A server's own settings say the same. */
    private static void keepOutOfTheLog() {
        for (String engine : List.of("io.github.mymonstercat", "com.benjaminwan")) {
            if (LoggerFactory.getLogger(engine) instanceof Logger logger) {
                logger.setLevel(Level.WARN);
            }
        }
    }
}
