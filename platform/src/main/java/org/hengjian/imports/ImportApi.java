package org.hengjian.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Files for a register through the API, in the shape of {@code /api/v1/batches}. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "imports", description = "Files brought into a register: rights, parties")
class ImportApi {

    private static final int REJECTS = 1_000;

    private final Imports imports;
    private final MessageSource messages;
    private final JsonMapper json;

    ImportApi(Imports imports, MessageSource messages, JsonMapper json) {
        this.imports = imports;
        this.messages = messages;
        this.json = json;
    }

    record Status(
            long id, String status, long received, long accepted, long rejected, long duplicates, String message,
            String rejects) {}

    record Reject(long row, String field, String reason, String remedy) {}

    @PostMapping(path = "/{target:rights|parties}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Bring a file (CSV, XLSX, JSON, JSON Lines) into a register; mapping is optional JSON, field to heading")
    ResponseEntity<Object> receive(
            @PathVariable String target,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String mapping)
            throws IOException {
        if (file.isEmpty() || file.getSize() > Imports.BYTES_MOST) {
            return problem(HttpStatus.CONTENT_TOO_LARGE, "file-size", "an empty file, or one over the limit");
        }
        String name = file.getOriginalFilename();
        long id = imports.receive(target, name == null ? "" : name, file.getBytes());
        var told = new LinkedHashMap<String, String>();
        imports.propose(id).proposal().matches().forEach(match -> told.put(match.field(), match.heading()));
        if (mapping != null && !mapping.isBlank()) {
            told.putAll(json.readValue(mapping, new TypeReference<Map<String, String>>() {}));
        }
        var missing = imports.start(id, told);
        if (!missing.isEmpty()) {
            return problem(
                    HttpStatus.UNPROCESSABLE_CONTENT, "mapping-needed", "no column for " + String.join(", ", missing));
        }
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + id))
                .body(status(imports.find(id)));
    }

    @GetMapping("/imports/{id}")
    @Operation(summary = "How far an import is")
    Status find(@PathVariable long id) {
        return status(imports.find(id));
    }

    @GetMapping("/imports/{id}/rejects")
    @Operation(summary = "Rows that were not taken, with field, reason and remedy; the first thousand")
    List<Reject> rejects(@PathVariable long id, Locale locale) {
        imports.find(id);
        return imports.rejects(id, 0, REJECTS).stream()
                .flatMap(one -> one.faults().stream().map(fault -> new Reject(
                        one.row(),
                        fault.field(),
                        messages.getMessage(fault.key(), fault.arguments().toArray(), locale),
                        messages.getMessage(
                                fault.key().endsWith(".reason")
                                        ? fault.key().replaceAll("reason$", "remedy")
                                        : fault.key() + ".remedy",
                                fault.arguments().toArray(),
                                locale))))
                .toList();
    }

    @ExceptionHandler
    ResponseEntity<Object> on(Unreadable unreadable, Locale locale) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "unreadable-file", unreadable.message(locale));
    }

    @ExceptionHandler
    ResponseEntity<Object> on(JacksonException notJson) {
        return problem(HttpStatus.BAD_REQUEST, "bad-request", "mapping is not a JSON object from field to heading");
    }

    private static Status status(Imports.Batch batch) {
        return new Status(
                batch.id(),
                switch (batch.state()) {
                    case UPLOADED, RUNNING -> "running";
                    case DONE -> "done";
                    case STOPPED, FAILED -> "failed";
                    case WITHDRAWN -> "withdrawn";
                },
                batch.received(),
                batch.accepted(),
                batch.rejected(),
                batch.duplicates(),
                batch.message(),
                "/api/v1/imports/" + batch.id() + "/rejects");
    }

    private static ResponseEntity<Object> problem(HttpStatus status, String type, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:problem:" + type));
        return ResponseEntity.status(status).body(problem);
    }
}
