package org.hengjian.screening.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Websites of well-known brands that the product ships (官方网站), from {@code official-domains.txt}: they imitate nobody. */
public final class OfficialDomains {

    private static final List<String> ALL = read();

    private OfficialDomains() {}

    public static List<String> all() {
        return ALL;
    }

    private static List<String> read() {
        try (InputStream in = OfficialDomains.class.getResourceAsStream("official-domains.txt")) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: official-domains.txt");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
