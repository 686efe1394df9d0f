package org.hengjian.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Well-known names that the product ships (随产品提供的知名标识): enough to screen without a rights register, and a start
 * for one. They are facts about names, not a register: numbers, classes and holders have to be checked before a case.
 */
public final class ShippedRights {

    private static final List<Right> ALL = read("rights.txt");

    private ShippedRights() {}

    /** All of them, in the order of the file; ids begin with {@code ship:} and stay the same over releases. */
    public static List<Right> all() {
        return ALL;
    }

    private static List<Right> read(String resource) {
        var rights = new ArrayList<Right>();
        var ids = new HashSet<String>();
        String category = "";
        Set<Integer> classes = Set.of();
        String source = "";
        List<PriceBand> prices = List.of();
        for (String line : ShippedLines.of(resource)) {
            if (line.startsWith("[")) {
                String[] heading = line.substring(1, line.indexOf(']')).split("\\|", -1);
                category = heading[0].strip();
                classes = classes(heading[1]);
                source = heading[2].strip();
                prices = prices(heading[3]);
                continue;
            }
            Right right = right(line, category, classes, source, prices);
            if (!ids.add(right.id())) {
                throw new IllegalStateException("two shipped rights with one id: " + right.id());
            }
            rights.add(right);
        }
        return List.copyOf(rights);
    }

    private static Right right(
            String line, String category, Set<Integer> classes, String source, List<PriceBand> prices) {
        String[] cells = Arrays.copyOf(line.split("\\|", -1), 7);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i] == null ? "" : cells[i].strip();
        }
        List<String> latin = several(cells[1]);
        String slug = latin.isEmpty()
                ? cells[0]
                : latin.get(0).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        Set<String> flags = Set.copyOf(several(cells[5]));
        String id = flags.stream()
                .filter(flag -> flag.startsWith("id="))
                .map(flag -> "ship:" + flag.substring(3))
                .findFirst()
                .orElse("ship:" + slug);
        return new Right(
                id,
                cells[0],
                latin,
                several(cells[2]),
                several(cells[3]),
                several(cells[6]),
                classes,
                cells[4],
                List.of(),
                category,
                flags.contains("generic"),
                prices,
                source);
    }

    /** {@code 18:100000-9000000;25:…}: class, lowest and highest usual price in fen. */
    private static List<PriceBand> prices(String cell) {
        var prices = new ArrayList<PriceBand>();
        for (String band : several(cell)) {
            String[] parts = band.split("[:-]");
            prices.add(new PriceBand(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])));
        }
        return List.copyOf(prices);
    }

    private static List<String> several(String cell) {
        return cell.isBlank()
                ? List.of()
                : Arrays.stream(cell.split(";")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    private static Set<Integer> classes(String cell) {
        var classes = new HashSet<Integer>();
        for (String part : cell.split(",")) {
            if (!part.isBlank()) {
                classes.add(Integer.parseInt(part.strip()));
            }
        }
        return classes;
    }
}
