package org.hengjian.documents;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;

/** How an error in a document of each kind is mended, from {@code documents/corrections.csv}. */
final class CorrectionRules {

    private static final String FILE = "/documents/corrections.csv";

    private final Map<String, Rule> byKind = new HashMap<>();

    /** Who mends it. */
    enum By {
        /** The head decides on a notice. */
        HEAD,
        /** Another of the agency decides on a notice. */
        OTHER,
        /** Those who signed it correct it and sign there. */
        SIGNED,
        /** It is made again by the step that made it. */
        ANEW
    }

    /** @param isServed whether its notice goes to the parties */
    record Rule(By by, boolean isServed) {}

    CorrectionRules() {
        var format = CSVFormat.DEFAULT.builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .get();
        try (var in = CorrectionRules.class.getResourceAsStream(FILE);
                var rows = format.parse(new InputStreamReader(Objects.requireNonNull(in, FILE), StandardCharsets.UTF_8))) {
            for (var row : rows) {
                byKind.put(row.get("kind"), new Rule(By.valueOf(row.get("by")), row.get("served").equals("YES")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException if the file names no such kind */
    Rule of(String kind) {
        var rule = byKind.get(kind);
        if (rule == null) {
            throw new IllegalArgumentException("no rule for the correction of " + kind + " in " + FILE);
        }
        return rule;
    }
}
