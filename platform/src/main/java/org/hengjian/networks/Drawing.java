package org.hengjian.networks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hengjian.parties.Shop;

/**
 * Where everything stands in the picture: owners at the left, shops at the right in one column, so that no name lies on
 * another however many there are, and the same network is drawn the same each time.
 */
record Drawing(int left, int width, int height, List<Spot> owners, List<Spot> shops, List<Line> lines) {

    static final int OWNERS_AT = 300;
    static final int SHOPS_AT = 520;

    private static final int ROW = 40;
    private static final int BULGE = 40;

    private static final int CHARACTER = 13; // as wide as the widest, a Chinese one
    private static final int BESIDE_OWNER = 14;
    private static final int BESIDE_SHOP = 16;
    private static final int SEALED_LENGTH = 32; // of the sentence in either language, in Chinese characters

    /** @param kind in lower case, {@code firm}; {@code shop} for a shop */
    record Spot(String kind, long id, String name, String note, int y) {

        private static final int NAME_MOST = 22;

        /** The name as far as there is room. */
        public String shown() {
            return name.codePointCount(0, name.length()) <= NAME_MOST
                    ? name
                    : name.substring(0, name.offsetByCodePoints(0, NAME_MOST - 1)) + "…";
        }

        private int length() {
            if (kind.equals("sealed")) {
                return SEALED_LENGTH;
            }
            return shown().length() + (note.isEmpty() ? 0 : note.length() + 2);
        }
    }

    /** @param d of the path */
    record Line(String d, Network.Ground ground) {}

    static Drawing of(Network network) {
        Map<String, Integer> heights = new HashMap<>();
        int rows = Math.max(network.owners().size(), network.shops().size());
        var owners = new ArrayList<Spot>();
        for (int i = 0; i < network.owners().size(); i++) {
            var owner = network.owners().get(i);
            int y = ROW * rows * (2 * i + 1) / (2 * network.owners().size());
            heights.put(owner.key(), y);
            owners.add(new Spot(owner.kind().name().toLowerCase(Locale.ROOT), owner.id(), owner.name(), "", y));
        }
        var shops = new ArrayList<Spot>();
        for (int i = 0; i < network.shops().size(); i++) {
            Shop shop = network.shops().get(i);
            int y = ROW / 2 + ROW * i;
            heights.put(Network.key(shop), y);
            shops.add(new Spot("shop", shop.id(), shop.name(), shop.platform(), y));
        }
        var lines = network.links().stream()
                .map(link -> line(link, heights.getOrDefault(link.source(), 0), heights.getOrDefault(link.target(), 0)))
                .toList();
        int left = OWNERS_AT - BESIDE_OWNER - CHARACTER * longest(owners);
        int right = SHOPS_AT + BESIDE_SHOP + CHARACTER * longest(shops);
        return new Drawing(left, right - left, ROW * rows, owners, shops, lines);
    }

    private static int longest(List<Spot> spots) {
        return spots.stream().mapToInt(Spot::length).max().orElse(0);
    }

    private static Line line(Network.Link link, int from, int to) {
        String d = link.ground() == Network.Ground.RUNS
                ? "M" + (OWNERS_AT + 8) + " " + from + "L" + (SHOPS_AT - 8) + " " + to
                : "M" + (SHOPS_AT - 8) + " " + from + "Q" + (SHOPS_AT - 8 - BULGE) + " " + (from + to) / 2 + " "
                        + (SHOPS_AT - 8) + " " + to;
        return new Line(d, link.ground());
    }
}
