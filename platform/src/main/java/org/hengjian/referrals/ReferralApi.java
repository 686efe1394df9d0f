package org.hengjian.referrals;

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
 * Referrals over HTTP: the same fields and the same refusals as on the pages. A step carries {@code version}; an
 * {@code Idempotency-Key} makes a repeated request answer what the first one did.
 */
@RestController
@RequestMapping("/api/v1/referrals")
class ReferralApi {

    private final Referrals referrals;
    private final ReferralList list;
    private final ReferralForms forms;
    private final Clocks clocks;
    private final Viewers viewers;
    private final Clock clock;
    private final Problems problems;

    ReferralApi(
            Referrals referrals,
            ReferralList list,
            ReferralForms forms,
            Clocks clocks,
            Viewers viewers,
            Clock clock,
            Problems problems) {
        this.referrals = referrals;
        this.list = list;
        this.forms = forms;
        this.clocks = clocks;
        this.viewers = viewers;
        this.clock = clock;
        this.problems = problems;
    }

    /** @param next the steps that the state offers, as last parts of addresses */
    record Shown(
            long id,
            int version,
            String number,
            String state,
            long caseId,
            String caseNumber,
            String agency,
            String police,
            String procuratorate,
            List<Term> terms,
            List<String> next) {}

    /** A term that runs. @param right whether it limits a right rather than orders something */
    record Term(String duty, Side side, LocalDate due, boolean right) {}

    /** @param next cursor for {@code after}; empty on the last page */
    record Listed(List<ReferralList.Row> referrals, String next) {}

    @GetMapping
    Listed list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(required = false) @Nullable String after) {
        viewers.require("referrals.list", ReferralsConfiguration.READERS);
        var page = list.page(new ReferralList.Filter(q, state, waiting, late), after);
        return new Listed(page.rows(), page.next().map(cursor -> cursor.text()).orElse(""));
    }

    @GetMapping("/{id:\\d+}")
    ResponseEntity<Shown> show(@PathVariable long id) {
        viewers.require("referrals.show", ReferralsConfiguration.READERS);
        return shown(referrals.find(id).orElseThrow(() -> new NotFound("referral " + id)), HttpStatus.OK);
    }

    @PostMapping
    ResponseEntity<?> propose(
            @RequestHeader(value = "Idempotency-Key", defaultValue = "") String key, @RequestBody JsonNode body) {
        var in = in(body);
        long caseId = in.number("case");
        return answer(in.isGood() ? forms.propose(caseId, in, key) : Optional.empty(), in, HttpStatus.CREATED);
    }

    @PostMapping("/{id:\\d+}/{step}")
    ResponseEntity<?> take(
            @PathVariable long id,
            @PathVariable String step,
            @RequestHeader(value = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody JsonNode body) {
        viewers.require("referrals." + step, ReferralsConfiguration.READERS);
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
        return new TypedForm(Problems.typed(body), LocalDate.now(clock), ReferralForms.ERRORS);
    }

    private ResponseEntity<?> answer(Optional<Outcome> outcome, TypedForm in, HttpStatus status) {
        return switch (outcome.orElse(null)) {
            case Outcome.Done done -> shown(done.referral(), status);
            case Outcome.Refused refused -> problems.refused("referrals", refused.grounds());
            case null -> problems.unreadable(in);
        };
    }

    private ResponseEntity<Shown> shown(Referral referral, HttpStatus status) {
        var dossier = referral.dossier();
        var answer = ResponseEntity.status(status).eTag("\"" + dossier.version() + "\"");
        return (status == HttpStatus.CREATED
                        ? answer.location(URI.create("/api/v1/referrals/" + dossier.id()))
                        : answer)
                .body(new Shown(
                        dossier.id(),
                        dossier.version(),
                        referral.name(),
                        referral.stage().name(),
                        dossier.matter().caseId(),
                        dossier.matter().caseNumber(),
                        dossier.agency().name(),
                        dossier.police().map(Office::name).orElse(""),
                        dossier.procuratorate().map(Office::name).orElse(""),
                        clocks.of(referral).stream()
                                .filter(Clocks.Clock::runs)
                                .map(term -> new Term(term.duty(), term.side(), term.due(), term.may()))
                                .toList(),
                        Procedure.steps(referral).stream().map(Verb::path).toList()));
    }
}
