package org.hengjian.statutes;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hengjian.shell.TypedForm;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** How the interfaces of the rooms refuse a step: RFC 9457 problems with ground, remedy and provision, or with the fields. */
@Component
public final class Problems {

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    /** The law does not allow it now. @param room whose messages say the grounds */
    public ResponseEntity<ProblemDetail> refused(String room, List<Ground> grounds) {
        return of(
                HttpStatus.CONFLICT, "step-refused", "the law does not allow this step now",
                Map.of("grounds", grounds.stream().map(ground -> said(room, ground)).toList()));
    }

    /** What is wrong with each field, in the reader's language. */
    public ResponseEntity<ProblemDetail> unreadable(TypedForm in) {
        var errors = new LinkedHashMap<String, String>();
        in.errors().forEach((field, key) -> errors.put(field, said(key, in.argument(field))));
        return of(HttpStatus.UNPROCESSABLE_ENTITY, "fields", "some fields cannot be read", Map.of("errors", errors));
    }

    /** A key that came with another request before. */
    public static ResponseEntity<ProblemDetail> keyReused() {
        return of(
                HttpStatus.UNPROCESSABLE_ENTITY, "idempotency-key-reused",
                "this Idempotency-Key came with another request before", Map.of());
    }

    private String said(String key, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, LocaleContextHolder.getLocale()));
    }

    /** The fields of a request as a form would bring them: several values where there is an array. */
    public static Map<String, List<String>> typed(JsonNode body) {
        var fields = new LinkedHashMap<String, List<String>>();
        body.properties().forEach(entry -> {
            var values = new ArrayList<String>();
            if (entry.getValue().isArray()) {
                entry.getValue().forEach(value -> values.add(value.asString("")));
            } else {
                values.add(entry.getValue().asString(""));
            }
            fields.put(entry.getKey(), values);
        });
        return fields;
    }

    private Map<String, String> said(String room, Ground ground) {
        var said = new LinkedHashMap<String, String>();
        said.put("code", ground.code());
        said.put("ground", said(room + ".ground." + ground.code(), ground.getArray()));
        said.put("remedy", said(room + ".remedy." + ground.code(), ground.getArray()));
        said.put("instrument", ground.provision().instrument());
        said.put("article", ground.provision().article());
        said.put("quote", ground.provision().quote());
        return said;
    }

    private static ResponseEntity<ProblemDetail> of(
            HttpStatus status, String type, String detail, Map<String, ?> properties) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:problem:" + type));
        properties.forEach(problem::setProperty);
        return ResponseEntity.status(status).body(problem);
    }
}
