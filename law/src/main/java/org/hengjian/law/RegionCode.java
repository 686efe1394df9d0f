package org.hengjian.law;

import java.util.Optional;

/**
 * Code of an administrative division (行政区划代码), six digits (GB/T 2260): two of the province, two of the city, two of
 * the county. Knows form and parents; knows nothing of names, nor whether the division exists on a given day.
 */
public record RegionCode(String text) implements Comparable<RegionCode> {

    /** The whole country (全国), above every province. */
    public static final RegionCode NATION = new RegionCode("000000");

    /** The level of a division (层级). */
    public enum Level {
        NATION,
        PROVINCE,
        CITY,
        COUNTY
    }

    /** @throws IllegalArgumentException if {@code text} is not six digits, or a lower part stands under an empty upper one */
    public RegionCode {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a region code of six digits: " + text);
        }
    }

    public static RegionCode of(String text) {
        return new RegionCode(text);
    }

    public static boolean isValid(String text) {
        if (text.length() != 6 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        boolean province = !text.startsWith("00");
        boolean city = !text.startsWith("00", 2);
        boolean county = !text.startsWith("00", 4);
        return (province || !city) && (city || !county);
    }

    public Level level() {
        if (!text.endsWith("00")) {
            return Level.COUNTY;
        }
        if (!text.endsWith("0000")) {
            return Level.CITY;
        }
        return text.equals(NATION.text) ? Level.NATION : Level.PROVINCE;
    }

    public RegionCode province() {
        return new RegionCode(text.substring(0, 2) + "0000");
    }

    /** The city of a county or city; a province stays a province. */
    public RegionCode city() {
        return new RegionCode(text.substring(0, 4) + "00");
    }

    /** The next division above; none above the country. */
    public Optional<RegionCode> parent() {
        return switch (level()) {
            case NATION -> Optional.empty();
            case PROVINCE -> Optional.of(NATION);
            case CITY -> Optional.of(province());
            case COUNTY -> Optional.of(city());
        };
    }

    /** Whether {@code other} is this division or lies in it. */
    public boolean contains(RegionCode other) {
        return switch (level()) {
            case NATION -> true;
            case PROVINCE -> other.province().equals(this);
            case CITY -> other.level() != Level.PROVINCE && other.city().equals(this);
            case COUNTY -> other.equals(this);
        };
    }

    /** The smallest division that contains both (共同的上一级 when the two differ). */
    public RegionCode common(RegionCode other) {
        RegionCode candidate = this;
        while (!candidate.contains(other)) {
            candidate = candidate.parent().orElse(NATION);
        }
        return candidate;
    }

    @Override
    public int compareTo(RegionCode other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
