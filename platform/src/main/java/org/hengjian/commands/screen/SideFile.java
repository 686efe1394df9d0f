package org.hengjian.commands.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hengjian.tables.CsvWriter;
import org.jspecify.annotations.Nullable;

/** A table beside the output for what could not be read, there only when something could not. */
final class SideFile implements AutoCloseable {

    private final Path file;
    private final List<String> headings;

    private @Nullable CsvWriter csv;

    /** One of an earlier run is removed. */
    SideFile(Path file, String... headings) throws IOException {
        this.file = file;
        this.headings = List.of(headings);
        Files.deleteIfExists(file);
    }

    void write(String... cells) throws IOException {
        var open = csv;
        if (open == null) {
            open = new CsvWriter(Files.newOutputStream(file));
            csv = open;
            open.write(headings);
        }
        open.write(List.of(cells));
    }

    @Override
    public void close() throws IOException {
        if (csv != null) {
            csv.close();
        }
    }
}
