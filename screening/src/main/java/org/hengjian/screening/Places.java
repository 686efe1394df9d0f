package org.hengjian.screening;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Provinces, their prefectures and counties as people write them (产地地名), from {@code places.txt}. */
final class Places {

    private static final int LONGEST = 4;

    /** One place and the places that it lies in, empty where it is itself that place. */
    record Place(String name, String prefecture, String province) {

        /** Whether one of the two lies in the other, or they are the same. */
        boolean overlaps(Place other) {
            return name.equals(other.name)
                    || province.equals(other.province)
                            && (isIn(other) || other.isIn(this));
        }

        private boolean isIn(Place other) {
            return other.name.equals(other.province) || other.name.equals(prefecture) && !other.name.isEmpty();
        }
    }

    private static final Map<String, Place> ALL = read();

    private Places() {}

    /** The longest place whose name begins there, null if none does. */
    static @Nullable Place at(String text, int from) {
        for (int to = Math.min(text.length(), from + LONGEST); to >= from + 2; to--) {
            Place place = ALL.get(text.substring(from, to));
            if (place != null) {
                return place;
            }
        }
        return null;
    }

    private static Map<String, Place> read() {
        var all = new HashMap<String, Place>();
        ShippedLines.of("places.txt").forEach(line -> province(line, all));
        return Map.copyOf(all);
    }

    private static void province(String line, Map<String, Place> all) {
        int colon = line.indexOf(':');
        String province = line.substring(0, colon);
        for (String part : line.substring(colon + 1).strip().split(" ")) {
            if (part.isEmpty()) {
                continue;
            }
            int open = part.indexOf('(');
            String prefecture = part.substring(0, open);
            if (!prefecture.isEmpty()) {
                all.put(prefecture, new Place(prefecture, prefecture, province));
            }
            for (String county : part.substring(open + 1, part.length() - 1).split(",")) {
                if (!county.isEmpty()) {
                    all.putIfAbsent(county, new Place(county, prefecture, province));
                }
            }
        }
        // Last, so that 吉林 is the province.
        all.put(province, new Place(province, "", province));
    }
}
