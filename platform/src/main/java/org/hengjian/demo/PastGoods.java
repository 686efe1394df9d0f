package org.hengjian.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.hengjian.cases.CaseFile;
import org.hengjian.demo.PastCase.Beat;
import org.hengjian.facilities.Facilities;
import org.hengjian.facilities.Facility;
import org.hengjian.facilities.Method;
import org.hengjian.goods.Answer;
import org.hengjian.goods.Destroying;
import org.hengjian.goods.Destruction;
import org.hengjian.goods.Destructions;
import org.hengjian.goods.Goods;
import org.hengjian.goods.Item;
import org.hengjian.goods.Price;
import org.hengjian.goods.Quantity;
import org.hengjian.goods.Registration;
import org.hengjian.goods.Unit;
import org.hengjian.goods.Valuing;
import org.hengjian.law.Money;
import org.hengjian.tables.RuleTable;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The goods of past cases, as {@code seed/demo/goods.csv} tells them: registered at the inspection, valued, some destroyed
 * once the decision is served, by units of {@code seed/demo/facilities.csv}. Everything in both is made up.
 */
@Component
@Profile("demo")
class PastGoods {

    private static final String OFFICER = "shen.zhiyao";
    private static final String HEAD = "jiang.lin";
    private static final String KEEPER = "tang.yue";
    private static final int KILOGRAMS_SCALE = 3;

    private final Goods goods;
    private final Destructions destructions;
    private final Facilities facilities;
    private final Retelling past;
    private final Clock clock;

    PastGoods(
            Goods goods,
            Destructions destructions,
            Facilities facilities,
            Retelling past,
            Clock clock) {
        this.goods = goods;
        this.destructions = destructions;
        this.facilities = facilities;
        this.past = past;
        this.clock = clock;
    }

    /** Before the stories: units that can destroy something. */
    void list() {
        past.as(KEEPER, () -> {
            for (CSVRecord row : RuleTable.of("seed/demo/facilities.csv")) {
                facilities.enter(
                        new Facility.Facts(
                                row.get("name"),
                                new UnifiedSocialCreditCode(row.get("creditCode")),
                                Integer.parseInt(row.get("region")),
                                row.get("address"),
                                List.of(row.get("abilities").split(";")).stream().map(Method::named).toList(),
                                LocalDate.parse(row.get("validFrom")),
                                LocalDate.parse(row.get("validTo")),
                                row.get("note")),
                        "");
            }
            return true;
        });
    }

    /** What a step of the story does to the goods of its case. */
    void after(Beat beat, PastCase told, CaseFile file) {
        for (CSVRecord row : RuleTable.of("seed/demo/goods.csv")) {
            if (row.get("source").equals(told.source())) {
                if (beat == Beat.INSPECT) {
                    found(row, told, file);
                } else if (beat == Beat.SERVE && !row.get("method").isEmpty()) {
                    destroyed(Method.named(row.get("method")), file);
                }
            }
        }
    }

    private void found(CSVRecord row, PastCase told, CaseFile file) {
        var unit = Unit.of(row.get("unit")).orElseThrow();
        var registration = new Registration(
                file.docket().id(),
                "",
                row.get("name"),
                told.matter().rightName(),
                row.get("model"),
                unit,
                Quantity.parse(row.get("quantity"), unit.scale()).orElseThrow(),
                Item.Measure.SURRENDERED,
                "",
                today(),
                told.matter().place(),
                new Item.Custody(row.get("place"), "", "周屿"),
                "",
                Optional.empty());
        var item = done(past.as(OFFICER, () -> goods.register(registration, "")));
        price(row.get("marked"), Price.MARKED, "现场标价", item);
        price(row.get("average"), Price.AVERAGE, "销售记录平均", item);
    }

    private void price(String yuan, Price kind, String basis, Item item) {
        if (!yuan.isEmpty()) {
            var valuing = new Valuing(kind, Optional.of(Money.parseYuan(yuan)), today(), basis, "现场笔录");
            done(past.as(OFFICER, () -> goods.value(item.id(), valuing, "")));
        }
    }

    private void destroyed(Method method, CaseFile file) {
        var item = past.as(OFFICER, () -> goods.ofCase(file.docket().id())).getFirst();
        long facility = past.as(OFFICER, () -> facilities.able(method, today())).getFirst().id();
        var plan = new Destruction.Plan("处罚决定没收", "", "取样2件封存，照片入卷", method, facility);
        var applied = done(past.as(OFFICER, () -> destructions.apply(
                new Destroying.Application(file.docket().id(), plan, Map.of(item.id(), item.seized())), "")));
        var approved = done(past.as(HEAD, () -> destructions.decide(applied.id(), applied.version(), true, "同意。")));
        done(past.as(OFFICER, () -> destructions.execute(
                approved.id(),
                approved.version(),
                new Destroying.Executing(
                        today(), approved.facility(), Map.of(item.id(), item.seized()),
                        new Quantity(item.seized().steps() * 600, KILOGRAMS_SCALE), new Quantity(0, KILOGRAMS_SCALE),
                        new Destroying.Person("钱虚构", "区财政局"), new Destroying.Person("孙虚构", "街道办事处"), "", "", ""))));
    }

    private static Item done(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> done.item();
            case Answer.Refused refused -> throw new IllegalStateException("the story is not lawful: " + refused.grounds());
        };
    }

    private static Destruction done(Destroying.Answer answer) {
        return switch (answer) {
            case Destroying.Answer.Done done -> done.destruction();
            case Destroying.Answer.Refused refused ->
                throw new IllegalStateException("the story is not lawful: " + refused.grounds());
        };
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
