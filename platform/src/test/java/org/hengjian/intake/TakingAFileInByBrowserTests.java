package org.hengjian.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An officer takes files in: by the page, in both languages, on the desk and on the phone. */
@OnThePlatform
@Tag("browser")
class TakingAFileInByBrowserTests {

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Test
    void an_officer_brings_a_dirty_file_confirms_its_columns_and_sees_every_row_accounted_for() {
        try (var browser = Browser.desktop(port).signIn("lu.wendi")) {
            browser.go("/intake/new").isAccessible().picture("intake-new");
            browser.choose("source", "新来源…").type("name", "云市集 浏览器");
            browser.upload("file", TakingFilesInTests.samples().resolve("listings-dirty.csv"));
            browser.click("开始接入").sees("确认列对应");

            browser.sees("文件的前几行").isAccessible().picture("intake-mapping");
            browser.click("确认并读取").sees("收下 274 ＋ 退回 24 ＋ 重复 1 ＝ 收到 299");

            browser.sees("“面议”不是一个价格").sees("退回的行").isAccessible().picture("intake-batch");
            browser.click("收下").sees("收下的商品").isAccessible();
            browser.find("tbody tr a").click();
            browser.sees("各版本").isAccessible().picture("intake-listing");
            browser.go("/intake").sees("listings-dirty.csv").isAccessible().picture("intake-list");
            browser.go("/intake/sources").sees("云市集 浏览器").isAccessible().picture("intake-sources");
            browser.go("/intake?q=nothing-has-this-name").sees("没有符合条件的批次").isAccessible();
        }
    }

    @Test
    void a_file_that_is_no_table_is_refused_beside_the_field_and_nothing_typed_is_lost() throws IOException {
        var pdf = Files.writeString(folder.resolve("report.csv"), "%PDF-1.7");
        try (var browser = Browser.desktop(port).signIn("lu.wendi")) {
            browser.go("/intake/new").choose("source", "新来源…").type("name", "写了一半的名称").upload("file", pdf);

            browser.click("开始接入").sees("这是 PDF 文件");

            assertThat(browser.find("input[name=name]").getDomProperty("value")).isEqualTo("写了一半的名称");
            browser.isAccessible().picture("intake-refused");
            assertThat(browser.find("select[name=source]").getText())
                    .as("no source is left behind by a file that was not taken")
                    .doesNotContain("写了一半的名称");
        }
    }

    @Test
    void in_english_and_on_a_phone_it_is_the_same_work() {
        try (var browser = Browser.phone(port).signIn("shen.zhiyao")) {
            browser.go("/intake/new?lang=en").isAccessible().picture("intake-new-phone-en");
            browser.choose("source", "New source…").type("name", "Phone");
            browser.upload("file", TakingFilesInTests.samples().resolve("listings-dirty.csv"));
            browser.click("Take it in").sees("Confirm the columns").isAccessible().picture("intake-mapping-phone-en");
            browser.click("Confirm and read").sees("accepted 274 + rejected 24 + duplicates 1 = received 299");
            browser.isAccessible().picture("intake-batch-phone-en");
            browser.go("/intake").isAccessible().picture("intake-list-phone-en");
            browser.go("/intake/sources").isAccessible().picture("intake-sources-phone-en");
            browser.go("/intake?lang=zh-CN");
        }
    }
}
