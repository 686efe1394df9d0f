package org.hengjian.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whose name a domain imitates, and which domains to watch; on the page and over HTTP. */
@OnThePlatform
class TryingDomainsTests {

    @LocalServerPort
    int port;

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Test
    void an_imitation_is_named_and_the_holders_own_site_is_not() {
        try (var officer = Visitor.signedIn(port, "shen.zhiyao")) {
            String page = text(officer.post(
                            "/screen/domains",
                            Map.of("domains", "https://sk-echers-outlet.top/sale?x=1\nskechers.com\nexample.org\n\nno domain"))
                    .body());
            assertThat(page).contains("sk-echers-outlet.top").contains("斯凯奇").contains("skechers.com");
            assertThat(page.split("没有近似的权利", -1)).hasSize(3);
        }
    }

    @Test
    void a_watch_list_is_shown_and_exported() {
        try (var officer = Visitor.signedIn(port, "shen.zhiyao")) {
            assertThat(text(officer.get("/screen/domains?name=hengxi").body())).contains("hengxi.top");
            assertThat(text(officer.get("/screen/domains?name=ab").body())).contains("名称太短");
            assertThat(text(officer.get("/screen/domains/watch.txt?name=hengxi").body()).lines())
                    .contains("hengxi.top")
                    .hasSizeGreaterThan(100);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[null]", "[\"skechrs.top\", null]", "[\" \"]"})
    void an_entry_that_is_no_domain_is_named_over_http(String body) throws IOException, InterruptedException {
        String login = "shen.zhiyao:" + Persons.PASSWORD;
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/domains:match"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("is no domain");
        }
    }

    @Test
    void who_may_not_screen_is_refused() {
        try (var police = Visitor.signedIn(port, "luo.jin")) {
            assertThat(police.get("/screen/domains").statusCode()).isEqualTo(403);
        }
    }

    @Test
    @Tag("browser")
    void the_page_is_readable_on_desk_and_phone() {
        try (var desk = Browser.desktop(port).signIn("shen.zhiyao");
                var phone = Browser.phone(port).signIn("shen.zhiyao")) {
            desk.go("/screen/domains").isAccessible();
            desk.type("domains", "skechrs.top\nexample.org").click("比对").sees("斯凯奇").sees("一字之差").isAccessible();
            desk.picture("domains");
            phone.go("/screen/domains?name=hengxi").sees("hengxi.top").isAccessible().picture("domains-phone");
        }
    }
}
