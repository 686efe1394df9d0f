package org.hengjian.field;

import java.util.Optional;
import org.hengjian.cases.Cases;
import org.hengjian.goods.Goods;
import org.hengjian.goods.Item;
import org.hengjian.goods.Quantity;
import org.hengjian.goods.Registration;
import org.hengjian.goods.Unit;
import org.hengjian.shell.NotFound;
import org.springframework.stereotype.Component;

/** Goods taken on the spot: into the ledger by its own door. */
@Component
class FieldGoods {

    static final int NAME_MOST = 100;
    static final int TEXT_MOST = 200;
    static final int NOTE_MOST = 1000;

    private final Goods goods;
    private final Cases cases;

    FieldGoods(Goods goods, Cases cases) {
        this.goods = goods;
        this.cases = cases;
    }

    Answer register(Sent sent) {
        long caseId = sent.number("case");
        if (cases.find(caseId).isEmpty()) {
            throw new NotFound("case " + caseId);
        }
        var registration = registration(sent, caseId);
        if (registration.isEmpty()) {
            return new Answer.Refused(sent.faults());
        }
        return switch (goods.register(registration.get(), "field " + sent.key())) {
            case org.hengjian.goods.Answer.Done done ->
                new Answer.Received(done.item().id(), done.item().code(), "/goods/" + done.item().id());
            case org.hengjian.goods.Answer.Refused refused -> new Answer.Refused(refused.grounds().stream()
                    .map(ground -> Problem.of("goods", ground.code(), ground.arguments()))
                    .toList());
        };
    }

    private static Optional<Registration> registration(Sent sent, long caseId) {
        String name = sent.text("item", NAME_MOST);
        String brand = sent.optional("brand", NAME_MOST);
        String model = sent.optional("model", NAME_MOST);
        var unit = Unit.of(sent.raw("unit"));
        if (unit.isEmpty()) {
            sent.bad("unit", "choose");
        }
        var quantity = unit.flatMap(one -> Quantity.parse(sent.raw("quantity"), one.scale()));
        if (quantity.isEmpty()) {
            sent.bad("quantity", sent.raw("quantity").isEmpty() ? "empty" : "quantity");
        }
        Item.Measure measure = null;
        for (var one : Item.Measure.values()) {
            if (one.name().equals(sent.raw("measure"))) {
                measure = one;
            }
        }
        if (measure == null) {
            sent.bad("measure", "choose");
        }
        String number = sent.optional("measureNumber", TEXT_MOST);
        var takenAt = sent.past("madeAt");
        String takenAtPlace = sent.text("place", TEXT_MOST);
        String store = sent.text("store", TEXT_MOST);
        String sealNumber = sent.optional("seal", NAME_MOST);
        String keeper = sent.text("keeper", NAME_MOST);
        String note = sent.optional("note", NOTE_MOST);
        if (!sent.isGood() || unit.isEmpty() || quantity.isEmpty() || measure == null) {
            return Optional.empty();
        }
        return Optional.of(new Registration(
                caseId, "", name, brand, model, unit.get(), quantity.get(), measure, number, sent.day(takenAt),
                takenAtPlace, new Item.Custody(store, sealNumber, keeper), note, Optional.empty()));
    }
}
