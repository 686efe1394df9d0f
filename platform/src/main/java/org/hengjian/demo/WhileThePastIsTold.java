package org.hengjian.demo;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the past of the demonstration is told its clock stands on days gone by, and what somebody did would be dated by
 * them. Until it is told only the sign-in page and the list of accounts are answered; all else waits, and who has waited too
 * long is asked to come again.
 */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
class WhileThePastIsTold extends OncePerRequestFilter {

    private static final Set<String> FREE = Set.of("/sign-in", "/api/demo/accounts");
    // Browsers give up after some time; a page that comes again by itself does not. A program waits as long as it is let.
    private static final Duration PAGE_WAITS_MAX = Duration.ofSeconds(25);
    private static final Duration PROGRAM_WAITS_MAX = Duration.ofMinutes(5);
    private static final String AGAIN_SECONDS = "3";

    private final CountDownLatch told = new CountDownLatch(1);

    @EventListener(ApplicationReadyEvent.class)
    @Order // after all that tell
    void told() {
        told.countDown();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return told.getCount() == 0
                || request.getMethod().equals("GET")
                        && (FREE.contains(path) || path.startsWith("/look/") || path.startsWith("/vendor/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (comes(isOfAPage(request) ? PAGE_WAITS_MAX : PROGRAM_WAITS_MAX)) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN_SECONDS);
            response.setHeader("Refresh", AGAIN_SECONDS);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private static boolean isOfAPage(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "").contains("text/html");
    }

    private boolean comes(Duration within) throws ServletException {
        try {
            return told.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServletException("stopped while the past was told", e);
        }
    }
}
