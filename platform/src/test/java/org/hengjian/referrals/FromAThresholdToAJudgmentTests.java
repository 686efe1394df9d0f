package org.hengjian.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import org.hengjian.cases.FactWork;
import org.hengjian.evidence.EvidenceWork;
import org.hengjian.goods.GoodsWork;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

/**
 * A whole case by officer, head, police, prosecutor and clerk in turn: it crosses the threshold, is referred, declined,
 * reconsidered, supervised, filed and judged. Its pictures are those of the guide.
 */
@OnThePlatform
@Tag("browser")
class FromAThresholdToAJudgmentTests {

    @LocalServerPort
    int port;

    @Autowired
    ReferralWork work;

    @Autowired
    FactWork facts;

    @Autowired
    GoodsWork goods;

    @Autowired
    EvidenceWork evidence;

    @Autowired
    MessageSource messages;

    private String say(String key) {
        return Objects.requireNonNull(messages.getMessage(key, null, Locale.CHINESE));
    }

    private static Browser as(Browser browser, String who, String path) {
        return browser.signIn(who).go(path);
    }

    /** One step as its person takes it: each name of a field with what is typed there. */
    private static Browser step(Browser browser, String who, String page, Verb verb, String... typed) {
        as(browser, who, page + "/" + verb.path());
        for (int i = 0; i < typed.length; i += 2) {
            browser.type(typed[i], typed[i + 1]);
        }
        return browser.submit();
    }

    private String state(Stage stage) {
        return say("referrals.state." + stage);
    }

    @Test
    void a_case_crosses_the_threshold_and_is_referred_declined_supervised_filed_and_judged() {
        long id = facts.investigatingWithSales("51100");
        goods.register(goods.hoodies(id, "430"));
        evidence.received(id, "仓库现场.png", EvidenceWork.picture(id));
        try (var browser = Browser.desktop(port)) {
            String page = refer(browser, id);
            decline(browser, page, id);
            supervise(browser, page);
            judge(browser, page);
            everybodyKnows(browser, page, id);
        }
    }

    private String refer(Browser browser, long id) {
        browser.signIn(ReferralWork.OFFICER)
                .until(it -> it.go("/referrals/case/" + id).says("移送提示"))
                .isAccessible();
        browser.click("提请移送").sees("涉嫌罪名");
        browser.choose("crime", say("statutes.crime.214"))
                .type("evidence", "现场笔录1份；销售记录1份；权利人辨认意见1份。")
                .type("opinion", "销售金额已达五万元，涉嫌销售假冒注册商标的商品罪，建议移送公安机关。")
                .submit();
        browser.sees(state(Stage.PROPOSED));
        String page = browser.address();
        as(browser, ReferralWork.HEAD, page + "/approve").choose("suspend", say("referrals.suspend.YES")).submit();
        browser.sees(state(Stage.APPROVED));
        step(browser, ReferralWork.OFFICER, page, Verb.SEND,
                "tests", "权利人辨认意见1份（HX-2026-17）。", "materials", "现场笔录、询问笔录各1份，销售记录1册。");
        browser.sees(state(Stage.SENT)).isAccessible().picture("referral-sent");
        browser.go("/cases/" + id).sees("中止");
        return page;
    }

    private void decline(Browser browser, String page, long id) {
        step(browser, ReferralWork.POLICE, page, Verb.RECEIVE).sees(state(Stage.RECEIVED));
        step(browser, ReferralWork.POLICE, page, Verb.ACCEPT, "register", "杭西公受案字〔2026〕17号").sees(state(Stage.ACCEPTED));
        browser.until(it -> it.go("/evidence/case/" + id).says("仓库现场.png")).isAccessible().picture("referral-evidence");
        assertThat(browser.all("#receive")).as("to read, not to add").isEmpty();
        browser.go("/goods/case/" + id).sees("连帽卫衣").isAccessible();
        browser.until(it -> it.go("/due?whose=MINE&object=referral").says(say("referrals.duty.referral.police-decide")))
                .isAccessible()
                .picture("due-police");
        browser.click(say("referrals.duty.referral.police-decide")).sees("怎样算出来的").isAccessible();
        step(browser, ReferralWork.POLICE, page, Verb.DECLINE, "reasons", "现有证据不足以认定当事人明知是假冒商品。");
        browser.sees(state(Stage.DECLINED)).isAccessible();
    }

