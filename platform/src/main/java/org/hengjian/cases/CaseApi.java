package org.hengjian.cases;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.shell.KeyedRequests;
import org.hengjian.shell.NotFound;
import org.hengjian.statutes.Ground;
import org.hengjian.statutes.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Cases over HTTP: the same fields and the same refusals as on the pages. A step carries {@code version}; an
 * {@code Idempotency-Key} makes a repeated request answer what the first one did.
 */
@RestController
@RequestMapping("/api/v1/cases")
class CaseApi {

    private final Cases cases;
    private final CaseList list;
    private final CaseForms forms;
    private final Viewers viewers;
    private final KeyedRequests requests;
    private final Clock clock;
    private final Problems problems;

    CaseApi(
            Cases cases,
            CaseList list,
            CaseForms forms,
            Viewers viewers,
            JdbcTemplate jdbc,
            Clock clock,
            Problems problems) {
        this.cases = cases;
        this.list = list;
        this.forms = forms;
        this.viewers = viewers;
        this.requests = new KeyedRequests(jdbc, "cases", "case_id");
        this.clock = clock;
        this.problems = problems;
    }

    /** @param next the steps that the state offers, as last parts of addresses */
    record Shown(
            long id, int version, String number, String state, String title, String party, List<String> next) {

        static Shown of(CaseFile file) {
            return new Shown(
                    file.docket().id(), file.docket().version(), file.name(), file.stage().name(),
                    file.docket().matter().title(), file.docket().party().name(),
                    Stream.concat(Course.steps(file).stream(), Course.beside(file).stream())
                            .map(Verb::path)
                            .toList());
        }
    }

    /** @param next cursor for {@code after}; empty on the last page */
    record Listed(List<CaseList.Row> cases, String next) {}

    @GetMapping
    Listed list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String after) {
        staff("cases.list");
        var page = list.page(new CaseList.Filter(q, state, false, false, CaseList.Sort.NEWEST), after);
        return new Listed(page.rows(), page.next().map(cursor -> cursor.text()).orElse(""));
    }

    @GetMapping("/{id}")
    ResponseEntity<Shown> show(@PathVariable long id) {
        staff("cases.show");
        return shown(cases.find(id).orElseThrow(() -> new NotFound("case " + id)), HttpStatus.OK);
    }

    @PostMapping
    @Transactional
    public ResponseEntity<?> propose(
            @RequestHeader(value = "Idempotency-Key", defaultValue = "") String key, @RequestBody JsonNode body) {
        staff("cases.propose");
        return once(key, "propose " + body, HttpStatus.CREATED, () -> {
            var in = new Inputs(Problems.typed(body), LocalDate.now(clock));
            return answer(forms.propose(in), in);
        });
    }

    @PostMapping("/{id}/{step}")
    @Transactional
    public ResponseEntity<?> take(
            @PathVariable long id,
            @PathVariable String step,
            @RequestHeader(value = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody JsonNode body) {
        staff("cases." + step);
        var verb = Arrays.stream(Verb.values())
                .filter(one -> one.path().equals(step))
                .findFirst()
                .orElseThrow(() -> new NotFound("step " + step));
        return once(key, id + " " + step + " " + body, HttpStatus.OK, () -> {
            var in = new Inputs(Problems.typed(body), LocalDate.now(clock));
            if (!in.raw("version").matches("\\d{1,9}")) {
                in.bad("version", "empty");
                return new Answer.Bad(in);
            }
            return answer(forms.take(verb, new Step(id, Integer.parseInt(in.raw("version"))), in), in);
        });
    }

    private sealed interface Answer {
        record Done(CaseFile file) implements Answer {}

        record Refused(List<Ground> grounds) implements Answer {}

        record Bad(Inputs in) implements Answer {}
    }

    private static Answer answer(Optional<Outcome> outcome, Inputs in) {
        return switch (outcome.orElse(null)) {
            case Outcome.Done done -> new Answer.Done(done.file());
            case Outcome.Refused refused -> new Answer.Refused(refused.grounds());
            case null -> new Answer.Bad(in);
        };
    }

    private ResponseEntity<?> once(
            String key, String request, HttpStatus status, java.util.function.Supplier<Answer> work) {
        long person = viewers.require().person();
        if (!key.isEmpty()) {
            var before = requests.answered(person, key);
            if (before.isPresent()) {
                return before.get().is(request)
                        ? shown(cases.find(before.get().subject()).orElseThrow(), status)
                        : Problems.keyReused();
            }
        }
        return switch (work.get()) {
            case Answer.Done done -> {
                if (!key.isEmpty()) {
                    requests.answer(person, key, request, done.file().docket().id(), Instant.now(clock));
                }
                yield shown(done.file(), status);
            }
            case Answer.Refused refused -> problems.refused("cases", refused.grounds());
            case Answer.Bad bad -> problems.unreadable(bad.in());
        };
    }

    private static ResponseEntity<Shown> shown(CaseFile file, HttpStatus status) {
        var answer = ResponseEntity.status(status).eTag("\"" + file.docket().version() + "\"");
        return (status == HttpStatus.CREATED
                        ? answer.location(URI.create("/api/v1/cases/" + file.docket().id()))
                        : answer)
                .body(Shown.of(file));
    }

    private void staff(String deed) {
        viewers.require(deed, Role.OFFICER, Role.REVIEWER, Role.HEAD);
    }
}
