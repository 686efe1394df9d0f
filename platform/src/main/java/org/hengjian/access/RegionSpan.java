package org.hengjian.access;

/**
 * All GB/T 2260 codes of a region and those below it, as one interval, both ends inclusive. The country is 100000.
 *
 * @param from the region's own code
 */
public record RegionSpan(int from, int to) {

    private static final int WHOLE = 100_000;
    private static final int LAST = 999_999;

    /** All of them. */
    public static final RegionSpan COUNTRY = new RegionSpan(WHOLE, LAST);

    public RegionSpan {
        if (from < WHOLE || to < from || to > LAST) {
            throw new IllegalArgumentException("not a span of GB/T 2260 codes: " + from + " to " + to);
        }
    }

    /** {@code 330000} spans 330000–339999, {@code 330100} spans 330100–330199, {@code 330106} itself. */
    public static RegionSpan of(int region) {
        if (region == WHOLE) {
            return COUNTRY;
        }
        if (region % 10_000 == 0) {
            return new RegionSpan(region, region + 9_999);
        }
        return new RegionSpan(region, region % 100 == 0 ? region + 99 : region);
    }

    public boolean contains(int region) {
        return from <= region && region <= to;
    }
}
