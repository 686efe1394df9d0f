package org.hengjian.audit;

import java.util.Map;

/**
 * What was done to what and why.
 *
 * @param verb     room and verb, {@code cases.decide}
 * @param object   kind of thing, {@code case}
 * @param objectId its number as people know it
 * @param reason   the ground in the doer's words, empty where the verb needs none
 * @param facts    what changed, without personal data
 */
public record Deed(String verb, String object, String objectId, String reason, Map<String, ?> facts) {

    public static Deed of(String verb, String object, String objectId) {
        return new Deed(verb, object, objectId, "", Map.of());
    }

    public Deed because(String reason) {
        return new Deed(verb, object, objectId, reason, facts);
    }

    public Deed with(Map<String, ?> facts) {
        return new Deed(verb, object, objectId, reason, facts);
    }
}
