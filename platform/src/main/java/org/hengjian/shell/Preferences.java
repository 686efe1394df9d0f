package org.hengjian.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the reader likes it: theme and type size, kept in cookies and written into the page by the server. */
@Controller
class Preferences {

    private static final Duration REMEMBERED = Duration.ofDays(365);
    private static final Set<String> THEMES = Set.of("light", "dark");
    private static final Set<String> KEYS = Set.of("on", "off");
    private static final Set<String> SIZES = Set.of("normal", "large");

    @GetMapping("/preferences")
    ResponseEntity<Void> keep(
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String size,
            @RequestParam(defaultValue = "") String keys,
            HttpServletRequest request) {
        var headers = new HttpHeaders();
        if (THEMES.contains(theme)) {
            headers.add(HttpHeaders.SET_COOKIE, cookie("hj-theme", theme));
        }
        if (SIZES.contains(size)) {
            headers.add(HttpHeaders.SET_COOKIE, cookie("hj-size", size));
        }
        if (KEYS.contains(keys)) {
            headers.add(HttpHeaders.SET_COOKIE, cookie("hj-keys", keys));
        }
        headers.setLocation(back(request));
        return new ResponseEntity<>(headers, HttpStatus.SEE_OTHER);
    }

    private static String cookie(String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(REMEMBERED)
                .httpOnly(true)
                .sameSite("Lax")
                .build()
                .toString();
    }

    /** Path and query of where the reader came from; never another host. */
    private static URI back(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        if (referer == null) {
            return URI.create("/");
        }
        try {
            var from = URI.create(referer);
            if (!request.getServerName().equals(from.getHost())) {
                return URI.create("/");
            }
            return URI.create(from.getRawPath() + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery()));
        } catch (IllegalArgumentException e) {
            return URI.create("/");
        }
    }
}
