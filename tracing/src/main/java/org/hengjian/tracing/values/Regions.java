package org.hengjian.tracing.values;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Provinces, cities and counties (行政区划, GB/T 2260) by their names, full or short, Chinese or in pinyin. */
public final class Regions {

    /** Longest first, so that 自治区 is not taken for 区. */
    private static final List<String> SUFFIXES = List.of(
            "特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "自治州", "自治县", "自治旗", "林区", "新区", "地区", "省",
            "市", "盟", "县", "旗", "区");

    /** By the first two characters of names the length of the longest: most places in a text begin none. */
    private static final Map<Integer, Integer> LONGEST = new HashMap<>();

    private static final Map<String, List<String>> CODES = new HashMap<>();
    private static final Map<String, String> READINGS = new HashMap<>();

    static {
        for (String line : Resource.lines("regions.txt")) {
            String code = line.substring(0, 6);
            String name = line.substring(7);
            add(name, code);
            String bare = withoutSuffix(name);
            if (bare.length() >= 2 && !bare.equals(name)) {
                add(bare, code);
                if (code.endsWith("00")) {
                    READINGS.putIfAbsent(Readings.of(bare), code);
                }
            }
        }
    }

    private Regions() {}

    /** A region named at {@code from}: where its name ends, and the codes that the name may mean. */
    public record Named(int end, List<String> codes, boolean full) {
        /** The one that lies in {@code parent}, else the highest in rank. */
        public String within(String parent) {
            for (int i = 0; i < codes.size() && !parent.isEmpty(); i++) {
                if (contains(parent, codes.get(i))) {
                    return codes.get(i);
                }
            }
            return codes.get(0);
        }
    }

    /** The longest region name that begins at {@code from} of the folded text. */
    public static Optional<Named> at(String folded, int from) {
        if (from + 2 > folded.length()) {
            return Optional.empty();
        }
        int longest = LONGEST.getOrDefault(beginning(folded, from), 0);
        for (int end = Math.min(folded.length(), from + longest); end >= from + 2; end--) {
            String name = folded.substring(from, end);
            List<String> codes = CODES.get(name);
            if (codes != null) {
                return Optional.of(new Named(end, codes, !withoutSuffix(name).equals(name)));
            }
        }
        return Optional.empty();
    }

    /** A province or city by its name in pinyin, such as {@code hangzhou}. */
    public static Optional<String> read(String word) {
        return Optional.ofNullable(READINGS.get(word));
    }

    public static String province(String code) {
        return code.substring(0, 2) + "0000";
    }

    /** The prefecture; for the four cities under the central government, the city itself. */
    public static String city(String code) {
        return isCentral(code) ? code.substring(0, 2) + "0000" : code.substring(0, 4) + "00";
    }

    /** True if both lie in one {@link #city}. */
    public static boolean sameCity(String a, String b) {
        return a.regionMatches(0, b, 0, 2) && (isCentral(a) || a.regionMatches(2, b, 2, 2));
    }

    private static boolean isCentral(String code) {
        char first = code.charAt(0);
        char second = code.charAt(1);
        return first == '1' && (second == '1' || second == '2') || first == '3' && second == '1' || first == '5' && second == '0';
    }

    /** True if {@code inner} is {@code outer} or lies in it. */
    public static boolean contains(String outer, String inner) {
        int rank = outer.endsWith("0000") ? 2 : outer.endsWith("00") ? 4 : 6;
        return inner.regionMatches(0, outer, 0, rank);
    }

    static String withoutSuffix(String name) {
        for (String suffix : SUFFIXES) {
            if (name.length() >= suffix.length() + 2 && name.endsWith(suffix)) {
                return name.substring(0, name.length() - suffix.length());
            }
        }
        return name;
    }

    private static void add(String name, String code) {
        CODES.computeIfAbsent(name, none -> new ArrayList<>()).add(code);
        LONGEST.merge(beginning(name, 0), name.length(), Math::max);
    }

    private static int beginning(String text, int from) {
        return text.charAt(from) << 16 | text.charAt(from + 1);
    }
}
