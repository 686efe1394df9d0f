package org.hengjian;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.hengjian.audit.Audit;
import org.hengjian.cases.CaseWork;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People try what is not theirs: by address, by form, by hand. Each is turned away, and nothing changes. */
@OnThePlatform
class GettingInWhereOneMayNotTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWork work;

    @Autowired
    Audit audit;

    @Autowired
    Persons persons;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /                | 302
                    /leads           | 302
                    /cases/1         | 302
                    /intake          | 302
                    /people          | 302
                    /documents/1.pdf | 302
                    /api/v1/cases    | 401
                    /api/v1/leads    | 401
                    /api/v1/batches  | 401
                    """)
    void a_stranger_is_sent_to_the_door(String path, int status) {
        try (var stranger = Visitor.stranger(port)) {
            var answer = stranger.get(path);

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(words(answer)).doesNotContain("市监案", "X-2026");
        }
    }

    @Test
    void an_officer_of_another_district_finds_no_case_no_document_and_can_take_no_step() {
        long id = work.closedId();
        String document = "/documents/" + work.decisionOf(id) + ".pdf";
        try (var foreign = Visitor.signedIn(port, "fang.qing");
                var own = Visitor.signedIn(port, "shen.zhiyao")) {
            assertThat(own.get(document).statusCode()).isEqualTo(200);

            for (var path : Stream.of("/cases/" + id, "/cases/" + id + "/record", "/cases/" + id + "/preview.pdf", document).toList()) {
                assertThat(foreign.get(path).statusCode()).as(path).isEqualTo(404);
            }
            var taken = foreign.post(
                    "/cases/" + id + "/record",
                    Map.of("version", "1", "record", "OTHER", "on", work.today().toString(), "text", "伪造"));
            assertThat(taken.statusCode()).isEqualTo(404);
            assertThat(foreign.post("/cases/" + id + "/unmask", Map.of("purpose", "好奇")).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_form_without_the_tokens_of_this_session_changes_nothing() {
        long id = work.proposedId();
        try (var head = Visitor.signedIn(port, "jiang.lin")) {
            var forged = head.postForged("/cases/" + id + "/approve", Map.of("version", "1"), "guessed");

            assertThat(forged.statusCode()).isEqualTo(403);
            assertThat(words(head.get("/cases/" + id))).contains("待批准立案");
        }
    }

    @Test
    void who_handles_a_case_does_not_approve_it_even_by_hand() {
        long id = work.proposedId();
        try (var officer = Visitor.signedIn(port, "shen.zhiyao")) {
            var answer = officer.post("/cases/" + id + "/approve", Map.of("version", "1"));

            assertThat(words(answer)).contains("这一步现在不能办", "第十八条");
            assertThat(words(officer.get("/cases/" + id))).contains("待批准立案");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ji.shi,/cases", "ji.shi,/people", "heng.an,/cases", "heng.an,/people", "ding.an,/intake/new", "luo.jin,/people",
        "shen.zhiyao,/people", "shen.ji,/intake/new"
    })
    void a_page_of_another_role_looks_like_no_page(String who, String path) {
        try (var visitor = Visitor.signedIn(port, who)) {
            var answer = visitor.get(path);

            assertThat(answer.statusCode()).isIn(403, 404);
            assertThat(words(answer)).contains("找不到这个页面");
        }
    }

    @Test
    void each_refusal_by_role_stands_in_the_log() {
        long before = refusals();
        try (var visitor = Visitor.signedIn(port, "shen.zhiyao")) {
            visitor.get("/people");
        }

        assertThat(refusals()).isGreaterThan(before);
    }

    @Test
    @Tag("browser")
    void after_the_session_ends_the_next_click_leads_to_the_door_and_back() {
        try (var browser = Browser.desktop(port)) {
            browser.signIn("shen.zhiyao").until(it -> !it.address().startsWith("/sign-in"));
            browser.go("/leads");
            browser.driver().manage().deleteAllCookies();
            browser.go("/cases").sees("登录").isAccessible();
            assertThat(browser.address()).startsWith("/sign-in");

            browser.signInHere("shen.zhiyao").until(it -> it.address().startsWith("/cases"));
        }
    }

    private long refusals() {
        return persons.as("shen.zhiyao", () -> audit.of("address", "/people")).size();
    }

    private static String words(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
