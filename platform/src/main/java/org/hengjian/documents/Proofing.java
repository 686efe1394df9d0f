package org.hengjian.documents;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Proofs 校样 for the forms whose handlers are {@link Proofed}: one that is sent with {@code proof} is taken on trial
 * ({@link org.hengjian.access.Rehearsal}); where it would have succeeded, the documents that it would have issued are shown,
 * to be worded and sent with the form. The rooms need nothing but that mark and the button.
 */
@Configuration(proxyBeanMethods = false)
class Proofing {

    private static final String PROOF = "proof";
    private static final String PDF = "pdf";
    /** Keeps what is worded until the step is taken. */
    private static final String KEEP = "keep";

    @Bean
    static WebMvcRegistrations proofs(ObjectProvider<Documents> documents) {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new Adapter(documents);
            }
        };
    }

    private static final class Adapter extends RequestMappingHandlerAdapter {

        private final ObjectProvider<Documents> documents;

        private Adapter(ObjectProvider<Documents> documents) {
            this.documents = documents;
        }

        @Override
        protected @Nullable ModelAndView handleInternal(
                HttpServletRequest request, HttpServletResponse response, HandlerMethod handler) throws Exception {
            if (!handler.hasMethodAnnotation(Proofed.class)) {
                if (isForm(request) && request.getParameter(PROOF) != null) {
                    throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no proof of this form");
                }
                return super.handleInternal(request, response, handler);
            }
            var form = form(request);
            var typed = typed(form);
            if (form.containsKey(PROOF)) {
                return onTrial(form, typed, request, response, handler);
            }
            try {
                return typed.during(() -> super.handleInternal(request, response, handler));
            } catch (StaleWording stale) {
                // Nothing was done. What was worded is shown beside what the machine says now.
                return onTrial(form, typed, request, response, handler);
            }
        }

        private @Nullable ModelAndView onTrial(
                MultiValueMap<String, String> form,
                Typed typed,
                HttpServletRequest request,
                HttpServletResponse response,
                HandlerMethod handler)
                throws Exception {
            var trial = Proofs.of(() -> typed.during(() -> super.handleInternal(request, response, handler)));
            var answer = trial.answer();
            if (answer == null || answer.getViewName() == null || !answer.getViewName().startsWith("redirect:")) {
                return answer; // refused, or not all was filled in: as without a proof
            }
            int kept = 0;
            if (KEEP.equals(form.getFirst(PROOF))) {
                for (var proof : trial.documents()) {
                    kept += documents.getObject().keep(proof, request.getRequestURI(), typed);
                }
                // Once more, with the version that is kept now.
                trial = Proofs.of(() -> typed.during(() -> super.handleInternal(request, response, handler)));
            }
            for (var proof : trial.documents()) {
                documents.getObject().looked(proof);
            }
            int pdf = pdf(form, trial.documents());
            if (pdf >= 0) {
                send(documents.getObject().pdf(trial.documents().get(pdf)), response);
                return null;
            }
            var page = new ModelAndView("documents/proof");
            page.addObject("proofs", trial.documents());
            page.addObject("kept", KEEP.equals(form.getFirst(PROOF)) ? kept : null);
            page.addObject("mayKeep", !trial.documents().isEmpty()
                    && trial.documents().stream().allMatch(documents.getObject()::isKeepable));
            page.addObject("address", request.getRequestURI());
            page.addObject("form", Typed.others(form));
            return page;
        }

        private static boolean isForm(HttpServletRequest request) {
            return "POST".equals(request.getMethod())
                    && request.getContentType() != null
                    && request.getContentType().startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        }

        private static MultiValueMap<String, String> form(HttpServletRequest request) {
            var form = new LinkedMultiValueMap<String, String>();
            request.getParameterMap().forEach((name, values) -> form.addAll(name, Arrays.asList(values)));
            return form;
        }

        private static Typed typed(MultiValueMap<String, String> form) {
            try {
                return Typed.of(form);
            } catch (IllegalArgumentException e) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
            }
        }

        /** Which document is asked for as PDF: {@code proof=pdf1} the second; -1 for none. */
        private static int pdf(MultiValueMap<String, String> form, List<Documents.Proof> proofs) {
            String asked = String.valueOf(form.getFirst(PROOF));
            int at = asked.matches(PDF + "\\d{1,2}") ? Integer.parseInt(asked.substring(PDF.length())) : -1;
            return at < proofs.size() ? at : -1;
        }

        private static void send(byte[] pdf, HttpServletResponse response) throws IOException {
            response.setContentType(MediaType.APPLICATION_PDF_VALUE);
            response.setHeader("Content-Disposition", "inline; filename=\"proof.pdf\"");
            response.setHeader("Cache-Control", "no-store");
            response.getOutputStream().write(pdf);
        }
    }
}
