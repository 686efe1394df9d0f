package org.hengjian.statutes;

import java.net.URI;
import org.hengjian.commands.law.LawAnswers;
import org.hengjian.law.Law;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Questions of law over HTTP, in the JSON of {@code ./hengjian law}: one question, or a list of at most 1,000. */
@RestController
class StatuteApi {

    private static final int AT_ONCE = 1_000; // the command line takes files of any length

    private final LawAnswers answers;

    StatuteApi(Law law) {
        this.answers = new LawAnswers(law);
    }

    @PostMapping("/api/v1/law/{verb}")
    ResponseEntity<Object> answer(@PathVariable String verb, @RequestBody JsonNode question) {
        if (!LawAnswers.VERBS.contains(verb)) {
            return problem(HttpStatus.NOT_FOUND, "no such question of law: " + verb + "; there are "
                    + String.join(", ", LawAnswers.VERBS.stream().sorted().toList()));
        }
        if (question.isArray() && question.size() > AT_ONCE) {
            return problem(HttpStatus.CONTENT_TOO_LARGE, "at most " + AT_ONCE + " questions at once");
        }
        var reply = answers.answer(verb, question);
        return ResponseEntity.status(reply.refused() && !question.isArray() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .body(reply.body());
    }

    private static ResponseEntity<Object> problem(HttpStatus status, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:problem:law"));
        return ResponseEntity.status(status).body(problem);
    }
}
