package org.hengjian.goods;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.hengjian.cases.CaseWork;
import org.hengjian.law.Money;
import org.hengjian.testing.Persons;
import org.springframework.stereotype.Component;

/** Goods of cases on the platform, registered by the people of the demonstration. */
@Component
public class GoodsWork {

    public static final String OFFICER = "shen.zhiyao";
    public static final String HEAD = "jiang.lin";
    public static final String FOREIGN = "fang.qing";
    public static final String BYSTANDER = "mu.qing";

    private final Goods goods;
    private final CaseWork cases;
    private final Persons persons;
    private final Clock clock;

    GoodsWork(Goods goods, CaseWork cases, Persons persons, Clock clock) {
        this.goods = goods;
        this.cases = cases;
        this.persons = persons;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public Registration hoodies(long caseId, String quantity) {
        return registration(caseId, "HENGXI 连帽卫衣", Unit.of("piece").orElseThrow(), quantity);
    }

    public Registration registration(long caseId, String name, Unit unit, String quantity) {
        return new Registration(
                caseId, "第1批", name, "衡溪 HENGXI", "L", unit, Quantity.parse(quantity, unit.scale()).orElseThrow(),
                Item.Measure.SEIZED, "杭西市监扣〔2026〕1号", today(), "仓前路8号",
                new Item.Custody("A库 05-02", "封0417", "周屿"), "", Optional.empty());
    }

    /** Registered in a case that is only proposed. */
    public Item item(String quantity) {
        return register(hoodies(cases.proposedId(), quantity));
    }

    public Item register(Registration registration) {
        return done(persons.as(OFFICER, () -> goods.register(registration, "")));
    }

    public Moving moving(Move kind, Item item, String quantity) {
        return new Moving(
                kind, Quantity.parse(quantity, item.unit().scale()).orElseThrow(), today(), "市质检院", "检2026-1", "");
    }

    Valuing valuing(Price kind, String yuan) {
        return new Valuing(kind, Optional.of(Money.parseYuan(yuan)), today(), "吊牌、台账", "证据3");
    }

    void value(Item item, Price kind, String yuan) {
        done(persons.as(OFFICER, () -> goods.value(item.id(), valuing(kind, yuan), "")));
    }

    public Answer attempt(String who, Item item, Move kind, String quantity) {
        return persons.as(
                who, () -> goods.move(item.id(), item.balance().movements(), moving(kind, item, quantity), ""));
    }

    public Item move(Item item, Move kind, String quantity) {
        return done(attempt(kind.isCorrection() ? HEAD : OFFICER, item, kind, quantity));
    }

    public static Item done(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> done.item();
            case Answer.Refused refused -> throw new AssertionError("refused: " + refused.grounds());
        };
    }
}
