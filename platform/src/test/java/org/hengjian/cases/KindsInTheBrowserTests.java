package org.hengjian.cases;

import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The kinds of case in real Chromium: read by an officer, added by a reviewer. */
@OnThePlatform
@Tag("browser")
class KindsInTheBrowserTests {

    @LocalServerPort
    int port;

    @Test
    void kinds_are_read_and_the_next_version_is_added() {
        try (var browser = Browser.desktop(port)) {
            browser.signIn(CaseWork.OFFICER).go("/case-kinds").sees("商标侵权").isAccessible().picture("kinds");
            browser.go("/case-kinds/trademark/1").sees("第六十二条第一款第四项").isAccessible().picture("kind");
            browser.go("/cases/new").sees("案件类型").isAccessible().picture("kinds-filing");
            browser.signIn(CaseWork.REVIEWER).go("/case-kinds/new?of=seed").isAccessible();
            browser.type("source", "kind: seed\nversion: two").submit();
            browser.sees("没有添加，先改这些").sees("第 2 行 version：要写不小于 1 的整数。").isAccessible().picture("kinds-faults");
            browser.go("/case-kinds/new?of=seed").submit();
            browser.sees("第 2 版").isAccessible();
        }
        try (var phone = Browser.phone(port)) {
            phone.signIn(CaseWork.OFFICER).go("/case-kinds/trademark/1?lang=en").sees("Measures allowed").isAccessible().picture("kind-phone-en");
            phone.go("/case-kinds?lang=en").isAccessible().go("/case-kinds?lang=zh-CN");
        }
    }
}
