package org.hengjian.agencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The doors, knocked at from outside. */
@OnThePlatform
class SigningInTests {

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    ApiKeys keys;

    @Autowired
    Persons persons;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Test
    void a_stranger_is_led_to_the_sign_in_page() throws Exception {
        var answer = get("/agencies");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/sign-in");
    }

    @Test
    void a_stranger_at_the_api_is_refused_without_a_page() throws Exception {
        assertThat(get("/api/v1/leads").statusCode()).isEqualTo(401);
        assertThat(get("/api/sim/clock").statusCode()).isEqualTo(401);
    }

    @Test
    void the_right_password_opens() throws Exception {
        assertThat(signIn("lu.wendi", Persons.PASSWORD).headers().firstValue("Location"))
                .get()
                .asString()
                .doesNotContain("sign-in");
        assertThat(get("/me").body()).contains("陆闻笛");
    }

    @Test
    void a_post_without_the_form_token_is_refused() throws Exception {
        signIn("lu.wendi", Persons.PASSWORD);

        var answer = send(HttpRequest.newBuilder(at("/me/keys"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("name=stolen")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(persons.as("lu.wendi", keys::mine)).isEmpty();
    }

    @Test
    void five_wrong_passwords_lock_the_account_and_the_administrator_unlocks_it() throws Exception {
        var hired = persons.as("admin", () -> staff.enter(person("guess.me")));
        for (int i = 0; i < 5; i++) {
            assertThat(location(signIn("guess.me", "wrong-" + i))).endsWith("?wrong");
        }

        assertThat(location(signIn("guess.me", hired.password()))).endsWith("?locked");
        persons.as("admin", () -> staff.unlock(hired.id()));

        assertThat(location(signIn("guess.me", hired.password()))).doesNotContain("sign-in");
    }

    @Test
    void a_temporary_password_opens_only_the_page_that_changes_it() throws Exception {
        var hired = persons.as("admin", () -> staff.enter(person("fresh.one")));
        signIn("fresh.one", hired.password());

        assertThat(location(get("/agencies"))).endsWith("/me?first");
        assertThat(get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void who_is_put_to_rest_is_out_at_once() throws Exception {
        var hired = persons.as("admin", () -> staff.enter(person("gone.soon")));
        signIn("gone.soon", hired.password());
        assertThat(get("/me").statusCode()).isEqualTo(200);

        persons.as("admin", () -> {
            var member = staff.member(hired.id());
            staff.change(
                    hired.id(),
                    new Staff.Entered(
                            "", member.name(), "", "", "", java.util.Set.of(org.hengjian.access.Role.OFFICER), false,
                            member.version(), LegalQualification.NONE));
        });

        assertThat(get("/me").statusCode()).isEqualTo(302);
        assertThat(location(signIn("gone.soon", hired.password()))).endsWith("?wrong");
    }

    @Test
    void a_key_opens_the_api_until_it_is_revoked() throws Exception {
        String key = persons.as("admin", () -> keys.issue("nightly"));

        assertThat(withAuthorization("Bearer " + key)).isEqualTo(200);
        persons.as("admin", () -> keys.mine().forEach(one -> keys.revoke(one.id())));
        assertThat(withAuthorization("Bearer " + key)).isEqualTo(401);
        assertThat(withAuthorization("Bearer hj_guessed")).isEqualTo(401);
    }

    @Test
    void the_demonstration_takes_basic_at_the_api() throws Exception {
        String basic = Base64.getEncoder()
                .encodeToString(("shen.zhiyao:" + Persons.PASSWORD).getBytes(StandardCharsets.UTF_8));

        assertThat(withAuthorization("Basic " + basic)).isEqualTo(200);
    }

    @Test
    void every_page_carries_the_strict_policy() throws Exception {
        var headers = get("/sign-in").headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    }

    @Test
    void only_an_administrator_reaches_the_people() throws Exception {
        signIn("lu.wendi", Persons.PASSWORD);

        assertThat(get("/people").statusCode()).isEqualTo(403);
        assertThat(get("/people/1").statusCode()).isEqualTo(403);
        assertThat(get("/people").body()).contains("找不到这个页面");
    }

    @Test
    void only_an_administrator_sets_the_clock() throws Exception {
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString(("shen.zhiyao:" + Persons.PASSWORD).getBytes(StandardCharsets.UTF_8));

        var answer = send(HttpRequest.newBuilder(at("/api/sim/clock"))
                .header("Authorization", basic)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"now\":\"2030-01-01T00:00:00+08:00\"}")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().contains("problem+json");
    }

    private Staff.Entered person(String signIn) {
        return new Staff.Entered(
                signIn, "试用者", "", "", "market-330106", java.util.Set.of(org.hengjian.access.Role.OFFICER), true, 0,
                LegalQualification.NONE);
    }

    private int withAuthorization(String header) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(at("/api/sim/clock")).header("Authorization", header).build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private HttpResponse<String> signIn(String name, String password) throws Exception {
        send(HttpRequest.newBuilder(at("/sign-out")).POST(HttpRequest.BodyPublishers.noBody()));
        String form = get("/sign-in").body();
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form);
        assertThat(token.find()).isTrue();
        return send(HttpRequest.newBuilder(at("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "_csrf=" + encoded(token.group(1)) + "&name=" + encoded(name) + "&password=" + encoded(password))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(at(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
