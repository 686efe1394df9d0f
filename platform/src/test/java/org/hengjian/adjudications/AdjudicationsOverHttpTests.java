package org.hengjian.adjudications;

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

/** The interface under /api/v1/adjudications: refusals as problems, a repeated request once. */
@OnThePlatform
class AdjudicationsOverHttpTests {

    @LocalServerPort
    int port;

    @Autowired
    AdjudicationWork work;

    @Test
    void a_request_is_entered_and_accepted_once_however_often_it_is_sent() throws Exception {
        String body = body();
        var first = post(AdjudicationWork.PRESIDING, "", body, "adjudication-http-1");
        var again = post(AdjudicationWork.PRESIDING, "", body, "adjudication-http-1");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.body()).contains("\"state\":\"REQUESTED\"", "专请〔", "accept", "\"respondent\":\"赵某某\"", "terms");
        assertThat(first.body()).as("sealed").doesNotContain("赵小明");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(post(AdjudicationWork.PRESIDING, "", body(), "adjudication-http-1").statusCode()).as("another one").isEqualTo(409);
        assertThat(post(AdjudicationWork.PRESIDING, "", body, "k".repeat(201)).statusCode()).isEqualTo(422);

        String path = first.headers().firstValue("Location").orElseThrow().replace("/api/v1/adjudications", "");
        String panel = "{\"version\": 1, \"presiding\": %d, \"members\": [%d, %d], \"clerk\": %d}".formatted(
                work.id(AdjudicationWork.PRESIDING), work.id(AdjudicationWork.SECOND), work.id(AdjudicationWork.THIRD),
                work.id(AdjudicationWork.CLERK));
        var accepted = post(AdjudicationWork.HEAD, path + "/accept", panel, "adjudication-http-accept");
        assertThat(accepted.body()).contains("\"state\":\"ACCEPTED\"", "岑柏", "serve-copy");
        assertThat(post(AdjudicationWork.HEAD, path + "/accept", panel, "adjudication-http-accept").body()).isEqualTo(accepted.body());
        assertThat(post(AdjudicationWork.HEAD, path + "/accept", panel, "").statusCode()).as("of before").isEqualTo(409);
        assertThat(get(AdjudicationWork.PRESIDING, "?state=ACCEPTED").body()).contains("adjudications", "一种折叠雨伞的伞骨");
    }

    @Test
    void a_refusal_names_ground_article_and_remedy() throws Exception {
        var requested = work.requested();

        var answer = post(AdjudicationWork.PRESIDING, "/" + requested.dossier().id() + "/close", "{\"version\": 1, \"closing\": \"x\"}", "");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("step-refused", "ORDER.CLOSE", "remedy", "instrument");
    }

    @Test
    void bad_fields_are_named_and_other_agencies_and_roles_are_refused() throws Exception {
        var examining = work.examining();
        String path = "/" + examining.dossier().id();

        assertThat(post(AdjudicationWork.PRESIDING, "", "{\"patentNumber\": \"x\"}", "").body()).contains("patentNumber", "standing");
        assertThat(post(AdjudicationWork.PRESIDING, path + "/deliberate", "{}", "").body()).contains("version");
        assertThat(post(AdjudicationWork.PRESIDING, path + "/deliberate", "{\"version\": 4}", "").body()).contains("conclusion");
        assertThat(post(AdjudicationWork.PRESIDING, path + "/nothing", "{\"version\": 4}", "").statusCode()).isEqualTo(404);
        assertThat(get(AdjudicationWork.DISTRICT, path).statusCode()).isEqualTo(404);
        assertThat(get(AdjudicationWork.DISTRICT, "").body()).doesNotContain(examining.name());
        assertThat(post(AdjudicationWork.DISTRICT, path + "/deliberate",
                        "{\"version\": 4, \"conclusion\": \"INFRINGEMENT\", \"votes\": \"3\", \"deliberation\": \"x\"}", "").statusCode())
                .isEqualTo(404);
        assertThat(get("luo.jin", path).statusCode()).isEqualTo(403);
        assertThat(get(AdjudicationWork.CLERK, path).body()).contains("\"state\":\"EXAMINING\"", "裴安");
    }

    private static String body() {
        return """
                {"receivedOn": "2026-01-05", "patentNumber": "%s", "patentTitle": "一种折叠雨伞的伞骨", "standing": "PATENTEE",
                 "requesterKind": "FIRM", "requesterName": "云岫伞业有限公司", "requesterAddress": "青石县大坪镇仓前路8号",
                 "requesterPerson": "钱小禾", "respondentKind": "PERSON", "respondentName": "赵小明",
                 "respondentAddress": "古荡街道虚构路5号", "respondentRegion": "330106", "actRegion": "330106",
                 "claims": "权利要求1、3", "act": "制造、销售三折伞", "facts": "具有全部技术特征", "orders": "责令停止制造、销售",
                 "evidence": "专利证书", "beforeCourt": "NO", "willing": "YES"}
                """
                .formatted(AdjudicationWork.patent().text());
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
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/adjudications" + path))
                .header("Authorization", "Basic "
                        + Base64.getEncoder().encodeToString((who + ":" + Persons.PASSWORD).getBytes()));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
