package org.hengjian.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a file may tell, and the headings under which it is told.
 *
 * @param name our own name, itself accepted as a heading
 * @param synonyms Chinese and English headings, as people write them
 */
public record Field(String name, boolean required, List<String> synonyms) {

    public Field {
        synonyms = List.copyOf(synonyms);
    }

    /**
     * Fields from a resource on the class path, one a line: {@code name[*] = synonym | synonym | …}; a star marks a
     * required one, {@code #} a comment.
     *
     * @throws IllegalArgumentException if there is no such resource, or a line is not of the form
     */
    public static List<Field> read(Class<?> beside, String resource) {
        try (var in = beside.getResourceAsStream(resource)) {
            return parse(resource, in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Field> parse(String resource, @Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("no such resource: " + resource);
        }
        var fields = new ArrayList<Field>();
        for (var line : text.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            var sides = line.split("=", 2);
            if (sides.length != 2) {
                throw new IllegalArgumentException(resource + ": not 'name = synonyms': " + line);
            }
            var name = sides[0].strip();
            boolean required = name.endsWith("*");
            var synonyms = List.of(sides[1].split("\\|")).stream()
                    .map(String::strip)
                    .filter(synonym -> !synonym.isEmpty())
                    .toList();
            fields.add(new Field(required ? name.substring(0, name.length() - 1) : name, required, synonyms));
        }
        return List.copyOf(fields);
    }
}
