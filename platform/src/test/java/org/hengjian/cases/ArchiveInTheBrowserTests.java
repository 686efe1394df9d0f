package org.hengjian.cases;

import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Archiving and reopening in real Chromium. */
@OnThePlatform
@Tag("browser")
class ArchiveInTheBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWork work;

    @Test
    void a_closed_case_is_archived_and_reopened() {
        String page = "/cases/" + work.closedId();
        try (var browser = Browser.desktop(port)) {
            browser.signIn(CaseWork.OFFICER).go(page).sees("立卷归档").isAccessible();
            browser.go(page + "/archive").isAccessible().submit();
            browser.sees("还要改这些").isAccessible().type("shelf", "档案室三柜").submit();
            browser.sees("卷内 12 件").sees("卷内目录").isAccessible();
            browser.driver().executeScript("document.getElementById('aside-archive').scrollIntoView({behavior: 'instant'})");
            browser.picture("archive-archived");
            browser.signIn(CaseWork.HEAD).go(page + "/reopen").isAccessible().type("ground", "决定被撤销").submit();
            browser.sees("重新调查处理").sees("调查中").isAccessible();
        }
    }

    @Test
    void the_same_on_a_phone_in_english() {
        String page = "/cases/" + work.closedId();
        try (var browser = Browser.phone(port)) {
            browser.signIn(CaseWork.OFFICER).go(page + "/archive?lang=en").isAccessible().type("shelf", "A3").submit();
            browser.sees("Archived on").isAccessible().picture("archive-archived-phone-en");
            browser.signIn(CaseWork.HEAD).go(page + "/reopen?lang=en").isAccessible();
            browser.choose("reopening", "Go on with the execution").type("ground", "商品没有处理完").submit();
            browser.sees("Executed again since").isAccessible();
            browser.go(page + "?lang=zh-CN").sees("恢复执行");
        }
    }
}
