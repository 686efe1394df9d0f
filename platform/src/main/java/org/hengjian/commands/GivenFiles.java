package org.hengjian.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files that a person names at a terminal, looked at before any work is done: what would be lost, or cannot be read. */
public final class GivenFiles {

    private static final String STANDARD_INPUT = "-";

    private GivenFiles() {}

    /** What stands at {@code file}; {@code -} is standard input, kept aside for as long as the program runs. */
    public static Path orStandardInput(Path file) throws IOException {
        if (!file.toString().equals(STANDARD_INPUT)) {
            return file;
        }
        Path kept = Files.createTempFile("hengjian-", ".in");
        kept.toFile().deleteOnExit();
        Files.copy(System.in, kept, StandardCopyOption.REPLACE_EXISTING);
        return kept;
    }

    /** Why {@code file} cannot be read as a file; empty when it can. */
    public static Optional<String> unreadable(Path file) {
        if (Files.isDirectory(file)) {
            return Optional.of(file + " is a folder, not a file");
        }
        if (!Files.isRegularFile(file)) {
            return Optional.of("there is no file " + file);
        }
        return Files.isReadable(file) ? Optional.empty() : Optional.of("no permission to read " + file);
    }

    /** Why nothing can be written to {@code out}; empty when it can. */
    public static Optional<String> unwritable(Path out) {
        if (Files.isDirectory(out)) {
            return Optional.of("--out: " + out + " is a folder; name a file in it");
        }
        Path folder = out.toAbsolutePath().normalize().getParent();
        return folder == null || Files.isDirectory(folder)
                ? Optional.empty()
                : Optional.of("--out: there is no folder " + folder + "; make it, or name another file");
    }

    /**
     * Which file that is read would be written over; empty when none. Whoever mistypes --out would lose it.
     *
     * @param read null for one that was not given
     */
    public static Optional<String> overwritten(Path out, @Nullable Path... read) {
        for (Path file : read) {
            if (file != null && same(file, out)) {
                return Optional.of("--out would overwrite " + file + ", which is read; name another file");
            }
        }
        return Optional.empty();
    }

    private static boolean same(Path file, Path out) {
        try {
            return Files.exists(file) && Files.exists(out) && Files.isSameFile(file, out);
        } catch (IOException unknown) {
            return file.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize());
        }
    }
}
