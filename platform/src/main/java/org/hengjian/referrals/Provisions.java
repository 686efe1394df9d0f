package org.hengjian.referrals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;

/** The provision behind each ground of refusal, from {@code referrals/provisions.csv}. */
final class Provisions {

    private static final String FILE = "/referrals/provisions.csv";

    private final Map<String, Ground.Provision> byGround;

    private Provisions(Map<String, Ground.Provision> byGround) {
        this.byGround = Map.copyOf(byGround);
    }

    static Provisions load() {
        var format = CSVFormat.DEFAULT.builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .get();
        var provisions = new HashMap<String, Ground.Provision>();
        try (var in = Provisions.class.getResourceAsStream(FILE);
                var rows = format.parse(new InputStreamReader(
                        java.util.Objects.requireNonNull(in, FILE), StandardCharsets.UTF_8))) {
            for (var row : rows) {
                provisions.put(
                        row.get("ground"),
                        new Ground.Provision(row.get("instrument"), row.get("article"), row.get("quote")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Provisions(provisions);
    }

    /** @throws IllegalArgumentException if the file names no such ground */
    Ground ground(String code, Object... arguments) {
        var provision = byGround.get(code);
        if (provision == null) {
            throw new IllegalArgumentException("no provision for ground " + code + " in " + FILE);
        }
        return new Ground(code, Arrays.stream(arguments).map(Object::toString).toList(), provision);
    }

    Map<String, Ground.Provision> all() {
        return byGround;
    }
}
