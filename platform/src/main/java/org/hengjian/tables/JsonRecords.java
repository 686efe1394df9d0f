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
 * JSON Lines, one object a line, or the list of objects that one document is. Their keys are the headings, in the order of
 * their first appearance in the whole file; a list of plain values becomes one cell with {@code |} between them. The keys
 * of an object within are headings of their own, {@code seller.name}; a list of objects, and what lies deeper than anyone
 * nests, stays JSON.
 */
final class JsonRecords implements Records {

    /** Exports of shops nest their seller, and the seller a place; deeper lies nothing that a column could mean. */
    private static final int NESTED_MAX = 4;

    private static final ObjectReader JSON = JsonMapper.builder()
            // As written: 1299.00 must not come back as 1299.0, nor a long id as a power of ten.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final Pieces pieces;
    private final Limits limits;
    private final TableFormat format;
    private final List<String> headings;

    private JsonRecords(Pieces pieces, TableFormat format, Limits limits, List<String> headings) {
        this.pieces = pieces;
        this.format = format;
        this.limits = limits;
        this.headings = headings;
    }

    /** What each row comes from: a line of JSON Lines, or a value of the list of a document. */
    interface Pieces {

        /**
         * @param number from 1
         * @param text null when it is longer than a row may be
         * @param start its beginning
         */
        record Piece(long number, @Nullable String text, String start) {}

        /** The next one, or null at the end. */
        @Nullable
        Piece next() throws IOException;

        void close() throws IOException;
    }

    static JsonRecords open(Path file, Charset charset, int bomBytes, Limits limits) throws IOException {
        boolean isList = JsonList.isOne(file, charset, bomBytes);
        var keys = new LinkedHashSet<String>();
        var survey = pieces(file, charset, bomBytes, limits, isList);
        try {
            for (var piece = survey.next(); piece != null; piece = survey.next()) {
                if (piece.text() instanceof String text && parsed(text) instanceof Parsed.Fields(var fields)) {
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
            throw new Unreadable(Unreadable.Reason.NO_OBJECTS);
        }
        return new JsonRecords(
                pieces(file, charset, bomBytes, limits, isList),
                new TableFormat(isList ? TableFormat.Kind.JSON : TableFormat.Kind.JSONL, charset.name()),
                limits,
                List.copyOf(keys));
    }

    private static Pieces pieces(Path file, Charset charset, int bomBytes, Limits limits, boolean isList) throws IOException {
        var source = CharSource.of(file, charset, bomBytes);
        return isList ? new JsonList(source, limits) : new JsonLines(source, limits);
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
        var piece = pieces.next();
        if (piece == null) {
            return null;
        }
        return piece.text() instanceof String text
                ? row(piece.number(), text)
                : new Row.Broken(piece.number(), List.of(piece.start()), piece.start(), Row.Fault.ROW_TOO_LONG, -1);
    }

    private Row row(long number, String line) {
        if (!Characters.areSound(line)) {
            return broken(number, line, Row.Fault.UNREADABLE_CHARACTERS, -1);
        }
        return switch (parsed(line)) {
            case Parsed.Not(var fault) -> broken(number, line, fault, -1);
            case Parsed.Fields(var fields) -> row(number, line, fields);
        };
    }

    private Row row(long number, String line, SequencedMap<String, String> fields) {
        var cells = new ArrayList<String>(headings.size());
        for (int column = 0; column < headings.size(); column++) {
            var cell = fields.getOrDefault(headings.get(column), "");
            if (!Characters.areSound(cell)) {
                return broken(number, line, Row.Fault.UNREADABLE_CHARACTERS, column);
            }
            if (cell.length() > limits.cellCharsMax()) {
                return broken(number, line, Row.Fault.CELL_TOO_LONG, column);
            }
            cells.add(cell);
        }
        return new Row.Read(number, cells, line, List.of());
    }

    private Row broken(long number, String line, Row.Fault fault, int column) {
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

    @Override
    public void close() throws IOException {
        pieces.close();
    }
}
