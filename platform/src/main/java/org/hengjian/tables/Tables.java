package org.hengjian.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The door: opens a file as a table, whatever it is called. */
public final class Tables {

    private Tables() {}

    /** @throws Unreadable if the file is not a table that we know, or over a limit */
    public static TableReader open(Path file) {
        return open(file, Reading.STANDARD);
    }

    /**
     * Opens {@code file} and reads as far as its headings.
     *
     * @throws Unreadable if the file is not a table that we know, or over a limit
     * @throws UncheckedIOException if the disk fails
     */
    public static TableReader open(Path file, Reading reading) {
        try {
            long bytes = Files.size(file);
            if (bytes == 0) {
                throw new Unreadable(Unreadable.Reason.EMPTY_FILE);
            }
            if (bytes > reading.limits().bytesMax()) {
                throw new Unreadable(
                        Unreadable.Reason.FILE_TOO_LARGE,
                        bytes >> 20,
                        reading.limits().bytesMax() >> 20);
            }
            var records = records(file, reading);
            try {
                return new HeadedReader(records, reading);
            } catch (RuntimeException unreadable) {
                records.close();
                throw unreadable;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Records records(Path file, Reading reading) throws IOException {
        return switch (Content.of(file)) {
            case Content.Workbook() -> WorkbookRecords.open(file, reading);
            case Content.Text(var charset, var bomBytes, var looksLikeJson) ->
                looksLikeJson
                        ? JsonLinesRecords.open(file, charset, bomBytes, reading.limits())
                        : CsvRecords.open(file, charset, bomBytes, reading.limits());
        };
    }
}
