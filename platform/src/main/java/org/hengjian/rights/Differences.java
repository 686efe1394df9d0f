package org.hengjian.rights;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hengjian.rights.Registration.Facts;
import org.jspecify.annotations.Nullable;

/** What two versions say differently. */
final class Differences {

    private Differences() {}

    /** By field: {@code before → after}. */
    static Map<String, String> between(Facts before, Facts after) {
        var changed = new LinkedHashMap<String, String>();
        fields(before).forEach((field, was) -> {
            String is = Objects.requireNonNullElse(fields(after).get(field), "");
            if (!was.equals(is)) {
                changed.put(field, was + " → " + is);
            }
        });
        return changed;
    }

    /** What the register says of each field, as text. */
    static Map<String, String> fields(Facts facts) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("kind", facts.kind().name());
        fields.put("number", facts.number());
        fields.put("name", facts.name());
        fields.put("latin", text(facts.latin()));
        fields.put("aliases", text(facts.aliases()));
        fields.put("nicknames", text(facts.nicknames()));
        fields.put("models", text(facts.models()));
        fields.put("classes", text(facts.classes()));
        fields.put("goods", facts.goods());
        fields.put("holder", facts.holder());
        fields.put("holderCode", facts.holderCode());
        fields.put("agent", facts.agent());
        fields.put("status", facts.status().name());
        fields.put("validFrom", text(facts.validFrom()));
        fields.put("validTo", text(facts.validTo()));
        fields.put("details", String.join(" ", facts.kind().details().values()));
        fields.put("category", facts.category());
        fields.put("generic", facts.generic() ? "1" : "");
        fields.put("source", facts.source());
        return fields;
    }

    /** A file that is silent about something does not unsay it: what is empty in the newer facts is kept. */
    static Facts completed(Facts there, Facts newer) {
        return new Facts(
                newer.kind(),
                newer.number(),
                either(newer.name(), there.name()),
                either(newer.latin(), there.latin()),
                either(newer.aliases(), there.aliases()),
                either(newer.nicknames(), there.nicknames()),
                either(newer.models(), there.models()),
                newer.classes().isEmpty() ? there.classes() : newer.classes(),
                either(newer.goods(), there.goods()),
                either(newer.holder(), there.holder()),
                either(newer.holderCode(), there.holderCode()),
                there.holderAgency() == null ? newer.holderAgency() : there.holderAgency(),
                either(newer.agent(), there.agent()),
                newer.status(),
                newer.validFrom() == null ? there.validFrom() : newer.validFrom(),
                newer.validTo() == null ? there.validTo() : newer.validTo(),
                either(newer.category(), there.category()),
                there.generic() || newer.generic(),
                newer.prices().isEmpty() ? there.prices() : newer.prices(),
                either(newer.source(), there.source()));
    }

    private static String either(String newer, String there) {
        return newer.isBlank() ? there : newer;
    }

    private static List<String> either(List<String> newer, List<String> there) {
        return newer.isEmpty() ? there : newer;
    }

    private static String text(Collection<?> values) {
        return String.join(" | ", values.stream().map(Object::toString).toList());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
