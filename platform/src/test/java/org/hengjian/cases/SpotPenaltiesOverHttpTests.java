package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The interface under /api/v1/spot-penalties: refusals as problems, a repeated request once. */
@OnThePlatform
class SpotPenaltiesOverHttpTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWork work;

    @Test
    void a_penalty_is_decided_paid_and_handed_in_once_however_often_it_is_sent() throws Exception {
        String body = body("摆卖无厂名的雨伞", "200");
        var first = post(CaseWork.OFFICER, "", body, "spot-http-1");
        var again = post(CaseWork.OFFICER, "", body, "spot-http-1");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.body()).contains("当罚〔", "\"party\":\"赵某某\"", "\"fine\":\"200", "\"owed\":true", "\"next\":[\"pay\",\"hand-in\"]");
        assertThat(first.body()).as("sealed").doesNotContain("赵小禾", "330106199001010011");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(post(CaseWork.OFFICER, "", body("别的行为", "200"), "spot-http-1").body()).contains("idempotency-key-reused");
        assertThat(post(CaseWork.OFFICER, "", body, "k".repeat(201)).statusCode()).isEqualTo(422);

        String path = first.headers().firstValue("Location").orElseThrow().replace("/api/v1/spot-penalties", "");
        String payment = "{\"version\": 1, \"on\": \"" + work.today() + "\", \"receipt\": \"浙票9\"}";
        var paid = post(CaseWork.OFFICER, path + "/pay", payment, "spot-http-pay");
        assertThat(paid.body()).contains("\"owed\":false", "\"next\":[\"hand-in\"]");
        assertThat(post(CaseWork.OFFICER, path + "/pay", payment, "spot-http-pay").body()).isEqualTo(paid.body());
        assertThat(post(CaseWork.SECOND, path + "/hand-in", "{\"version\": 1}", "").statusCode()).as("of before").isEqualTo(409);
        assertThat(post(CaseWork.SECOND, path + "/hand-in", "{\"version\": 2}", "").body()).contains("\"next\":[]");
        assertThat(get(CaseWork.OFFICER, path).body()).contains("\"handedInOn\":\"" + work.today());
        assertThat(get(CaseWork.OFFICER, "").body()).contains("penalties", "摆卖无厂名的雨伞");
    }

    @Test
    void a_refusal_names_ground_article_and_remedy() throws Exception {
        var tooMuch = post(CaseWork.OFFICER, "", body("超过限额", "5000"), "");
        assertThat(tooMuch.statusCode()).isEqualTo(409);
        assertThat(tooMuch.body()).contains("step-refused", "SPOT_TOO_MUCH", "第六十六条", "remedy");

        String location = post(CaseWork.OFFICER, "", body("占用通道", "100"), "").headers().firstValue("Location").orElseThrow();
        String path = location.replace("/api/v1/spot-penalties", "");
        assertThat(post("lin.wan", path + "/hand-in", "{\"version\": 1}", "").body()).contains("NOT_HANDLING");
    }

    @Test
    void bad_fields_are_named_and_other_agencies_and_roles_are_refused() throws Exception {
        assertThat(post(CaseWork.OFFICER, "", "{}", "").body())
                .contains("\"partyName\"", "\"act\"", "\"sanction\"", "\"place\"");
        assertThat(post(CaseWork.HEAD, "", body("负责人当场处罚", "100"), "").statusCode()).isEqualTo(403);
        String location = post(CaseWork.OFFICER, "", body("乱设摊点", "100"), "").headers().firstValue("Location").orElseThrow();
        String path = location.replace("/api/v1/spot-penalties", "");
        assertThat(post(CaseWork.OFFICER, path + "/pay", "{}", "").body()).contains("version", "on", "receipt");
        assertThat(get(CaseWork.FOREIGN, path).statusCode()).isEqualTo(404);
        assertThat(get(CaseWork.FOREIGN, "").body()).doesNotContain("乱设摊点");
        assertThat(post(CaseWork.FOREIGN, path + "/hand-in", "{\"version\": 1}", "").statusCode()).isEqualTo(404);
        assertThat(get("luo.jin", path).statusCode()).isEqualTo(403);
    }

    private String body(String act, String fine) {
        return """
                {"partyKind": "PERSON", "partyName": "赵小禾", "partyAddress": "古荡街道虚构路1号",
                 "personIdentity": "330106199001010011", "act": "%s", "place": "古荡街道虚构市场3号摊", "spotBasis": "《某条例》第十条",
                 "evidence": "现场照片2张", "told": "true", "spotDefence": "无异议", "sanction": "FINE", "fine": "%s",
                 "collected": "NO", "officers": ["%d", "%d"]}
                """
                .formatted(act, fine, work.id(CaseWork.OFFICER), work.id(CaseWork.SECOND));
    }

    private HttpResponse<String> get(String who, String path) throws IOException, InterruptedException {
        return send(request(who, path).GET());
    }

    private HttpResponse<String> post(String who, String path, String body, String key)
            throws IOException, InterruptedException {
        var request = request(who, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return send(request);
    }

    private HttpRequest.Builder request(String who, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/spot-penalties" + path))
                .header("Authorization", "Basic "
                        + Base64.getEncoder().encodeToString((who + ":" + Persons.PASSWORD).getBytes()));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
