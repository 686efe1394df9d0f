package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A dispute over jurisdiction by the people of two counties and of the city above them, in real Chromium. */
@OnThePlatform
@Tag("browser")
class JurisdictionInTheBrowserTests {

    private static final String THEIR_HEAD = "bai.shu";
    private static final String SUPERIOR = "tao.ran";

    @LocalServerPort
    int port;

    @Autowired
    CaseWork work;

    @Test
    void two_counties_consult_in_vain_and_the_city_designates() {
        String page = "/cases/" + work.investigating().docket().id();
        try (var browser = Browser.desktop(port)) {
            browser.signIn(CaseWork.OFFICER).go(page + "/state-venue").sees("管辖依据").isAccessible();
            browser.choose("venueGround", "平台内经营者实际经营地").type("text", "经营地在西湖区仓前路8号").submit();
            browser.sees("管辖依据：平台内经营者实际经营地");
            browser.go(page + "/dispute-venue").sees("另一方机关").isAccessible().picture("venue-dispute");
            browser.type("counterpart", "余杭").type("text", "双方都已立案").submit();
            browser.sees("没有叫这个名字的执法机关").isAccessible();
            browser.type("counterpart", "杭州市余杭区市场监督管理局 (market-330110)");
            day(browser, "counterpartFiled", work.today());
            browser.submit();
            browser.sees("共同的上一级是杭州市市场监督管理局").sees("不能按先后确定").isAccessible();
            browser.go(page + "/consult-venue").type("consulting", "沈知遥、方晴");
            browser.type("consultationRecord", "本局已采取措施，由本局办理便于查处。").choose("consultation", "由本机关管辖").submit();
            browser.sees("由本机关管辖，待对方确认").sees("管辖权争议协商记录");

            browser.signIn(THEIR_HEAD).until(it -> it.go(page).says("确认协商结果"));
            browser.sees("只就由谁管辖被征询").isAccessible().picture("venue-asked-agency");
            assertThat(browser.says("现场发现带标卫衣")).as("the records are not theirs to read").isFalse();
            browser.go(page + "?lang=en").sees("only asked who has jurisdiction").picture("venue-asked-agency-en").go(page + "?lang=zh");
            browser.sees("只就由谁管辖被征询");
            browser.go(page + "/confirm-venue").choose("confirmation", "不同意").type("text", "本局先发现线索").submit();
            browser.sees("不同意协商结果");

            browser.signIn(CaseWork.OFFICER).go(page + "/propose-designation").sees("报请的事由").isAccessible();
            browser.type("ground", "协商不成，请予指定").submit();
            browser.sees("因管辖权争议提请报请");
            browser.signIn(CaseWork.HEAD).go(page).sees("提请报请").go(page + "/ask-designation").sees("报请指定管辖").submit();
            browser.sees("报请杭州市市场监督管理局指定管辖").sees("关于指定管辖的请示");
            block(browser, "venue-asked");

            browser.signIn(SUPERIOR).until(it -> it.go("/due").says("上级确定管辖"));
            browser.isAccessible().picture("venue-due");
            browser.go(page + "/designate").sees("由谁管辖").isAccessible().picture("venue-designate");
            browser.choose("competent", "杭州市余杭区市场监督管理局").type("ground", "当事人实际经营地在余杭区").submit();
            browser.sees("指定由杭州市余杭区市场监督管理局管辖").sees("指定管辖通知书");

            browser.signIn(CaseWork.OFFICER).go(page).sees("本案由杭州市余杭区市场监督管理局管辖").isAccessible();
            browser.signIn(CaseWork.HEAD).go(page + "/hand-over").sees("移送案件").submit();
            browser.sees("已移送管辖").sees("案件移送函").isAccessible();
            block(browser, "venue-gone");
            browser.signIn(THEIR_HEAD).until(it -> it.go(page).says("受理移送"));
            browser.isAccessible().go(page.replace("/cases/", "/cases/new?transferred=")).sees("管辖依据说明").isAccessible();
            assertThat(browser.find("[name=venueGround]").getDomProperty("value")).isEqualTo("DESIGNATED");
            assertThat(browser.find("[name=venueText]").getDomProperty("value")).startsWith("杭州市市场监督管理局指定管辖");
        }
    }

    @Test
    void an_agency_is_found_by_a_part_of_its_name_and_a_case_is_handed_over_on_a_phone_in_english() {
        String page = "/cases/" + work.investigating().docket().id();
        try (var browser = Browser.phone(port)) {
            browser.signIn(CaseWork.OFFICER).go(page + "/propose-handover?lang=en").sees("Hand over to").isAccessible();
            browser.type("handoverTo", "余杭");
            browser.until(it -> !it.all("#l-handoverTo option[value*='market-330110']").isEmpty());
            browser.type("handoverTo", "杭州市余杭区市场监督管理局").type("ground", "经营地在余杭区");
            browser.picture("venue-handover-phone-en").submit();
            browser.sees("Proposed on").isAccessible();
            block(browser, "venue-block-phone-en");
            browser.signIn(CaseWork.HEAD).go(page + "/hand-over?lang=en").sees("Hand the case over").submit();
            browser.sees("Handed over to").isAccessible();
            browser.go(page + "?lang=zh-CN").sees("已移送管辖");
            block(browser, "venue-gone-phone");
        }
    }

    /** As the field's calendar does; typed figures depend on the language of the browser. */
    private static void day(Browser browser, String field, LocalDate day) {
        browser.driver().executeScript("document.getElementById('f-' + arguments[0]).value = arguments[1]", field, day.toString());
    }

    private static void block(Browser browser, String picture) {
        browser.driver().executeScript("document.getElementById('aside-venue').scrollIntoView({behavior: 'instant'})");
        browser.picture(picture);
    }
}
