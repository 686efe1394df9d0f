package org.hengjian.statutes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.hengjian.law.Law;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The law looked up and asked in Chromium: at the desk in both languages, and on the phone. */
@OnThePlatform
@Tag("browser")
class StatutesInTheBrowserTests {

    private static final String DEADLINE =
            "/calculators/deadline?duty=procedure.verification&start=2026-11-02&extensions=1&from0=2026-11-10&to0=2026-11-11&told0=yes";
    private static final String CRIMES =
            "/calculators/crimes?begun=2024-06-01&role=MAKER&object=GOODS&illegalTurnover=300000&kinds=1";
    private static final String PENALTY =
            "/calculators/penalty?basis=fine.trademark.infringement&actOn=2025-05-01&decidedOn=2025-06-01&illegalTurnover=60000&fine=20000&receivedOn=2025-06-03&paidOn=2025-06-28";
    private static final String COMPETENCE =
            "/calculators/competence?right=trademark&product=cosmetics&channel=online&act=330106&seller=440305&platform=330110";

    @LocalServerPort
    int port;

    @Test
    void an_officer_counts_days_by_hand() {
        try (var browser = Browser.desktop(port)) {
            browser.signIn("shen.zhiyao")
                    .go("/calculators/deadline")
                    .isAccessible()
                    .click("计算")
                    .sees("必填")
                    .isAccessible();
            browser.go(DEADLINE).sees("届满日 2026-12-16").isAccessible().picture("law-deadline");
            browser.click("逐日说明").sees("不计入的时间").isAccessible();
        }
    }

    @Test
    void everything_stands_at_the_desk_in_chinese() {
        try (var browser = Browser.desktop(port)) {
            browser.signIn("shen.zhiyao");
            walk(browser, "", "law-zh");
        }
    }

    @Test
    void everything_stands_at_the_desk_in_english() {
        try (var browser = Browser.desktop(port, Locale.ENGLISH)) {
            browser.signIn("shen.zhiyao");
            walk(browser, "", "law-en");
        }
    }

    @Test
    void everything_fits_a_phone() {
        try (var browser = Browser.phone(port)) {
            browser.signIn("shen.zhiyao");
            walk(browser, "", "law-phone");
            walk(browser, "&lang=en", "law-phone-en");
        }
    }

    @Test
    void an_administrator_weighs_a_file_and_drops_it(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("customs.yaml");
        try (InputStream in = Objects.requireNonNull(Law.class.getResourceAsStream("/law/customs.yaml"))) {
            Files.copy(in, file);
        }
        try (var browser = Browser.desktop(port)) {
            browser.signIn("admin").go("/law-edition").sees("没有待定的文件").isAccessible();
            browser.upload("file", file)
                    .click("加入待定")
                    .sees("与现行版本没有不同")
                    .isAccessible()
                    .picture("law-edition");
            browser.click("全部撤下").sees("没有待定的文件");
        }
    }

    private static void walk(Browser browser, String language, String name) {
        browser.go(DEADLINE + language).sees("2026-12-16").isAccessible().picture(name + "-deadline");
        browser.go(CRIMES + language).sees("法释〔2025〕5号").isAccessible().picture(name + "-crimes");
        browser.go(PENALTY + language).sees("300,000").isAccessible().picture(name + "-penalty");
        browser.go(COMPETENCE + language).sees("440305").isAccessible().picture(name + "-competence");
        browser.go("/statutes/compare?one=shangbiaofa-2019.md&other=shangbiaofa-2026.md" + language)
                .sees("第七十四条")
                .isAccessible()
                .picture(name + "-compare");
        browser.go("/statutes/two-days?on=2025-04-25&and=2025-04-26" + language)
                .sees("crime.art213.especially-serious")
                .isAccessible()
                .picture(name + "-two-days");
        browser.go("/statutes/instruments/shangbiaofa-2019.md" + language.replace('&', '?'))
                .sees("第一条")
                .isAccessible();
        browser.go("/statutes/parameters/fine.drug.fake" + language.replace('&', '?'))
                .sees("2019-12-01")
                .isAccessible();
        browser.go("/statutes" + language.replace('&', '?')).isAccessible().picture(name + "-list");
    }
}
