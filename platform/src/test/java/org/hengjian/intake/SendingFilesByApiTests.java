package org.hengjian.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract of {@code /api/v1/batches}, over HTTP as a script would use it. */
@OnThePlatform
class SendingFilesByApiTests {

    private static final String OFFICER = "shen.zhiyao";
    private static final String BOUNDARY = "----hengjian-test";

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    /** What came back. */
    private record Answer(int status, Map<String, String> headers, JsonNode body) {

        String header(String name) {
            return Objects.requireNonNull(headers.get(name), () -> status + " without " + name + ": " + body);
        }
    }

    @Test
    void a_file_is_accepted_with_its_address_and_read_to_its_end() {
        var sent = post("a.csv", "编号,标题,价格\n1,茶,5\n1,茶,5\n2,鞋,面议\n", "来源甲", Map.of(), Map.of());

        assertThat(sent.status()).isEqualTo(202);
        assertThat(sent.header("location")).isEqualTo("/api/v1/batches/" + sent.body().get("id").asLong());
        var done = ended(sent.header("location"));
        assertThat(done.get("status").asString()).isEqualTo("done");
        assertThat(done.get("received").asLong()).isEqualTo(3);
        assertThat(done.get("accepted").asLong()).isEqualTo(1);
        assertThat(done.get("rejected").asLong()).isEqualTo(1);
        assertThat(done.get("duplicates").asLong()).isEqualTo(1);
    }

    @Test
    void rejects_come_with_row_field_reason_and_remedy_in_both_languages() {
        var sent = post("b.csv", "编号,标题,价格\n2,鞋,面议\n", "来源乙", Map.of(), Map.of());
        var done = ended(sent.header("location"));

        var rejects = get(done.get("rejects").asString()).body();

        var reject = rejects.get("rejects").get(0);
        assertThat(reject.get("row").asLong()).isEqualTo(2);
        assertThat(reject.get("raw").asString()).isEqualTo("2,鞋,面议");
        var fault = reject.get("faults").get(0);
        assertThat(fault.get("field").asString()).isEqualTo("price");
        assertThat(fault.get("reason").get("zh").asString()).isEqualTo("“面议”不是一个价格");
        assertThat(fault.get("reason").get("en").asString()).isEqualTo("“面议” is not a price");
        assertThat(fault.get("remedy").get("en").asString()).startsWith("Write one number");
    }

    @Test
    void the_same_request_sent_twice_is_one_batch() {
        var key = Map.of("Idempotency-Key", "nightly-2026-10-12");
        var first = post("c.csv", "编号,标题\n1,茶\n", "来源丙", Map.of(), key);
        var second = post("c.csv", "编号,标题\n1,茶\n", "来源丙", Map.of(), key);
        var other = post("c.csv", "编号,标题\n2,茶\n", "来源丙", Map.of(), key);

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.body().get("id")).isEqualTo(first.body().get("id"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body().get("type").asString()).isEqualTo("urn:problem:idempotency-key-used");
        var tooLong = post("c.csv", "编号,标题\n1,茶\n", "来源丙", Map.of(), Map.of("Idempotency-Key", "k".repeat(201)));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.body().get("type").asString()).as("one rule for all interfaces").isEqualTo("urn:problem:fields");
    }

    @Test
    void columns_can_be_told_and_wrong_ones_are_refused() {
        var text = "甲,乙\n1,茶\n";

        var untold = post("d.csv", text, "来源丁", Map.of(), Map.of());
        assertThat(untold.status()).isEqualTo(422);
        assertThat(untold.body().get("type").asString()).isEqualTo("urn:problem:mapping-needed");
        assertThat(untold.body().get("headings").get(0).asString()).isEqualTo("甲");
        assertThat(untold.body().get("missing").get(0).asString()).isEqualTo("id");

        var told = post("d.csv", text, "来源丁", Map.of("mapping", "{\"id\":\"甲\",\"title\":\"乙\"}"), Map.of());
        assertThat(told.status()).isEqualTo(202);
        assertThat(ended(told.header("location")).get("accepted").asLong()).isEqualTo(1);

        assertThat(post("d.csv", text, "来源丁", Map.of("mapping", "{\"colour\":\"甲\"}"), Map.of()).status()).isEqualTo(400);
        assertThat(post("d.csv", text, "来源丁", Map.of("mapping", "not json"), Map.of()).status()).isEqualTo(400);
    }

    @Test
    void what_is_no_table_is_a_problem_that_says_so_in_both_languages() {
        var answer = post("e.xlsx", "%PDF-1.7", "来源戊", Map.of(), Map.of());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(answer.body().get("type").asString()).isEqualTo("urn:problem:unreadable-file");
        assertThat(answer.body().get("zh").asString()).contains("PDF 文件");
        assertThat(answer.body().get("en").asString()).contains("This is a PDF");
    }

    @Test
    void strangers_find_nothing_and_nobody_gets_in_without_a_name() {
        var sent = post("f.csv", "编号,标题\n1,茶\n", "来源己", Map.of(), Map.of());
        var address = sent.header("location");

        assertThat(exchange(request(address).GET(), "fang.qing").status()).isEqualTo(404);
        assertThat(exchange(request(address + "/rejects").GET(), "fang.qing").status()).isEqualTo(404);
        assertThat(exchange(request(address).GET(), null).status()).isEqualTo(401);
        assertThat(exchange(multipart("g.csv", "编号,标题\n1,茶\n", Map.of("source", "x")), "gu.heng").status())
                .isEqualTo(403);
    }

    @Test
    void what_has_not_changed_need_not_be_sent_again() {
        var sent = post("h.csv", "编号,标题\n1,茶\n", "来源庚", Map.of(), Map.of());
        ended(sent.header("location"));
        var tag = get(sent.header("location")).header("etag");

        var again = exchange(request(sent.header("location")).header("If-None-Match", tag).GET(), OFFICER);

        assertThat(again.status()).isEqualTo(304);
    }

    private Answer post(
            String name, String content, String source, Map<String, String> fields, Map<String, String> headers) {
        var all = new LinkedHashMap<>(fields);
        all.put("source", source);
        var request = multipart(name, content, all);
        headers.forEach(request::header);
        return exchange(request, OFFICER);
    }

    private HttpRequest.Builder multipart(String name, String content, Map<String, String> fields) {
        var body = new ByteArrayOutputStream();
        fields.forEach((field, value) -> body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field
                                + "\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + BOUNDARY + "--\r\n")
                .getBytes(StandardCharsets.UTF_8));
        return request("/api/v1/batches")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private Answer get(String path) {
        return exchange(request(path).GET(), OFFICER);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private Answer exchange(HttpRequest.Builder request, @org.jspecify.annotations.Nullable String signIn) {
        if (signIn != null) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder()
                            .encodeToString((signIn + ":" + Persons.PASSWORD).getBytes(StandardCharsets.UTF_8)));
        }
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var headers = new LinkedHashMap<String, String>();
            response.headers().map().forEach((header, values) -> headers.put(header, values.getFirst()));
            var body = response.body();
            return new Answer(
                    response.statusCode(), headers, body.isEmpty() ? json.createObjectNode() : json.readTree(body));
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private JsonNode ended(String address) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> get(address).body(), body -> !body.get("status").asString().equals("running"));
    }
}
