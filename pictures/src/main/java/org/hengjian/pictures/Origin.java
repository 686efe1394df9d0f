package org.hengjian.pictures;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hengjian.screening.code.Gtin;

/** Where the organisation sits that gave out a number (前缀所属), from {@code gs1-prefixes.tsv}; the goods may come from anywhere. */
record Origin(int from, int to, String zh, String en) {

    private static final List<Origin> ALL = read();

    /** Empty for numbers of eight digits, and for prefixes that belong to no country. */
    static Optional<Origin> of(Gtin gtin) {
        if (gtin.digits().length() == 8) {
            return Optional.empty();
        }
        int prefix = gtin.prefix();
        return ALL.stream()
                .filter(origin -> prefix >= origin.from && prefix <= origin.to)
                .findFirst();
    }

    /** A country that the words name as the origin. */
    static Optional<Origin> said(String words) {
        return ALL.stream()
                .filter(origin -> words.contains(origin.zh) || words.toLowerCase(java.util.Locale.ROOT).contains(origin.en.toLowerCase(java.util.Locale.ROOT)))
                .findFirst();
    }

    private static List<Origin> read() {
        try (InputStream in = Origin.class.getResourceAsStream("gs1-prefixes.tsv")) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: gs1-prefixes.tsv");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new Origin(Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), cells[2], cells[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
