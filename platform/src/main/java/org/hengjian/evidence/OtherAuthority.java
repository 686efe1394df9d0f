package org.hengjian.evidence;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A time stamp authority elsewhere, over HTTP as RFC 3161 section 3.4 says. */
final class OtherAuthority implements TimeStamps.Authority {

    private static final Duration PATIENCE = Duration.ofSeconds(10); // an officer waits for it
    private static final int ANSWER_MOST = 1 << 20;

    private final URI address;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    OtherAuthority(URI address) {
        this.address = address;
    }

    @Override
    public String name() {
        return address.getHost();
    }

    @Override
    public byte[] answer(byte[] request) throws IOException {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(address)
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/timestamp-query")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IOException("the time stamp authority answered " + answer.statusCode());
                }
                return body.readNBytes(ANSWER_MOST);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
