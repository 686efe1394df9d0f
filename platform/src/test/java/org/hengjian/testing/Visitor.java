package org.hengjian.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who speaks HTTP by hand: signed in like a browser, but bound by no page, button or form. */
public final class Visitor implements AutoCloseable {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String base;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private Visitor(int port) {
        base = "http://127.0.0.1:" + port;
    }

    /** Nobody in particular. */
    public static Visitor stranger(int port) {
        return new Visitor(port);
    }

    /** A person of the demonstration, by the sign-in name. */
    public static Visitor signedIn(int port, String name) {
        var visitor = new Visitor(port);
        var answer = visitor.post("/sign-in", Map.of("name", name, "password", Persons.PASSWORD));
        if (answer.statusCode() != 302) {
            throw new IllegalStateException(name + " was not let in: " + answer.statusCode());
        }
        return visitor;
    }

    public HttpResponse<byte[]> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    /** Sends a form with the token that the sign-in page or the start page gives. */
    public HttpResponse<byte[]> post(String path, Map<String, String> fields) {
        var page = new String(get(path.equals("/sign-in") ? "/sign-in" : "/me").body(), StandardCharsets.UTF_8);
        var token = CSRF.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("no token on the page before " + path);
        }
        return postForged(path, fields, token.group(1));
    }

    /** Sends a form with a token of the caller's making. */
    public HttpResponse<byte[]> postForged(String path, Map<String, String> fields, String token) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", "_csrf=" + encoded(token) + "&", ""));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
