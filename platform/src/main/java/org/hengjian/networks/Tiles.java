package org.hengjian.networks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hengjian.agencies.Regions;
import org.jspecify.annotations.Nullable;

/**
 * A network by region: one equal tile a province, no borders drawn, and below it the regions with what is there.
 *
 * @param cells   row by row; null where there is no tile
 * @param places  by code
 * @param nowhere how many of the nodes are of no known region
 */
record Tiles(List<@Nullable Cell> cells, List<Place> places, int nowhere) {

    /** Where each province stands, eight in a row: about as they lie, each beside its neighbours. */
    private static final int[][] GRID = {
        {0, 0, 0, 0, 0, 0, 0, 23},
        {65, 0, 0, 0, 15, 11, 0, 22},
        {0, 0, 0, 64, 0, 13, 12, 21},
        {0, 63, 62, 61, 14, 41, 37, 0},
        {54, 0, 51, 50, 42, 34, 32, 31},
        {0, 0, 53, 52, 43, 36, 33, 0},
        {0, 0, 0, 45, 0, 44, 35, 71},
        {0, 0, 0, 0, 0, 82, 81, 0},
        {0, 0, 0, 0, 46, 0, 0, 0}
    };

    /** Letters of ISO 3166-2:CN, for tiles that an English name does not fit into. */
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry(11, "BJ"), Map.entry(12, "TJ"), Map.entry(13, "HE"), Map.entry(14, "SX"), Map.entry(15, "NM"),
            Map.entry(21, "LN"), Map.entry(22, "JL"), Map.entry(23, "HL"), Map.entry(31, "SH"), Map.entry(32, "JS"),
            Map.entry(33, "ZJ"), Map.entry(34, "AH"), Map.entry(35, "FJ"), Map.entry(36, "JX"), Map.entry(37, "SD"),
            Map.entry(41, "HA"), Map.entry(42, "HB"), Map.entry(43, "HN"), Map.entry(44, "GD"), Map.entry(45, "GX"),
            Map.entry(46, "HI"), Map.entry(50, "CQ"), Map.entry(51, "SC"), Map.entry(52, "GZ"), Map.entry(53, "YN"),
            Map.entry(54, "XZ"), Map.entry(61, "SN"), Map.entry(62, "GS"), Map.entry(63, "QH"), Map.entry(64, "NX"),
            Map.entry(65, "XJ"), Map.entry(71, "TW"), Map.entry(81, "HK"), Map.entry(82, "MO"));

    /** From how many nodes on a tile is of the next shade; the page's key says the same. */
    private static final List<Integer> SHADES = List.of(1, 2, 5, 10, 20);

    /**
     * A province.
     *
     * @param shade 0 for none, up to 5
     */
    record Cell(int code, String name, String nameEn, String letters, int count, int shade) {

        /** Without what every province is called, so that it fits the tile. */
        public String shortName() {
            return name.startsWith("内蒙古") || name.startsWith("黑龙江") ? name.substring(0, 3) : name.substring(0, 2);
        }
    }

    /** @param code GB/T 2260, as exact as it is known */
    record Place(int code, String path, List<Node> nodes) {}

    static Tiles of(Network network, Regions regions) {
        Map<Integer, List<Node>> at = new TreeMap<>();
        int nowhere = 0;
        for (Node node : network.nodes()) {
            Integer place = node.place();
            if (place == null || regions.find(place).isEmpty()) {
                nowhere++;
            } else {
                at.computeIfAbsent(place, none -> new ArrayList<>()).add(node);
            }
        }
        Map<Integer, Integer> counts = new HashMap<>();
        at.forEach((place, nodes) -> counts.merge(place / 10_000, nodes.size(), Integer::sum));
        var cells = new ArrayList<@Nullable Cell>();
        for (int[] row : GRID) {
            for (int province : row) {
                int count = counts.getOrDefault(province, 0);
                cells.add(regions.find(province * 10_000)
                        .map(region -> new Cell(
                                region.code(), region.name(), region.nameEn(), LETTERS.getOrDefault(province, ""), count,
                                shade(count)))
                        .orElse(null));
            }
        }
        var places = at.entrySet().stream()
                .map(entry -> new Place(
                        entry.getKey(), regions.path(entry.getKey()),
                        entry.getValue().stream()
                                .sorted(Comparator.comparing(Node::kind).thenComparing(Node::label))
                                .toList()))
                .toList();
        return new Tiles(cells, places, nowhere);
    }

    private static int shade(int count) {
        return (int) SHADES.stream().filter(from -> count >= from).count();
    }

    public int counted() {
        return places.stream().mapToInt(place -> place.nodes().size()).sum();
    }
}
