package org.hengjian.tables;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON object a line. Its keys are the headings, in the order of their first appearance in the whole file; a list
 * of plain values becomes one cell with {@code |} between them. The keys of an object within are headings of their own,
 * {@code seller.name}; a list of objects, and what lies deeper than anyone nests, stays JSON.
 */
final class JsonLinesRecords implements Records {

    /** Exports of shops nest their seller, and the seller a place; deeper lies nothing that a column could mean. */
    private static final int NESTED_MAX = 4;

    private static final ObjectReader JSON = JsonMapper.builder()
            // As written: 1299.00 must not come back as 1299.0, nor a long id as a power of ten.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final CharSource source;
    private final Limits limits;
    private final TableFormat format;
    private List<String> headings = List.of();
    private long number;

    private JsonLinesRecords(CharSource source, TableFormat format, Limits limits) {
        this.source = source;
        this.format = format;
        this.limits = limits;
    }

    static JsonLinesRecords open(Path file, Charset charset, int bomBytes, Limits limits) throws IOException {
        var keys = new LinkedHashSet<String>();
        var survey = open(file, charset, bomBytes, limits, List.of());
        try {
            while (survey.source.at(0) != CharSource.END) {
                var line = survey.line();
                if (line.text() instanceof String text && parsed(text) instanceof Parsed.Fields(var fields)) {
                    keys.addAll(fields.keySet());
                }
                if (keys.size() > limits.columnsMax()) {
                    throw new Unreadable(Unreadable.Reason.TOO_MANY_COLUMNS, keys.size(), limits.columnsMax());
                }
            }
        } finally {
            survey.close();
        }
        if (keys.isEmpty()) {
            throw new Unreadable(Unreadable.Reason.NO_HEADINGS);
        }
        return open(file, charset, bomBytes, limits, List.copyOf(keys));
    }

    private static JsonLinesRecords open(Path file, Charset charset, int bomBytes, Limits limits, List<String> headings)
            throws IOException {
        var records = new JsonLinesRecords(
                CharSource.of(file, charset, bomBytes),
                new TableFormat(TableFormat.Kind.JSONL, charset.name()),
                limits);
        records.headings = headings;
        return records;
    }

    @Override
    public TableFormat format() {
        return format;
    }

    @Override
    public List<String> ownHeadings() {
        return headings;
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (source.at(0) != CharSource.END) {
            number++;
            var line = line();
            var text = line.text();
            if (text == null) {
                return new Row.Broken(number, List.of(line.start()), line.start(), Row.Fault.ROW_TOO_LONG, -1);
            }
            if (!text.isBlank()) {
                return row(text);
            }
        }
        return null;
    }

    private Row row(String line) {
        if (!Characters.areSound(line)) {
            return broken(line, Row.Fault.UNREADABLE_CHARACTERS, -1);
        }
        return switch (parsed(line)) {
            case Parsed.Not(var fault) -> broken(line, fault, -1);
            case Parsed.Fields(var fields) -> row(line, fields);
        };
    }

    private Row row(String line, SequencedMap<String, String> fields) {
        var cells = new ArrayList<String>(headings.size());
        for (int column = 0; column < headings.size(); column++) {
            var cell = fields.getOrDefault(headings.get(column), "");
            if (!Characters.areSound(cell)) {
                return broken(line, Row.Fault.UNREADABLE_CHARACTERS, column);
            }
            if (cell.length() > limits.cellCharsMax()) {
                return broken(line, Row.Fault.CELL_TOO_LONG, column);
            }
            cells.add(cell);
        }
        return new Row.Read(number, cells, line, List.of());
    }

    private Row broken(String line, Row.Fault fault, int column) {
        var mended = Characters.mended(line);
        return new Row.Broken(number, List.of(mended), mended, fault, column);
    }

    private sealed interface Parsed {
        record Fields(SequencedMap<String, String> values) implements Parsed {}

        record Not(Row.Fault fault) implements Parsed {}
    }

    private static Parsed parsed(String line) {
        JsonNode node;
        try {
            node = JSON.readValue(line);
        } catch (JacksonException notJson) {
            return new Parsed.Not(Row.Fault.NOT_JSON);
        }
        if (!node.isObject()) {
            return new Parsed.Not(Row.Fault.NOT_AN_OBJECT);
        }
        var fields = new LinkedHashMap<String, String>();
        spread(node, "", 0, fields);
        return new Parsed.Fields(fields);
    }

    /** A key said twice, once with a dot of its own, keeps its first value. */
    private static void spread(JsonNode object, String above, int depth, SequencedMap<String, String> fields) {
        object.properties().forEach(property -> {
            var heading = above + property.getKey();
            var value = property.getValue();
            if (value.isObject() && !value.isEmpty() && depth < NESTED_MAX) {
                spread(value, heading + ".", depth + 1, fields);
            } else {
                fields.putIfAbsent(heading, text(value));
            }
        });
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        if (value.isArray() && value.valueStream().allMatch(JsonNode::isValueNode)) {
            var joined = new StringJoiner("|");
            value.valueStream().forEach(part -> joined.add(text(part)));
            return joined.toString();
        }
        return value.isValueNode() ? value.asString() : value.toString();
    }

    /**
     * One line, without its end.
     *
     * @param text null when the line is longer than a row may be
     * @param start its beginning
     */
    private record Line(@Nullable String text, String start) {}

    private Line line() throws IOException {
        int i = 0;
        while (source.at(i) != CharSource.END && source.at(i) != '\n') {
            if (++i > limits.rowCharsMax()) {
                return overlong();
            }
        }
        int end = i > 0 && source.at(i - 1) == '\r' ? i - 1 : i;
        var text = source.text(0, end);
        source.advance(source.at(i) == '\n' ? i + 1 : i);
        return new Line(text, text);
    }

    private Line overlong() throws IOException {
        var start = Characters.mended(source.text(0, limits.cellCharsMax()));
        int step = 1 << 15;
        while (true) {
            for (int i = 0; i < step; i++) {
                int c = source.at(i);
                if (c == CharSource.END || c == '\n') {
                    source.advance(c == '\n' ? i + 1 : i);
                    return new Line(null, start);
                }
            }
            source.advance(step);
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
