package org.hengjian.goods;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** From what was typed to what is asked for; empty where a fault keeps it from being sent. */
final class GoodsForms {

    private static final int NAME_MOST = 100;
    private static final int TEXT_MOST = 200;
    private static final int NOTE_MOST = 1000;

    private GoodsForms() {}

    static Optional<Registration> registration(Typed in, long caseId) {
        String name = in.text("name", NAME_MOST);
        String brand = in.optional("brand", NAME_MOST);
        String model = in.optional("model", NAME_MOST);
        String lot = in.optional("lot", NAME_MOST);
        var unit = in.unit("unit");
        var quantity = unit.flatMap(one -> in.quantity("quantity", one));
        var measure = in.one("measure", Item.Measure.class);
        String number = in.optional("measureNumber", TEXT_MOST);
        var takenOn = in.day("takenOn");
        String takenAt = in.text("takenAtPlace", TEXT_MOST);
        var custody = custody(in);
        String note = in.optional("note", NOTE_MOST);
        if (!in.isGood() || unit.isEmpty() || quantity.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Registration(
                caseId, lot, name, brand, model, unit.get(), quantity.get(), measure, number, takenOn, takenAt, custody,
                note, Optional.empty()));
    }

    /** A form sent twice is done once: it carries its key. */
    static String key(Map<String, String> typed) {
        return Optional.ofNullable(typed.get("key"))
                .filter(key -> !key.isBlank())
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    static Item.Custody custody(Typed in) {
        return new Item.Custody(
                in.text("place", TEXT_MOST), in.optional("seal", NAME_MOST), in.text("keeper", NAME_MOST));
    }

    static Optional<Moving> moving(Typed in, Move kind, Item item) {
        var quantity = in.quantity("quantity", item.unit());
        var on = in.day("on");
        String counterpart = kind.hasCounterpart() ? in.text("counterpart", TEXT_MOST) : "";
        String document = kind == Move.TAKE_BACK || kind.isCorrection()
                ? in.optional("document", TEXT_MOST)
                : in.text("document", TEXT_MOST);
        String note = kind.isCorrection() ? in.text("note", NOTE_MOST) : in.optional("note", NOTE_MOST);
        return in.isGood()
                ? quantity.map(amount -> new Moving(kind, amount, on, counterpart, document, note))
                : Optional.empty();
    }
}
