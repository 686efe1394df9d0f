package org.hengjian.commands.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSONL: one object a line. The keys of the first {@link #LOOK} objects are the headings; lists become {@code a|b}. */
final class JsonRows implements Rows {

    private static final int LOOK = 2_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final BufferedReader reader;
    private final List<String> headings;
    private long number;

    JsonRows(Path file, Charset charset) throws IOException {
        Set<String> keys = new LinkedHashSet<>();
        try (var first = Rows.reader(file, charset)) {
            String line = first.readLine();
            for (int i = 0; i < LOOK && line != null; i++, line = first.readLine()) {
                object(line).ifPresent(object -> keys.addAll(object.propertyNames()));
            }
        }
        headings = List.copyOf(keys);
        reader = Rows.reader(file, charset);
    }

    @Override
    public List<String> headings() {
        return headings;
    }

    @Override
    public Optional<Row> next() throws IOException {
        String line = reader.readLine();
        while (line != null && line.isBlank()) {
            line = reader.readLine();
        }
        if (line == null) {
            return Optional.empty();
        }
        number++;
        Optional<JsonNode> object = object(line);
        if (object.isEmpty()) {
            return Optional.of(new Row.Bad(number, "", "not a JSON object"));
        }
        var cells = new ArrayList<String>(headings.size());
        for (String heading : headings) {
            cells.add(text(object.get().path(heading)));
        }
        return Optional.of(new Row.Good(number, cells));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static Optional<JsonNode> object(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            return node.isObject() ? Optional.of(node) : Optional.empty();
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (node.isArray()) {
            var parts = new ArrayList<String>();
            node.forEach(part -> parts.add(text(part)));
            return String.join("|", parts);
        }
        return node.isValueNode() ? node.asString() : node.toString();
    }
}
