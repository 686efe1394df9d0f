package org.hengjian.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hengjian.screening.PriceBand;
import org.jspecify.annotations.Nullable;

/**
 * A row of the register (权利登记): what is protected, for whom, since when.
 *
 * @param reference stays whatever is corrected later: {@code trademark:90000001}, {@code ship:adidas}
 * @param version   counted from 1
 */
public record Registration(
        long id, String reference, Facts facts, int version, Instant changedAt, String changedBy) {

    /** Where the right stands (权利状态). */
    public enum Status {
        /** 有效. */
        REGISTERED,
        /** 申请中. */
        APPLIED,
        /** 期满. */
        EXPIRED,
        /** 撤销. */
        REVOKED,
        /** 宣告无效. */
        INVALIDATED,
        /** A known name whose registration has not been looked up: screened, but to be checked before a case. */
        UNVERIFIED
    }

    /**
     * What a version says.
     *
     * @param number       registration number, empty where it has not been looked up
     * @param name         Chinese name, or the Latin one where there is no other
     * @param nicknames    what the trade calls it
     * @param models       product lines and models: beside a claim they tell whose goods are meant
     * @param classes      Nice classes, 1 to 45; empty where unknown
     * @param holderCode   unified social credit code of the holder, empty where unknown
     * @param holderAgency id of the holder's own unit here, null where it has none
     * @param validTo      last day, null where unknown or unlimited
     * @param generic      the name is an ordinary word as well
     * @param source       where the facts come from
     */
    public record Facts(
            Kind kind,
            String number,
            String name,
            List<String> latin,
            List<String> aliases,
            List<String> nicknames,
            List<String> models,
            SortedSet<Integer> classes,
            String goods,
            String holder,
            String holderCode,
            @Nullable Long holderAgency,
            String agent,
            Status status,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            String category,
            boolean generic,
            List<PriceBand> prices,
            String source) {

        private static final int NICE_CLASSES = 45;

        /** @throws IllegalArgumentException if it has no name, a class is none, or it ends before it begins */
        public Facts {
            latin = List.copyOf(latin);
            aliases = List.copyOf(aliases);
            nicknames = List.copyOf(nicknames);
            models = List.copyOf(models);
            classes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(classes));
            prices = List.copyOf(prices);
            if (name.isBlank() && latin.isEmpty()) {
                throw new IllegalArgumentException("a right needs a name: " + number);
            }
            if (!classes.isEmpty() && (classes.first() < 1 || classes.last() > NICE_CLASSES)) {
                throw new IllegalArgumentException("not a Nice class: " + classes);
            }
            if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
                throw new IllegalArgumentException("ends before it begins: " + validFrom + " to " + validTo);
            }
            if (number.isBlank() && status != Status.UNVERIFIED) {
                throw new IllegalArgumentException("a registration needs its number: " + name);
            }
        }

        /** The name shown to people. */
        public String shown() {
            return name.isBlank() ? latin.getFirst() : name;
        }

        /** Whether goods are protected by it on that day; what has not been looked up is taken to be. */
        public boolean inForce(LocalDate day) {
            return (status == Status.REGISTERED || status == Status.UNVERIFIED)
                    && (validFrom == null || !day.isBefore(validFrom))
                    && (validTo == null || !day.isAfter(validTo));
        }
    }

    public boolean inForce(LocalDate day) {
        return facts.inForce(day);
    }
}
