package org.hengjian.cases;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Set;
import org.hengjian.access.Parts;
import org.hengjian.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which way the list takes to words, for each part of what a viewer sees: through the index of words, of whose finds the
 * first are taken, or through the list itself, where the next case with the words is so much farther the fewer have them.
 * Whichever is expected to read fewer cases, as the last ANALYZE saw words and places.
 */
final class WordsInCases {

    private static final String EXPECTED =
            """
            select place, share, cases,
                   case when place like 'region:%' then (select count(*) from cases.regions(:spanFrom, :spanTo)) else 1 end as runs
              from cases.expected(:words, :places)
            """;

    private final JdbcClient jdbc;

    WordsInCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param share of all cases that has the words; 1 where nothing can be looked up
     * @param cases in the place; 0 where so few that they are not counted
     * @param runs  each read in the list's order until a page is full
     */
    private record Expected(String place, double share, double cases, int runs) {

        private boolean isLookedUp(int most) {
            return share < 1 && (share == 0 || share * cases <= Math.min(cases, runs * (most / share)));
        }
    }

    /** Parts whose cases with the words are looked up, for a page of so many. */
    Set<Parts.Part> lookedUp(String words, Parts parts, Viewer viewer, int most) {
        var places = new LinkedHashMap<String, Parts.Part>();
        for (var part : parts.all()) {
            if (part != Parts.Part.TOLD) {
                places.put(place(part, viewer), part);
            }
        }
        var lookedUp = EnumSet.noneOf(Parts.Part.class);
        jdbc.sql(EXPECTED)
                .params(parts.values())
                .param("words", words)
                .param("places", places.keySet().toArray(String[]::new))
                .query(Expected.class)
                .stream()
                .filter(expected -> expected.isLookedUp(most))
                .forEach(expected -> lookedUp.add(places.get(expected.place())));
        return lookedUp;
    }

    /** As the terms of {@code cases.case_words} say where a case is. */
    static String place(Parts.Part part, Viewer viewer) {
        return switch (part) {
            case ALL, TOLD -> "";
            case AGENCY -> "agency:" + viewer.agency();
            case REGIONS -> {
                int region = viewer.region();
                yield "region:" + (region % 10_000 == 0 ? region / 10_000 : region % 100 == 0 ? region / 100 : region);
            }
        };
    }
}
