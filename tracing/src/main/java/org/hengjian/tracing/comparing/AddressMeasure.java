package org.hengjian.tracing.comparing;

import java.util.ArrayList;
import java.util.List;
import org.hengjian.tracing.values.Address;
import org.hengjian.tracing.values.Readings;
import org.hengjian.tracing.values.Regions;

/**
 * Addresses from large to small. Levels: same door; same building; same site (road with number, or named place); site
 * written a little differently; same county or city only; elsewhere.
 */
public final class AddressMeasure implements Measure<AddressMeasure.Place> {

    /** An address with its site as heard, and the code of its city, empty if no region is named. */
    public record Place(Address address, String heard, String city) {}

    @Override
    public Place read(String canonical) {
        Address address = Address.decode(canonical);
        String region = address.region();
        return new Place(address, Readings.of(address.site()), region.isEmpty() ? "" : Regions.city(region));
    }

    @Override
    public List<String> levels() {
        return List.of("different", "city", "alike", "site", "building", "same");
    }

    @Override
    public double[] start() {
        return new double[] {0.15, 0.12, 0.1, 0.13, 0.15, 0.35};
    }

    @Override
    public int level(Place source, Place target) {
        Address a = source.address;
        Address b = target.address;
        if (elsewhere(a.region(), b.region())) {
            return 0;
        }
        boolean sited = !a.site().isEmpty() && !b.site().isEmpty();
        boolean sameSite = sited && (a.site().equals(b.site()) || source.heard.equals(target.heard));
        if (sameSite && !against(a.town(), b.town())) {
            if (against(a.building(), b.building())) {
                return 3;
            }
            boolean sameDoor = a.room().equals(b.room()) && a.building().equals(b.building());
            if (sameDoor && (!a.room().isEmpty() || a.rest().equals(b.rest()))) {
                return 5;
            }
            boolean sameBuilding = !a.building().isEmpty() && a.building().equals(b.building());
            return sameBuilding || !against(a.room(), b.room()) ? 4 : 3;
        }
        if (sited && alike(source.heard, target.heard)) {
            return 2;
        }
        boolean known = !a.region().isEmpty() && !b.region().isEmpty();
        return known ? 1 : 0;
    }

    private static boolean alike(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        if (shorter < 5) {
            return false;
        }
        return (a.contains(b) || b.contains(a) || Edits.dice(a, b) >= 0.75) && digits(a).equals(digits(b))
                || shorter >= 8 && Edits.between(a, b, 1) <= 1;
    }

    private static String digits(String text) {
        var digits = new StringBuilder();
        text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    private static boolean against(String a, String b) {
        return !a.isEmpty() && !b.isEmpty() && !a.equals(b);
    }

    private static boolean elsewhere(String a, String b) {
        return !a.isEmpty()
                && !b.isEmpty()
                && !Regions.contains(a, b)
                && !Regions.contains(b, a)
                && !Regions.sameCity(a, b);
    }

    @Override
    public String term(Place value, int level) {
        if (level == 1) {
            return value.city;
        }
        String wider = widerTerm(value, level);
        return wider.isEmpty() || value.city.isEmpty() ? wider : wider + "@" + value.city;
    }

    @Override
    public String widerTerm(Place value, int level) {
        Address address = value.address;
        return switch (level) {
            case 5 -> value.heard.isEmpty() ? "" : value.heard + "/" + address.building() + "/" + address.room();
            case 4 -> value.heard + (address.building().isEmpty() ? "" : "/" + address.building());
            case 3 -> value.heard;
            default -> "";
        };
    }

    @Override
    public double strangers() {
        return 0.5;
    }

    @Override
    public List<String> keys(Place value) {
        var keys = new ArrayList<String>();
        if (value.heard.length() >= 4) {
            keys.add(value.heard + value.city);
            if (!value.address.building().isEmpty() || !value.address.room().isEmpty()) {
                keys.add(value.heard + "/" + value.address.building() + "/" + value.address.room());
            }
        }
        return keys;
    }
}
