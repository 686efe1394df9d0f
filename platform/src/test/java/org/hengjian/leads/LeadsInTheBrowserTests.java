package org.hengjian.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnThePlatform
@Tag("browser")
class LeadsInTheBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    Leads leads;

    @Autowired
    Viewers viewers;

    @Autowired
    Persons persons;

    private Lead aLead(String title, String seller) {
        var offer = Offers.of(Offers.batch(), persons.viewer("shen.zhiyao").agency(), title, seller);
        return viewers.as(Viewer.machine(), () -> {
            leads.receive(List.of(offer));
            return leads.ofListing(Objects.requireNonNull(offer.listing())).orElseThrow();
        });
    }

    @Test
    void an_officer_opens_the_panel_then_the_page_and_verifies() {
        var lead = aLead("衡★氵奚 HΕNGXI 卫衣男 1:1复刻 代购级", "桌面铺");
        try (var browser = Browser.desktop(port)) {
            browser.signIn("shen.zhiyao").go("/leads?q=" + lead.number()).sees("桌面铺").isAccessible();

            browser.find("a[data-panel]").click();
            browser.sees("分数从哪里来").sees("什么会改变结论");
            assertThat(browser.address()).contains("open=" + lead.number());
            browser.isAccessible().picture("leads-list");

            browser.go("/leads/" + lead.number()).sees("核查期限").sees("按什么判断").sees("通用阈值").isAccessible().picture("leads-lead");
            browser.click("开始核查").sees("核查中");
            browser.driver().executeScript("arguments[0].click()", browser.find("input[value=CONFIRMED]"));
            browser.type("notes", "店铺在售，主图带有商标").click("保存核查记录").sees("核查属实，可以立案");
        }
    }

    @Test
    void on_a_phone_one_column_holds_list_and_lead() {
        var lead = aLead("衡溪A货 代购级 卫衣", "手机铺");
        try (var browser = Browser.phone(port)) {
            browser.signIn("shen.zhiyao").go("/leads?q=" + lead.number()).sees("手机铺").isAccessible().picture("leads-list-phone");
            browser.go("/leads/" + lead.number() + "?lang=en").sees("Where the score comes from").isAccessible().picture("leads-lead-phone");
        }
    }

    @Test
    void what_was_not_suspected_says_why() {
        var passed = aLead("适用于HENGXI鞋 鞋垫", "鞋材铺");
        try (var browser = Browser.desktop(port)) {
            browser.signIn("shen.zhiyao").go("/leads/" + passed.number()).sees("为什么没有怀疑").sees("适配").isAccessible();
        }
    }

    @Test
    void a_guide_says_how_screening_decides_and_shows_what_it_says_itself() {
        try (var browser = Browser.desktop(port)) {
            browser.signIn("shen.zhiyao").go("/screen").click("筛查如何判断").sees("三档").sees("涉嫌").sees("指示性使用");
            browser.isAccessible().picture("screen-guide");
        }
        try (var phone = Browser.phone(port)) {
            phone.signIn("shen.zhiyao").go("/screen/guide?lang=en").sees("How screening decides").sees("compatible use");
            phone.isAccessible().picture("screen-guide-phone");
        }
    }

    @Test
    void a_foreign_officer_finds_no_such_page() {
        var lead = aLead("衡溪A货 代购级 卫衣", "外人铺");
        try (var browser = Browser.desktop(port)) {
            browser.signIn("fang.qing").go("/leads/" + lead.number()).sees("找不到这个页面");
            assertThat(browser.says("外人铺")).isFalse();
        }
    }
}
