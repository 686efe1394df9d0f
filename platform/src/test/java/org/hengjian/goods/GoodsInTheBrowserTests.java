package org.hengjian.goods;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hengjian.cases.CaseWork;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Goods of a case in real Chromium: registered, labelled, scanned to another place, sampled, returned, counted. */
@OnThePlatform
@Tag("browser")
class GoodsInTheBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWork cases;

    @Autowired
    GoodsWork work;

    @Test
    void an_officer_registers_goods_and_moves_them_and_the_page_keeps_the_sum() {
        long id = cases.proposedId();
        try (var browser = Browser.desktop(port)) {
            browser.signIn(GoodsWork.OFFICER).go("/cases/" + id).click("物品 0").sees("本案还没有登记物品").isAccessible();
            browser.click("登记物品").isAccessible();
            browser.type("quantity", "1.5").submit();
            browser.sees("还要改这些").sees("这个单位只能是正整数").isAccessible().picture("goods-register-errors");
            browser.type("name", "HENGXI 连帽卫衣").type("quantity", "430").type("place", "A库 05-02").type("seal", "封0417");
            browser.submit();
            browser.sees("已登记 W").sees("430 件").isAccessible().picture("goods-case");
            browser.click("W2").sees("平衡").isAccessible();
            String page = browser.address();
            browser.click("抽样送检").type("quantity", "431").type("counterpart", "市质检院").type("document", "检2026-7").submit();
            browser.sees("要移动 431，那里只有 430").isAccessible().picture("goods-move-refused");
            browser.type("quantity", "6").submit();
            browser.sees("已送检 6").sees("在库 424").isAccessible();
            browser.click("发还").type("quantity", "24").type("counterpart", "赵某").type("document", "收据7").submit();
            browser.sees("扣押 430").sees("在库 400").sees("送检 6").sees("发还 24").isAccessible().picture("goods-item");
            assertThat(browser.says("盘点减少")).as("an officer does not correct").isFalse();

            browser.signIn(GoodsWork.HEAD).go(page).click("盘点减少").type("quantity", "1").submit();
            browser.sees("没填").type("note", "复点三遍，少一件，另有说明").submit();
            browser.sees("扣押 429").sees("在库 399");
            browser.go("/goods?q=HENGXI").sees("HENGXI 连帽卫衣").isAccessible().picture("goods-list");
        }
    }

    @Test
    void the_list_of_a_seizure_becomes_goods_and_they_get_their_value() {
        long id = cases.seizedId(RegisteringFromAListTests.THINGS);
        try (var browser = Browser.desktop(port)) {
            browser.signIn(GoodsWork.OFFICER).go("/goods/case/" + id).sees("还有 3 项没有登记").isAccessible();
            browser.click("按清单登记").isAccessible().picture("goods-from-list").submit();
            browser.sees("还要改这些").sees("第 3 项").isAccessible().picture("goods-from-list-errors");
            browser.type("place", "A库 05-02").choose("unit-3", "包").submit();
            browser.sees("已按清单登记 3 项").sees("12.500").isAccessible().picture("goods-case-listed");
            browser.click("W2").sees("没有可用的价格").isAccessible();
            String page = browser.address();
            browser.click("认定价格").isAccessible().picture("goods-value");
            browser.choose("kind", "标价").type("price", "0").submit();
            browser.sees("不是大于零的金额").isAccessible();
            browser.type("price", "119").type("basis", "吊牌标价").type("evidence", "现场照片3").submit();
            browser.sees("暂取此价").sees("51,170.00").isAccessible().picture("goods-item-value");
            browser.go(page + "/value").choose("kind", "已查清的实际销售平均价格").tick("#none");
            browser.type("basis", "没有销售台账，聊天记录已清空").submit();
            browser.sees("依次取此");
            browser.go("/goods/case/" + id + "/value").sees("51,170.00").sees("实际销售平均价格无法查清的，按照侵权产品的标价计算");
            browser.isAccessible().picture("goods-case-value");
            browser.go("/goods/case/" + id + "/value?on=2025-04-25").sees("法释〔2004〕19号").isAccessible();
            browser.go("/goods/case/" + id + "/value?on=1999-01-01").sees("没有 1999-01-01 有效的规定").isAccessible();
            browser.go("/goods/case/" + id + "/value?on=nonsense").sees("不是日期").isAccessible();
        }
        try (var browser = Browser.phone(port)) {
            browser.signIn(GoodsWork.OFFICER).go("/goods/case/" + id + "/value?lang=en").sees("Illegal turnover");
            browser.isAccessible().picture("goods-case-value-phone-en");
        }
    }

    @Test
    void a_scanner_moves_one_item_after_the_other() {
        var first = work.item("10");
        var second = work.item("20");
        try (var browser = Browser.phone(port)) {
            browser.signIn(GoodsWork.OFFICER).go("/goods/scan").isAccessible();
            browser.type("place", "B库 " + first.id()).type("code", "W26-0000000-1");
            browser.keys(Keys.ENTER);
            browser.sees("不是物品编号");
            browser.find("#code").sendKeys(first.code() + Keys.ENTER);
            browser.sees("已移库").sees("现在 B库 " + first.id());
            browser.find("#code").sendKeys(second.code().toLowerCase(Locale.ROOT) + Keys.ENTER);
            browser.until(it -> it.all(".hj-list li").size() == 2).isAccessible().picture("goods-scan-phone");
            browser.go("/goods/" + first.id()).sees("扫码").sees("B库 " + first.id()).isAccessible().picture("goods-item-phone");
        }
    }

    @Test
    void the_pages_are_in_english_too_and_a_foreign_officer_finds_nothing() {
        var item = work.move(work.item("430"), Move.SAMPLE, "6");
        try (var browser = Browser.desktop(port, Locale.ENGLISH)) {
            browser.signIn(GoodsWork.OFFICER).go("/goods/" + item.id()).sees("Seized 430").isAccessible().picture("goods-item-en");
            browser.go("/goods").sees("In custody").isAccessible();
            browser.go("/goods/" + item.id() + "/return").isAccessible();
            browser.signIn(GoodsWork.FOREIGN).go("/goods/" + item.id()).sees("not found");
        }
    }

    @Test
    void labels_carry_a_code_that_reads_back() throws Exception {
        var item = work.item("430");
        try (var officer = Visitor.signedIn(port, GoodsWork.OFFICER);
                var pdf = Loader.loadPDF(officer.get("/goods/labels.pdf?case=" + item.caseId()).body())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains(item.code(), "HENGXI 连帽卫衣", "430 件");

            var label = new PDFRenderer(pdf).renderImageWithDPI(0, 300).getSubimage(0, 0, 500, 600);
            var read = new QRCodeReader().decode(
                    new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(label))),
                    Map.of(DecodeHintType.TRY_HARDER, true));
            assertThat(read.getText()).isEqualTo(item.code());
        }
    }

    @Test
    void the_register_is_a_workbook_and_strangers_get_none() {
        work.item("430");
        try (var officer = Visitor.signedIn(port, GoodsWork.OFFICER);
                var stranger = Visitor.stranger(port);
                var platform = Visitor.signedIn(port, "ji.shi")) {
            assertThat(officer.get("/goods/register.xlsx?q=HENGXI").body()).startsWith('P', 'K');
            assertThat(stranger.get("/goods").statusCode()).isEqualTo(302);
            assertThat(platform.get("/goods").statusCode()).isEqualTo(403);
        }
    }
}
