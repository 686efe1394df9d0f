package org.hengjian.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hengjian.access.Viewers;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives every page its {@link Frame} and its {@link Look}; pages of errors too, which have no controller's model. */
@Configuration(proxyBeanMethods = false)
class Framing implements WebMvcConfigurer {

    private final List<NavEntry> entries;
    private final Viewers viewers;
    private final Clock clock;
    private final boolean demonstration;

    Framing(List<NavEntry> entries, Viewers viewers, Clock clock, Environment environment) {
        this.entries = entries.stream()
                .sorted(Comparator.comparing(NavEntry::group).thenComparing(NavEntry::order))
                .toList();
        this.viewers = viewers;
        this.clock = clock;
        this.demonstration = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** How the reader likes it; see {@link Preferences}. */
    record Look(String theme, String size, String keys) {}

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                request.setAttribute("look", look(request));
                request.setAttribute(
                        "frame", new Frame(request, entries, viewers.current().orElse(null), clock, demonstration));
                return true;
            }
        });
    }

    private static Look look(HttpServletRequest request) {
        return new Look(
                "dark".equals(cookie(request, "hj-theme")) ? "dark" : "light",
                "large".equals(cookie(request, "hj-size")) ? "large" : "normal",
                "off".equals(cookie(request, "hj-keys")) ? "off" : "on");
    }

    private static String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse("");
    }
}
