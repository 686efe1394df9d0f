package org.hengjian.parties;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A market subject (市场主体): a firm, a sole trader, a cooperative.
 *
 * @param creditCode unified social credit code (GB 32100), null where it is not known
 * @param region     GB/T 2260 code of the seat, null where it is not known
 * @param hasRepresentative whether a legal representative (法定代表人) is on record, under seal
 * @param confirmed  false where it is known only from what a listing said of its seller
 */
public record Subject(
        long id,
        String name,
        @Nullable String creditCode,
        Kind kind,
        Status status,
        @Nullable Integer region,
        String address,
        boolean hasRepresentative,
        boolean confirmed,
        String source,
        LocalDate firstSeen,
        int version,
        Instant changedAt,
        String changedBy) {

    /** 主体类型. */
    public enum Kind {
        /** 企业. */
        ENTERPRISE,
        /** 个体工商户. */
        INDIVIDUAL,
        /** 农民专业合作社. */
        COOPERATIVE,
        /** 其他组织. */
        ORGANISATION,
        UNKNOWN
    }

    /** 登记状态. */
    public enum Status {
        /** 存续. */
        ACTIVE,
        /** 吊销. */
        REVOKED,
        /** 注销. */
        CANCELLED,
        UNKNOWN
    }
}
