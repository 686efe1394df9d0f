package org.hengjian.cases;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.shell.KeyedRequests;
import org.hengjian.shell.NotFound;
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
 * Penalties decided on the spot over HTTP: the same fields and the same refusals as on the pages. A step carries
 * {@code version}; an {@code Idempotency-Key} makes a repeated request answer what the first one did.
 */
@RestController
@RequestMapping("/api/v1/spot-penalties")
class SpotApi {

    private static final int SIZE = 50;

    private final SpotPenalties penalties;
    private final SpotRules rules;
    private final Viewers viewers;
    private final KeyedRequests requests;
    private final Clock clock;
    private final Problems problems;

    SpotApi(SpotPenalties penalties, SpotRules rules, Viewers viewers, JdbcTemplate jdbc, Clock clock, Problems problems) {
        this.penalties = penalties;
        this.rules = rules;
        this.viewers = viewers;
        this.requests = new KeyedRequests(jdbc, "cases", "case_id");
        this.clock = clock;
        this.problems = problems;
    }

    /**
     * One of them.
     *
     * @param party      as the pages show it: a person masked
     * @param fine       in yuan with two decimals
     * @param paidOn     null while it is not paid
     * @param handIn     by when the papers are handed in
     * @param handedInOn null while they are not
     * @param next       the steps that are open, as last parts of addresses
     */
    record Shown(
            long id,
            int version,
            String number,
            LocalDate on,
            String party,
            String act,
            String sanction,
            String fine,
            boolean owed,
            @Nullable LocalDate paidOn,
            LocalDate handIn,
            @Nullable LocalDate handedInOn,
            List<String> officers,
            List<String> next) {}

    /** @param next for {@code before}; null on the last page */
    record Listed(List<Shown> penalties, @Nullable Long next) {}

    @GetMapping
    Listed list(@RequestParam(defaultValue = "9223372036854775807") long before) {
        viewers.require("cases.spot-list", SpotPages.READERS);
        var rows = penalties.newest(before, SIZE + 1);
        var shown = rows.stream().limit(SIZE).toList();
        return new Listed(shown.stream().map(this::of).toList(), rows.size() > SIZE ? shown.getLast().id() : null);
    }

    @GetMapping("/{id:\\d{1,18}}")
    ResponseEntity<Shown> show(@PathVariable long id) {
        viewers.require("cases.spot-show", SpotPages.READERS);
        return shown(penalty(id), HttpStatus.OK);
    }

    @PostMapping
    @Transactional
    public ResponseEntity<?> decide(
            @RequestHeader(value = "Idempotency-Key", defaultValue = "") String key, @RequestBody JsonNode body) {
        viewers.require("cases.spot-decide", Role.OFFICER);
        var typed = new LinkedHashMap<>(Problems.typed(body));
        typed.put("token", List.of(UUID.randomUUID().toString())); // of a form; here the key stands for it
        var in = new Inputs(typed, LocalDate.now(clock));
        return once(key, "spot " + body, HttpStatus.CREATED, in, () -> {
            var request = SpotPages.request(in);
            return in.isGood() ? Optional.of(penalties.decide(request)) : Optional.empty();
        });
    }

    @PostMapping("/{id:\\d{1,18}}/pay")
    @Transactional
    public ResponseEntity<?> pay(
            @PathVariable long id,
            @RequestHeader(value = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody JsonNode body) {
        viewers.require("cases.spot-pay", Role.OFFICER);
        var in = new Inputs(Problems.typed(body), LocalDate.now(clock));
        return once(key, "spot " + id + " pay " + body, HttpStatus.OK, in, () -> {
            int version = version(in);
            var on = in.day("on");
            String receipt = in.text("receipt", SpotPages.LINE);
            return in.isGood() ? Optional.of(penalties.pay(id, version, on, receipt)) : Optional.empty();
        });
    }

    @PostMapping("/{id:\\d{1,18}}/hand-in")
    @Transactional
    public ResponseEntity<?> handIn(
            @PathVariable long id,
            @RequestHeader(value = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody JsonNode body) {
        viewers.require("cases.spot-hand-in", Role.OFFICER);
        var in = new Inputs(Problems.typed(body), LocalDate.now(clock));
        return once(key, "spot " + id + " hand-in " + body, HttpStatus.OK, in, () -> {
            int version = version(in);
            return in.isGood() ? Optional.of(penalties.handIn(id, version)) : Optional.empty();
        });
    }

    private static int version(Inputs in) {
        if (!in.raw("version").matches("\\d{1,9}")) {
            in.bad("version", "empty");
            return 0;
        }
        return Integer.parseInt(in.raw("version"));
    }

    private ResponseEntity<?> once(
            String key, String request, HttpStatus status, Inputs in, Supplier<Optional<SpotPenalty.Outcome>> work) {
        long person = viewers.require().person();
        if (!key.isEmpty()) {
            var before = requests.answered(person, key);
            if (before.isPresent()) {
                return before.get().is(request) ? shown(penalty(before.get().subject()), status) : Problems.keyReused();
            }
        }
        return switch (work.get().orElse(null)) {
            case SpotPenalty.Outcome.Done done -> {
                if (!key.isEmpty()) {
                    requests.answer(person, key, request, done.penalty().id(), Instant.now(clock));
                }
                yield shown(done.penalty(), status);
            }
            case SpotPenalty.Outcome.Refused refused -> problems.refused("cases", refused.grounds());
            case null -> problems.unreadable(in);
        };
    }

    private ResponseEntity<Shown> shown(SpotPenalty penalty, HttpStatus status) {
        var answer = ResponseEntity.status(status).eTag("\"" + penalty.version() + "\"");
        return (status == HttpStatus.CREATED
                        ? answer.location(URI.create("/api/v1/spot-penalties/" + penalty.id()))
                        : answer)
                .body(of(penalty));
    }

    private Shown of(SpotPenalty penalty) {
        return new Shown(
                penalty.id(),
                penalty.version(),
                penalty.number().text(),
                penalty.on(),
                penalty.party().name(),
                penalty.act(),
                penalty.sanction().name(),
                penalty.fine().yuan().toPlainString(),
                penalty.isOwed(),
                penalty.paidOn().orElse(null),
                rules.handIn(penalty.on()),
                penalty.handedInOn().orElse(null),
                penalty.officers().stream().map(Officer::name).toList(),
                Stream.concat(
                                penalty.isOwed() ? Stream.of("pay") : Stream.of(),
                                penalty.handedInOn().isEmpty() ? Stream.of("hand-in") : Stream.of())
                        .toList());
    }

    private SpotPenalty penalty(long id) {
        return penalties.find(id).orElseThrow(() -> new NotFound("spot penalty " + id));
    }
}
