package org.hengjian.leads;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Regions;
import org.hengjian.screening.Listing;
import org.hengjian.screening.VerdictJson;
import org.hengjian.shell.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Leads and screening over HTTP: the same answers as the command line and the pages. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "leads", description = "Screening of listings, leads and what is done to them")
class LeadApi {

    private static final int AT_ONCE_MAX = 1_000;
    private static final int PAGE_ROWS = 100;
    private static final Role[] SCREENERS = {
        Role.OFFICER, Role.HEAD, Role.REVIEWER, Role.ANALYST, Role.PLATFORM, Role.RIGHTS_HOLDER
    };

    private final CurrentScreening screening;
    private final LeadTable table;
    private final LeadListTable list;
    private final Regions regions;
    private final Deeds deeds;
    private final Viewers viewers;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    LeadApi(
            CurrentScreening screening,
            LeadTable table,
            LeadListTable list,
            Regions regions,
            Deeds deeds,
            Viewers viewers,
            MessageSource messages,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.screening = screening;
        this.table = table;
        this.list = list;
        this.regions = regions;
        this.deeds = deeds;
        this.viewers = viewers;
        this.messages = messages;
        this.transaction = transaction;
        this.json = json;
    }

    /** A lead in brief. @param score 0 to 1 @param state the stage in capitals @param due last day to verify, or null */
    record Brief(
            String number,
            String state,
            double score,
            String kind,
            String right,
            String title,
            String seller,
            String platform,
            LocalDate receivedOn,
            @Nullable LocalDate due,
            String assignee,
            int version) {

        static Brief of(Lead lead) {
            return new Brief(
                    lead.number(),
                    lead.stage().code(),
                    lead.score(),
                    lead.explanation().kind().code(),
                    lead.right().name(),
                    lead.goods().title(),
                    lead.subject().seller(),
                    lead.subject().platform(),
                    lead.receivedOn(),
                    lead.due(),
                    lead.assigneeName(),
                    lead.version());
        }
    }

    /** @param next cursor of the following page, null on the last one */
    record Briefs(List<Brief> leads, @Nullable String next) {}

    /** A verb's words; what a verb does not need is left out. */
    record Words(
            @Nullable Integer version,
            @Nullable Long person,
            @Nullable String agency,
            @Nullable String ground,
            @Nullable String reason,
            @Nullable List<String> numbers,
            @Nullable String outcome,
            @Nullable String place,
            @Nullable String notes,
            @Nullable LocalDate visitedOn,
            @Nullable Boolean approved) {

        int versionSeen() {
            return version == null ? Deeds.ANY_VERSION : version;
        }
    }

