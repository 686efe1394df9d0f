package org.hengjian.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hengjian.access.Forbidden;
import org.hengjian.cases.CaseWork;
import org.hengjian.cases.Cases;
import org.hengjian.cases.Measure;
import org.hengjian.law.Money;
import org.hengjian.shell.NotFound;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Goods come into the register from the list of a measure, once, and get their prices. */
@OnThePlatform
class RegisteringFromAListTests {

    static final List<Measure.Thing> THINGS = List.of(
            new Measure.Thing("带标连帽卫衣", "XL", new BigDecimal(430), "件"),
            new Measure.Thing("吊牌", "", new BigDecimal("12.5"), "千克"),
            new Measure.Thing("包装袋", "", new BigDecimal(20), "扎"));

    @Autowired
    Goods goods;

    @Autowired
    GoodsWork work;

    @Autowired
    CaseWork cases;

    @Autowired
    Cases room;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void the_lines_of_a_list_are_registered_together_and_marked() {
        long id = cases.seizedId(THINGS);
        var list = list(id);
        assertThat(list.kind()).isEqualTo(Item.Measure.SEIZED);
        assertThat(list.lines()).extracting(line -> line.unit().isPresent()).containsExactly(true, true, false);

        var done = (Listing.Done) register(GoodsWork.OFFICER, registrations(id, list, 1, 2), "");

        assertThat(done.items()).extracting(item -> item.seized().text()).containsExactly("430", "12.500");
        assertThat(done.items()).allSatisfy(item -> {
            assertThat(item.measureNumber()).isEqualTo(list.number());
            assertThat(item.takenOn()).isEqualTo(list.since());
        });
        assertThat(list(id).lines()).extracting(ListLine::isOpen).containsExactly(false, false, true);
        assertThat(list(id).lines().getFirst().item().orElseThrow().code()).isEqualTo(done.items().getFirst().code());
    }

    @Test
    void no_line_is_registered_twice_but_the_same_request_is_answered_alike() {
        long id = cases.seizedId(THINGS);
        var list = list(id);
        var both = registrations(id, list, 1, 2);
        var first = (Listing.Done) register(GoodsWork.OFFICER, both, "list-" + id);

        var again = (Listing.Done) register(GoodsWork.OFFICER, both, "list-" + id);
        var other = register(GoodsWork.OFFICER, registrations(id, list, 2), "");

        assertThat(again.items()).extracting(Item::code).isEqualTo(first.items().stream().map(Item::code).toList());
        assertThat(other).isInstanceOfSatisfying(Listing.Refused.class, refused ->
                assertThat(refused.grounds()).containsExactly(Ground.of("LISTED", 2, first.items().get(1).code())));
        assertThat(persons.as(GoodsWork.OFFICER, () -> goods.ofCase(id))).hasSize(2);
    }

    @Test
    void one_registered_by_hand_under_the_same_document_is_pointed_out() {
        long id = cases.seizedId(THINGS);
        var list = list(id);
        var byHand = registrations(id, list, 1).getFirst();
        var item = work.register(new Registration(
                id, "", byHand.name(), "", "", byHand.unit(), byHand.quantity(), byHand.measure(), list.number(),
                byHand.takenOn(), byHand.takenAtPlace(), byHand.custody(), "", Optional.empty()));

        assertThat(list(id).lines().getFirst().alike().map(Item::code)).contains(item.code());
        assertThat(list(id).lines().getFirst().isOpen()).isTrue();
    }

    @Test
    void only_those_who_handle_the_case_register() {
        long id = cases.seizedId(THINGS);
        var one = registrations(id, list(id), 1);

        assertThatThrownBy(() -> register(GoodsWork.HEAD, one, "")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> register(GoodsWork.FOREIGN, one, "")).isInstanceOf(NotFound.class);
    }

    @Test
    void prices_are_entered_beside_each_other_and_add_up_for_the_case() {
        var item = work.item("430");
        work.value(item, Price.MARKED, "119");
        assertThat(value(item.caseId()).total()).isEqualTo(Money.ofYuan(51_170));
        assertThat(value(item.caseId()).isSettled()).isFalse();

        work.value(item, Price.AVERAGE, "68.50");

        assertThat(value(item.caseId()).total()).isEqualTo(Money.ofYuan(29_455));
        assertThat(value(item.caseId()).isSettled()).isTrue();
        assertThat(persons.as(GoodsWork.OFFICER, () -> goods.valuations(item))).hasSize(2);
    }

    @Test
    void who_may_not_value_is_refused_and_nothing_is_overwritten() {
        var item = work.item("430");
        work.value(item, Price.MARKED, "119");
        var valuing = work.valuing(Price.MARKED, "1");

        assertThatThrownBy(() -> persons.as(GoodsWork.HEAD, () -> goods.value(item.id(), valuing, "")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> persons.as(GoodsWork.FOREIGN, () -> goods.value(item.id(), valuing, "")))
                .isInstanceOf(NotFound.class);
        assertThat(persons.as(GoodsWork.OFFICER, () -> goods.value(item.id(),
                        new Valuing(Price.MARKED, valuing.price(), work.today().plusDays(1), "吊牌", "照片"), "")))
                .isEqualTo(new Answer.Refused(List.of(Ground.of("FUTURE", work.today().plusDays(1)))));
        assertThatThrownBy(() -> persons.as(GoodsWork.OFFICER, () -> transaction.execute(_ ->
                        jdbc.sql("update goods.valuation set fen = 1 where item_id = :item").param("item", item.id()).update())))
                .isInstanceOf(DataAccessException.class);
        assertThat(persons.as(GoodsWork.FOREIGN, () -> goods.valuations(item))).isEmpty();
    }

    private CaseValue value(long caseId) {
        return persons.as(GoodsWork.OFFICER, () ->
                goods.valueOfCase(caseId, PriceRule.Measure.INFRINGEMENT, work.today()));
    }

    private MeasureList list(long id) {
        return persons.as(GoodsWork.OFFICER, () -> goods.lists(room.find(id).orElseThrow())).getFirst();
    }

    private Listing register(String who, List<Registration> registrations, String key) {
        return persons.as(who, () -> goods.registerListed(registrations, key));
    }

    private static List<Registration> registrations(long id, MeasureList list, int... lines) {
        return java.util.Arrays.stream(lines)
                .mapToObj(n -> list.lines().get(n - 1))
                .map(line -> new Registration(
                        id, "", line.thing().name(), "衡溪", line.thing().model(), line.unit().orElseThrow(),
                        line.quantity().orElseThrow(), list.kind(), list.number(), list.since(), list.place(),
                        new Item.Custody("A库 05-02", "封0417", "周屿"), "",
                        Optional.of(new Registration.Line(list.measure(), line.line()))))
                .toList();
    }
}
