package org.hengjian.agencies;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The administrative regions of GB/T 2260, read once and kept: some 3,000 that change once a year. */
@Service
public class Regions {

    private static final String ALL =
            "select code, name, name_en, parent, level from agencies.region order by code";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Viewers viewers;
    private volatile @Nullable Map<Integer, Region> known;

    Regions(JdbcClient jdbc, TransactionTemplate transaction, Viewers viewers) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.viewers = viewers;
    }

    /** How high a region stands. */
    public enum Level {
        NATION,
        PROVINCE,
        CITY,
        COUNTY
    }

    /**
     * @param code   six digits; the country is 100000
     * @param parent code of the region above, null for the country
     */
    public record Region(int code, String name, String nameEn, @Nullable Integer parent, Level level) {}

    public Optional<Region> find(int code) {
        return Optional.ofNullable(all().get(code));
    }

    public List<Region> children(int code) {
        return all().values().stream()
                .filter(region -> region.parent() != null && region.parent() == code)
                .toList();
    }

    /** Full name from the province down, 浙江省杭州市西湖区; the code itself where it is unknown. */
    public String path(int code) {
        Region region = all().get(code);
        if (region == null) {
            return Integer.toString(code);
        }
        boolean top = region.parent() == null || region.level() == Level.PROVINCE;
        // 市辖区 and the like are rungs of the code, not names.
        boolean rung = region.name().equals("市辖区") || region.name().startsWith("省直辖") || region.name().equals("县")
                || region.name().startsWith("自治区直辖");
        String own = rung ? "" : region.name();
        return top ? own : path(java.util.Objects.requireNonNull(region.parent())) + own;
    }

    /**
     * The region a text names: a code, a full path, or a name that only one region has (with or without 省, 市, 区, 县).
     * The lowest region named wins: 浙江杭州西湖 is the district. Empty where it names none, or more than one equally.
     */
    public Optional<Region> named(String text) {
        String sought = text.strip();
        if (sought.matches("\\d{6}")) {
            return find(Integer.parseInt(sought));
        }
        if (sought.isEmpty()) {
            return Optional.empty();
        }
        String compact = sought.replaceAll("[\\s/·,，-]+", "");
        List<Region> exact = all().values().stream()
                .filter(region -> path(region.code()).equals(compact)
                        || region.name().equals(compact)
                        || bare(region.name()).equals(compact))
                .toList();
        if (exact.size() == 1) {
            return Optional.of(exact.getFirst());
        }
        List<Region> highest = exact.stream()
                .filter(region -> exact.stream().allMatch(other -> region.level().compareTo(other.level()) <= 0))
                .toList();
        if (highest.size() == 1) {
            return Optional.of(highest.getFirst());
        }
        List<Region> walked = all().values().stream()
                .filter(region -> region.parent() != null && walks(region, compact))
                .toList();
        return walked.size() == 1 ? Optional.of(walked.getFirst()) : Optional.empty();
    }

    void forget() {
        known = null;
    }

    /** Whether the text is this region's bare names from some ancestor down, in order and nothing else. */
    private boolean walks(Region region, String text) {
        String own = bare(region.name());
        if (!text.endsWith(region.name()) && !text.endsWith(own)) {
            return false;
        }
        String rest = text.substring(
                0, text.length() - (text.endsWith(region.name()) ? region.name() : own).length());
        for (Region above = parent(region); above != null && !rest.isEmpty(); above = parent(above)) {
            if (rest.endsWith(above.name())) {
                rest = rest.substring(0, rest.length() - above.name().length());
            } else if (rest.endsWith(bare(above.name()))) {
                rest = rest.substring(0, rest.length() - bare(above.name()).length());
            }
        }
        return rest.isEmpty() && text.length() > region.name().length();
    }

    private @Nullable Region parent(Region region) {
        return region.parent() == null ? null : all().get(region.parent());
    }

    private static String bare(String name) {
        String bare = name.replaceFirst(
                "(壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|自治州|地区|省|市|盟|区|县|旗)$", "");
        return bare.length() >= 2 ? bare : name;
    }

    private Map<Integer, Region> all() {
        var regions = known;
        if (regions == null) {
            regions = viewers.as(Viewer.machine(), () -> transaction.execute(
                            _ -> jdbc.sql(ALL).query(Region.class).list()))
                    .stream()
                    .collect(Collectors.toMap(
                            Region::code, region -> region, (a, _) -> a, java.util.LinkedHashMap::new));
            known = regions;
        }
        return regions;
    }
}
