package org.hengjian.screening;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Claims that the product ships (随产品提供的声称用语), from {@code claims.tsv}. */
public final class ShippedClaims {

    private static final List<Claim> ALL = read();

    private ShippedClaims() {}

    public static List<Claim> all() {
        return ALL;
    }

    private static List<Claim> read() {
        var claims = new ArrayList<Claim>();
        try (InputStream in = ShippedClaims.class.getResourceAsStream("claims.tsv")) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: claims.tsv");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isBlank() || line.startsWith("#") || line.startsWith("text\t")) {
                    continue;
                }
                String[] cells = line.split("\t", -1);
                claims.add(new Claim(
                        cells[0],
                        Kind.of(cells[1]),
                        Double.parseDouble(cells[2]),
                        cells[3],
                        cells[4],
                        cells[5].isEmpty() ? List.of() : List.of(cells[5].split("\\|")),
                        LocalDate.parse(cells[6]),
                        cells[7]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(claims);
    }
}
