package org.hengjian.networks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where everything stands in the picture: kinds in columns from who, over where, to what was done, so that no name lies on
 * another however many there are, and the same network is drawn the same each time.
 */
record Drawing(int width, int height, List<Head> heads, List<Spot> spots, List<Line> lines) {

    private static final int TOP = 44;
    private static final int ROW = 34;
    private static final int EDGE = 16;
    private static final int GAP = 110; // between a name's end and the next column, for the ties
    private static final int BESIDE = 14; // from a mark to its name
    private static final int CHARACTER = 13; // as wide as the widest, a Chinese one
    private static final int NAME_MOST = 16;
    static final int BULGE = 46;
    private static final int SWEEPS = 6;

    /** @param column {@code who}, {@code shop}, {@code where}, {@code parcel}, {@code lead}, {@code case}, {@code goods}, {@code sealed} */
    record Head(String column, int x) {}

    /** @param kind of the node in upper case, {@code SEALED} for what another agency keeps */
    record Spot(String key, String kind, String name, String shown, int x, int y, boolean start, boolean more) {

        int end() {
            return x + BESIDE + width(shown) + (more ? 2 * CHARACTER : 0);
        }

        public int textX() {
            return x + BESIDE;
        }

        /** Where the sign stands behind which there is more. */
        public int moreX() {
            return x + BESIDE + width(shown) + 6;
        }
    }

    /**
     * @param d      of the path
     * @param ground why, {@code SEALED} for what another agency keeps
     * @param onWay  on the way between two that was asked for
     */
    record Line(String d, int fromX, int fromY, int toX, int toY, boolean curved, String ground, boolean onWay) {}

    private static int column(Node.Kind kind) {
        return switch (kind) {
            case PERSON, FIRM -> 0;
            case SHOP -> 1;
            case SITE, PHONE, ACCOUNT, ADDRESS -> 2;
            case PARCEL -> 3;
            case LEAD -> 4;
            case CASE -> 5;
            case GOODS -> 6;
        };
    }

    private static final List<String> COLUMNS = List.of("who", "shop", "where", "parcel", "lead", "case", "goods", "sealed");

    static Drawing of(Network network, List<Link> way) {
        Map<Integer, List<Node>> columns = new TreeMap<>();
        for (Node node : network.nodes()) {
            columns.computeIfAbsent(column(node.kind()), none -> new ArrayList<>()).add(node);
        }
        order(columns, network);
        int rows = Math.max(
                network.sealed().size(), columns.values().stream().mapToInt(List::size).max().orElse(1));
        int height = TOP + ROW * Math.max(rows, 1) + EDGE;
        var heads = new ArrayList<Head>();
        Map<String, Spot> spots = new HashMap<>();
        var all = new ArrayList<Spot>();
        int x = EDGE + BULGE / 2 + 8; // ties within the first column bulge to its left
        for (var column : columns.entrySet()) {
            heads.add(new Head(COLUMNS.get(column.getKey()), x));
            List<Node> nodes = column.getValue();
            int end = x + 6 * CHARACTER;
            for (int i = 0; i < nodes.size(); i++) {
                Node node = nodes.get(i);
                var spot = new Spot(
                        node.key(), node.kind().name(), node.label(), cut(node.label()), x,
                        place(i, nodes.size(), height), node.key().equals(network.start().key()),
                        network.more().contains(node.key()));
                spots.put(node.key(), spot);
                all.add(spot);
                end = Math.max(end, spot.end());
            }
            x = end + GAP;
        }
        var lines = new ArrayList<Line>();
        Set<String> onWay = new HashSet<>();
        way.forEach(link -> onWay.add(link.source() + " " + link.target()));
        for (Link link : network.links()) {
            Spot from = spots.get(link.source());
            Spot to = spots.get(link.target());
            if (from != null && to != null) {
                lines.add(line(
                        from, to, link.ground().name(), onWay.contains(link.source() + " " + link.target())));
            }
        }
        if (!network.sealed().isEmpty()) {
            heads.add(new Head(COLUMNS.getLast(), x));
            int end = x + 6 * CHARACTER;
            record At(Spot spot, String agency) {}
            var sealed = new ArrayList<At>();
            for (Network.Sealed one : network.sealed()) {
                Spot spot = spots.get(one.node());
                if (spot != null) {
                    sealed.add(new At(spot, one.agencyName()));
                }
            }
            sealed.sort(Comparator.comparingInt(at -> at.spot.y));
            for (int i = 0; i < sealed.size(); i++) {
                String agency = sealed.get(i).agency;
                var spot = new Spot("", "SEALED", agency, cut(agency), x, place(i, sealed.size(), height), false, false);
                all.add(spot);
                end = Math.max(end, spot.end());
                lines.add(line(sealed.get(i).spot, spot, "SEALED", false));
            }
            x = end + GAP;
        }
        return new Drawing(x - GAP + EDGE, height, heads, all, lines);
    }