    /** Screens one listing or a list of them; nothing is stored. The shape is that of {@code ./hengjian screen}. */
    @PostMapping(path = "/listings:screen", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> screen(@RequestBody JsonNode body) {
        viewers.require("leads.try", SCREENERS);
        if (body.isArray() && body.size() > AT_ONCE_MAX) {
            return problem(HttpStatus.CONTENT_TOO_LARGE, "too-many", "at most " + AT_ONCE_MAX + " listings at once; send a batch");
        }
        var snapshot = screening.screening();
        var lines = new java.util.ArrayList<String>();
        for (JsonNode one : body.isArray() ? body.values() : List.of(body)) {
            if (!one.isObject() || text(one, "title").isBlank()) {
                return problem(HttpStatus.BAD_REQUEST, "no-title", "listing " + (lines.size() + 1) + " has no title");
            }
            lines.add(VerdictJson.line(text(one, "id"), snapshot.screen(listing(one))));
        }
        String answer = body.isArray() ? "[" + String.join(",", lines) + "]" : lines.getFirst();
        return ResponseEntity.ok(json.readTree(answer));
    }

    private static Listing listing(JsonNode one) {
        String price = text(one, "price").strip();
        long fen = price.matches("\\d{1,12}(\\.\\d{1,2})?")
                ? new java.math.BigDecimal(price).movePointRight(2).longValueExact()
                : Listing.UNKNOWN_PRICE;
        return new Listing(
                text(one, "id"),
                text(one, "title"),
                text(one, "description"),
                fen,
                text(one, "currency").isEmpty() ? "CNY" : text(one, "currency"),
                text(one, "category"),
                text(one, "brand"),
                text(one, "seller"),
                text(one, "platform"),
                text(one, "url"),
                text(one, "region"),
                List.of());
    }

    private static String text(JsonNode one, String name) {
        JsonNode value = one.path(name);
        return value.isMissingNode() || value.isNull() ? "" : value.isString() ? value.stringValue() : value.toString();
    }

    /** The leads that the caller may see; filters as in the address of the page. */
    @GetMapping("/leads")
    Briefs leads(Asked asked, @RequestParam(required = false) @Nullable String after) {
        var viewer = viewers.require();
        var page = Objects.requireNonNull(transaction.execute(
                _ -> list.list(asked.filter(regions), viewer, Optional.ofNullable(after), PAGE_ROWS)));
        return new Briefs(
                page.rows().stream().map(Brief::of).toList(),
                page.next().map(cursor -> cursor.text()).orElse(null));
    }

    @GetMapping("/leads/{number}")
    ResponseEntity<Lead> lead(@PathVariable String number) {
        Lead lead = find(number);
        return ResponseEntity.ok().eTag(Integer.toString(lead.version())).body(lead);
    }

    private Lead find(String number) {
        return Objects.requireNonNull(transaction.execute(
                _ -> table.find(number).orElseThrow(() -> new NotFound("lead " + number))));
    }

    /** One verb: assign, start, record, extend, answer-extension, transfer, dismiss, reopen, merge or split. */
    @PostMapping(path = "/leads/{number}/{verb}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> act(@PathVariable String number, @PathVariable String verb, @RequestBody Words words) {
        int version = words.versionSeen();
        String reason = Objects.requireNonNullElse(words.reason(), "");
        Supplier<Answer> deed =
                switch (verb) {
                    case "assign" -> () -> deeds.assign(number, version, words.person() == null ? 0 : words.person());
                    case "start" -> () -> deeds.start(number, version);
                    case "record" -> () -> record(number, version, words);
                    case "extend" -> () -> deeds.askExtension(number, version, reason);
                    case "answer-extension" -> () -> deeds.answerExtension(
                            number, version, Boolean.TRUE.equals(words.approved()), reason);
                    case "transfer" -> () -> deeds.transfer(
                            number, version, Objects.requireNonNullElse(words.agency(), ""), reason);
                    case "dismiss" -> () -> deeds.dismiss(
                            number, version, Objects.requireNonNullElse(words.ground(), ""), reason);
                    case "reopen" -> () -> deeds.reopen(number, version, reason);
                    case "merge" -> () -> deeds.merge(
                            number, version, Objects.requireNonNullElse(words.numbers(), List.of()));
                    case "split" -> () -> deeds.split(number, version);
                    default -> throw new NotFound("verb " + verb);
                };
        return switch (deed.get()) {
            case Answer.Done(Lead lead) -> ResponseEntity.ok(Brief.of(lead));
            case Answer.Refused refused -> problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    refused.key().replace("leads.no.", "").toLowerCase(Locale.ROOT).replace('_', '-'),
                    messages.getMessage(
                            refused.key(),
                            refused.arguments().toArray(),
                            org.springframework.context.i18n.LocaleContextHolder.getLocale()));
        };
    }

    private Answer record(String number, int version, Words words) {
        String notes = Objects.requireNonNullElse(words.notes(), "");
        String outcome = Objects.requireNonNullElse(words.outcome(), "");
        return VisitForm.fault(outcome, notes, words.visitedOn())
                .<Answer>map(refused -> refused)
                .orElseGet(() -> deeds.record(
                        number,
                        version,
                        new Visit(
                                Outcome.valueOf(outcome),
                                Objects.requireNonNullElse(words.place(), ""),
                                notes,
                                Objects.requireNonNull(words.visitedOn()),
                                List.of())));
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String type, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(java.net.URI.create("urn:problem:" + type));
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
}
