package org.hengjian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The main path as people walk it in Chromium, from a file of offers to a closed case and its printed decision: officer,
 * reviewer and head in turn, in Chinese, in English and on a phone. The words come from the message files, so that a
 * button is found by what it says in either language.
 */
@OnThePlatform
@Tag("browser")
class MainPathTests {

    private static final String OFFICER = "shen.zhiyao";
    private static final String REVIEWER = "gu.heng";
    private static final String HEAD = "jiang.lin";
    private static final String FOREIGN = "fang.qing";

    /** Real titles, where somebody has them: {@code -Dhengjian.titles=FILE}, one JSON object a line with a title. */
    private static final Path TITLES =
            Path.of(System.getProperty("hengjian.titles", "../../shared/data/titles/dev_zh_titles.jsonl"));

    @LocalServerPort
    int port;

    @Autowired
    MessageSource messages;

    @Autowired
    JsonMapper json;

    @TempDir
    Path folder;

    @Test
    void an_offer_in_a_file_becomes_a_decided_and_closed_case() throws IOException {
        try (var browser = Browser.desktop(port)) {
            new Walk(browser, Locale.CHINESE, "主路甲鞋铺").fromFileToClosedCase(twoOffers("甲", "主路甲鞋铺"), "主路甲", 2);
        }
    }

    @Test
    void the_same_path_in_english() throws IOException {
        try (var browser = Browser.desktop(port, Locale.ENGLISH)) {
            new Walk(browser, Locale.ENGLISH, "主路乙鞋铺").fromFileToClosedCase(twoOffers("乙", "主路乙鞋铺"), "Main path", 2);
        }
    }

    @Test
    void the_same_path_on_a_phone() throws IOException {
        try (var browser = Browser.phone(port)) {
            new Walk(browser, Locale.CHINESE, "主路丙鞋铺").fromFileToClosedCase(twoOffers("丙", "主路丙鞋铺"), "主路丙", 2);
        }
    }

    @Test
    void a_real_file_of_thousands_of_titles_goes_the_whole_way() throws IOException {
        assumeThat(TITLES).as("a file of real titles; -Dhengjian.titles=FILE names one").exists();
        var rows = new AtomicInteger();
        Path file = folder.resolve("real-titles.jsonl");
        try (var lines = Files.lines(TITLES);
                var out = Files.newBufferedWriter(file)) {
            for (String line : (Iterable<String>) lines::iterator) {
                var title = json.readTree(line).path("title").asString("");
                if (!title.isBlank()) {
                    int n = rows.incrementAndGet();
                    out.write(json.writeValueAsString(Map.of(
                            "编号", "R-" + n, "商品标题", title, "店铺", "真实标题" + n % 40 + "号店", "地区", "330106")));
                    out.newLine();
                }
            }
        }
        assertThat(rows.get()).isGreaterThan(1_000);
        try (var browser = Browser.desktop(port)) {
            var walk = new Walk(browser, Locale.CHINESE, "真实标题");
            walk.fromFileToClosedCase(file, "真实标题", rows.get());
        }
    }

    private Path twoOffers(String mark, String shop) throws IOException {
        return Files.writeString(
                folder.resolve("offers-" + mark + ".csv"),
                """
                id,title,price,seller,platform,region
                M%1$s-1,耐克 高仿 A货 运动鞋 1:1 懂的来,129.00,%2$s,集市乙,330106
                M%1$s-2,适用于小米手机的钢化膜,9.90,%2$s,集市乙,330106
                """
                        .formatted(mark, shop));
    }

    /** One walk along the path, by people who read one language. */
    private final class Walk {

        private final Browser browser;
        private final Locale language;
        private final String shop;

        private Walk(Browser browser, Locale language, String shop) {
            this.browser = browser;
            this.language = language;
            this.shop = shop;
        }

        private String say(String key, Object... arguments) {
            return messages.getMessage(key, arguments, language);
        }

        void fromFileToClosedCase(Path file, String source, int rows) throws IOException {
            takeIn(file, source, rows);
            String lead = verify();
            String page = file(lead);
            investigate(page);
            informAndDecide(page);
            serveAndClose(page);
            decisionIsPrinted(page);
            othersFindNothing(lead, page);
        }

        private void takeIn(Path file, String source, int rows) {
            as(OFFICER).go("/intake/new");
            browser.choose("source", say("intake.new.source.new")).type("name", source).upload("file", file);
            browser.click(say("intake.new.send")).sees(say("intake.mapping.title")).isAccessible();
            browser.click(say("intake.mapping.do"));
            // The figures renew themselves until all is read.
            browser.until(it -> it.find("#n-received").getText().replace(",", "").equals("" + rows));
            browser.isAccessible().picture(picture("intake"));
        }

