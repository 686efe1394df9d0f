package org.hengjian;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.time.Days;
import org.hengjian.time.PlatformTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A trademark case by officer, head, reviewer and the keeper of the list of facilities in turn: goods are seized and
 * registered from the list, the party is heard, the fine is decided and paid, the goods are destroyed, the case is
 * closed. Its pictures are those of the guide.
 */
@OnThePlatform
@Tag("browser")
class ATrademarkCaseTests {

    private static final String OFFICER = "shen.zhiyao";
    private static final String HEAD = "jiang.lin";
    private static final String REVIEWER = "gu.heng";
    private static final String KEEPER = "tang.yue";
    private static final int FOUND = 70; // days ago
    private static final int HEARD = 45;

    @LocalServerPort
    int port;

    @Autowired
    Days days;

    @Autowired
    Clock clock;

    @AfterEach
    void back_to_today() {
        days.returnToReality();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void travel(int ago) {
        days.returnToReality();
        days.travelTo(today().minusDays(ago).atTime(9, 30).atZone(PlatformTime.ZONE));
    }

    @Test
    void a_trademark_case_goes_from_seizure_over_hearing_and_fine_to_destruction_and_closing() {
        travel(FOUND);
        try (var browser = Browser.desktop(port)) {
            String page = file(browser);
            String item = seize(browser, page);
            establish(browser, page, item);
            inform(browser, page);
            hear(browser, page);
            decide(browser, page);
            destroy(browser, page, item);
            close(browser, page);
        }
    }

    private String file(Browser browser) {
        browser.signIn(OFFICER).go("/cases/new")
                .type("partyName", "青石县远帆服饰店").type("partyAddress", "青石县南门街12号")
                .type("cause", "销售侵犯注册商标专用权的商品").type("act", "销售带有HENGXI标识的连帽卫衣").type("place", "南门街12号")
                .choose("venueGround", "违法行为发生地").type("venueText", "违法行为发生在本局辖区")
                .type("turnover", "51,170.00").type("ground", "权利人投诉并附鉴定意见，有证据初步证明存在违法行为");
        set(browser, "actFrom", today().minusDays(20).toString());
        browser.driver().executeScript(
                "document.querySelectorAll('input[name=officers]').forEach((box, at) => { box.checked = at < 2 })");
        browser.submit();
        browser.sees("待批准立案");
        String page = browser.address();
        step(browser, HEAD, page, "approve");
        browser.sees("已立案");
        return page;
    }

    private String seize(Browser browser, String page) {
        step(browser, OFFICER, page, "ask-measure", "measureKind=扣押", "goods=带标连帽卫衣，XL，430，件",
                "ground=涉嫌侵犯注册商标专用权", "measureBasis=《中华人民共和国商标法》第六十二条第一款第四项");
        step(browser, HEAD, page, "impose-measure");
        browser.sees("已采取").isAccessible().picture("trademark-seized");
        browser.signIn(OFFICER).go("/goods/case/" + id(page)).click("按清单登记").sees("带标连帽卫衣")
                .type("place", "A库 05-02").submit();
        browser.sees("已按清单登记 1 项").click("W2").sees("平衡");
        return browser.address();
    }

    private void establish(Browser browser, String page, String item) {
        step(browser, OFFICER, page, "record", "record=现场笔录", "text=店内货架和仓库内带标连帽卫衣430件，经营者不能提供合法来源。");
        browser.sees("调查中").go(item).click("认定价格")
                .choose("kind", "标价").type("price", "119").type("basis", "吊牌标价").type("evidence", "现场照片3").submit();
        browser.sees("51,170.00");
        step(browser, OFFICER, page, "finish", "facts=当事人销售侵犯注册商标专用权的连帽卫衣，货值51170元。",
                "opinion=建议没收侵权商品并处罚款。", "fine=120000", "confiscation=0", "others=没收、销毁侵权商品430件",
                "basis=《中华人民共和国商标法》第六十条第二款");
        browser.sees("审核中");
        step(browser, REVIEWER, page, "review", "opinion=事实清楚，证据确凿，同意。");
        browser.sees("已审核");
    }

    private void inform(Browser browser, String page) {
        step(browser, HEAD, page, "inform");
        step(browser, OFFICER, page, "serve-notice", "recipient=赵远帆");
        browser.sees("已告知");
        step(browser, OFFICER, page, "ask-hearing");
    }

    private void hear(Browser browser, String page) {
        browser.signIn(HEAD).go(page + "/call-hearing").sees("听证主持人").type("place", "二楼听证室").choose("presiding", "顾衡");
        set(browser, "hearingAt", LocalDate.now(clock).plusDays(FOUND - HEARD) + "T09:30");
        browser.submit();
        browser.sees("听证通知书");
        step(browser, OFFICER, page, "serve-hearing", "recipient=赵远帆");
        // Nobody can hear him before the day of the notice.
        browser.signIn(REVIEWER).go(page + "/hold-hearing").sees("听证").isAccessible().picture("trademark-hearing-early");
        travel(HEARD);
        step(browser, REVIEWER, page, "hold-hearing", "present=赵远帆，办案人员二人", "hearingRecord=双方就数量和标价质证，当事人请求从轻。");
        step(browser, REVIEWER, page, "hear", "report=事实清楚，建议维持拟作出的处罚。");
        browser.sees("已听证").isAccessible();
        aside(browser, "aside-hearing");
        browser.picture("trademark-heard");
    }

    private void decide(Browser browser, String page) {
        step(browser, REVIEWER, page, "review", "opinion=听证后复核，同意拟作出的处罚。");
        browser.signIn(HEAD).go(page + "/decide").type("reasons", "违法事实清楚，听证意见不成立。").submit();
        browser.sees("集体讨论").isAccessible().picture("trademark-not-discussed");
        step(browser, HEAD, page, "discuss", "members=江临、韩松、陆远", "discussion=听取听证报告，一致同意拟作出的处罚。", "conclusion=同意处罚");
        step(browser, HEAD, page, "decide", "reasons=违法事实清楚，情节一般。");
        browser.sees("已决定");
        step(browser, OFFICER, page, "serve", "recipient=赵远帆");
        browser.isAccessible().picture("trademark-decided");
        step(browser, OFFICER, page, "pay", "receipt=浙票1207");
        browser.sees("执行中");
    }

    private void destroy(Browser browser, String page, String item) {
        browser.signIn(KEEPER).go("/facilities/new").type("name", "虚构纺织再生厂").type("creditCode", "91330106MA0HJ0041H")
                .type("region", "330106").type("address", "工业路17号").tick("input[value='TEXTILE:SHRED']");
        browser.driver().executeScript("document.getElementById('validTo').value = '2099-12-31'");
        browser.submit();
        browser.sees("已登记 虚构纺织再生厂");

        browser.signIn(OFFICER).go("/goods/case/" + id(page)).click("申请销毁").sees("证据留存")
                .choose("method", "纺织品、服装: 破碎后作再生原料").click("列出有能力的单位");
        browser.sees("虚构纺织再生厂").choose("facility", "虚构纺织再生厂 工业路17号").type("kept", "取样2件，照片12张，卷内第40页")
                .click("申请销毁");
        browser.sees("待审批");
        String destruction = browser.address();
        browser.signIn(HEAD).go(destruction).type("opinion", "同意").click("批准销毁");
        browser.sees("已批准");
        browser.signIn(OFFICER).go(destruction + "/execute").type("before", "120").type("after", "0")
                .type("supervisor", "钱小明").type("supervisorUnit", "县财政局").type("witness", "孙丽").type("witnessUnit", "虚构街道办")
                .type("video", "cd".repeat(32)).submit();
        browser.sees("已销毁").isAccessible().picture("trademark-destroyed");
        browser.go(item).sees("扣押 430").sees("在库 0").sees("销毁 430").sees("平衡").isAccessible().picture("trademark-goods");
    }

    private void close(Browser browser, String page) {
        browser.signIn(OFFICER).go(page + "/propose-closing").type("outcome", "罚款已缴清，侵权商品已销毁。").submit();
        browser.sees("还有 1 项措施没有解除或者处理").isAccessible().picture("trademark-measure-open");
        step(browser, HEAD, page, "lift-measure", "lifting=已经作出处理决定，不再需要");
        step(browser, OFFICER, page, "propose-closing", "outcome=罚款已缴清，侵权商品已销毁。");
        step(browser, HEAD, page, "close");
        browser.sees("已结案").isAccessible().picture("trademark-closed");
        assertThat(browser.all("a[href^='/documents/']")).extracting(link -> link.getText().split("\n")[0].strip()).contains(
                "听证通知书", "听证笔录", "听证报告", "集体讨论记录", "行政处罚决定书", "涉案物品销毁审批表", "涉案物品销毁记录");
    }

    private static String id(String page) {
        return page.replaceAll("\\D", "");
    }

    /** Fields as {@code name=words}. */
    private static void step(Browser browser, String who, String page, String verb, String... typed) {
        browser.signIn(who).go(page + "/" + verb).find("form[data-guard] button[type=submit]");
        for (String one : typed) {
            String[] field = one.split("=", 2);
            if (browser.driver().findElement(By.name(field[0])).getTagName().equals("select")) {
                browser.choose(field[0], field[1]);
            } else {
                browser.type(field[0], field[1]);
            }
        }
        browser.submit();
        browser.until(it -> it.address().matches("/cases/\\d+") || it.says("没有保存"));
        assertThat(browser.address()).as(browser.text()).matches("/cases/\\d+");
    }

    private static void set(Browser browser, String field, String value) {
        browser.driver().executeScript("document.getElementsByName(arguments[0])[0].value = arguments[1]", field, value);
    }

    private static void aside(Browser browser, String id) {
        browser.driver().executeScript("document.getElementById(arguments[0]).scrollIntoView({behavior: 'instant'})", id);
    }
}
