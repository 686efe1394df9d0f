package org.hengjian.leads;

import java.util.Optional;
import org.hengjian.agencies.Regions;
import org.jspecify.annotations.Nullable;

/** The filters of a list of leads as they stand in an address. */
record Asked(
        @Nullable String scope,
        @Nullable String state,
        @Nullable String kind,
        @Nullable String right,
        @Nullable String platform,
        @Nullable String region,
        @Nullable String score,
        @Nullable String q,
        @Nullable String due,
        @Nullable String mine,
        @Nullable String cleared,
        @Nullable String batch,
        @Nullable String sort) {

    Filter filter(Regions regions) {
        String from = text(score);
        return new Filter(
                Filter.word(Filter.Scope.class, text(scope)),
                Filter.word(Filter.State.class, text(state)),
                Filter.kind(text(kind)),
                text(right),
                text(platform),
                Optional.of(text(region))
                        .filter(name -> !name.isEmpty())
                        .flatMap(regions::named)
                        .map(Regions.Region::code)
                        .orElse(null),
                from.matches("\\d{1,3}") ? Math.min(100, Integer.parseInt(from)) : 0,
                cut(text(q), Filter.TEXT_CHARS_MAX),
                Filter.word(Filter.When.class, text(due)),
                "1".equals(mine),
                "1".equals(cleared),
                text(batch).matches("\\d{1,18}") ? Long.valueOf(text(batch)) : null,
                Filter.word(Filter.Sort.class, text(sort)));
    }

    /** The same without one of them. */
    Asked without(String parameter) {
        return new Asked(
                scope,
                parameter.equals("state") ? "all" : state,
                parameter.equals("kind") ? null : kind,
                parameter.equals("right") ? null : right,
                parameter.equals("platform") ? null : platform,
                parameter.equals("region") ? null : region,
                parameter.equals("score") ? null : score,
                parameter.equals("q") ? null : q,
                parameter.equals("due") ? null : due,
                parameter.equals("mine") ? null : mine,
                cleared,
                parameter.equals("batch") ? null : batch,
                sort);
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