    private void supervise(Browser browser, String page) {
        step(browser, ReferralWork.OFFICER, page, Verb.ASK_RECONSIDERATION, "reasons", "进货价不到市场价的一成，且曾因同类行为受罚，足以认定明知。")
                .sees(state(Stage.RECONSIDERATION_ASKED));
        step(browser, ReferralWork.POLICE, page, Verb.UPHOLD, "reasons", "进货价不能单独证明明知。").sees(state(Stage.UPHELD));
        step(browser, ReferralWork.OFFICER, page, Verb.ASK_SUPERVISION, "reasons", "聊天记录中当事人自称“高仿”，应当立案。")
                .sees(state(Stage.SUPERVISION_ASKED));
        step(browser, ReferralWork.PROSECUTOR, page, Verb.ASK_REASONS, "what", "请说明对聊天记录的审查情况和不立案的理由。")
                .sees(state(Stage.REASONS_ASKED));
        step(browser, ReferralWork.POLICE, page, Verb.GIVE_REASONS, "reasons", "聊天记录未经电子数据检验。").sees(state(Stage.REASONS_GIVEN));
        step(browser, ReferralWork.PROSECUTOR, page, Verb.ORDER_FILING, "reasons", "聊天记录与销售记录相互印证，不立案理由不能成立。")
                .sees(state(Stage.FILING_ORDERED));
        browser.isAccessible().picture("referral-supervised");
        step(browser, ReferralWork.POLICE, page, Verb.FILE, "decision", "杭西公立字〔2026〕17号").sees(state(Stage.FILED));
        step(browser, ReferralWork.OFFICER, page, Verb.HAND_OVER, "done", "案卷2册，连帽卫衣430件。").sees(say("referrals.paper.HandedOver"));
    }

    private void judge(Browser browser, String page) {
        as(browser, ReferralWork.POLICE, page + "/conclude")
                .choose("investigation", say("referrals.investigation.TO_PROSECUTION"))
                .type("reference", "杭西公诉字〔2026〕17号")
                .type("what", "查明销售金额五万一千一百元，移送审查起诉。")
                .submit();
        browser.sees(state(Stage.UNDER_PROSECUTION));
        as(browser, ReferralWork.CLERK, page).sees(say("shell.error.404.title"));
        as(browser, ReferralWork.PROSECUTOR, page + "/prosecute")
                .isAccessible()
                .choose("courtOffice", "杭州市西湖区人民法院")
                .type("reference", "杭西检刑诉〔2026〕17号")
                .submit();
        browser.sees(state(Stage.PROSECUTED));
        as(browser, ReferralWork.CLERK, page + "/judge")
                .isAccessible()
                .choose("judgment", say("referrals.judgment.PUNISHED"))
                .type("reference", "（2026）浙0106刑初17号")
                .type("sentence", "犯销售假冒注册商标的商品罪，判处有期徒刑六个月，缓刑一年，并处罚金人民币三万元。")
                .type("goodsDisposal", "随案移送的连帽卫衣430件予以没收，由扣押机关销毁。")
                .submit();
        browser.sees(state(Stage.PUNISHED)).isAccessible();
    }

    private void everybodyKnows(Browser browser, String page, long id) {
        as(browser, ReferralWork.OFFICER, page).sees("由扣押机关销毁").isAccessible().picture("referral-judged");
        browser.go("/goods/case/" + id).sees("430");
        as(browser, ReferralWork.PROSECUTOR, "/referrals/statistics").sees("杭州市西湖区").isAccessible().picture("referral-statistics");
        as(browser, "fang.qing", page).sees(say("shell.error.404.title"));
    }
}
