package org.hengjian.agencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator's day: registers a person, who signs in and sets an own password. */
@OnThePlatform
@Tag("browser")
class KeepingPeopleInTheBrowserTests {

    @LocalServerPort
    int port;

    @Test
    void a_new_person_signs_in_with_the_temporary_password() {
        try (var browser = Browser.desktop(port)) {
            browser.signIn("admin").go("/people/new").isAccessible();
            browser.click("登记").sees("还不能保存").isAccessible();
            browser.type("signIn", "tian.he").type("name", "田禾").type("agency", "market-330106");
            browser.tick("input[name=roles][value=OFFICER]");
            browser.click("登记").sees("田禾").sees("临时密码").isAccessible();
            String password = browser.find("#temporary-password").getText();

            browser.driver().manage().deleteAllCookies();
            browser.go("/sign-in").type("name", "tian.he").type("password", password).click("登录").sees("先换成自己的");
            browser.isAccessible();
            browser.type("current", password).type("fresh", "short").type("again", "short").click("换密码");
            browser.sees("12 到 128 个字符");
            browser.type("current", password)
                    .type("fresh", "a long enough phrase")
                    .type("again", "a long enough phrase")
                    .click("换密码")
                    .sees("密码已换");
        }
    }

    @Test
    void whose_name_is_wiped_out_is_asked_for_it_under_the_name_that_is_kept() {
        try (var visitor = Visitor.signedIn(port, "admin")) {
            var person = Pattern.compile("/people/\\d+").matcher(text(visitor.get("/people?q=gu.heng")));
            assertThat(person.find()).isTrue();

            for (var typed : List.of(Map.<String, String>of(), Map.of("name", " "))) {
                assertThat(text(visitor.post(person.group(), typed))).contains("<h1>顾衡</h1>").contains("这一项必填");
            }
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void who_may_review_the_law_is_kept_with_number_and_day_and_each_change_is_logged() {
        try (var browser = Browser.desktop(port)) {
            // Elsewhere, so that nobody is offered another reviewer here.
            browser.signIn("admin").go("/people/new").type("signIn", "fa.ming").type("name", "法明").type("agency", "market-330110");
            browser.tick("input[name=roles][value=REVIEWER]");
            browser.type("legalCertificate", "证书第1号").click("登记").sees("证书编号只有大写字母和数字").sees("这一项必填").isAccessible()
                    .picture("people-qualification-errors");
            browser.type("legalCertificate", "a20193301060777");
            day(browser, "legalCertifiedOn", "2999-01-01");
            browser.click("登记").sees("不能晚于今天");
            day(browser, "legalCertifiedOn", "2020-03-16");
            browser.click("登记").sees("临时密码").isAccessible().picture("people-qualification");
            browser.go("/people?q=fa.ming").sees("法律职业资格").isAccessible();
            browser.go("/audit?deed=agencies.qualify-for-review").sees("A20193301060777").sees("2020-03-16");
        }
        try (var phone = Browser.phone(port)) {
            phone.signIn("tang.yue").go("/people?q=gu.heng&lang=en").sees("Legal qualification").isAccessible().click("顾衡")
                    .sees("Number of the legal qualification certificate").isAccessible().picture("people-qualification-phone-en");
        }
    }

    private static void day(Browser browser, String field, String day) {
        browser.driver().executeScript("document.getElementsByName(arguments[0])[0].value = arguments[1]", field, day);
    }

    @Test
    void the_register_reads_well_on_a_phone_and_in_english() {
        try (var browser = Browser.phone(port)) {
            browser.go("/sign-in?lang=en").isAccessible().signIn("tang.yue");
            browser.go("/agencies?lang=en").sees("Agencies").isAccessible().picture("agencies-phone-en");
            browser.go("/components").isAccessible();
            browser.go("/search?q=杭州").isAccessible();
            browser.go("/audit").isAccessible();
            browser.go("/statutes").isAccessible();
            browser.go("/statutes/parameters/procedure.verification").sees("procedure.verification").isAccessible();
            browser.go("/nowhere").sees("Page not found").isAccessible();
        }
    }
}
