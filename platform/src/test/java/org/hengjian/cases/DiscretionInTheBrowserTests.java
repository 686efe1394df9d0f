package org.hengjian.cases;

import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A penalty is weighed in real Chromium: the range looked at, a figure refused, one kept and carried to the proposal. */
@OnThePlatform
@Tag("browser")
class DiscretionInTheBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWork work;

    @Test
    void a_person_weighs_beside_the_range_and_the_figure_is_carried_on() {
        work.decided();
        String page = "/cases/" + work.investigating().docket().id();
        try (var browser = Browser.desktop(port)) {
            browser.signIn(CaseWork.OFFICER).go(page + "/discretion").sees("还没有认定事实").isAccessible();
            browser.choose("fineBasis", "商标侵权罚款").click("看幅度").sees("年限内").sees("建议档次：一般").isAccessible().picture("discretion-range");
            browser.type("fine", "300000").choose("severity", "一般").type("reasons", "未见从轻、从重情节。").submit();
            browser.sees("按现有事实上限是 250,000.00 元").isAccessible().picture("discretion-above");
            browser.type("fine", "60000").submit();
            browser.sees("裁量已记入案卷").isAccessible().picture("discretion-on-the-case");
        }
        try (var phone = Browser.phone(port)) {
            phone.signIn(CaseWork.OFFICER).go(page + "/discretion?lang=en").sees("Range of the law").isAccessible().picture("discretion-phone-en");
            phone.go(page + "?lang=zh-CN");
        }
    }
}
