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

    private HttpResponse<String> post(String who, String path, String body, String key)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/cases" + path))
                .header("Authorization", "Basic "
                        + Base64.getEncoder().encodeToString((who + ":" + Persons.PASSWORD).getBytes()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
