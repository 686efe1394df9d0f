package org.hengjian.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import org.hengjian.cases.Cases;
import org.hengjian.goods.Account;
import org.hengjian.goods.Goods;
import org.hengjian.goods.GoodsWork;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Declined, reconsidered, supervised, filed and judged; and handed back where nobody is punished. */
@OnThePlatform
class FromADeclineToTheEndTests {

    @Autowired
    ReferralWork work;

    @Autowired
    GoodsWork goodsWork;

    @Autowired
    Goods goods;

    @Autowired
    Persons persons;

    @Autowired
    ReferralStatistics statistics;

    @Autowired
    Referrals referrals;

    @Autowired
    Cases cases;

    @Test
    void a_declined_case_is_reconsidered_supervised_filed_and_judged_and_its_goods_go_along() {
        long caseId = work.investigatingCase();
        var item = goodsWork.register(goodsWork.hoodies(caseId, "430"));
        var approved = work.step(
                ReferralWork.HEAD,
                ReferralWork.done(work.attemptProposal(ReferralWork.OFFICER, caseId, "")),
                (room, step) -> room.approve(step, "同意", false));
        var received = work.step(ReferralWork.POLICE, work.send(approved), Referrals::receive);
        var accepted = work.step(ReferralWork.POLICE, received, (room, step) -> room.accept(step, "受案7"));
        var asked = work.step(ReferralWork.POLICE, accepted, (room, step) -> room.askMore(step, "销售记录的原件"));
        var supplied = work.step(ReferralWork.OFFICER, asked, (room, step) -> room.supply(step, "销售记录原件1册"));
        var extended = work.step(ReferralWork.POLICE, supplied, (room, step) ->
                room.extend(step, Paper.Extension.COMPLEX, "分局局长", "跨区域"));
        var declined = work.step(ReferralWork.POLICE, extended, (room, step) -> room.decline(step, "不能认定明知"));
        var reconsidered = work.step(ReferralWork.OFFICER, declined, (room, step) -> room.askReconsideration(step, "有聊天记录"));
        var upheld = work.step(ReferralWork.POLICE, reconsidered, (room, step) -> room.uphold(step, "仍不能认定"));
        var suggested = work.step(ReferralWork.OFFICER, upheld, (room, step) -> room.askSupervision(step, "应当立案"));
        var reasons = work.step(ReferralWork.PROSECUTOR, suggested, (room, step) -> room.askReasons(step, "说明明知的认定"));
        var given = work.step(ReferralWork.POLICE, reasons, (room, step) -> room.giveReasons(step, "证据不足"));
        var ordered = work.step(ReferralWork.PROSECUTOR, given, (room, step) -> room.orderFiling(step, "聊天记录足以证明"));
        var filed = work.step(ReferralWork.POLICE, ordered, (room, step) -> room.file(step, "立字7"));
        var handedOver = work.step(ReferralWork.OFFICER, filed, (room, step) -> room.handOver(step, "卷宗2册，物品1项"));

        assertThat(persons.as(ReferralWork.OFFICER, () -> goods.find(item.id()).orElseThrow()).quantity(Account.TRANSFERRED).plain())
                .isEqualTo("430");
        assertThat(persons.as(ReferralWork.POLICE, () -> goods.find(item.id()))).isPresent();
        assertThat(handedOver.dossier().paper(Paper.HandedOver.class).orElseThrow().goods()).isEqualTo(1);

        var concluded = work.step(ReferralWork.POLICE, handedOver, (room, step) -> room.conclude(
                step, new Paper.Investigated(Paper.Investigation.TO_PROSECUTION, work.today(), "起诉意见书7", "查明")));
        var prosecuted = work.step(ReferralWork.PROSECUTOR, concluded, (room, step) ->
                room.prosecute(step, work.today(), "起诉书7", work.court(concluded)));
        assertThat(persons.as(ReferralWork.CLERK, () -> referrals.find(prosecuted.dossier().id())))
                .as("the court sees it from the prosecution on")
                .isPresent();
        var judged = work.step(ReferralWork.CLERK, prosecuted, (room, step) -> room.judge(step, new Paper.Judged(
                Paper.Judgment.PUNISHED, work.today(), "杭州市西湖区人民法院", "刑初7", "有期徒刑一年，并处罚金", "侵权商品430件没收，由移送机关销毁")));

        assertThat(judged.stage()).isEqualTo(Stage.PUNISHED);
        assertThat(work.titles(ReferralWork.PROSECUTOR, judged)).containsExactly(
                "涉嫌犯罪案件移送书", "涉嫌犯罪案件情况调查报告", "涉案物品清单", "涉嫌犯罪案件移送书（回执）", "补正材料通知书",
                "不予立案通知书", "提请复议函", "复议决定通知书", "立案监督建议书", "要求说明不立案理由通知书", "不立案理由说明书",
                "通知立案书", "立案通知书");
        // Judged: another referral of the case could be opened, were there new facts.
        assertThat(statistics(ReferralWork.PROSECUTOR)).satisfies(row -> {
            assertThat(row.filed()).isPositive();
            assertThat(row.declined()).isPositive();
            assertThat(row.referred()).isGreaterThanOrEqualTo(row.accepted());
        });
    }

