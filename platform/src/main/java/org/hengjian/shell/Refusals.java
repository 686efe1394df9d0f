package org.hengjian.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.hengjian.access.Forbidden;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Turns refusals into a page that says what to do, or for {@code /api} into an RFC 9457 problem. */
@ControllerAdvice
class Refusals {

    @ExceptionHandler
    Object on(NotFound refusal, HttpServletRequest request, HttpServletResponse response) {
        return answer(request, response, HttpStatus.NOT_FOUND, "not-found", refusal.getMessage(), "error/404");
    }

    @ExceptionHandler
    Object on(Forbidden refusal, HttpServletRequest request, HttpServletResponse response) {
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
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            var problem = ProblemDetail.forStatusAndDetail(status, detail == null ? type : detail);
            problem.setType(URI.create("urn:problem:" + type));
            return ResponseEntity.status(status).body(problem);
        }
        response.setStatus(status.value());
        var page = new ModelAndView(view);
        page.setStatus(status);
        return page;
    }
}
