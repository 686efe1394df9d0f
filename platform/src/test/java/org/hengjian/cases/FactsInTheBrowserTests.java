package org.hengjian.cases;

import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Facts are established and read in real Chromium: empty, with errors, below, met. */
@OnThePlatform
@Tag("browser")
class FactsInTheBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWork work;

    @Test
    void facts_are_established_with_their_bases_and_weighed_against_each_crime() {
        work.decided();
        String page = "/cases/" + work.investigating().docket().id();
        try (var browser = Browser.desktop(port)) {
            browser.signIn(CaseWork.OFFICER).go(page + "/facts").sees("还没有认定事实").isAccessible().picture("facts-none");
            browser.go(page + "/establish").isAccessible().picture("facts-form");
            browser.type("sales", "51,100.00").choose("role", "销售者").choose("object", "商品").submit();
            browser.sees("还要改这些").sees("销售金额：没有写依据").isAccessible().picture("facts-form-errors");
            browser.type("salesBasis", "账册第3页").type("illegalGain", "21000.5").type("illegalGainBasis", "询问笔录第2页");
            browser.type("unsoldValue", "68900").type("unsoldValueBasis", "财物清单").type("kinds", "1").tick("[name=taken]");
            browser.click("再加一个行为").sees("行为 2").isAccessible();
            browser.submit();
            browser.sees("214 销售假冒注册商标的商品罪").sees("达到").sees("未经人确认").isAccessible().picture("facts-met");
            browser.find("#thresholds details summary").click();
            browser.picture("facts-met-law");
            browser.go(page).sees("看比对").isAccessible().picture("facts-on-the-case");
        }
        try (var phone = Browser.phone(port)) {
            phone.signIn(CaseWork.OFFICER).go(page + "/facts?lang=en").sees("Criminal thresholds").isAccessible().picture("facts-met-phone-en");
            phone.go(page + "/establish?lang=en").isAccessible().picture("facts-form-phone-en");
            phone.go(page + "?lang=zh-CN");
        }
    }
}
