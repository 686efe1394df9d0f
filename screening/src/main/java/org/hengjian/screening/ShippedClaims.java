package org.hengjian.screening;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Claims that the product ships (随产品提供的声称用语), from {@code claims.tsv} and {@code senses.txt}. */
public final class ShippedClaims {

    private static final List<Claim> ALL = read();

    private ShippedClaims() {}

    public static List<Claim> all() {
        return ALL;
    }

    private static List<Claim> read() {
        Map<String, List<String>> senses = new HashMap<>();
        for (String line : ShippedLines.of("senses.txt")) {
            int colon = line.indexOf(':');
            senses.put(line.substring(0, colon), List.of(line.substring(colon + 1).strip().split("\\|")));
        }
        return ShippedLines.of("claims.tsv").stream()
                .skip(1) // the names of the columns
                .map(line -> line.split("\t", -1))
                .map(cells -> new Claim(
                        cells[0],
                        Kind.of(cells[1]),
                        Double.parseDouble(cells[2]),
                        cells[3],
                        cells[4],
                        unless(cells[5], senses),
                        LocalDate.parse(cells[6]),
                        cells[7]))
                .toList();
    }

    /** The words of a cell, those of the shared lists that it names among them. */
    private static List<String> unless(String cell, Map<String, List<String>> senses) {
        var words = new LinkedHashSet<String>();
        for (String word : cell.split("\\|")) {
            if (word.startsWith("@")) {
                words.addAll(Objects.requireNonNull(senses.get(word.substring(1)), word));
            } else if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return List.copyOf(words);
    }
}
