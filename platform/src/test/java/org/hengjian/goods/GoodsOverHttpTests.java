package org.hengjian.goods;

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

/** The interface under /api/v1/goods: a list by pages, an item with its ledger, movements that are made once. */
@OnThePlatform
class GoodsOverHttpTests {

    @LocalServerPort
    int port;

    @Autowired
    GoodsWork work;

    @Test
    void an_item_comes_with_its_accounts_and_its_ledger() throws Exception {
        var item = work.move(work.item("430"), Move.SAMPLE, "6");

        assertThat(send(GoodsWork.OFFICER, "/" + item.id(), "", "").body())
                .contains("\"custody\":\"424\"", "\"sampled\":\"6\"", "\"kind\":\"SAMPLE\"", "\"kind\":\"REGISTER\"");
        assertThat(send(GoodsWork.OFFICER, "?q=" + item.code() + "&where=SAMPLED", "", "").body()).contains(item.code());
        assertThat(send(GoodsWork.FOREIGN, "/" + item.id(), "", "").statusCode()).isEqualTo(404);
        assertThat(send("ji.shi", "", "", "").statusCode()).isEqualTo(403);
    }

    @Test
    void a_movement_that_is_sent_twice_is_made_once() throws Exception {
        var item = work.item("10");
        String body = "{\"movements\":1,\"quantity\":\"4\",\"on\":\"" + work.today()
                + "\",\"counterpart\":\"市质检院\",\"document\":\"检7\"}";
        var first = send(GoodsWork.OFFICER, "/" + item.id() + "/sample", body, "http-" + item.id());
        var again = send(GoodsWork.OFFICER, "/" + item.id() + "/sample", body, "http-" + item.id());
        var other = send(GoodsWork.OFFICER, "/" + item.id() + "/sample", body.replace("市质检院", "省质检院"), "http-" + item.id());

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("\"sampled\":\"4\"");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(422);
    }

    @Test
    void refusals_name_ground_and_remedy_and_bad_fields_are_named() throws Exception {
        var item = work.item("10");
        String body = "{\"movements\":1,\"quantity\":\"99\",\"on\":\"" + work.today()
                + "\",\"counterpart\":\"赵某\",\"document\":\"收1\"}";

        var refused = send(GoodsWork.OFFICER, "/" + item.id() + "/return", body, "");
        var undecided = send(GoodsWork.OFFICER, "/" + item.id() + "/dispose", body.replace("99", "1"), "");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("NOT_SO_MUCH", "remedy");
        assertThat(undecided.body()).contains("NOT_DECIDED", "第七十四条");
        assertThat(send(GoodsWork.OFFICER, "/" + item.id() + "/return", "{\"quantity\":\"x\"}", "").body())
                .contains("quantity", "movements", "counterpart");
        assertThat(send(GoodsWork.OFFICER, "/" + item.id() + "/destroy", body, "").statusCode()).isEqualTo(404);
        assertThat(send(GoodsWork.OFFICER, "/" + item.id() + "/return", body.replace("\"movements\":1", "\"movements\":0"), "")
                        .statusCode())
                .isEqualTo(409);
    }

    /** @param body empty to read */
    private HttpResponse<String> send(String who, String path, String body, String key)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/goods" + path))
                .header("Authorization", "Basic "
                        + Base64.getEncoder().encodeToString((who + ":" + Persons.PASSWORD).getBytes()));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
