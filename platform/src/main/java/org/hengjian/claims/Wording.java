package org.hengjian.claims;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hengjian.screening.Claim;
import org.hengjian.screening.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Words as people keep them (自定用语).
 *
 * @param trial   what this version would have changed; null until it was tried
 * @param replaces id of the wording whose place it takes; null for none
 * @param decided who published or withdrew it last; null for a draft
 */
record Wording(
        long id,
        State state,
        Content content,
        @Nullable Long replaces,
        int version,
        long writerId,
        String writer,
        Instant writtenAt,
        @Nullable Trial trial,
        @Nullable Instant triedAt,
        @Nullable Decided decided) {

    enum State {
        /** 草稿. */
        DRAFT,
        /** 已发布. */
        PUBLISHED,
        /** 已停用. */
        WITHDRAWN
    }

    record Decided(String by, Instant at, String why) {}

    /**
     * What it says.
     *
     * @param switchesOff whether it only says that the shipped words count no more
     * @param topic       such as {@code fakery} or {@code mask}
     * @param toDay       last day; null while it counts
     */
    record Content(
            String words,
            String language,
            boolean switchesOff,
            Kind kind,
            double weight,
            String topic,
            List<String> unless,
            LocalDate fromDay,
            @Nullable LocalDate toDay,
            String source,
            String note) {

        Content {
            unless = List.copyOf(unless);
        }

        boolean countsOn(LocalDate day) {
            return !day.isBefore(fromDay) && (toDay == null || !day.isAfter(toDay));
        }

        Claim claim() {
            return new Claim(words, kind, weight, language, topic, unless, fromDay, source);
        }
    }
}
