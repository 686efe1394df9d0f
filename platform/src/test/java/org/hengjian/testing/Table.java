package org.hengjian.testing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;

/** A table of the test data with names on both sides: {@code table.cell("APPROVE", "PROPOSED")}. */
public record Table(List<String> columns, Map<String, Map<String, String>> cells) {

    /** @param side the column with the names of the rows; a line that begins with # is a remark */
    public static Table of(String resource, String side) {
        var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setCommentMarker('#').get();
        try (var in = Table.class.getResourceAsStream(resource);
                var rows = format.parse(new InputStreamReader(Objects.requireNonNull(in, resource), StandardCharsets.UTF_8))) {
            var cells = new LinkedHashMap<String, Map<String, String>>();
            for (var row : rows) {
                if (cells.put(row.get(side), row.toMap()) != null) {
                    throw new IllegalArgumentException(resource + " has " + row.get(side) + " twice");
                }
            }
            return new Table(List.copyOf(rows.getHeaderNames()), cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> rows() {
        return new ArrayList<>(cells.keySet());
    }

    public String cell(String row, String column) {
        return Objects.requireNonNull(cells.getOrDefault(row, Map.of()).get(column), () -> row + " has no " + column)
                .strip();
    }
}
