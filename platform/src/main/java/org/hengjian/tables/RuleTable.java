package org.hengjian.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What a room keeps as a table beside its code, mostly rules, or is founded with: CSV with a heading, comments after {@code #}. */
public final class RuleTable {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();

    private RuleTable() {}

    /** @param file of the class path, such as {@code cases/provisions.csv} */
    public static List<CSVRecord> of(String file) {
        return of(() -> Objects.requireNonNull(RuleTable.class.getResourceAsStream("/" + file), file));
    }

    /** Where a table is read from, once. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** @param source its UTF-8; closed when it is read */
    public static List<CSVRecord> of(Source source) {
        try (var in = source.open();
                var rows = FORMAT.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
