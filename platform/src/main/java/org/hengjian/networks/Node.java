package org.hengjian.networks;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A thing in a network, as far as the viewer may see it; personal data masked.
 *
 * @param key   as in addresses, {@code shop-17}
 * @param note  what tells it from others of the same name
 * @param place GB/T 2260 code of where it is, null where that is not known
 * @param state of a lead or a case, empty otherwise
 * @param day   since when it is known
 */
public record Node(
        long id, String key, Kind kind, String label, String note, @Nullable Integer place, String state, LocalDate day) {

    /** In the order of the columns of a picture. */
    public enum Kind {
        /** 自然人. */
        PERSON,
        /** 主体. */
        FIRM,
        /** 网店. */
        SHOP,
        /** 网站. */
        SITE,
        /** 电话. */
        PHONE,
        /** 账号: of a messenger. */
        ACCOUNT,
        /** 地址. */
        ADDRESS,
        /** 线索. */
        LEAD,
        /** 案件. */
        CASE,
        /** 涉案物品: an item of the list of a case. */
        GOODS,
        /** 邮件快件. */
        PARCEL;

        /** Whether the machine compares it with others, and people decide of two. */
        public boolean isSeller() {
            return this == FIRM || this == SHOP;
        }
    }

    /** Key of the person who has that identity number, whoever told it: of its trace, which says nothing of the number. */
    static String keyOfIdentity(String trace) {
        return key(Kind.PERSON, "id-" + trace.substring(0, 24));
    }

    static String key(Kind kind, Object reference) {
        return kind.name().toLowerCase(Locale.ROOT) + "-" + reference;
    }

    /** The same as it stands now. */
    Node at(String now) {
        return new Node(id, key, kind, label, note, place, now, day);
    }

    /** The reference within its room: an id, a number. */
    public String reference() {
        return key.substring(key.indexOf('-') + 1);
    }

    /** Where the thing itself is shown; empty for what has no page of its own. */
    public String href() {
        return switch (kind) {
            // Who is known only as the party of a case has no page beside it.
            case PERSON -> reference().startsWith("id-") ? "" : "/parties/people/" + reference();
            case FIRM -> "/parties/" + reference();
            case SHOP -> "/parties/shops/" + reference();
            case LEAD -> "/leads/" + reference();
            case CASE -> "/cases/" + reference();
            case GOODS -> "/goods/" + reference();
            case SITE, PHONE, ACCOUNT, ADDRESS, PARCEL -> "";
        };
    }
}
