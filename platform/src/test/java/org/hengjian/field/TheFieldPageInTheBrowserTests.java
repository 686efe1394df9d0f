package org.hengjian.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hengjian.cases.CaseWork;
import org.hengjian.cases.Cases;
import org.hengjian.cases.Paper;
import org.hengjian.evidence.Evidence;
import org.hengjian.goods.Goods;
import org.hengjian.goods.GoodsPhotos;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Scenes;
import org.hengjian.testing.ShakyLine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.interactions.Actions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An inspection on a phone of 390 × 844 whose network goes and comes: nothing is lost, nothing comes twice. */
@OnThePlatform
@Tag("browser")
class TheFieldPageInTheBrowserTests {

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Autowired
    CaseWork work;

    @Autowired
    Cases cases;

    @Autowired
    Goods goods;

    @Autowired
    GoodsPhotos goodsPhotos;

    @Autowired
    Evidence evidence;

    @Autowired
    Field field;

    @Autowired
    Persons persons;

    private <T> T seen(java.util.function.Supplier<T> what) {
        return persons.as(FieldWork.OFFICER, what);
    }

    @Test
    void an_inspection_without_a_network_arrives_whole_and_once_when_the_network_is_back() throws IOException {
        long id = work.filedId();
        try (var line = ShakyLine.to(port);
                var browser = phone(line)) {
            browser.signIn(FieldWork.OFFICER).go("/field").sees("我承办的案件");
            controlled(browser);
            browser.isAccessible().picture("field-today");

            line.cut();
            browser.go("/field#case/" + id).sees("写现场笔录");
            browser.driver().navigate().refresh();
            browser.sees("写现场笔录").sees("没有网络").isAccessible();
            plan(browser, id);
            write(browser, id);
            browser.sees("请看笔录").sees("还没有人签名").isAccessible().picture("field-sign");
            sign(browser, "PARTY", "赵小禾");
            browser.sees("当事人 赵小禾");
            refuse(browser);
            browser.click("签完，发送笔录");
            item(browser, id);
            photo(browser, "封条完好", 7);
            browser.sees("本机上的记录").isAccessible().picture("field-offline");

            browser.driver().navigate().refresh();
            browser.go("/field#box").sees("没有网络。6 份在本机").isAccessible().picture("field-box-offline");
            assertThat(stored(browser)).as("what lies on the phone in the open")
                    .doesNotContain("赵小禾", "仓前路", "卫衣");

            line.mend();
            line.loseAnswersTo("POST /field/entries/");
            browser.click("现在发送").until(_ -> line.lost() > 0).sees("还没听到回音");
            assertThat(states(browser)).contains("unheard");
            line.mend();
            browser.click("现在发送");
            all(browser, "received", 6);
            browser.sees("本机记录已全部收到").isAccessible().picture("field-received");
        }

        var file = seen(() -> cases.find(id)).orElseThrow();
        assertThat(file.docket().entries().stream().filter(one -> one.paper() instanceof Paper.Recorded)).hasSize(1);
        var records = seen(() -> field.inspections(id));
        assertThat(records).singleElement().satisfies(one -> assertThat(one.present()).isEqualTo("赵某某（经营者）"));
        var whole = seen(() -> field.inspection(records.getFirst().id())).orElseThrow();
        assertThat(whole.signatures()).extracting(Inspection.Signature::refusedFor).containsExactly("", "对数量有异议");
        var items = seen(() -> goods.ofCase(id));
        assertThat(items).singleElement().satisfies(one -> assertThat(one.seized().plain()).isEqualTo("430"));
        assertThat(seen(() -> goodsPhotos.of(items.getFirst()))).hasSize(1);
        assertThat(seen(() -> evidence.ofCase(id))).as("one signature, one photo").hasSize(2);

        try (var desk = Browser.desktop(port)) {
            desk.signIn(FieldWork.OFFICER).go("/cases/" + id).click("现场 1").sees("仓前路").sees("核对库存").isAccessible().picture("field-case");
            desk.go("/field/records/" + records.getFirst().id()).sees("拒绝签名").sees("赵某某").isAccessible().picture("field-record");
            desk.type("purpose", "制作询问通知书").click("看全名").sees("赵小禾");
            desk.go("/goods/" + items.getFirst().id()).sees("证据 2").isAccessible().picture("goods-photos");
            desk.go("/goods/case/" + id).sees("HENGXI").isAccessible().picture("goods-case-photos");
            desk.signIn(FieldWork.FOREIGN).go("/field/records/" + records.getFirst().id()).sees("找不到");
            desk.go("/field/case/" + id).sees("找不到");
        }
    }

