package org.hengjian.networks;

import java.time.LocalDate;
import java.util.List;
import org.hengjian.tracing.judging.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Why two things hang together.
 *
 * @param source   key of a node
 * @param target   key of a node
 * @param decision by which people joined them, null otherwise
 * @param weight   of a proposal, log2 odds; 0 otherwise
 * @param reasons  of a proposal
 */
public record Link(
        String source,
        String target,
        Ground ground,
        LocalDate day,
        @Nullable Decision decision,
        double weight,
        List<Reason> reasons) {

    /** What ties them. */
    public enum Ground {
        /** Who runs the shop, as the register of parties has it. */
        RUNS,
        /** 住所. */
        AT,
        /** 自有网址. */
        SITE,
        /** 联系方式: the offer tells it, the person has it, or the parcel was sent under it. */
        CONTACT,
        /** The lead is about what the shop offers, or about the parcel. */
        ABOUT,
        /** The case was filed from the lead. */
        FROM,
        /** The case is against the firm. */
        AGAINST,
        /** 违法行为地. */
        PLACE,
        /** 涉案物品: the goods were taken in the case. */
        TAKEN,
        /** 当事人: the goods were taken in a case against that firm or person. Whose they are is not said. */
        TAKEN_FROM,
        /** 身份证号相同: the person on record and the party of a case have one identity number. */
        IDENTITY,
        /** 寄件: the firm or the shop sent the parcel. */
        SENT,
        /** 寄件地址. */
        SENT_FROM,
        /** A person decided that the two are one. */
        SAME,
        /** The machine holds it possible that the two are one: a proposal, over which a network does not grow. */
        PROPOSED
    }

    public Link {
        reasons = List.copyOf(reasons);
    }

    static Link of(String source, String target, Ground ground, LocalDate day) {
        return new Link(source, target, ground, day, null, 0, List.of());
    }

    static Link of(Decision decision, LocalDate day) {
        return new Link(decision.source(), decision.target(), Ground.SAME, day, decision, 0, List.of());
    }

    public boolean touches(String key) {
        return source.equals(key) || target.equals(key);
    }

    public String other(String key) {
        return source.equals(key) ? target : source;
    }
}
