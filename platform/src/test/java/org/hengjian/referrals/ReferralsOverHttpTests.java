package org.hengjian.referrals;

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

/** The interface under /api/v1/referrals: refusals as problems, a repeated request once. */
@OnThePlatform
class ReferralsOverHttpTests {

    private static final String REPORT =
            """
            {"case": %d, "crime": "214", "basis": "THRESHOLD", "facts": "销售730件", "evidence": "笔录1份", "opinion": "建议移送"}
            """;

    @LocalServerPort
    int port;

    @Autowired
    ReferralWork work;

    @Test
    void a_referral_is_proposed_and_approved_once_however_often_it_is_sent() throws Exception {
        long caseId = work.investigatingCase();
        var first = post(ReferralWork.OFFICER, "", REPORT.formatted(caseId), "propose-" + caseId);
        var again = post(ReferralWork.OFFICER, "", REPORT.formatted(caseId), "propose-" + caseId);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.body()).contains("\"state\":\"PROPOSED\"", "referral.decide", "approve");
        assertThat(again.body()).isEqualTo(first.body());
        String path = first.headers().firstValue("Location").orElseThrow().replace("/api/v1/referrals", "");
        var approved = post(ReferralWork.HEAD, path + "/approve", "{\"version\": 1, \"suspend\": \"NO\"}", "");
        assertThat(approved.body()).contains("\"state\":\"APPROVED\"", "referral.transfer");
    }

    @Test
    void a_refusal_names_ground_article_and_remedy() throws Exception {
        var proposed = work.proposed();

        var answer = post(
                ReferralWork.OFFICER, "/" + proposed.dossier().id() + "/approve", "{\"version\": 1, \"suspend\": \"NO\"}", "");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("ROLE.HEAD", "OWN_REPORT", "第五条", "remedy");
    }

    @Test
    void bad_fields_are_named_and_others_find_nothing() throws Exception {
        var accepted = work.accepted();
        String path = "/" + accepted.dossier().id();

        assertThat(post(ReferralWork.OFFICER, "", "{\"case\": \"x\", \"crime\": \"999\"}", "").statusCode()).isEqualTo(422);
        assertThat(post(ReferralWork.POLICE, path + "/decline", "{\"version\": 5}", "").body()).contains("reasons");
        assertThat(post(ReferralWork.POLICE, path + "/decline", "{\"reasons\": \"x\"}", "").body()).contains("version");
        assertThat(post(ReferralWork.POLICE, path + "/nothing", "{\"version\": 5}", "").statusCode()).isEqualTo(404);
        assertThat(post("fang.qing", path + "/send", "{\"version\": 5, \"police\": 1}", "").statusCode()).isEqualTo(404);
        assertThat(get("fang.qing", path).statusCode()).isEqualTo(404);
        assertThat(get(ReferralWork.PROSECUTOR, path).body()).contains("ACCEPTED", "referral.police-decide");
    }

    @Test
    void the_radar_and_the_statistics_are_read_by_those_who_watch() throws Exception {
        work.declined();

        assertThat(get(ReferralWork.PROSECUTOR, "/radar?kind=DECLINED").body()).contains("DECLINED");
        assertThat(get(ReferralWork.PROSECUTOR, "/radar?kind=NONE").statusCode()).isEqualTo(400);
        assertThat(get(ReferralWork.POLICE, "/radar?kind=DECLINED").statusCode()).isEqualTo(403);
        assertThat(get(ReferralWork.PROSECUTOR, "/statistics?from=2020-01-01&to=2099-12-31").body()).contains("\"declined\":");
        assertThat(get(ReferralWork.PROSECUTOR, "/statistics?from=x&to=2099-12-31").statusCode()).isEqualTo(400);
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
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/referrals" + path))
                .header("Authorization", "Basic "
                        + Base64.getEncoder().encodeToString((who + ":" + Persons.PASSWORD).getBytes()));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
