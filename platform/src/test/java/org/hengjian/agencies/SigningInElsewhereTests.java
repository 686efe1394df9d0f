package org.hengjian.agencies;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Sign-in by the organisation's own provider (统一认证), which here is a small one of OpenID Connect Core 1.0 on this
 * machine: it vouches for whoever a test names.
 */
@OnThePlatform
@DirtiesContext
class SigningInElsewhereTests {

    private static final Provider PROVIDER = Provider.open();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        String client = "spring.security.oauth2.client.registration.city.";
        properties.add("hengjian.oidc.enabled", () -> true);
        properties.add(client + "client-id", () -> "hengjian");
        properties.add(client + "client-secret", () -> "made up for this test");
        properties.add(client + "scope", () -> "openid");
        properties.add(client + "client-name", () -> "市统一认证");
        properties.add("spring.security.oauth2.client.provider.city.issuer-uri", PROVIDER::issuer);
    }

    @AfterAll
    static void close() {
        PROVIDER.server.stop(0);
    }

    @Test
    void a_person_of_ours_is_let_in_as_themselves() {
        try (var visitor = Visitor.stranger(port)) {
            assertThat(words(visitor.get("/sign-in"))).contains("市统一认证", "/oauth2/authorization/city");

            var answer = vouchedFor(visitor, "lu.wendi");

            assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).doesNotContain("sign-in"));
            assertThat(words(visitor.get("/me"))).contains("陆闻笛");
            assertThat(visitor.get("/people").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void whom_we_do_not_know_is_turned_away_whatever_the_provider_says() {
        try (var visitor = Visitor.stranger(port)) {
            var answer = vouchedFor(visitor, "nobody.known");

            assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).contains("/sign-in?unknown"));
            assertThat(visitor.get("/me").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void a_token_for_another_answer_is_worth_nothing() {
        try (var visitor = Visitor.stranger(port)) {
            var sent = query(location(visitor.get("/oauth2/authorization/city")));
            String code = PROVIDER.vouch("lu.wendi", "a nonce of another visit");

            var answer = visitor.get("/login/oauth2/code/city?code=" + code + "&state=" + encoded(need(sent, "state")));

            assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).contains("/sign-in"));
            assertThat(visitor.get("/me").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void an_answer_that_nobody_asked_for_is_refused() {
        try (var visitor = Visitor.stranger(port)) {
            String code = PROVIDER.vouch("lu.wendi", "any");

            visitor.get("/login/oauth2/code/city?code=" + code + "&state=guessed");

            assertThat(visitor.get("/me").statusCode()).isEqualTo(302);
        }
    }

    /** Goes to the provider and comes back with its word for that name. */
    private static HttpResponse<byte[]> vouchedFor(Visitor visitor, String name) {
        var sent = query(location(visitor.get("/oauth2/authorization/city")));
        String code = PROVIDER.vouch(name, need(sent, "nonce"));
        return visitor.get("/login/oauth2/code/city?code=" + code + "&state=" + encoded(need(sent, "state")));
    }

    private static String location(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static Map<String, String> query(String address) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String need(Map<String, String> fields, String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String words(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Discovery, keys and tokens; the page on which a person would type a password is not needed. */
    private record Provider(HttpServer server, RSAKey key, Map<String, Vouched> codes) {

        private record Vouched(String name, String nonce) {}

        static Provider open() {
            try {
                var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                var provider = new Provider(
                        server, new RSAKeyGenerator(2048).keyID("test").generate(), new ConcurrentHashMap<>());
                server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, provider.discovery()));
                server.createContext("/keys", exchange -> answer(
                        exchange, new JWKSet(provider.key.toPublicJWK()).toString()));
                server.createContext("/token", exchange -> {
                    var asked = query("http://x/?" + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                    answer(exchange, provider.token(need(asked, "code")));
                });
                server.start();
                return provider;
            } catch (IOException | JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        String issuer() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        /** A code with which the platform fetches the word that this is so-and-so. */
        String vouch(String name, String nonce) {
            String code = "code-" + codes.size() + "-" + name.hashCode();
            codes.put(code, new Vouched(name, nonce));
            return code;
        }

        private String discovery() {
            return """
                    {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                     "jwks_uri": "%1$s/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                     "id_token_signing_alg_values_supported": ["RS256"]}
                    """
                    .formatted(issuer());
        }

        private String token(String code) {
            var vouched = Objects.requireNonNull(codes.get(code));
            var now = Instant.now();
            var claims = new JWTClaimsSet.Builder()
                    .issuer(issuer())
                    .audience("hengjian")
                    .subject("subject of " + vouched.name())
                    .claim("preferred_username", vouched.name())
                    .claim("nonce", vouched.nonce())
                    .issueTime(Date.from(now))
                    .expirationTime(Date.from(now.plusSeconds(300)))
                    .build();
            var signed = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims);
            try {
                signed.sign(new RSASSASigner(key));
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
            return """
                    {"access_token": "of no use here", "token_type": "Bearer", "expires_in": 300, "id_token": "%s"}
                    """
                    .formatted(signed.serialize());
        }

        private static void answer(HttpExchange exchange, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }
}
