package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Map;
import java.util.LinkedHashMap;
import java.util.Base64;
import java.util.List;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The interface under /api/v1/cases: refusals as problems, a repeated request once. */
@OnThePlatform
class CasesOverHttpTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWork work;

    @Test
    void a_step_is_taken_once_however_often_it_is_sent() throws Exception {
        var file = work.proposed("");
        String path = "/" + file.docket().id() + "/approve";

        var first = post(CaseWork.HEAD, path, "{\"version\":1}", "key-" + file.docket().id());
        var again = post(CaseWork.HEAD, path, "{\"version\":1}", "key-" + file.docket().id());
        var other = post(CaseWork.HEAD, path, "{\"version\":2}", "key-" + file.docket().id());

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("\"state\":\"FILED\"");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(422);
    }

    /** Who proposes by the interface without saying what jurisdiction rests on is stopped where the law asks for it, not before. */
    @Test
    void what_jurisdiction_rests_on_may_follow_the_proposal_but_not_the_approval() throws Exception {
        String today = work.today().toString();
        var fields = new LinkedHashMap<String, Object>(Map.of(
                "source", "INSPECTION", "foundOn", today, "partyKind", "FIRM", "partyName", "云岫禾木服饰有限公司",
                "partyAddress", "仓前路8号", "cause", "侵犯注册商标专用权", "act", "销售侵权卫衣", "place", "仓前路8号",
                "actFrom", today, "ground", "有证据初步证明"));
        fields.put("officers", List.of(work.id(CaseWork.OFFICER), work.id(CaseWork.SECOND)));
        var json = new JsonMapper();

        var proposed = post(CaseWork.OFFICER, "", json.writeValueAsString(fields), "");
        assertThat(proposed.statusCode()).isEqualTo(201);
        String path = "/" + json.readTree(proposed.body()).get("id").asLong();
        var refused = post(CaseWork.HEAD, path + "/approve", "{\"version\":1}", "");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("VENUE_UNSTATED", "第十九条", "属于本部门管辖", "认定管辖依据");
        var stated = post(CaseWork.OFFICER, path + "/state-venue",
                "{\"version\":1,\"venueGround\":\"PLACE_OF_ACT\",\"text\":\"仓前路8号在本局辖区\"}", "");
        assertThat(stated.statusCode()).isEqualTo(200);
        assertThat(post(CaseWork.HEAD, path + "/approve", "{\"version\":2}", "").body()).contains("\"state\":\"FILED\"");

        fields.put("venueGround", "NOWHERE");
        var bad = post(CaseWork.OFFICER, "", json.writeValueAsString(fields), "");
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(json.readTree(bad.body()).path("errors").propertyNames()).contains("venueGround", "venueText");
    }

    @Test
    void a_refusal_names_ground_article_and_remedy() throws Exception {
        var file = work.proposed("");

        var answer = post(CaseWork.OFFICER, "/" + file.docket().id() + "/approve", "{\"version\":1}", "");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("ROLE.HEAD", "OWN_PROPOSAL", "第十八条", "remedy");
    }

    @Test
    void bad_fields_are_named_and_a_foreign_officer_gets_404() throws Exception {
        var file = work.investigating();
        String path = "/" + file.docket().id() + "/finish";

        assertThat(post(CaseWork.OFFICER, path, "{\"version\":3,\"fine\":\"1.234\"}", "").body()).contains("facts", "fine");
        assertThat(post(CaseWork.FOREIGN, "/" + file.docket().id() + "/record",
                        "{\"version\":3,\"record\":\"OTHER\",\"on\":\"" + work.today() + "\",\"text\":\"x\"}", "").statusCode())
                .isEqualTo(404);
    }

    /** One rule for all interfaces, before the work begins; the reader is told in their language. */
    @Test
    void a_key_that_no_table_would_keep_is_refused_by_every_interface_and_told_in_the_description() throws Exception {
        String body = "{\"version\":1}";
        for (String path : List.of(
                "/cases", "/cases/1/approve", "/spot-penalties", "/adjudications", "/referrals", "/goods/1/return")) {
            var refused = send("/api/v1" + path, body, "k".repeat(201));
            assertThat(refused.statusCode()).as(path).isEqualTo(422);
            assertThat(refused.body()).as(path).contains("urn:problem:fields", "\"Idempotency-Key\"", "200");
        }
        var file = work.proposed("");
        assertThat(send("/api/v1/cases/" + file.docket().id() + "/approve", body, "k".repeat(200)).statusCode()).isEqualTo(200);

        var description = new JsonMapper().readTree(send("/api/v1/openapi.json", "", "").body());
        var keys = new ArrayList<JsonNode>();
        description.path("paths").forEach(path -> path.forEach(operation -> operation.path("parameters").forEach(parameter -> {
            if (parameter.path("name").asString("").equals("Idempotency-Key")) {
                keys.add(parameter);
            }
        })));
        assertThat(keys).hasSizeGreaterThan(8).allSatisfy(key -> {
            assertThat(key.path("schema").path("maxLength").asInt(0)).isEqualTo(200);
            assertThat(key.path("description").asString("")).contains("200 characters");
        });
    }

    /** A day to come is named at its field, whatever the step: nothing is on file before it happened. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/cases|foundOn", "/cases|actFrom", "/cases|actTo", "/cases/1/record|on", "/cases/1/serve-notice|on",
                "/cases/1/defence|on", "/cases/1/ask-hearing|on", "/cases/1/serve-hearing|on", "/cases/1/withdraw-hearing|on",
                "/cases/1/discuss|on", "/cases/1/serve|on", "/cases/1/pay|on", "/cases/1/mark-remedy|on", "/cases/1/end-remedy|on",
                "/cases/1/ask-instalments|on", "/cases/1/serve-demand|on", "/cases/1/record-ruling|on", "/cases/1/tell-reporter|on",
                "/cases/1/ask-recusal|on", "/cases/1/end-testing|on", "/adjudications|receivedOn", "/adjudications/1/serve-copy|on",
                "/adjudications/1/answer|on", "/adjudications/1/forward-answer|on", "/adjudications/1/exchange-evidence|on",
                "/adjudications/1/investigate|on", "/adjudications/1/serve-ruling|on", "/adjudications/1/sue|on",
                "/adjudications/1/judge|on", "/adjudications/1/confirm|on", "/referrals/1/conclude|on", "/referrals/1/prosecute|on",
                "/referrals/1/refrain|on", "/referrals/1/judge|on",
            })
    void a_day_to_come_is_refused_at_its_field(String path, String field) throws Exception {
        String body = "{\"version\": 1, \"%s\": \"%s\"}".formatted(field, work.today().plusDays(1));

        var answer = send("/api/v1" + path, body, "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(new JsonMapper().readTree(answer.body()).path("errors").path(field).asString("")).contains("不能晚于今天");
    }

    private HttpResponse<String> post(String who, String path, String body, String key)
            throws IOException, InterruptedException {
        return send(who, "/api/v1/cases" + path, body, key);
    }

    private HttpResponse<String> send(String path, String body, String key) throws IOException, InterruptedException {
        return send(CaseWork.HEAD, path, body, key);
    }

    /** @param body empty to read */
    private HttpResponse<String> send(String who, String path, String body, String key)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic "
                        + Base64.getEncoder().encodeToString((who + ":" + Persons.PASSWORD).getBytes()));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
