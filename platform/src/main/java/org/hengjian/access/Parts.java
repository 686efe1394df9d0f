package org.hengjian.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The parts of a protected table in which all lies that a viewer sees. Row-level security asks its question of each row, in
 * whatever order the rows are read: a list of the newest, for somebody who sees a thousandth of them, would read all. A
 * query that names the parts reads each from an index and no further than a page; the policies still judge what is found,
 * so that a part too many shows nothing and a part too few hides something: the tests compare both ways of asking.
 */
public final class Parts {

    private final Viewer viewer;
    private final List<Part> parts;

    private Parts(Viewer viewer, List<Part> parts) {
        this.viewer = viewer;
        this.parts = parts;
    }

    /** One of them. */
    public enum Part {
        /** The whole table: whoever sees the country sees most of it. */
        ALL,
        /** The viewer's own agency's rows. */
        AGENCY,
        /** Those of the region that the viewer's agency stands for, and of those below it. */
        REGIONS,
        /** Those that their agency let the viewer's agency read. */
        TOLD
    }

    /**
     * A protected table.
     *
     * @param from    its name and alias
     * @param alias   of the table whose columns say whose a row is
     * @param keys    the id and the columns of every order
     * @param told    condition of {@link Part#TOLD}: ids gathered before the rows are read, as {@code id = any (array(…))}, so
     *                that the planner does not think of reading the rows for something else first
     * @param regions a function's call that gives the regions in use between {@code :spanFrom} and {@code :spanTo}
     */
    public record Source(String from, String alias, String keys, String told, String regions) {}

    /** The same as the policy that {@code access.protect} puts on a table. */
    public static Parts of(Viewer viewer) {
        return new Parts(viewer, switch (viewer.scope()) {
            case MACHINE -> List.of(Part.ALL);
            case OWN -> List.of(Part.AGENCY, Part.TOLD);
            case LINE, ACROSS -> viewer.span().equals(RegionSpan.COUNTRY)
                    ? List.of(Part.ALL)
                    : List.of(Part.AGENCY, Part.REGIONS, Part.TOLD);
        });
    }

    /**
     * That a column is one of a type's names, said as a constant: a plan made for every name passes over the indexes of those
     * that few rows have. None of the names: no row.
     */
    public static <E extends Enum<E>> String is(String column, Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .filter(name::equals)
                .findFirst()
                .map(known -> column + " = '" + known + "'")
                .orElse("false");
    }

    /** Those that the viewer has. */
    public List<Part> all() {
        return parts;
    }

    /** Whether all of the table is meant. */
    public boolean isAll() {
        return parts.equals(List.of(Part.ALL));
    }

    /** The keys of the first rows in an order, each part read in that order. */
    public String first(Source source, String where, String order) {
        return first(source, _ -> where, order, _ -> false);
    }

    /**
     * @param where conditions by part
     * @param few   whether they leave so few rows of a part that its regions need no order of their own
     */
    public String first(Source source, Function<Part, String> where, String order, Predicate<Part> few) {
        return "select id from ("
                + parts.stream()
                        .map(part -> one(source, part, where.apply(part), order, few.test(part)))
                        .collect(Collectors.joining("\nunion\n"))
                + ") as parts order by " + order + " limit :most";
    }

    private String one(Source source, Part part, String where, String order, boolean few) {
        var conditions = new ArrayList<String>();
        boolean leaps = part == Part.REGIONS && !few && viewer.span().from() < viewer.span().to();
        switch (part) {
            case ALL -> {}
            case AGENCY -> conditions.add(source.alias() + ".agency_id = :viewersAgency");
            case REGIONS -> conditions.add(
                    leaps
                            ? source.alias() + ".region = span.region"
                            : viewer.span().from() == viewer.span().to()
                                    ? source.alias() + ".region = :spanFrom"
                                    : source.alias() + ".region between :spanFrom and :spanTo");
            case TOLD -> conditions.add(source.told());
        }
        conditions.add(where);
        String page = "(select " + source.keys() + " from " + source.from() + " where " + String.join(" and ", conditions)
                + " order by " + order + " limit :most)";
        return leaps
                ? "(select page.* from " + source.regions() + " as span (region) cross join lateral " + page + " as page)"
                : page;
    }

    /** What the statements ask for by name. */
    public Map<String, Object> values() {
        return Map.of(
                "viewersAgency", viewer.agency(), "spanFrom", viewer.span().from(), "spanTo", viewer.span().to());
    }
}
