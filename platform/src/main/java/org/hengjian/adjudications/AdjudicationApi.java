package org.hengjian.adjudications;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hengjian.access.Viewers;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.TypedForm;
import org.hengjian.statutes.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
 * Adjudications over HTTP: the same fields and the same refusals as on the pages. A step carries {@code version}; an
 * {@code Idempotency-Key} makes a repeated request answer what the first one did.
 */
@RestController
@RequestMapping("/api/v1/adjudications")
class AdjudicationApi {

    private final Adjudications adjudications;
    private final AdjudicationList list;
    private final AdjudicationForms forms;
    private final RequestForm requestForm;
    private final Clocks clocks;
    private final Viewers viewers;
    private final Clock clock;
    private final Problems problems;

    AdjudicationApi(
            Adjudications adjudications,
            AdjudicationList list,
            AdjudicationForms forms,
            RequestForm requestForm,
            Clocks clocks,
            Viewers viewers,
            Clock clock,
            Problems problems) {
        this.adjudications = adjudications;
        this.list = list;
        this.forms = forms;
        this.requestForm = requestForm;
        this.clocks = clocks;
        this.viewers = viewers;
        this.clock = clock;
        this.problems = problems;
    }

    /**
     * One of them.
     *
     * @param requester  as the pages show it: a person masked
     * @param conclusion of the newest ruling; empty before
     * @param panel      names, the one who presides first, the clerk last; empty before acceptance
     * @param next       the steps that the state offers, as last parts of addresses
     */
    record Shown(
            long id,
            int version,
            String number,
            String state,
            String title,
            String agency,
            String patent,
            String requester,
            String respondent,
            String conclusion,
            List<String> panel,
            List<Term> terms,
            List<String> next) {}

    /** A term that runs. @param party whether it is a party's. @param paused whether it stands still now */
    record Term(String duty, LocalDate due, boolean party, boolean paused) {}

    /** @param next cursor for {@code after}; empty on the last page */
    record Listed(List<AdjudicationList.Row> adjudications, String next) {}

    @GetMapping
    Listed list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String conclusion,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(required = false) @Nullable String after) {
        reader("adjudications.list");
        var page = list.page(new AdjudicationList.Filter(q.strip(), state, conclusion, late), after);
        return new Listed(page.rows(), page.next().map(cursor -> cursor.text()).orElse(""));
    }

    @GetMapping("/{id:\\d{1,18}}")
    ResponseEntity<Shown> show(@PathVariable long id) {
        reader("adjudications.show");
        return shown(adjudications.find(id).orElseThrow(() -> new NotFound("adjudication " + id)), HttpStatus.OK);
    }

    @PostMapping
    ResponseEntity<?> request(
            @RequestHeader(value = "Idempotency-Key", defaultValue = "") String key, @RequestBody JsonNode body) {
        reader("adjudications.request");
        var in = in(body);
        return answer(in.isGood() ? requestForm.enter(in, key) : Optional.empty(), in, HttpStatus.CREATED);
    }

    @PostMapping("/{id:\\d{1,18}}/{step}")
    ResponseEntity<?> take(
            @PathVariable long id,
            @PathVariable String step,
            @RequestHeader(value = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody JsonNode body) {
        reader("adjudications." + step);
        var verb = Arrays.stream(Verb.values())
                .filter(one -> one.path().equals(step))
                .findFirst()
                .orElseThrow(() -> new NotFound("step " + step));
        var in = in(body);
        if (!in.raw("version").matches("\\d{1,9}")) {
            in.bad("version", "empty");
        }
        return answer(
                in.isGood() ? forms.take(verb, new Step(id, Integer.parseInt(in.raw("version")), key), in) : Optional.empty(),
                in,
                HttpStatus.OK);
    }

    private TypedForm in(JsonNode body) {
        return new TypedForm(Problems.typed(body), LocalDate.now(clock));
    }

    private ResponseEntity<?> answer(Optional<Outcome> outcome, TypedForm in, HttpStatus status) {
        return switch (outcome.orElse(null)) {
            case Outcome.Done done -> shown(done.adjudication(), status);
            case Outcome.Refused refused -> problems.refused("adjudications", refused.grounds());
            case null -> problems.unreadable(in);
        };
    }

    private ResponseEntity<Shown> shown(Adjudication adjudication, HttpStatus status) {
        var dossier = adjudication.dossier();
        var dispute = dossier.dispute();
        var answer = ResponseEntity.status(status).eTag("\"" + dossier.version() + "\"");
        return (status == HttpStatus.CREATED
                        ? answer.location(URI.create("/api/v1/adjudications/" + dossier.id()))
                        : answer)
                .body(new Shown(
                        dossier.id(),
                        dossier.version(),
                        adjudication.name(),
                        adjudication.stage().name(),
                        dispute.title(),
                        dossier.agencyName(),
                        dispute.patent().text(),
                        dispute.requester().name(),
                        dispute.respondent().name(),
                        dossier.paper(Paper.Ruled.class).map(ruled -> ruled.conclusion().name()).orElse(""),
                        dossier.panel().stream().flatMap(panel -> panel.all().stream()).map(Panel.Member::name).toList(),
                        terms(adjudication),
                        Procedure.steps(adjudication.stage()).stream().map(Verb::path).toList()));
    }

    private List<Term> terms(Adjudication adjudication) {
        return adjudication.stage().isEnd()
                ? List.of()
                : clocks.of(adjudication, LocalDate.now(clock)).stream()
                        .filter(Clocks.Clock::runs)
                        .map(term -> new Term(term.duty(), term.due(), term.party(), term.paused()))
                        .toList();
    }

    private void reader(String deed) {
        viewers.require(deed, AdjudicationsConfiguration.READERS);
    }
}
