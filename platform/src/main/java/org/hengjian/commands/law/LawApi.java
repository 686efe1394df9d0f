package org.hengjian.commands.law;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.hengjian.law.Law;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The questions of law over HTTP: the same JSON as on the command line, for anyone who is signed in. */
@RestController
@Tag(name = "law", description = "Deadlines, criminal thresholds, penalties, competence, with sources")
class LawApi {

    private final LawAnswers answers;

    LawApi(Law law) {
        this.answers = new LawAnswers(law);
    }

    /** 200 when all was answered, 422 when a question was refused (the others stand in the body), 400 when it is no JSON. */
    @PostMapping(path = "/api/v1/law/{verb}")
    @Operation(summary = "One question, a list, or JSON Lines; the answer has the same shape")
    ResponseEntity<?> ask(@PathVariable String verb, @RequestBody String question) {
        if (!LawAnswers.VERBS.contains(verb)) {
            return ResponseEntity.of(ProblemDetail.forStatusAndDetail(
                            HttpStatus.NOT_FOUND,
                            "the verbs are "
                                    + String.join(
                                            ", ",
                                            LawAnswers.VERBS.stream().sorted().toList())))
                    .build();
        }
        StringWriter said = new StringWriter();
        StringWriter wrong = new StringWriter();
        int code = LawCommand.answer(verb, question, answers, new PrintWriter(said), new PrintWriter(wrong));
        return switch (code) {
            case 0 -> json(HttpStatus.OK, said);
            case 1 -> json(HttpStatus.UNPROCESSABLE_CONTENT, said);
            default ->
                ResponseEntity.of(ProblemDetail.forStatusAndDetail(
                                HttpStatus.BAD_REQUEST, wrong.toString().strip()))
                        .build();
        };
    }

    private static ResponseEntity<String> json(HttpStatus status, StringWriter body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.toString());
    }
}
