package org.hengjian.intake;

import java.util.Map;

/**
 * Where listings come from (数据来源): a platform's export, a crawler, another office. Belongs to an agency, and an offer
 * is one and the same when source and number are the same.
 *
 * @param code short name, also the name of its watched folder
 * @param mapping heading of each field, as it was last confirmed
 */
public record Source(long id, String code, String name, Map<String, String> mapping, long agency) {

    public Source {
        mapping = Map.copyOf(mapping);
    }
}
