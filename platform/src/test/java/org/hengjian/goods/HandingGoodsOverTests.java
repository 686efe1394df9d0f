package org.hengjian.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.function.Function;
import org.hengjian.access.Forbidden;
import org.hengjian.agencies.Agencies;
import org.hengjian.cases.CaseWork;
import org.hengjian.cases.Cases;
import org.hengjian.cases.Office;
import org.hengjian.cases.Outcome;
import org.hengjian.cases.Step;
import org.hengjian.cases.Venues;
import org.hengjian.shell.NotFound;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Goods of a case that goes to the agency with jurisdiction: what stays behind is known, and follows under the same letter. */
@OnThePlatform
class HandingGoodsOverTests {

    private static final String THEIR_HEAD = "bai.shu";

    @LocalServerPort
    int port;

    @Autowired
    Goods goods;

    @Autowired
    GoodsWork work;

    @Autowired
    CaseWork caseWork;

    @Autowired
    Cases cases;

    @Autowired
    Venues venues;

    @Autowired
    Agencies agencies;

    @Autowired
    Persons persons;

    @Test
    void what_is_in_custody_follows_the_case_and_the_balance_holds() {
        long id = caseWork.filedId();
        var held = work.register(work.hoodies(id, "430"));
        var tested = work.move(work.register(work.hoodies(id, "20")), Move.SAMPLE, "20");
        assertThat(persons.as(GoodsWork.OFFICER, () -> goods.leftBehind(goods.ofCase(id)))).isEmpty();
        assertThatThrownBy(() -> persons.as(GoodsWork.OFFICER, () -> goods.follow(id, ""))).isInstanceOf(NotFound.class);
        handOver(id);

        assertThat(persons.as(GoodsWork.OFFICER, () -> goods.leftBehind(goods.ofCase(id)))).extracting(Item::id).containsExactly(held.id());
        assertThatThrownBy(() -> persons.as("gu.heng", () -> goods.follow(id, ""))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> persons.as(THEIR_HEAD, () -> goods.follow(id, ""))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> persons.as(GoodsWork.FOREIGN, () -> goods.follow(id, ""))).isInstanceOf(NotFound.class);
        var moved = persons.as(GoodsWork.OFFICER, () -> goods.follow(id, "k-" + id));

        assertThat(moved).extracting(Item::id).containsExactly(held.id());
        var balance = moved.getFirst().balance();
        assertThat(balance.of(Account.TRANSFERRED)).isEqualTo(held.balance().custody());
        assertThat(balance.custody()).isZero();
        assertThat(persons.as(GoodsWork.OFFICER, () -> goods.leftBehind(goods.ofCase(id)))).isEmpty();
        assertThat(persons.as(THEIR_HEAD, () -> goods.find(held.id()))).as("seen by whoever has it now").isPresent();
        assertThat(persons.as(GoodsWork.OFFICER, () -> goods.find(tested.id())).orElseThrow().balance().custody()).isZero();

        assertThat(persons.as(GoodsWork.OFFICER, () -> goods.follow(id, "k-" + id)))
                .as("the same click once more").extracting(Item::id).containsExactly(held.id());
        assertThat(persons.as(GoodsWork.OFFICER, () -> goods.find(held.id())).orElseThrow().balance()).isEqualTo(balance);
    }

    @Test
    @Tag("browser")
    void the_page_of_the_case_says_what_is_left_and_hands_it_over() {
        long id = caseWork.filedId();
        work.register(work.hoodies(id, "430"));
        handOver(id);
        try (var browser = Browser.desktop(port)) {
            browser.signIn("gu.heng").go("/goods/case/" + id).sees("还有 1 项物品在库").isAccessible();
            assertThat(browser.says("全部移交")).as("offered to a reviewer").isFalse();
            browser.signIn(GoodsWork.OFFICER).go("/cases/" + id).sees("1 项未移交");
            browser.go("/goods/case/" + id).sees("还有 1 项物品在库").picture("goods-left-behind");
            try (var phone = Browser.phone(port)) {
                phone.signIn(GoodsWork.OFFICER).go("/goods/case/" + id + "?lang=en").sees("still in custody");
                phone.isAccessible().picture("goods-left-behind-390-en");
            }
            browser.click("全部移交").sees("已随案移交 1 项物品").isAccessible();
            assertThat(browser.says("项物品在库")).isFalse();
        }
    }

    private void handOver(long id) {
        var to = persons.as(GoodsWork.OFFICER, () -> agencies.byCode("market-330110", work.today()).orElseThrow());
        step(GoodsWork.OFFICER, id, step -> venues.proposeHandover(
                step, new Office(to.id(), to.name()), "当事人实际经营地在余杭区。"));
        step(GoodsWork.HEAD, id, venues::handOver);
        await().until(() -> persons.as(THEIR_HEAD, () -> cases.find(id)).isPresent());
    }

    private void step(String who, long id, Function<Step, Outcome> verb) {
        int version = persons.as(who, () -> cases.find(id)).orElseThrow().docket().version();
        assertThat(persons.as(who, () -> verb.apply(new Step(id, version)))).isInstanceOf(Outcome.Done.class);
    }
}