    @Test
    void what_the_server_refuses_is_shown_with_its_remedy_and_mended_on_the_phone() {
        long id = work.filedId();
        try (var browser = Browser.phone(port)) {
            browser.signIn(FieldWork.OFFICER).go("/field#item/" + id).sees("品名");
            press(browser, "item");
            browser.sees("还要改这些").sees("品名: 没填").isAccessible().picture("field-faults");
            browser.type("item", "HENGXI 连帽卫衣");
            into(browser, "#item-quantity", "1.5");
            into(browser, "#item-store", "A库 05-02");
            press(browser, "item");
            browser.sees("拍的是").go("/field#box").until(it -> states(it).equals(List.of("refused")));
            browser.sees("不是这个单位的数量").isAccessible().picture("field-refused");
            browser.click("改").sees("不是这个单位的数量");
            into(browser, "#item-quantity", "12");
            press(browser, "item");
            all(browser.go("/field#box"), "received", 1);
        }
        assertThat(seen(() -> goods.ofCase(id))).singleElement().satisfies(one -> assertThat(one.seized().plain()).isEqualTo("12"));
    }

    @Test
    void whoever_goes_on_or_presses_twice_while_a_form_is_being_kept_loses_nothing_keeps_nothing_twice_and_is_not_called_back() {
        long id = work.filedId();
        try (var browser = Browser.phone(port)) {
            browser.signIn(FieldWork.OFFICER).go("/field#item/" + id).sees("品名");
            browser.type("item", "HENGXI 连帽卫衣");
            into(browser, "#item-quantity", "12");
            into(browser, "#item-store", "A库 05-02");
            browser.driver().executeScript(
                    "document.querySelector('[data-view=item] form').requestSubmit(); window.location.hash = '#box'");
            all(browser, "received", 1);
            assertThat(browser.find("[data-view=box]").isDisplayed()).isTrue();

            browser.go("/field#item/" + id).sees("品名");
            browser.type("item", "HENGXI 短裤");
            into(browser, "#item-quantity", "3");
            into(browser, "#item-store", "A库 05-02");
            browser.driver().executeScript(
                    "const form = document.querySelector('[data-view=item] form'); form.requestSubmit(); form.requestSubmit()");
            all(browser.sees("拍的是").go("/field#box"), "received", 2);

            write(browser, id);
            browser.sees("还没有人签名").driver().executeScript(
                    "document.querySelector('[data-release]').click(); window.location.hash = '#box'");
            all(browser, "received", 3);
            assertThat(browser.find("[data-view=box]").isDisplayed()).isTrue();
        }
        assertThat(seen(() -> goods.ofCase(id))).hasSize(2).first().satisfies(one -> assertThat(one.seized().plain()).isEqualTo("12"));
    }

    @Test
    void another_person_on_the_same_phone_reads_nothing_and_sends_nothing_and_the_owner_goes_on() {
        long id = work.filedId();
        try (var line = ShakyLine.to(port);
                var browser = phone(line)) {
            browser.signIn(FieldWork.OFFICER).go("/field").sees("我承办的案件");
            controlled(browser);
            line.cut();
            browser.go("/field#record/" + id).sees("检查开始");
            write(browser, id);
            browser.click("签完，发送笔录").sees("本机上的记录");

            line.mend();
            browser.signIn(FieldWork.BYSTANDER).go("/field#box").sees("本机还有别人的 1 份记录").isAccessible().picture("field-others");
            assertThat(browser.all("[data-list=box] .field-entry")).isEmpty();
            assertThat(seen(() -> field.inspections(id))).isEmpty();

            browser.signIn(FieldWork.OFFICER).go("/field#box");
            all(browser, "received", 1);
        }
        assertThat(seen(() -> field.inspections(id))).hasSize(1);
    }

