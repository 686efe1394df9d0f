package org.hengjian.goods;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.facilities.Method;

/** From what was typed to a step of a destruction; empty where a fault keeps it from being sent. */
final class DestructionForms {

    private static final int NAME_MOST = 100;
    private static final int TEXT_MOST = 1000;
    private static final String FINGERPRINT = "[0-9a-f]{64}";

    private DestructionForms() {}

    static Optional<Destroying.Application> application(Typed in, long caseId, List<Item> items, boolean early) {
        var quantities = quantities(in, items);
        var method = Method.of(in.raw("method"));
        if (method.isEmpty()) {
            in.bad("method", "choice");
        }
        long facility = in.number("facility");
        if (facility == 0) {
            in.bad("facility", "choice");
        }
        String ground = in.text("ground", TEXT_MOST);
        String consent = early ? in.text("consent", TEXT_MOST) : "";
        String kept = in.text("kept", TEXT_MOST);
        return in.isGood() && method.isPresent()
                ? Optional.of(new Destroying.Application(
                        caseId, new Destruction.Plan(ground, consent, kept, method.get(), facility), quantities))
                : Optional.empty();
    }

    static Optional<Destroying.Executing> executing(Typed in, Destruction approved) {
        var quantities = quantities(in, approved.lines().stream().map(Destruction.Line::item).toList());
        var on = in.day("on");
        String place = in.text("site", TEXT_MOST);
        var unit = Unit.of("kilogram").orElseThrow();
        var before = in.quantity("before", unit);
        // Nothing may be left of it.
        var after = in.raw("after").matches("0(\\.0+)?") ? Optional.of(new Quantity(0, unit.scale())) : in.quantity("after", unit);
        if (before.isPresent() && after.isPresent() && after.get().compareTo(before.get()) > 0) {
            in.bad("after", "heavier");
        }
        var supervisor = person(in, "supervisor");
        var witness = person(in, "witness");
        if (in.isGood() && supervisor.equals(witness)) {
            in.bad("witness", "same");
        }
        String others = in.optional("others", TEXT_MOST);
        String video = in.raw("video").toLowerCase(java.util.Locale.ROOT);
        if (!video.isEmpty() && !video.matches(FINGERPRINT)) {
            in.bad("video", "fingerprint");
        }
        String note = in.optional("note", TEXT_MOST);
        return in.isGood()
                ? Optional.of(new Destroying.Executing(
                        on, place, quantities, before.orElseThrow(), after.orElseThrow(), supervisor, witness, others, video,
                        note))
                : Optional.empty();
    }

    private static Destroying.Person person(Typed in, String field) {
        return new Destroying.Person(in.text(field, NAME_MOST), in.text(field + "Unit", NAME_MOST));
    }

    /** One field an item; what is left empty is not meant. */
    private static Map<Long, Quantity> quantities(Typed in, List<Item> items) {
        var quantities = new LinkedHashMap<Long, Quantity>();
        for (Item item : items) {
            String field = "quantity-" + item.id();
            if (!in.raw(field).isEmpty()) {
                in.quantity(field, item.unit()).ifPresent(quantity -> quantities.put(item.id(), quantity));
            }
        }
        if (quantities.isEmpty() && in.isGood()) {
            in.bad("lines", "line");
        }
        return quantities;
    }
}