    private ReferralStatistics.Row statistics(String who) {
        return persons.as(who, () -> statistics.between(work.today(), work.today(), ReferralStatistics.By.AGENCY)).getFirst();
    }

    @Test
    void strangers_count_nothing() {
        work.filed();

        assertThat(persons.as("fang.qing", () -> statistics.between(work.today(), work.today(), ReferralStatistics.By.COUNTY))).isEmpty();
        assertThat(persons.as("ye.zhou", () -> statistics.between(work.today(), work.today(), ReferralStatistics.By.PROVINCE)))
                .singleElement()
                .satisfies(row -> assertThat(row.filed()).isPositive());
    }

    @Test
    void what_is_not_prosecuted_comes_back_with_an_opinion_and_is_answered() {
        var concluded = work.step(ReferralWork.POLICE, work.filed(), (room, step) -> room.conclude(
                step, new Paper.Investigated(Paper.Investigation.TO_PROSECUTION, work.today(), "起诉意见书8", "查明")));
        var refrained = work.step(ReferralWork.PROSECUTOR, concluded, (room, step) -> room.refrain(step, new Paper.NotProsecuted(
                Paper.NonProsecution.MINOR, work.today(), "不起诉决定书8", "初犯，数额刚达标准，已赔偿")));
        var reversed = work.step(ReferralWork.PROSECUTOR, refrained, (room, step) -> room.reverse(step, "建议没收违法所得并处罚款。"));
        var replied = work.step(ReferralWork.OFFICER, reversed, (room, step) -> room.reply(step, "已作出行政处罚决定。"));

        assertThat(replied.stage()).isEqualTo(Stage.REPLIED);
        assertThat(work.titles(ReferralWork.OFFICER, replied)).endsWith("检察意见书", "处理情况回复函");
    }

    @Test
    void what_the_police_withdraw_they_hand_back_and_what_is_no_matter_of_theirs_they_return() {
        var withdrawn = work.step(ReferralWork.POLICE, work.filed(), (room, step) -> room.conclude(
                step, new Paper.Investigated(Paper.Investigation.WITHDRAWN, work.today(), "撤案决定书9", "情节显著轻微")));
        var back = work.step(ReferralWork.POLICE, withdrawn, (room, step) -> room.handBack(step, "依法应当给予行政处罚。"));
        var returned = work.step(ReferralWork.POLICE, work.received(), (room, step) -> room.giveBack(step, "属于民事纠纷。"));

        assertThat(back.stage()).isEqualTo(Stage.REVERSED);
        assertThat(work.titles(ReferralWork.OFFICER, back)).endsWith("移送行政机关处理通知书");
        assertThat(returned.stage()).isEqualTo(Stage.RETURNED);
        // The agency may turn to another authority or, with new evidence, to the police again.
        assertThat(ReferralWork.codes(work.attemptProposal(ReferralWork.OFFICER, returned.dossier().matter().caseId(), ""))).isEmpty();
    }

    @Test
    void a_decline_that_is_accepted_gives_the_case_back_to_the_agency() {
        var back = work.step(ReferralWork.HEAD, work.declined(), (room, step) -> room.takeBack(step, "继续行政处罚程序。"));
        var ended = work.step(
                ReferralWork.PROSECUTOR,
                work.step(ReferralWork.OFFICER, work.declined(), (room, step) -> room.askSupervision(step, "应当立案")),
                (room, step) -> room.endSupervision(step, "不立案理由成立。"));

        assertThat(back.stage()).isEqualTo(Stage.NOT_FILED);
        assertThat(ended.stage()).isEqualTo(Stage.NOT_FILED);
    }

    @Test
    void the_case_stands_still_meanwhile_and_goes_on_when_it_is_taken_back() {
        long caseId = work.investigatingCase();
        var proposed = ReferralWork.done(work.attemptProposal(ReferralWork.OFFICER, caseId, ""));
        var approved = persons.as(ReferralWork.HEAD, () -> ReferralWork.done(referrals.approve(
                new Step(proposed.dossier().id(), proposed.dossier().version(), ""), "同意", true)));

        assertThat(persons.as(ReferralWork.OFFICER, () -> cases.find(caseId).orElseThrow()).docket().suspension()).isPresent();
        var accepted = work.step(
                ReferralWork.POLICE,
                work.step(ReferralWork.POLICE, work.send(approved), Referrals::receive),
                (room, step) -> room.accept(step, "受案10"));
        var declined = work.step(ReferralWork.POLICE, accepted, (room, step) -> room.decline(step, "没有犯罪事实"));
        work.step(ReferralWork.HEAD, declined, (room, step) -> room.takeBack(step, "继续行政处罚程序。"));

        assertThat(persons.as(ReferralWork.OFFICER, () -> cases.find(caseId).orElseThrow()).docket().suspension()).isEmpty();
    }
}
