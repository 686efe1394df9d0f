package org.hengjian.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import org.hengjian.cases.FactWork;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A referral in real Chromium, by officer, head, police and prosecutor in turn. */
@OnThePlatform
@Tag("browser")
class ReferralsInTheBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    ReferralWork work;

    @Autowired
    FactWork facts;

    @Test
    void officer_head_and_police_bring_a_case_to_its_filing() {
        long id = work.investigatingCase();
        try (var browser = Browser.desktop(port)) {
            browser.signIn(ReferralWork.OFFICER).go("/cases/" + id).click("移送 0").sees("本案还没有移送").isAccessible();
            browser.picture("referrals-case-none").click("提请移送").isAccessible().submit();
            browser.sees("还要改这些").isAccessible().picture("referrals-propose-errors");
            browser.choose("crime", "214 销售假冒注册商标的商品罪")
                    .type("evidence", "现场笔录1份；销售记录1份；权利人辨认意见1份")
                    .type("opinion", "销售金额已达五万元，涉嫌犯罪，建议移送。")
                    .submit();
            browser.sees("待批准移送").isAccessible().picture("referrals-proposed");
            String page = browser.address();
            assertThat(page).matches("/referrals/\\d+");

            browser.signIn(ReferralWork.POLICE).go(page).sees("找不到");
            browser.signIn(ReferralWork.HEAD).go("/referrals").sees("待批准移送").go(page + "/approve").isAccessible().type("remark", "同意").submit();
            browser.sees("待移送").isAccessible();

            browser.signIn(ReferralWork.OFFICER).go(page + "/send").isAccessible().type("tests", "检验报告1份").submit();
            browser.sees("移送材料缺：其他有关涉嫌犯罪的材料").sees("第六条").isAccessible().picture("referrals-send-refused");
            browser.type("materials", "现场笔录、询问笔录各1份").click("先看文书").sees("涉嫌犯罪案件移送书").isAccessible().picture("referrals-proof");
            browser.click("按此办理");
            browser.sees("待签收").sees("涉嫌犯罪案件移送书").isAccessible().picture("referrals-sent");

            browser.signIn(ReferralWork.POLICE).go("/referrals").sees("待签收").isAccessible();
            browser.go(page + "/receive").isAccessible().submit();
            browser.sees("已签收").go(page + "/accept").isAccessible().type("register", "杭西公受案字〔2026〕7号").submit();
            browser.sees("审查中").isAccessible().picture("referrals-accepted");
            browser.go(page + "/file").isAccessible().type("decision", "杭西公立字〔2026〕7号").submit();
            browser.sees("已立案侦查").sees("立案通知书").isAccessible().picture("referrals-filed");
            browser.signIn(ReferralWork.PROSECUTOR).go("/referrals?q=").sees("已立案侦查").go(page).sees("已立案侦查");
            browser.isAccessible().go("/referrals").picture("referrals-list");
        }
    }

    @Test
    void on_a_phone_in_english_the_pages_fit() {
        long id = work.accepted().dossier().id();
        try (var browser = Browser.phone(port)) {
            browser.signIn(ReferralWork.POLICE).go("/referrals/" + id + "?lang=en").sees("Under examination");
            browser.isAccessible().picture("referrals-phone-en");
            browser.go("/referrals").sees("Under examination").isAccessible().picture("referrals-list-phone-en");
            browser.go("/referrals/" + id + "/decline").sees("Reasons").isAccessible();
        }
        try (var browser = Browser.desktop(port, Locale.ENGLISH)) {
            browser.signIn("lin.sen").go("/referrals?state=REPLIED").sees("No referral matches").isAccessible().picture("referrals-list-none-en");
        }
    }

    @Test
    void the_prosecutor_sees_what_is_not_referred_and_asks_and_the_head_answers_with_reasons() {
        long id = facts.investigatingWithSales("51100");
        try (var browser = Browser.desktop(port)) {
            browser.signIn(ReferralWork.PROSECUTOR)
                    .until(it -> it.go("/referrals/radar").says("102.2 %"))
                    .isAccessible()
                    .picture("radar");
            browser.go(Objects.requireNonNull(
                    browser.find("tr[data-open^='/referrals/alerts/']").getDomAttribute("data-open")));
            String page = browser.address();
            browser.sees("达到追诉标准").isAccessible().click("发出问询");
            browser.sees("没填").isAccessible().type("text", "销售金额已达五万元，为什么没有移送？").click("发出问询");
            browser.sees("待 杭州市西湖区市场监督管理局 答复");
            assertThat(browser.says("不移送的理由")).as("a prosecutor puts nothing aside").isFalse();

            browser.signIn(ReferralWork.HEAD).go(page).sees("书面答复").isAccessible().picture("radar-alert");
            browser.type("answer", "正在核实销售记录。").click("答复");
            browser.sees("正在核实销售记录。").click("决定不移送");
            browser.sees("没填").isAccessible().type("reason", "经核实，其中三百件没有售出，未达到标准。").click("决定不移送");
            browser.sees("已记录不移送的理由").sees("其中三百件没有售出").isAccessible().picture("radar-alert-dismissed");
            browser.signIn(ReferralWork.PROSECUTOR).go("/referrals/radar?kind=DISMISSED").sees("其中三百件没有售出").isAccessible();
            browser.go("/referrals/statistics").isAccessible().picture("referrals-statistics");
            browser.signIn(ReferralWork.OFFICER).go("/referrals/case/" + id).sees("移送提示").isAccessible();
            // Of an agency that has no case, whatever other tests leave behind.
            browser.signIn("lin.sen").go("/referrals/radar?kind=SILENT").sees("没有案件").isAccessible().picture("radar-none");
        }
        try (var browser = Browser.phone(port)) {
            browser.signIn("ye.zhou").go("/referrals/radar?kind=DISMISSED&lang=en").sees("Put aside").isAccessible().picture("radar-phone-en");
            browser.go("/referrals/statistics?by=PROVINCE").isAccessible().picture("referrals-statistics-phone-en");
        }
    }
}
