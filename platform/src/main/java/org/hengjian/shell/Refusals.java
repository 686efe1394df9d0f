package org.hengjian.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.hengjian.access.AccessRefused;
import org.hengjian.access.Forbidden;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.validation.BindException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns refusals into a page that says what to do, or for {@code /api} into an RFC 9457 problem. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE) // before the framework's own, which answers pages with JSON
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"; // read aloud over the phone without doubt
    private static final int REFERENCE_LENGTH = 8;

    private final ApplicationEventPublisher events;
    private final MessageSource messages;

    Refusals(ApplicationEventPublisher events, MessageSource messages) {
        this.events = events;
        this.messages = messages;
    }

    /** No such address, not by this verb, or with a number that is none. */
    @ExceptionHandler({
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        MethodArgumentTypeMismatchException.class
    })
    Object onUnknown(Exception refusal, HttpServletRequest request, HttpServletResponse response) {
        var status = refusal instanceof ErrorResponse known
                ? HttpStatus.valueOf(known.getStatusCode().value())
                : HttpStatus.BAD_REQUEST;
        return isApi(request)
                ? answer(request, response, status, "not-understood", refusal.getMessage(), "error/404")
                : answer(request, response, HttpStatus.NOT_FOUND, "not-found", "", "error/404");
    }

    /** A form sent by hand, or by a page of long ago, lacks something. */
    @ExceptionHandler({ServletRequestBindingException.class, BindException.class})
    Object onIncomplete(Exception refusal, HttpServletRequest request, HttpServletResponse response) {
        return answer(request, response, HttpStatus.BAD_REQUEST, "not-understood", refusal.getMessage(), "error/4xx");
    }

    /** What nobody foresaw: a reference for the user, the trace in the log under the same. */
    @ExceptionHandler
    Object onUnforeseen(Exception fault, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (fault instanceof ErrorResponse
                || fault instanceof AccessDeniedException
                || fault instanceof AuthenticationException
                || response.isCommitted()) {
            throw fault; // the framework and the security chain know what to answer
        }
        String reference = "E-"
                + ThreadLocalRandom.current()
                        .ints(REFERENCE_LENGTH, 0, LETTERS.length())
                        .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                        .collect(Collectors.joining());
        LOG.error("{} {} failed, reference {}", request.getMethod(), request.getRequestURI(), reference, fault);
        Object answer = answer(
                request, response, HttpStatus.INTERNAL_SERVER_ERROR, "failed", "reference " + reference, "error/5xx");
        if (answer instanceof ModelAndView page) {
            page.addObject("reference", reference);
        }
        return answer;
    }

    /** Told like a field that cannot be read, in the reader's language. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(IdempotencyKeys.TooLong refusal, Locale locale) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, refusal.getMessage());
        problem.setType(URI.create("urn:problem:fields"));
        problem.setProperty("errors", Map.of(
                IdempotencyKeys.HEADER,
                messages.getMessage("shell.idempotency-key.long", new Object[] {IdempotencyKeys.CHARS_MOST}, locale)));
        return ResponseEntity.unprocessableContent().body(problem);
    }

    @ExceptionHandler
    Object on(NotFound refusal, HttpServletRequest request, HttpServletResponse response) {
        return answer(request, response, HttpStatus.NOT_FOUND, "not-found", refusal.getMessage(), "error/404");
    }

    @ExceptionHandler
    Object on(Forbidden refusal, HttpServletRequest request, HttpServletResponse response) {
        String deed = Objects.requireNonNullElse(refusal.getMessage(), "");
        events.publishEvent(new AccessRefused(deed, request.getRequestURI()));
        return answer(request, response, HttpStatus.FORBIDDEN, "forbidden", refusal.getMessage(), "error/403");
    }

    @ExceptionHandler
    Object on(Conflict conflict, HttpServletRequest request, HttpServletResponse response) {
        Object answer = answer(request, response, HttpStatus.CONFLICT, "conflict", conflict.getMessage(), "error/409");
        if (answer instanceof ModelAndView page) {
            page.addObject("conflict", conflict);
        }
        return answer;
    }

    private static Object answer(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String type,
            @org.jspecify.annotations.Nullable String detail,
            String view) {
        if (isApi(request)) {
            var problem = ProblemDetail.forStatusAndDetail(status, detail == null ? type : detail);
            problem.setType(URI.create("urn:problem:" + type));
            return ResponseEntity.status(status).body(problem);
        }
        response.setStatus(status.value());
        var page = new ModelAndView(view);
        page.setStatus(status);
        return page;
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }
}