        private String verify() {
            browser.until(it -> it.go("/leads?q=" + shop).says(shop) && !it.all("tbody tr[data-open]").isEmpty());
            browser.isAccessible().picture(picture("leads"));
            String lead = Objects.requireNonNull(browser.find("tbody tr[data-open]").getDomAttribute("data-open"));
            browser.go(lead).isAccessible().picture(picture("lead"));
            browser.click(say("leads.verb.START")).sees(say("leads.record.notes"));
            browser.tick("input[name=outcome][value=CONFIRMED]")
                    .type("place", "集市乙网店")
                    .type("notes", "网店在售，图片有涉案商标。");
            browser.click(say("leads.record.save")).sees(say("leads.stage.VERIFIED"));
            return lead;
        }

        private String file(String lead) {
            browser.click(say("leads.verb.FILE")).sees(say("cases.field.officers"));
            assertThat(browser.find("input[name=partyName]").getDomProperty("value")).contains(shop);
            browser.type("partyAddress", "杭州市西湖区文三路1号")
                    .type("cause", "销售侵犯注册商标专用权的商品")
                    .type("place", "集市乙网店")
                    .choose("venueGround", say("cases.venueGround.SHOP_PLACE"))
                    .type("venueText", "经营地在本局辖区")
                    .type("ground", "有证据初步证明存在违法行为");
            browser.all("input[name=officers]").stream()
                    .limit(2)
                    .map(box -> Objects.requireNonNull(box.getDomAttribute("value")))
                    .forEach(value -> browser.tick("input[name=officers][value='" + value + "']"));
            browser.submit().sees(state("PROPOSED"));
            String page = browser.address();
            step(HEAD, page, "approve").sees(state("FILED")).isAccessible().picture(picture("case"));
            return page;
        }

        private void investigate(String page) {
            step(OFFICER, page, "record", "text", "现场发现带标运动鞋43双，标价129元。").sees(state("INVESTIGATING"));
            step(OFFICER, page, "finish",
                    "facts", "销售侵犯注册商标专用权的运动鞋", "opinion", "建议没收并处罚款",
                    "fine", "20000", "confiscation", "1,290.50", "basis", "《中华人民共和国商标法》第六十条第二款")
                    .sees(state("UNDER_REVIEW"));
            step(REVIEWER, page, "review", "opinion", "同意").sees(state("REVIEWED"));
        }

        private void informAndDecide(String page) {
            step(HEAD, page, "inform").sees(state("NOTICE_ISSUED"));
            step(OFFICER, page, "serve-notice", "recipient", "赵小禾").sees(state("INFORMED"));
            as(OFFICER).go(page + "/defence").choose("defence", say("cases.defence.WAIVER")).type("text", "书面放弃陈述、申辩和听证");
            browser.submit().sees(say("cases.paper.Defence"));
            step(HEAD, page, "decide", "reasons", "情节一般").sees(state("DECIDED"));
        }

        private void serveAndClose(String page) {
            step(OFFICER, page, "serve", "recipient", "赵小禾").sees(state("SERVED"));
            browser.isAccessible().picture(picture("decided"));
            step(OFFICER, page, "pay", "receipt", "浙票001").sees(state("EXECUTING"));
            step(OFFICER, page, "propose-closing", "outcome", "已缴清").sees(state("CLOSING"));
            step(HEAD, page, "close").sees(state("CLOSED")).isAccessible();
        }

        private void decisionIsPrinted(String page) throws IOException {
            try (var visitor = Visitor.signedIn(port, OFFICER)) {
                String decision = browser.go(page).all("a[href^='/documents/']").stream()
                        .filter(link -> link.getText().contains("处罚决定书"))
                        .map(link -> Objects.requireNonNull(link.getDomAttribute("href")))
                        .findFirst()
                        .orElseThrow();
                var pdf = visitor.get(decision);
                assertThat(pdf.statusCode()).isEqualTo(200);
                try (var document = Loader.loadPDF(pdf.body())) {
                    assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                            .contains("杭州市西湖区市场监督管理局", shop, "20,000.00元（大写：贰万元整）");
                }
            }
        }

        private void othersFindNothing(String lead, String page) {
            as(OFFICER);
            browser.until(it -> it.go(lead).says(say("leads.stage.FILED")));
            as(FOREIGN).go(lead).sees(say("shell.error.404.title"));
            browser.go(page).sees(say("shell.error.404.title"));
        }

        private Browser step(String who, String page, String verb, String... typed) {
            as(who).go(page + "/" + verb);
            for (int i = 0; i < typed.length; i += 2) {
                browser.type(typed[i], typed[i + 1]);
            }
            return browser.submit();
        }

        private Browser as(String who) {
            return browser.signIn(who).until(it -> !it.address().startsWith("/sign-in"));
        }

        private String state(String stage) {
            return say("cases.state." + stage);
        }

        /** The Chinese desk makes the pictures of the guide. */
        private String picture(String name) {
            return shop.equals("主路甲鞋铺") ? name : "main-path-" + name + "-" + shop.hashCode();
        }
    }
}
