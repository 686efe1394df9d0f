package org.hengjian.leads;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hengjian.agencies.Agencies;
import org.jspecify.annotations.Nullable;

/**
 * A suspicion about one offer (线索), or a listing that was screened and not suspected.
 *
 * @param number      {@code X-2026-000123}; {@code S-…} when not suspected
 * @param clockFrom   the day that starts the clock: received, or transferred to this agency
 * @param due         last day to verify; null where no clock runs, or the law gives no figure
 * @param extensions  how many lawful extensions were approved
 * @param assignee    who works on it, whatever its stage
 * @param version     for the optimistic lock
 * @param agency      whose it is now
 */
public record Lead(
        long id,
        String number,
        Stage stage,
        Explanation explanation,
        Claimed right,
        Goods goods,
        Subject subject,
        Origin origin,
        Routed routed,
        LocalDate receivedOn,
        Instant receivedAt,
        LocalDate clockFrom,
        @Nullable LocalDate due,
        int extensions,
        @Nullable Long assignee,
        String assigneeName,
        int version,
        String changedBy,
        Instant changedAt,
        long agency,
        String line,
        int region,
        List<Long> sharedWith) {

    public Lead {
        sharedWith = List.copyOf(sharedWith);
    }

    /**
     * The right that seems to be infringed.
     *
     * @param id   as screening and the register know it; empty when none is named
     * @param kind {@code trademark}, {@code copyright}…; empty when none
     */
    public record Claimed(String id, String name, String holder, String kind) {

        public static final Claimed NONE = new Claimed("", "", "", "");

        public boolean isNamed() {
            return !id.isEmpty();
        }
    }

    /** What is offered. @param priceFen hundredths of the currency's unit; null when unknown */
    public record Goods(
            String title, String description, String category, @Nullable Long priceFen, String currency, String url) {}

    /** Who offers it. @param region GB/T 2260 code of the seller's place; null when unknown */
    public record Subject(String seller, String creditCode, String platform, @Nullable Integer region) {}

    /** The record it came from; all null for one written down by hand. */
    public record Origin(
            @Nullable Long listing, @Nullable Long batch, @Nullable Long row, String externalId) {}

    /** Why this agency: the rule for the line, and whose place counted. */
    public record Routed(String rule, Basis basis) {}

    /** Whose place decides the region. */
    public enum Basis {
        /** 卖家所在地. */
        SELLER,
        /** 平台经营者住所地. */
        PLATFORM,
        /** 接收机关所在地. */
        RECEIVER,
        /** 移交. */
        TRANSFER
    }

    /** The same at another stage. */
    Lead at(Stage next) {
        return new Lead(
                id, number, next, explanation, right, goods, subject, origin, routed, receivedOn,
                receivedAt, clockFrom, due, extensions, assignee, assigneeName, version, changedBy,
                changedAt, agency, line, region, sharedWith);
    }

    /** The same in someone's hands. */
    Lead workedBy(long person, String name, Stage next) {
        return new Lead(
                id, number, next, explanation, right, goods, subject, origin, routed, receivedOn,
                receivedAt, clockFrom, due, extensions, person, name, version, changedBy, changedAt,
                agency, line, region, sharedWith);
    }

    /** The same in nobody's hands. */
    Lead heldByNobody(Stage next) {
        return new Lead(
                id, number, next, explanation, right, goods, subject, origin, routed, receivedOn,
                receivedAt, clockFrom, due, extensions, null, "", version, changedBy, changedAt,
                agency, line, region, sharedWith);
    }

    /** The same with another clock. */
    Lead until(LocalDate from, @Nullable LocalDate last, int times) {
        return new Lead(
                id, number, stage, explanation, right, goods, subject, origin, routed, receivedOn,
                receivedAt, from, last, times, assignee, assigneeName, version, changedBy,
                changedAt, agency, line, region, sharedWith);
    }

    /** The same, seen by these agencies besides its own. */
    Lead sharedWith(List<Long> others) {
        return new Lead(
                id, number, stage, explanation, right, goods, subject, origin, routed, receivedOn,
                receivedAt, clockFrom, due, extensions, assignee, assigneeName, version, changedBy,
                changedAt, agency, line, region, others);
    }

    /** The same as another agency's row; those who had it go on seeing it. */
    Lead movedTo(Agencies.Agency other, List<Long> sharing) {
        return new Lead(
                id, number, stage, explanation, right, goods, subject, origin, new
                Routed(routed.rule(), Basis.TRANSFER), receivedOn, receivedAt, clockFrom, due,
                extensions, null, "", version, changedBy, changedAt, other.id(), other.line(),
                other.region(), sharing);
    }

    public boolean isSuspected() {
        return !(stage instanceof Stage.Cleared);
    }

    /** Score with two decimals, 0.97. */
    public double score() {
        return explanation.score();
    }
}
