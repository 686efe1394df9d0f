package org.hengjian.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.NotFound;
import org.hengjian.tables.Unreadable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Files of listings and of parcels through the API: send one, ask how far it is, fetch what was not taken. */
@RestController
@RequestMapping(path = "/api/v1/batches", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "batches", description = "Files of listings and of parcels, and how far their reading is")
class BatchApi {

    private static final int PAGE_ROWS = 200;

    private final Intake intake;
    private final FaultWords words;
    private final MessageSource messages;
    private final JsonMapper json;

    BatchApi(Intake intake, FaultWords words, MessageSource messages, JsonMapper json) {
        this.intake = intake;
        this.words = words;
        this.messages = messages;
        this.json = json;
    }

    /**
     * How far a file is.
     *
     * @param kind listings or parcels
     * @param status running, done or failed
     * @param total rows of the file, null until counted
     * @param message what went wrong and what to do, empty otherwise
     * @param rejects address of the rows that were not taken
     */
    record Status(
            long id,
            String kind,
            String status,
            String source,
            String file,
            String sha256,
            String format,
            @Nullable Long total,
            long received,
            long accepted,
            long rejected,
            long duplicates,
            String message,
            String rejects,
            Instant receivedAt,
            @Nullable Instant endedAt) {}

    record Statuses(List<Status> batches, @Nullable String next) {}

    /** In both languages, since a machine passes it on to people it does not know. */
    record Words(String zh, String en) {}

    record FieldFault(String field, Words reason, Words remedy) {}

    record Reject(long row, List<FieldFault> faults, List<String> cells, String raw) {}

    record Rejects(List<String> headings, List<Reject> rejects, @Nullable String next) {}

