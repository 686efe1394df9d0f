package org.hengjian.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hengjian.access.Forbidden;
import org.hengjian.agencies.Agencies;
import org.hengjian.cases.CaseWork;
import org.hengjian.cases.Cases;
import org.hengjian.cases.Office;
import org.hengjian.cases.Outcome;
import org.hengjian.cases.Step;
import org.hengjian.cases.Venues;
import org.hengjian.facilities.Method;
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
    Destructions destructions;

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

    /** The case is another agency's: nothing more of it is registered, valued, tested, disposed of or destroyed here. */
    @Test
    void goods_of_a_case_that_went_over_are_not_worked_on_here_any_more() {
        long id = caseWork.filedId();
        var held = work.register(work.hoodies(id, "430"));
        handOver(id);

        assertThat(codes(persons.as(GoodsWork.OFFICER, () -> goods.register(work.hoodies(id, "5"), "")))).containsExactly("HANDED_OVER");
        assertThat(codes(persons.as(GoodsWork.OFFICER, () -> goods.value(held.id(), work.valuing(Price.MARKED, "99"), ""))))
                .containsExactly("HANDED_OVER");
        assertThat(codes(work.attempt(GoodsWork.OFFICER, held, Move.SAMPLE, "5"))).containsExactly("HANDED_OVER");
        assertThat(codes(work.attempt(GoodsWork.OFFICER, held, Move.DISPOSE, "5"))).contains("HANDED_OVER");
        for (String consent : List.of("", "权利人2026年11月20日书面同意")) {
            var plan = new Destruction.Plan("不宜保存", consent, "证据3", Method.of("TEXTILE:SHRED").orElseThrow(), 0);
            var application = new Destroying.Application(
                    id, plan, Map.of(held.id(), Quantity.parse("430", 0).orElseThrow()));
            assertThat(persons.as(GoodsWork.OFFICER, () -> destructions.apply(application, "")))
                    .isInstanceOfSatisfying(Destroying.Answer.Refused.class, refused -> assertThat(refused.grounds())
                            .extracting(Ground::code).contains("HANDED_OVER"));
        }
        assertThat(persons.as(GoodsWork.OFFICER, () -> goods.ofCase(id))).extracting(Item::balance).containsExactly(held.balance());
        assertThat(GoodsWork.done(work.attempt(GoodsWork.OFFICER, held, Move.RETURN, "30")).balance().custody())
                .as("what belongs to its owner still goes back").isEqualTo(400);
    }

    /** A case may end without any decision: then nothing was confiscated, and the form says so. */
    @Test
    void nothing_is_destroyed_of_a_case_that_was_closed_without_a_decision() {
        long id = caseWork.filedId();
        var held = work.register(work.hoodies(id, "430"));
        handOver(id);
        persons.as(GoodsWork.OFFICER, () -> goods.follow(id, ""));
        step(GoodsWork.OFFICER, id, step -> cases.proposeClosing(step, "已移送余杭区局。"));
        step(GoodsWork.HEAD, id, step -> cases.close(step, ""));

        var file = persons.as(GoodsWork.OFFICER, () -> cases.find(id)).orElseThrow();
        assertThat(persons.as(GoodsWork.OFFICER, () -> destructions.againstApplying(file)))
                .extracting(Ground::code).containsExactly("NOT_CONFISCATED");
        assertThat(codes(persons.as(GoodsWork.OFFICER, () -> goods.value(held.id(), work.valuing(Price.MARKED, "99"), ""))))
                .containsExactly("CASE_ENDED");
    }

    private static List<String> codes(Answer answer) {
        return answer instanceof Answer.Refused refused ? refused.grounds().stream().map(Ground::code).toList() : List.of();
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
            browser.go("/goods/case/" + id).sees("还有 1 项物品在库").sees("不再由本机关登记").picture("goods-left-behind");
            assertThat(browser.says("申请销毁…")).as("offered for a case that went over").isFalse();
            assertThat(browser.says("登记物品…")).as("offered for a case that went over").isFalse();
            browser.go("/destructions/new?case=" + id).sees("不再由本机关登记").isAccessible();
            browser.go("/goods/new?case=" + id).sees("留在本机关的物品随案移交").isAccessible();
            try (var phone = Browser.phone(port)) {
                phone.signIn(GoodsWork.OFFICER).go("/goods/case/" + id + "?lang=en").sees("still in custody");
                phone.isAccessible().picture("goods-left-behind-390-en");
            }
            browser.go("/goods/case/" + id).click("全部移交").sees("已随案移交 1 项物品").isAccessible();
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
