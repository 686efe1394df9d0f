package org.hengjian.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platform as the first caller finds it. Asking for the sign-in page ourselves measures it, and spares the first
 * person the wait for what a page needs only once.
 */
final class FrontDoor {

    private static final Duration WAIT_MAX = Duration.ofSeconds(60);
    private static final int FOUND = 200;

    private final String address;

    FrontDoor(String listening, int port) {
        // Whoever listens on every address is reached on the loopback.
        String host = listening.equals("0.0.0.0") || listening.equals("::") ? "127.0.0.1" : listening;
        this.address = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    Duration open() {
        long before = System.nanoTime();
        get("/sign-in");
        return Duration.ofNanos(System.nanoTime() - before);
    }

    String told() {
        var text = new StringBuilder("%nHengjian 衡鉴 is open: %s%n".formatted(address));
        var accounts = get("/api/demo/accounts"); // absent in production
        if (accounts.statusCode() == FOUND) {
            var all = JsonMapper.shared().readTree(accounts.body());
            text.append(String.format("Accounts, also at %s/api/demo/accounts:%n", address));
            for (JsonNode account : all) {
                text.append("  %-18s %s  %s, %s, %s%n"
                        .formatted(
                                account.path("signIn").asString(),
                                account.path("password").asString(),
                                account.path("name").asString(),
                                account.path("agency").asString(),
                                account.path("roles")
                                        .valueStream()
                                        .map(JsonNode::asString)
                                        .collect(Collectors.joining(" "))));
            }
        }
        return text.append(String.format("Ctrl-C stops it; what was done is kept.%n"))
                .toString();
    }

    private HttpResponse<String> get(String path) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address + path))
                    .timeout(WAIT_MAX)
                    .build();
            return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the platform started but does not answer on " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