    /** A mapping that names no field of ours, or no heading of the file. */
    static final class WrongMapping extends RuntimeException {
        WrongMapping(String message) {
            super(message);
        }
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Send a file of listings or of parcels",
            description = "CSV, XLSX, JSON or JSON Lines. 202 as soon as the file is on the disk. The kind is that of the source; a "
                    + "new source is of the kind told, listings when none is. The optional mapping is a JSON object from "
                    + "field to heading. With an Idempotency-Key the same request can be repeated safely.")
    ResponseEntity<Status> receive(
            @RequestParam("file") MultipartFile file,
            @RequestParam("source") String source,
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "mapping", required = false) @Nullable String mapping,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            Locale locale)
            throws IOException {
        var from = intake.sourceCalled(source, kind(kind));
        var told = mapping == null || mapping.isBlank() ? Map.<String, String>of() : mapping(mapping, from.kind());
        var name = file.getOriginalFilename();
        try (var content = file.getInputStream()) {
            var batch = intake.receive(new Intake.Arriving(
                    from.id(),
                    Batch.Channel.API,
                    name == null ? "" : name,
                    content,
                    told,
                    idempotencyKey));
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/batches/" + batch.id()))
                    .body(status(batch, locale));
        }
    }

    private static Source.@Nullable Kind kind(@Nullable String told) {
        if (told == null || told.isBlank()) {
            return null;
        }
        return Arrays.stream(Source.Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(told.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind " + told + "; the kinds are listings, parcels"));
    }

    private Map<String, String> mapping(String text, Source.Kind kind) {
        Map<String, String> mapping;
        try {
            mapping = json.readValue(text, new TypeReference<>() {});
        } catch (JacksonException notJson) {
            throw new WrongMapping("mapping is not a JSON object from field to heading");
        }
        var known = Fields.of(kind).stream().map(org.hengjian.tables.Field::name).toList();
        mapping.keySet().stream()
                .filter(field -> !known.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw new WrongMapping("no field " + field + "; the fields are " + String.join(", ", known));
                });
        return mapping;
    }

    @GetMapping
    @Operation(summary = "Batches, newest first")
    Statuses list(@RequestParam(required = false) @Nullable String after, Locale locale) {
        var page = intake.batches(new BatchTable.Filter(null, null, ""), Cursor.parse(after, 1), PAGE_ROWS);
        return new Statuses(
                page.rows().stream().map(batch -> status(batch, locale)).toList(),
                page.next().map(Cursor::text).orElse(null));
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far a batch is")
    ResponseEntity<Status> find(@PathVariable long id, Locale locale) {
        var batch = batch(id);
        return ResponseEntity.ok()
                .eTag(id + "-" + batch.state() + "-" + batch.received() + "-" + locale.getLanguage())
                .body(status(batch, locale));
    }

    @GetMapping("/{id}/rejects")
    @Operation(summary = "Rows that were not taken, as they came, with field, reason and remedy")
    Rejects rejects(@PathVariable long id, @RequestParam(required = false) @Nullable String after) {
        var batch = batch(id);
        var page = intake.rejections(id, Cursor.parse(after, 1), PAGE_ROWS);
        return new Rejects(
                batch.headings(),
                page.rows().stream()
                        .map(one -> new Reject(
                                one.rowNumber(),
                                one.faults().stream().map(this::fault).toList(),
                                one.cells(),
                                one.raw()))
                        .toList(),
                page.next().map(Cursor::text).orElse(null));
    }

    private FieldFault fault(Fault fault) {
        return new FieldFault(
                fault.field(),
                new Words(words.reason(fault, Locale.SIMPLIFIED_CHINESE), words.reason(fault, Locale.ENGLISH)),
                new Words(words.remedy(fault, Locale.SIMPLIFIED_CHINESE), words.remedy(fault, Locale.ENGLISH)));
    }

    private Batch batch(long id) {
        return intake.batch(id).orElseThrow(() -> new NotFound("batch " + id));
    }

    private Status status(Batch batch, Locale locale) {
        var status = switch (batch.state()) {
            case UPLOADED, QUEUED, RUNNING -> "running";
            case DONE -> "done";
            case FAILED, WITHDRAWN -> "failed";
        };
        var message = switch (batch.state()) {
            case UPLOADED -> messages.getMessage("intake.api.waits", null, locale);
            case WITHDRAWN -> messages.getMessage("intake.state.WITHDRAWN", null, locale);
            case QUEUED, RUNNING, DONE, FAILED -> batch.failure(locale);
        };
        return new Status(
                batch.id(), batch.kind().name().toLowerCase(Locale.ROOT), status, batch.sourceName(), batch.fileName(), batch.fileHash(), batch.format(), batch.total(),
                batch.received(), batch.accepted(), batch.rejected(), batch.duplicates(), message,
                "/api/v1/batches/" + batch.id() + "/rejects", batch.receivedAt(), batch.endedAt());
    }

    @ExceptionHandler
    ProblemDetail on(Unreadable unreadable, Locale locale) {
        var problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "unreadable-file", unreadable.message(locale));
        problem.setProperty("reason", unreadable.reason());
        problem.setProperty("zh", unreadable.message(Locale.CHINESE));
        problem.setProperty("en", unreadable.message(Locale.ENGLISH));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail on(MappingNeeded needed, Locale locale) {
        var missing = needed.missing().stream().map(field -> words.fieldName(field, locale)).toList();
        var problem = problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "mapping-needed",
                messages.getMessage("intake.problem.mapping", new Object[] {String.join(", ", missing)}, locale));
        problem.setProperty("missing", needed.missing());
        problem.setProperty("headings", needed.headings());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail on(KeyUsedOtherwise refusal, Locale locale) {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-used",
                messages.getMessage("intake.problem.key", null, locale));
    }

    @ExceptionHandler
    ProblemDetail on(OtherKind other, Locale locale) {
        var kind = messages.getMessage("intake.kind." + other.source().kind(), null, locale);
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "other-kind",
                messages.getMessage(
                        "intake.problem.other-kind", new Object[] {other.source().name(), kind}, locale));
    }

    @ExceptionHandler
    ProblemDetail on(FileTooLarge large, Locale locale) {
        return problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "file-too-large",
                messages.getMessage("intake.problem.too-large", new Object[] {large.megabytesMax()}, locale));
    }

    @ExceptionHandler({WrongMapping.class, IllegalArgumentException.class})
    ProblemDetail on(RuntimeException wrong) {
        var detail = wrong.getMessage();
        return problem(HttpStatus.BAD_REQUEST, "bad-request", detail == null ? "bad request" : detail);
    }

    private static ProblemDetail problem(HttpStatus status, String type, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:problem:" + type));
        return problem;
    }
}
