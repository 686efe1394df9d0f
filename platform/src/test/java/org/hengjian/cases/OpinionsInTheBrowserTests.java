package org.hengjian.cases;

import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Opinions of experts and right holders in real Chromium. */
@OnThePlatform
@Tag("browser")
class OpinionsInTheBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWork work;

    @Test
    void an_opinion_comes_is_told_and_another_one_is_refused() {
        String page = "/cases/" + work.investigating().docket().id();
        try (var browser = Browser.desktop(port)) {
            browser.signIn(CaseWork.OFFICER).go(page).sees("登记鉴定、辨认意见").go(page + "/commission-testing");
            browser.choose("testing", "鉴定").type("institution", "省知识产权鉴定中心").type("subject", "带标卫衣 3 件").type("question", "商标标识是否相同");
            browser.driver().executeScript(
                    "document.getElementsByName('until')[0].value = arguments[0]", work.today().plusDays(20).toString());
            browser.submit();
            browser.sees("告知的期间至 " + work.today().plusDays(20));
            browser.go(page + "/record-opinion").sees("省知识产权鉴定中心").isAccessible();
            browser.choose("standing", "权利人").type("qualification", "鉴定机构许可证 浙鉴001").type("signers", "周若水、何见山").submit();
            browser.sees("还要改这些").isAccessible().picture("opinion-errors");
            browser.type("method", "外观比对、显微观察").type("opinionConclusion", "标识与注册商标相同。").submit();
            browser.sees("权利人的意见不是鉴定意见").isAccessible().picture("opinion-refused");
            browser.choose("standing", "具有法定资质的机构").submit();
            browser.sees("还没有告知当事人").isAccessible();
            block(browser, "opinion-untold");
            browser.go(page + "/finish").sees("先办“告知鉴定、辨认意见”").isAccessible();
            browser.go(page + "/tell-opinion").isAccessible().picture("opinion-tell").type("recipient", "赵小禾").submit();
            browser.sees("鉴定意见告知书").isAccessible();
            browser.go(page + "/ask-new-opinion").isAccessible().type("ground", "没有比对吊牌").submit();
            browser.sees("当事人申请重新鉴定");
            browser.signIn(CaseWork.HEAD).go(page + "/decide-new-opinion").sees("没有比对吊牌").isAccessible();
            browser.choose("newOpinion", "不予重新鉴定").type("ground", "原鉴定程序合法、方法适当。").submit();
            browser.sees("重新鉴定申请处理通知书").isAccessible();
            block(browser, "opinion-decided");
        }
    }

    @Test
    void a_right_holder_identifies_goods_on_a_phone_in_english() {
        String page = "/cases/" + work.investigating().docket().id();
        try (var browser = Browser.phone(port)) {
            browser.signIn(CaseWork.OFFICER).go(page + "/record-opinion?lang=en").sees("By what right").isAccessible();
            browser.choose("opinionKind", "Identification by the right holder").choose("standing", "Authorised by the right holder");
            browser.type("giver", "衡溪服饰股份有限公司").type("qualification", "商标注册证第1234567号，授权书").type("signers", "许知白");
            browser.type("question", "是否本公司生产").type("opinionConclusion", "不是本公司生产或者许可生产。").picture("opinion-phone-en").submit();
            browser.sees("Identification by 衡溪服饰股份有限公司 came on").isAccessible();
            block(browser, "opinion-identified-phone-en");
            browser.go(page + "?lang=zh-CN").sees("的辨认、鉴别意见");
        }
    }

    private static void block(Browser browser, String picture) {
        browser.driver().executeScript("document.getElementById('aside-opinions').scrollIntoView({behavior: 'instant'})");
        browser.picture(picture);
    }
}
