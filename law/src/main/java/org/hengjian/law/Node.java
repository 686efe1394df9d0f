package org.hengjian.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A place in a YAML file of the law, with its path, so that what is wrong there can be named. Read-only.
 */
public record Node(String path, @Nullable Object raw) {

    /** The data of the law is wrong: where, and what. */
    public static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Malformed(String path, String what) {
            super(path + ": " + what);
        }
    }

    static Node parse(String name, InputStream in) {
        Object loaded = new Load(LoadSettings.builder()
                        .setLabel(name)
                        .setAllowDuplicateKeys(false)
                        .setCodePointLimit(16_000_000)
                        .build())
                .loadFromInputStream(in);
        return new Node(name, loaded);
    }

    static Node resource(String name) {
        try (InputStream in = Node.class.getResourceAsStream("/law/" + name)) {
            if (in == null) {
                throw new Malformed(name, "no such file in the law's resources");
            }
            return parse(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    static Node file(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return parse(String.valueOf(file.getFileName()), in);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    public boolean isPresent() {
        return raw != null;
    }

    public boolean isMap() {
        return raw instanceof Map<?, ?>;
    }

    public boolean isList() {
        return raw instanceof List<?>;
    }

    /** The entry of that key; an absent one is a node without content. */
    public Node at(String key) {
        return new Node(path + "/" + key, raw instanceof Map<?, ?> map ? map.get(key) : null);
    }

    public Node need(String key) {
        Node node = at(key);
        if (!node.isPresent()) {
            throw new Malformed(path, "lacks " + key);
        }
        return node;
    }

    public boolean has(String key) {
        return raw instanceof Map<?, ?> map && map.containsKey(key);
    }

    public List<Node> list() {
        if (raw == null) {
            return List.of();
        }
        if (!(raw instanceof List<?> items)) {
            throw new Malformed(path, "is not a list");
        }
        List<Node> nodes = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            nodes.add(new Node(path + "/" + i, items.get(i)));
        }
        return nodes;
    }

    public Map<String, Node> entries() {
        if (raw == null) {
            return Map.of();
        }
        if (!(raw instanceof Map<?, ?> map)) {
            throw new Malformed(path, "is not a mapping");
        }
        Map<String, Node> entries = new LinkedHashMap<>();
        map.forEach((key, value) -> entries.put(String.valueOf(key), new Node(path + "/" + key, value)));
        return entries;
    }

    public String text() {
        if (raw instanceof String || raw instanceof Number || raw instanceof Boolean) {
            return String.valueOf(raw);
        }
        throw new Malformed(path, "is not a text");
    }

    public Optional<String> textIfPresent() {
        return raw == null ? Optional.empty() : Optional.of(text());
    }

    public String textOr(String other) {
        return raw == null ? other : text();
    }

    /** A list of texts; a single text is a list of one. */
    public List<String> texts() {
        if (raw instanceof List<?>) {
            return list().stream().map(Node::text).toList();
        }
        return raw == null ? List.of() : List.of(text());
    }

    public long number() {
        if (raw instanceof Integer || raw instanceof Long) {
            return ((Number) raw).longValue();
        }
        throw new Malformed(path, "is not a whole number");
    }

    public int integer() {
        return Math.toIntExact(number());
    }

    public BigDecimal decimal() {
        if (raw instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        throw new Malformed(path, "is not a number");
    }

    public boolean isTrue() {
        return Boolean.TRUE.equals(raw);
    }

    public LocalDate date() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeParseException e) {
            throw new Malformed(path, "is not a date: " + raw);
        }
    }

    public Optional<LocalDate> dateIfPresent() {
        return raw == null ? Optional.empty() : Optional.of(date());
    }

    public <E extends Enum<E>> E oneOf(Class<E> type) {
        String wanted = text().replace('-', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(wanted)) {
                return constant;
            }
        }
        throw new Malformed(path, "is none of the known words: " + raw);
    }

    public void allow(Set<String> keys) {
        for (String key : entries().keySet()) {
            if (!keys.contains(key)) {
                throw new Malformed(path, "has an unknown field " + key);
            }
        }
    }
}
