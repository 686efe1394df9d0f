package org.hengjian.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Addresses that lead nowhere or make no sense end on a page of ours that says what to do. */
@OnThePlatform
class AskingForWhatIsNotThereTests {

    @Autowired
    java.util.List<NavEntry> navigation;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /nowhere                     | 404 | 找不到这个页面
                    /leads/X-2026-999999         | 404 | 找不到这个页面
                    /leads/abc                   | 404 | 找不到这个页面
                    /intake/batches/abc          | 404 | 找不到这个页面
                    /parties/999999999           | 404 | 找不到这个页面
                    /rights/abc                  | 404 | 找不到这个页面
                    /leads?batch=abc&score=x     | 200 | 线索
                    /leads?q=%00&after=nonsense  | 200 | 线索
                    /search?q=%00%E8%80%90       | 200 | 搜索
                    /parties?after=%00           | 200 | 主体
                    """)
    void an_address_is_answered_with_a_page_that_says_what_to_do(String path, int status, String words) {
        try (var officer = Visitor.signedIn(port, "shen.zhiyao")) {
            var answer = officer.get(path);

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                    .contains(words)
                    .doesNotContain("Whitelabel", "Exception");
        }
    }

    @Test
    void no_two_places_of_the_navigation_have_one_picture() {
        assertThat(navigation).extracting(NavEntry::icon).doesNotHaveDuplicates();
    }

    @Test
    void a_form_sent_by_hand_without_its_fields_changes_nothing_and_says_so() {
        try (var officer = Visitor.signedIn(port, "shen.zhiyao")) {
            var answer = officer.post("/leads/X-2026-999999/start", java.util.Map.of());

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("看不懂这次请求", "返回上一页");
        }
    }

    @Test
    @Tag("browser")
    void the_page_that_says_so_is_accessible_in_both_languages() {
        try (var browser = Browser.phone(port)) {
            browser.signIn("shen.zhiyao").go("/nowhere").sees("核对网址").isAccessible();
            browser.go("/nowhere?lang=en").sees("Page not found").isAccessible();
        }
    }
}