    @Test
    void signing_out_locks_what_lies_on_the_phone() {
        long id = work.filedId();
        try (var line = ShakyLine.to(port);
                var browser = phone(line)) {
            browser.signIn(FieldWork.OFFICER).go("/field").sees("我承办的案件");
            controlled(browser);
            browser.go("/field#me").sees("退出登录").isAccessible().picture("field-me");
            browser.click("退出登录并锁上").until(it -> it.address().startsWith("/sign-in"));
            line.cut();
            browser.go("/field#case/" + id).sees("登录后才能看").isAccessible().picture("field-locked");
            assertThat(browser.says("仓前路")).isFalse();
        }
    }

    /** An old bookmark, or a page read anew after the link past the navigation: whoever is signed in is not told to sign in. */
    @Test
    void opened_at_a_place_that_is_none_it_begins_with_today() {
        try (var browser = Browser.phone(port)) {
            browser.signIn(FieldWork.OFFICER).go("/field#main").sees("我承办的案件");
            assertThat(browser.says("登录后才能看")).isFalse();
        }
    }

    @Test
    void at_360_pixels_and_in_english_every_form_fits() {
        long id = work.filedId();
        try (var browser = Browser.phone(port)) {
            browser.driver().executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", 360, "height", 780, "deviceScaleFactor", 1, "mobile", true));
            browser.signIn(FieldWork.OFFICER).go("/field?lang=en").sees("My cases").isAccessible().picture("field-en-360");
            for (String view : List.of("case", "record", "photo", "item", "visit")) {
                browser.go("/field#" + view + "/" + id);
                browser.driver().navigate().refresh();
                browser.find("[data-view=" + view + "]:not([hidden])");
                browser.isAccessible().picture("field-en-360-" + view);
            }
            browser.go("/field?lang=zh-CN").sees("今日外勤");
        }
    }

    @Test
    void an_officer_photographs_goods_at_the_desk_too() throws IOException {
        long id = work.filedId();
        try (var browser = Browser.phone(port)) {
            browser.signIn(FieldWork.OFFICER).go("/field#item/" + id).sees("品名").type("item", "HENGXI 连帽卫衣");
            into(browser, "#item-quantity", "3");
            into(browser, "#item-store", "A库");
            press(browser, "item");
            all(browser.sees("拍的是").go("/field#box"), "received", 1);
            var item = seen(() -> goods.ofCase(id)).getFirst();
            browser.go("/goods/" + item.id() + "#photos").sees("还没有照片").click("收下照片").sees("选一张照片").isAccessible();
            browser.upload("files", Files.writeString(folder.resolve("note.txt"), "不是图片")).click("收下照片").sees("不是图片，或者已撤回");
            browser.upload("files", Scenes.in(folder, "front.png", Scenes.drawn(31))).click("收下照片").sees("1 张照片已收下").isAccessible();
            assertThat(seen(() -> goodsPhotos.of(item))).hasSize(1);
        }
    }

