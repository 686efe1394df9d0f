package org.hengjian.statutes;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;

/** The provision behind each ground of a room's refusals, from its {@code <room>/provisions.csv}. */
public final class Provisions {

    private final String file;
    private final Map<String, Ground.Provision> byGround;

    private Provisions(String file, Map<String, Ground.Provision> byGround) {
        this.file = file;
        this.byGround = Map.copyOf(byGround);
    }

    /** @param room whose file is read */
    public static Provisions of(String room) {
        String file = "/" + room + "/provisions.csv";
        var format = CSVFormat.DEFAULT.builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .get();
        var provisions = new HashMap<String, Ground.Provision>();
        try (var in = Provisions.class.getResourceAsStream(file);
                var rows = format.parse(new InputStreamReader(
                        Objects.requireNonNull(in, file), StandardCharsets.UTF_8))) {
            for (var row : rows) {
                provisions.put(
                        row.get("ground"),
                        new Ground.Provision(row.get("instrument"), row.get("article"), row.get("quote")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Provisions(file, provisions);
    }

    /** @throws IllegalArgumentException if the file names no such ground */
    public Ground ground(String code, Object... arguments) {
        var provision = byGround.get(code);
        if (provision == null) {
            throw new IllegalArgumentException("no provision for ground " + code + " in " + file);
        }
        return new Ground(code, Arrays.stream(arguments).map(Object::toString).toList(), provision);
    }

    public Map<String, Ground.Provision> all() {
        return byGround;
    }
}
