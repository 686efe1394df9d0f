package org.hengjian.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The door: opens a file as a table, whatever it is called. */
public final class Tables {

    /** Each costs a reading of the workbook's texts; whoever has more puts the table in front. */
    private static final int SHEETS_TRIED_MAX = 12;

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
            return switch (Content.of(file)) {
                case Content.Workbook() ->
                    reading.sheet().isEmpty() ? likeliestSheet(file, reading) : sheet(file, reading);
                case Content.Text(var charset, var bomBytes, var looksLikeJson) ->
                    headed(
                            looksLikeJson
                                    ? JsonRecords.open(file, charset, bomBytes, reading.limits())
                                    : CsvRecords.open(file, charset, bomBytes, reading.limits()),
                            reading);
            };
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * The visible sheets of a workbook that hold something, in their order; none of a file that is no workbook.
     *
     * @throws UncheckedIOException if the disk fails
     */
    public static List<String> sheets(Path file) {
        try {
            return Content.of(file) instanceof Content.Workbook
                    ? WorkbookRecords.sheets(file, Limits.STANDARD)
                    : List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The first sheet that has every required field; where none has, the first that has two columns and a row. */
    private static TableReader likeliestSheet(Path file, Reading reading) throws IOException {
        var sheets = WorkbookRecords.sheets(file, reading.limits());
        if (sheets.size() < 2) {
            return sheet(file, sheets.isEmpty() ? reading : reading.sheet(sheets.getFirst()));
        }
        var table = sheets.getFirst();
        boolean found = false;
        for (var name : sheets.subList(0, Math.min(sheets.size(), SHEETS_TRIED_MAX))) {
            try (var candidate = sheet(file, reading.sheet(name))) {
                boolean any = candidate.headings().size() > 1 && candidate.hasNext();
                if (any && ColumnMapping.propose(candidate.headings(), reading.fields()).missing().isEmpty()) {
                    table = name;
                    break;
                }
                if (any && !found) {
                    table = name;
                    found = true;
                }
            } catch (Unreadable _) {
                // A sheet without headings is none of those looked for; what is wrong is said of the one that is taken.
            }
        }
        return sheet(file, reading.sheet(table));
    }

    private static TableReader sheet(Path file, Reading reading) throws IOException {
        return headed(WorkbookRecords.open(file, reading), reading);
    }

    private static TableReader headed(Records records, Reading reading) throws IOException {
        try {
            return new HeadedReader(records, reading);
        } catch (RuntimeException unreadable) {
            records.close();
            throw unreadable;
        }
    }
}
