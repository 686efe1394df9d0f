package org.hengjian.tables;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What a room keeps as a table beside its code, mostly rules: CSV with a heading, comments after {@code #}. */
public final class RuleTable {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();

    private RuleTable() {}

    /** @param file of the class path, such as {@code cases/provisions.csv} */
    public static List<CSVRecord> of(String file) {
        try (var in = RuleTable.class.getResourceAsStream("/" + file);
                var rows = FORMAT.parse(new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8))) {
            return rows.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
