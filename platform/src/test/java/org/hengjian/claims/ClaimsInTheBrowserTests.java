package org.hengjian.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One writes words, tries them and saves; another publishes them and withdraws them. */
@OnThePlatform
@Tag("browser")
class ClaimsInTheBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    Claims claims;

    @Autowired
    Persons persons;

    @AfterEach
    void leave_the_shipped_words() {
        persons.as("xie.lan", () -> claims.list("", "", "PUBLISHED", 0, 100)
                .forEach(wording -> claims.withdraw(wording.id(), wording.version(), "测试结束")));
    }

    @Test
    void from_a_draft_to_words_in_use_and_out_of_use() {
        String address;
        try (var writer = Browser.desktop(port).signIn("qin.shan")) {
            writer.go("/claims?q=没有这个词").sees("没有符合条件的用语").isAccessible().picture("claims-empty");
            writer.go("/claims/new").type("words", "货").submit().sees("至少要有两个字").isAccessible();
            writer.type("words", "阁楼货").type("topic", "fakery").type("source", "西湖区案件").submit();
            writer.sees("已保存草稿").sees("还没有在以往的商品信息上试过");
            writer.click("在以往的商品信息上试跑").sees("重新筛查了以往").sees("本人撰写的").isAccessible();
            writer.picture("claims-draft");
            address = writer.address();
        }
        try (var other = Browser.desktop(port).signIn("xie.lan")) {
            other.go(address.substring(address.indexOf("/claims"))).type("why", "三起案件里都这样写");
            other.click("发布").sees("已发布").isAccessible();
            other.go("/claims").sees("阁楼货").sees("在用").isAccessible().picture("claims-list");
            other.go("/claims?origin=shipped&q=高仿").sees("停用").isAccessible();
        }
    }

    @Test
    void an_empty_file_is_told_as_empty_and_not_as_none(@TempDir Path folder) throws IOException {
        try (var writer = Browser.desktop(port).signIn("qin.shan")) {
            writer.go("/imports/new?target=claims").upload("file", Files.createFile(folder.resolve("empty.csv")));
            writer.click("读取表头").sees("文件是空的");
        }
    }

    @Test
    void drafts_of_a_file_are_tried_and_published_together() {
        try (var writer = Browser.desktop(port).signIn("qin.shan")) {
            for (String words : new String[] {"阁楼货", "楼梯间版"}) {
                writer.go("/claims/new").type("words", words).type("topic", "fakery").type("source", "西湖区案件").submit();
                writer.sees("已保存草稿");
            }
            writer.go("/imports/new?target=claims").sees("声称词库").isAccessible().picture("claims-import");
            writer.go("/claims?state=DRAFT").sees("条草稿一起办").isAccessible().picture("claims-together");
            writer.click("在以往的商品信息上试跑").sees("一起试跑");
        }
        try (var other = Browser.phone(port).signIn("xie.lan")) {
            other.go("/claims?state=DRAFT").type("why", "三起案件里都这样写").click("发布试过的").sees("初筛即刻使用");
            other.go("/claims?state=DRAFT&lang=en").isAccessible().picture("claims-together-phone");
        }
    }

    @Test
    void on_a_phone_and_in_english() {
        try (var phone = Browser.phone(port).signIn("qin.shan")) {
            phone.go("/claims?origin=shipped").isAccessible().picture("claims-phone");
            phone.go("/claims/new?words=高仿&language=zh").isAccessible().picture("claims-phone-form");
            assertThat(phone.find("#words").getDomProperty("value")).isEqualTo("高仿");
        }
        try (var english = Browser.desktop(port, Locale.ENGLISH).signIn("qin.shan")) {
            english.go("/claims?origin=shipped").sees("Shipped").isAccessible().picture("claims-en");
        }
    }
}
