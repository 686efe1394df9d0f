package org.hengjian.bench.records;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A public linkage benchmark as pairs with labels: {@code COL name VAL value … <tab> COL … <tab> 0/1}. Its records are the
 * distinct left and right sides.
 */
record PairFile(List<String> headings, List<List<String>> left, List<List<String>> right, List<Pair> pairs) {

    /** Numbers of a left and a right record, and whether they are one subject. */
    record Pair(int left, int right, boolean same) {}

    static PairFile read(Path file) throws IOException {
        var headings = new ArrayList<String>();
        Map<List<String>, Integer> left = new LinkedHashMap<>();
        Map<List<String>, Integer> right = new LinkedHashMap<>();
        var pairs = new ArrayList<Pair>();
        // Pages of shops were cut in the middle of characters: what is no UTF-8 is read as unknown characters.
        for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\\R")) {
            String[] sides = line.split("\t");
            if (sides.length == 3) {
                int a = number(left, cells(sides[0], headings));
                int b = number(right, cells(sides[1], headings));
                pairs.add(new Pair(a, b, sides[2].strip().equals("1")));
            }
        }
        return new PairFile(headings, List.copyOf(left.keySet()), List.copyOf(right.keySet()), pairs);
    }

    private static int number(Map<List<String>, Integer> seen, List<String> cells) {
        return seen.computeIfAbsent(cells, none -> seen.size());
    }

    private static List<String> cells(String side, List<String> headings) {
        var cells = new ArrayList<String>();
        boolean first = headings.isEmpty();
        for (String part : side.split("(?:^|\\s)COL ")) {
            int value = part.indexOf(" VAL");
            if (value > 0) {
                if (first) {
                    headings.add(part.substring(0, value).strip());
                }
                cells.add(part.substring(value + 4).strip());
            }
        }
        return List.copyOf(cells);
    }
}
