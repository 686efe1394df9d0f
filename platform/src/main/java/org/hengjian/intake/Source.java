package org.hengjian.intake;

import java.util.Map;

/**
 * Where listings or parcels come from (数据来源): a platform's export, a crawler, a courier, another office. Belongs to an agency, and an offer
 * is one and the same when source and number are the same.
 *
 * @param code short name, also the name of its watched folder
 * @param mapping heading of each field, as it was last confirmed
 */
public record Source(long id, String code, String name, Map<String, String> mapping, long agency, Kind kind) {

    /** What a source tells of: all its files are of one kind. */
    public enum Kind {
        /** 商品信息. */
        LISTINGS,
        /** 邮件快件, with who sends them. */
        PARCELS;

        /** Whether its rows name persons: then the file is kept encrypted, and a rejected row is not repeated. */
        boolean namesPersons() {
            return this == PARCELS;
        }
    }

    public Source {
        mapping = Map.copyOf(mapping);
    }
}