    /** A phone that lets the page know where it is. */
    private static Browser phone(ShakyLine line) {
        var browser = Browser.phone(line.port());
        browser.driver().executeCdpCommand(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("geolocation"), "origin", "http://127.0.0.1:" + line.port()));
        browser.driver().executeCdpCommand(
                "Emulation.setGeolocationOverride", Map.of("latitude", 30.123456, "longitude", 120.654321, "accuracy", 9));
        return browser;
    }

    /** From here on the worker opens the page. */
    private static void controlled(Browser browser) {
        browser.driver().executeAsyncScript(
                "const done = arguments[0]; navigator.serviceWorker.ready.then(async () => {"
                        + " while (!navigator.serviceWorker.controller) await new Promise((r) => setTimeout(r, 50)); done(true); })");
    }

    private static void plan(Browser browser, long id) {
        browser.go("/field#visit/" + id).sees("事由");
        into(browser, "#visit-purpose", "核对库存");
        press(browser, "visit");
        browser.sees("核对库存");
    }

    private static void write(Browser browser, long id) {
        browser.go("/field#record/" + id).sees("检查开始");
        browser.find("[data-name]").sendKeys("赵小禾");
        browser.find("[data-part]").sendKeys("经营者");
        tick(browser, "#record-showed");
        tick(browser, "#record-told");
        into(browser, "#record-facts", "仓库内有带标卫衣430件，分三堆存放。");
        browser.isAccessible().picture("field-write");
        press(browser, "record");
        browser.sees("请看笔录");
    }

    private static void sign(Browser browser, String part, String name) {
        into(browser, "#sign-name", name);
        var pad = browser.find("[data-pad]");
        browser.driver().executeScript("arguments[0].scrollIntoView({block:'center', behavior:'instant'})", pad);
        new Actions(browser.driver()).moveToElement(pad, -80, 0).clickAndHold().moveByOffset(40, -30).moveByOffset(40, 50)
                .moveByOffset(40, -40).release().perform();
        browser.picture("field-signing");
        press(browser, "sign");
    }

    /** By keyboard alone. */
    private static void refuse(Browser browser) {
        new org.openqa.selenium.support.ui.Select(browser.find("#sign-part")).selectByValue("WITNESS");
        into(browser, "#sign-name", "孙小店");
        browser.find("#sign-refuses").sendKeys(" ");
        press(browser, "sign");
        browser.sees("原因: 没填");
        into(browser, "#sign-refusedFor", "对数量有异议");
        into(browser, "#sign-witness", "钱有声");
        press(browser, "sign");
        browser.sees("孙小店 拒绝签名");
    }

    private static void item(Browser browser, long id) {
        browser.go("/field#item/" + id).sees("品名");
        into(browser, "#item-item", "HENGXI 连帽卫衣");
        assertThat(browser.find("#item-item").getDomAttribute("maxlength")).as("as the server bounds it").isEqualTo("100");
        into(browser, "#item-quantity", "-5");
        into(browser, "#item-store", "就地封存");
        into(browser, "#item-seal", "封0417");
        press(browser, "item");
        browser.sees("不是这个单位的数量").isAccessible();
        into(browser, "#item-quantity", "430");
        browser.isAccessible().picture("field-item");
        press(browser, "item");
        browser.sees("拍的是");
    }

    private void photo(Browser browser, String caption, int seed) throws IOException {
        browser.find("#photo-file").sendKeys(Scenes.in(folder, "seal.jpg", Scenes.drawn(seed)).toString());
        browser.sees("SHA-256").sees("定位 30.123456");
        into(browser, "#photo-caption", caption);
        browser.isAccessible().picture("field-photo");
        press(browser, "photo");
    }

    private static void into(Browser browser, String css, String text) {
        var field = browser.find(css);
        field.clear();
        field.sendKeys(text);
    }

    private static void tick(Browser browser, String css) {
        browser.driver().executeScript("arguments[0].scrollIntoView({block:'center', behavior:'instant'})", browser.find(css));
        browser.find(css).click();
    }

    private static void press(Browser browser, String view) {
        var button = browser.find("[data-view=" + view + "] form [type=submit]");
        browser.driver().executeScript("arguments[0].scrollIntoView({block:'center', behavior:'instant'})", button);
        button.click();
    }

    @SuppressWarnings("unchecked")
    private static List<String> states(Browser browser) {
        return (List<String>) java.util.Objects.requireNonNull(browser.driver().executeScript(
                "return [...document.querySelectorAll('[data-list=box] .field-entry')].map((one) => one.dataset.state)"));
    }

    private static void all(Browser browser, String state, int many) {
        try {
            browser.until(it -> states(it).size() == many && states(it).stream().allMatch(state::equals));
        } catch (TimeoutException e) {
            throw new AssertionError("not all " + state + " but " + states(browser) + ": " + browser.text(), e);
        }
    }

    /** Everything in the phone's store, as whoever gets hold of the phone could dump it. */
    private static String stored(Browser browser) {
        return (String) java.util.Objects.requireNonNull(browser.driver().executeAsyncScript(
                """
                const done = arguments[0];
                const text = (value) => value instanceof ArrayBuffer ? new TextDecoder().decode(value)
                  : value && typeof value === 'object' ? Object.values(value).map(text).join(' ') : String(value);
                const open = indexedDB.open('hengjian-field');
                open.onsuccess = () => {
                  const all = [];
                  const of = open.result.transaction(['entries', 'notes']);
                  for (const store of ['entries', 'notes']) {
                    const request = of.objectStore(store).getAll();
                    request.onsuccess = () => all.push(text(request.result));
                  }
                  of.oncomplete = () => { open.result.close(); done(all.join(' ')); };
                };
                """));
    }
}
