package org.hengjian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The main path as people walk it in Chromium: a file of offers in, a lead looked into, a case filed from it. */
@OnThePlatform
class MainPathTests {

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Test
    void an_offer_becomes_a_lead_and_the_lead_a_case() throws IOException {
        Path file = Files.writeString(
                folder.resolve("offers.csv"),
                """
                id,title,price,seller,platform,region
                MP-1,耐克 高仿 A货 运动鞋 1:1 懂的来,129.00,主路试用鞋铺,集市乙,330106
                MP-2,适用于小米手机的钢化膜,9.90,主路试用贴膜,集市乙,330106
                """);
        try (var browser = Browser.desktop(port)) {
            browser.signIn("shen.zhiyao").sees("工作台").go("/intake/new");
            browser.choose("source", "新来源…").type("name", "主路试用").upload("file", file).click("开始接入");
            browser.sees("确认列对应").click("确认并读取").sees("收下 2");

            browser.until(it -> it.go("/leads?q=主路试用鞋铺").says("主路试用鞋铺"));
            browser.isAccessible().picture("main-path-leads");
            String lead = browser.find("tbody tr[data-open]").getDomAttribute("data-open");
            browser.go(java.util.Objects.requireNonNull(lead)).sees("耐克").isAccessible().picture("main-path-lead");
            browser.click("开始核查").sees("记录核查");
            browser.type("notes", "网店在售，图片有涉案商标。").type("place", "集市乙网店");
            browser.driver().executeScript(
                    "document.querySelector('input[name=outcome][value=CONFIRMED]').checked = true;"
                            + "const day = document.getElementById('visitedOn'); if (!day.value) day.value = day.max;");
            browser.click("保存核查记录").sees("核查属实");

            browser.click("立案…").sees("提请立案");
            browser.type("partyAddress", "杭州市西湖区文三路1号").type("cause", "销售侵犯注册商标专用权的商品")
                    .type("place", "集市乙网店").type("ground", "有证据初步证明存在违法行为");
            assertThat(browser.find("input[name=partyName]").getDomProperty("value")).isEqualTo("主路试用鞋铺");
            browser.driver().executeScript(
                    "document.querySelectorAll('input[name=officers]').forEach((box, at) => { box.checked = at < 2 });"
                            + "document.querySelector('form[data-guard] button[type=submit]').click()");
            browser.sees("待批准立案");
            String filed = browser.address();

            browser.signIn("jiang.lin").sees("工作台").go(filed + "/approve").sees("批准立案");
            browser.driver().executeScript("document.querySelector('form[data-guard] button[type=submit]').click()");
            browser.sees("已立案").isAccessible().picture("main-path-case");

            browser.signIn("shen.zhiyao").sees("工作台");
            browser.until(it -> it.go(lead).says("已立案"));
            browser.go("/search?q=主路试用鞋铺").sees("找到 2 条").isAccessible();
            browser.signIn("fang.qing").sees("工作台").go(lead).sees("找不到这个页面");
            browser.go(filed).sees("找不到这个页面");
        }
    }
}