    /** Each to the height of those it hangs together with, so that fewer lines cross. */
    private static void order(Map<Integer, List<Node>> columns, Network network) {
        Map<String, Double> heights = new HashMap<>();
        Map<String, List<String>> beside = new HashMap<>();
        network.links().forEach(link -> {
            beside.computeIfAbsent(link.source(), none -> new ArrayList<>()).add(link.target());
            beside.computeIfAbsent(link.target(), none -> new ArrayList<>()).add(link.source());
        });
        columns.values().forEach(column -> number(column, heights));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (List<Node> column : columns.values()) {
                Map<String, Double> wanted = new HashMap<>();
                for (Node node : column) {
                    double own = heights.getOrDefault(node.key(), 0.0);
                    wanted.put(node.key(), beside.getOrDefault(node.key(), List.of()).stream()
                            .mapToDouble(other -> heights.getOrDefault(other, own))
                            .average()
                            .orElse(own));
                }
                column.sort(Comparator.<Node>comparingDouble(node -> wanted.getOrDefault(node.key(), 0.0))
                        .thenComparing(node -> node.key()));
                number(column, heights);
            }
        }
    }

    private static void number(List<Node> column, Map<String, Double> heights) {
        for (int i = 0; i < column.size(); i++) {
            heights.put(column.get(i).key(), (i + 0.5) / column.size());
        }
    }

    private static int place(int index, int count, int height) {
        return TOP + (height - TOP - EDGE) * (2 * index + 1) / (2 * count);
    }

    private static Line line(Spot one, Spot other, String ground, boolean onWay) {
        Spot from = one.x <= other.x ? one : other;
        Spot to = from == one ? other : one;
        if (from.x == to.x) {
            int x = from.x - 7;
            int middle = (from.y + to.y) / 2;
            return new Line(
                    "M%d %dQ%d %d %d %d".formatted(x, from.y, x - BULGE, middle, x, to.y), x, from.y, x, to.y, true, ground,
                    onWay);
        }
        int x = from.end() + 4;
        return new Line(
                "M%d %dL%d %d".formatted(x, from.y, to.x - 9, to.y), x, from.y, to.x - 9, to.y, false, ground, onWay);
    }

    private static int width(String text) {
        return text.codePoints().map(c -> c < 0x2e80 ? 8 : CHARACTER).sum();
    }

    private static String cut(String name) {
        int wide = name.codePoints().map(c -> c < 0x2e80 ? 1 : 2).sum();
        if (wide <= 2 * NAME_MOST) {
            return name;
        }
        var cut = new StringBuilder();
        int used = 0;
        for (int c : name.codePoints().toArray()) {
            used += c < 0x2e80 ? 1 : 2;
            if (used > 2 * NAME_MOST - 2) {
                break;
            }
            cut.appendCodePoint(c);
        }
        return cut.append('…').toString();
    }
}
