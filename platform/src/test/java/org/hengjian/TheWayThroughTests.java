package org.hengjian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every object leads on to what became of it and back to where it came from: file, listing, lead, shop. */
@OnThePlatform
@Tag("browser")
class TheWayThroughTests {

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Test
    void from_the_file_to_the_lead_to_its_listing_and_to_the_shop_and_back() throws IOException {
        Path file = Files.writeString(
                folder.resolve("offers.csv"),
                """
                编号,标题,价格,店铺,平台,地区
                W-1,衡溪 高仿 A货 卫衣 1:1,129.00,来去鞋铺,来去集市,330106
                W-2,适用于小米手机的钢化膜,9.90,来去鞋铺,来去集市,330106
                """);
        try (var browser = Browser.desktop(port)) {
            browser.signIn("shen.zhiyao").go("/intake/new").choose("source", "新来源…").type("name", "来去").upload("file", file);
            browser.click("开始接入").sees("确认列对应").click("确认并读取");
            browser.until(it -> it.find("#n-received").getText().equals("2"));
            // Screening follows the reading; the page that is open says so as soon as it has.
            browser.sees("列为线索 1 条").isAccessible();
            browser.click("列为线索 1 条").sees("衡溪").click("衡溪").sees("分数从哪里来");
            browser.go(Objects.requireNonNull(browser.find(".hj-panel a.btn").getDomAttribute("href"))).sees("来去鞋铺");
            String lead = browser.address();

            browser.click("第 2 行").sees("后来怎样了").isAccessible().click("线索 X-");
            assertThat(browser.address()).isEqualTo(lead);

            browser.until(it -> !it.go(lead).all("main a[href^='/parties/shops/']").isEmpty());
            browser.click("来去鞋铺").sees("线索与案件").sees("高仿").isAccessible();
            browser.click("X-").until(it -> it.address().equals(lead));
        }
    }
}
