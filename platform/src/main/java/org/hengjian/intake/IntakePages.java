package org.hengjian.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Regions;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.hengjian.tables.Field;
import org.hengjian.tables.Tables;
import org.hengjian.tables.Unreadable;
import org.hengjian.time.PlatformTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages of intake: the batches, one batch, its columns, the sources. */
@Controller
class IntakePages {

    private static final int PAGE_ROWS = 50;
    private static final int SAMPLE_ROWS = 3;
    private static final int SAMPLE_CHARS = 60;
    private static final String NEW_SOURCE = "new";

    private final Intake intake;
    private final Parcels parcels;
    private final InboxFolder inbox;
    private final RejectDownload rejects;
    private final FaultWords words;
    private final Regions regions;
    private final Viewers viewers;
    private final MessageSource messages;
    private final List<Aftermath> aftermaths;

    IntakePages(
            Intake intake,
            Parcels parcels,
            InboxFolder inbox,
            RejectDownload rejects,
            FaultWords words,
            Regions regions,
            Viewers viewers,
            MessageSource messages,
            List<Aftermath> aftermaths) {
        this.intake = intake;
        this.parcels = parcels;
        this.inbox = inbox;
        this.rejects = rejects;
        this.words = words;
        this.regions = regions;
        this.viewers = viewers;
        this.messages = messages;
        this.aftermaths = aftermaths;
    }

    @ModelAttribute
    void common(Model model) {
        model.addAttribute("zone", PlatformTime.ZONE);
        model.addAttribute("takes", mayTake());
    }

    private boolean mayTake() {
        return viewers.current()
                .filter(viewer -> viewer.hasAny(Role.OFFICER, Role.ANALYST, Role.PLATFORM))
                .isPresent();
    }

    @GetMapping("/intake")
    String batches(
            @RequestParam(required = false) @Nullable Long source,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var chosen = Arrays.stream(Batch.State.values())
                .filter(one -> one.name().equals(state))
                .findFirst()
                .orElse(null);
        var page = intake.batches(new BatchTable.Filter(source, chosen, q), Cursor.parse(after, 1), PAGE_ROWS);
        model.addAttribute("page", page);
        model.addAttribute("sources", intake.sources());
        model.addAttribute("states", Batch.State.values());
        model.addAttribute("source", source);
        model.addAttribute("state", chosen);
        model.addAttribute("q", q);
        model.addAttribute("filtered", source != null || chosen != null || !q.isBlank());
        model.addAttribute("anyRunning", page.rows().stream().anyMatch(batch -> batch.state().isOpen()));
        return "intake/batches";
    }

    /** What was typed into the form, kept when the file is refused. */
    record Sending(String source, String name, String kind, @Nullable String problem, String at) {}

    @GetMapping("/intake/new")
    String form(@RequestParam(defaultValue = "") String source, Model model) {
        viewers.require("intake.receive", Role.OFFICER, Role.ANALYST, Role.PLATFORM);
        return form(new Sending(source, "", Source.Kind.LISTINGS.name(), null, ""), model);
    }

    private String form(Sending sending, Model model) {
        model.addAttribute("sending", sending);
        model.addAttribute("kinds", Source.Kind.values());
        model.addAttribute("sources", intake.sources());
        model.addAttribute("megabytesMax", Intake.LIMITS.bytesMax() >> 20);
        model.addAttribute("rowsMax", Intake.LIMITS.rowsMax());
        return "intake/new";
    }

    @PostMapping("/intake")
    String receive(
            @RequestParam("file") MultipartFile file,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String kind,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        var fresh = source.isEmpty() || source.equals(NEW_SOURCE);
        if (fresh && (name.isBlank() || name.strip().length() > Intake.SOURCE_NAME_CHARS_MAX)) {
            return again(new Sending(source, name, kind, text("intake.new.no-source", locale), "name"), response, model);
        }
        if (file.isEmpty()) {
            return again(new Sending(source, name, kind, text("intake.new.no-file", locale), "file"), response, model);
        }
        try (var looked = file.getInputStream();
                var content = file.getInputStream()) {
            if (fresh) {
                intake.requireTable(looked, kind(kind));
            }
            long id = fresh ? intake.sourceCalled(name, kind(kind)).id() : Long.parseLong(source);
            var original = file.getOriginalFilename();
            var batch = intake.receive(
                    Intake.Arriving.of(id, Batch.Channel.PAGE, original == null ? "" : original, content));
            if (batch.state() == Batch.State.QUEUED) {
                Toast.of("intake.new.as-last-time", batch.sourceName()).on(redirect);
            }
            return "redirect:/intake/batches/" + batch.id();
        } catch (Unreadable unreadable) {
            return again(new Sending(source, name, kind, unreadable.message(locale), "file"), response, model);
        } catch (OtherKind other) {
            return again(new Sending(source, name, kind, otherKind(other, locale), "name"), response, model);
        } catch (FileTooLarge large) {
            var problem = text("intake.problem.too-large", locale, large.megabytesMax());
            return again(new Sending(source, name, kind, problem, "file"), response, model);
        } catch (NumberFormatException forged) {
            throw new NotFound("source " + source);
        }
    }

    private static Source.Kind kind(String told) {
        return told.equals(Source.Kind.PARCELS.name()) ? Source.Kind.PARCELS : Source.Kind.LISTINGS;
    }

    private String otherKind(OtherKind other, Locale locale) {
        return text(
                "intake.problem.other-kind",
                locale,
                other.source().name(),
                text("intake.kind." + other.source().kind(), locale));
    }

    private String again(Sending sending, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(sending, model);
    }

    @GetMapping("/intake/batches/{id}")
    String batch(@PathVariable long id, @RequestParam(required = false) @Nullable String after, Model model) {
        var batch = find(id);
        model.addAttribute("batch", batch);
        if (batch.state() == Batch.State.UPLOADED) {
            return mapping(batch, null, model);
        }
        model.addAttribute("rejections", intake.rejections(id, Cursor.parse(after, 1), PAGE_ROWS));
        model.addAttribute("reasons", intake.reasons(id));
        model.addAttribute("words", words);
        model.addAttribute("mapped", mapped(batch));
        model.addAttribute("unread", unread(batch));
        if (batch.kind() == Source.Kind.PARCELS) {
            model.addAttribute("systems", parcels.systems(id));
        }
        model.addAttribute(
                "became", aftermaths.stream().flatMap(one -> one.ofBatch(id).stream()).toList());
        return "intake/batch";
    }

    /** The other sheets of the workbook: whoever sent them should not believe that they were taken in. */
    private List<String> unread(Batch batch) {
        if (!batch.format().startsWith("XLSX ")) {
            return List.of();
        }
        try (var file = intake.file(batch)) {
            return Tables.sheets(file.path()).stream()
                    .filter(sheet -> !batch.format().equals("XLSX " + sheet))
                    .toList();
        }
    }

    /** What became of it, asked again until a room that follows has been through. */
    @GetMapping("/intake/batches/{id}/became")
    String became(@PathVariable long id, Model model) {
        model.addAttribute("batch", find(id));
        model.addAttribute(
                "became", aftermaths.stream().flatMap(one -> one.ofBatch(id).stream()).toList());
        return "intake/batch :: became";
    }

    private static Map<String, String> mapped(Batch batch) {
        var mapped = new LinkedHashMap<String, String>();
        Fields.of(batch.kind()).forEach(field -> {
            var heading = batch.mapping().get(field.name());
            if (heading != null) {
                mapped.put(field.name(), heading);
            }
        });
        return mapped;
    }

    /** The part of the page that moves; when the batch has ended the whole page is asked for once more. */
    @GetMapping("/intake/batches/{id}/progress")
    String progress(@PathVariable long id, HttpServletResponse response, Model model) {
        var batch = find(id);
        if (!batch.state().isOpen()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("batch", batch);
        return "intake/batch :: progress";
    }

    /**
     * A field and the column proposed for it.
     *
     * @param confidence in per cent; 0 when nothing is proposed
     */
    record Choice(Field field, String heading, int confidence) {}

    /** A column with what stands in it, so that one need not open the file to know. */
    record Column(String heading, List<String> samples) {

        /** The heading and what stands below it, for a list of choices. */
        public String words() {
            var said = samples.stream().filter(sample -> !sample.isEmpty()).collect(Collectors.joining("、"));
            return said.isEmpty() ? heading : heading + "　" + shortened(said);
        }
    }

    private String mapping(Batch batch, @Nullable String problem, Model model) {
        var proposal = Fields.propose(batch.headings(), batch.kind());
        var choices = Fields.of(batch.kind()).stream()
                .map(field -> {
                    var heading = batch.mapping().getOrDefault(field.name(), "");
                    int confidence = proposal.matches().stream()
                            .filter(match -> match.field().equals(field.name()) && match.heading().equals(heading))
                            .mapToInt(match -> (int) Math.round(100 * match.confidence()))
                            .findFirst()
                            .orElse(0);
                    return new Choice(field, heading, confidence);
                })
                .toList();
        model.addAttribute("batch", batch);
        model.addAttribute("choices", choices);
        model.addAttribute("columns", columns(batch));
        model.addAttribute("problem", problem);
        if (!model.containsAttribute("missing")) {
            model.addAttribute("missing", List.of());
        }
        model.addAttribute("unread", unread(batch));
        return "intake/mapping";
    }

    private List<Column> columns(Batch batch) {
        var shown = Fields.impersonal(batch.headings(), batch.kind());
        var samples = new ArrayList<List<String>>();
        batch.headings().forEach(_ -> samples.add(new ArrayList<>()));
        try (var file = intake.file(batch);
                var table = Tables.open(file.path(), Intake.reading(batch.kind()))) {
            for (int row = 0; row < SAMPLE_ROWS && table.hasNext(); row++) {
                var cells = table.next().cells();
                for (int column = 0; column < Math.min(cells.size(), samples.size()); column++) {
                    String cell = cells.get(column).strip();
                    samples.get(column)
                            .add(shown.contains(batch.headings().get(column)) ? shortened(cell) : begun(cell));
                }
            }
        }
        var columns = new ArrayList<Column>();
        for (int column = 0; column < samples.size(); column++) {
            columns.add(new Column(batch.headings().get(column), samples.get(column)));
        }
        return columns;
    }

    /** Of persons no more than how it begins: enough to see which column it is. */
    private static String begun(String cell) {
        return cell.isEmpty() ? cell : cell.substring(0, cell.offsetByCodePoints(0, 1)) + "***";
    }

    private static String shortened(String cell) {
        return cell.length() <= SAMPLE_CHARS ? cell : cell.substring(0, SAMPLE_CHARS) + "…";
    }

    @PostMapping("/intake/batches/{id}/mapping")
    String confirm(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var chosen = new LinkedHashMap<String, String>();
        for (var field : Fields.of(find(id).kind())) {
            var heading = form.getOrDefault("field-" + field.name(), "");
            if (!heading.isEmpty()) {
                chosen.put(field.name(), heading);
            }
        }
        try {
            intake.confirm(id, chosen);
            return "redirect:/intake/batches/" + id;
        } catch (MappingNeeded needed) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var missing = needed.missing().stream().map(field -> words.fieldName(field, locale)).toList();
            var problem = text("intake.problem.mapping", locale, String.join(", ", missing));
            model.addAttribute("missing", needed.missing());
            return mapping(with(find(id), chosen), problem, model);
        }
    }

    /** The batch as if it had the columns that were chosen: what was typed stays when it is not enough. */
    private static Batch with(Batch batch, Map<String, String> mapping) {
        return new Batch(
                batch.id(), batch.source(), batch.sourceName(), batch.kind(), batch.channel(), batch.fileName(), batch.fileBytes(),
                batch.fileHash(), batch.format(), batch.headings(), mapping, batch.state(), batch.total(),
                batch.received(), batch.accepted(), batch.rejected(), batch.duplicates(), batch.attempts(),
                batch.failureZh(), batch.failureEn(), batch.person(), batch.receivedAt(), batch.startedAt(),
                batch.endedAt(), batch.agency(), batch.line(), batch.region());
    }

    @PostMapping("/intake/batches/{id}/withdraw")
    String withdraw(@PathVariable long id, RedirectAttributes redirect) {
        var batch = find(id);
        if (!intake.withdraw(id)) {
            Toast.of("intake.withdraw.late", batch.fileName()).on(redirect);
            return "redirect:/intake/batches/" + id;
        }
        Toast.of("intake.withdrawn", batch.fileName()).on(redirect);
        return "redirect:/intake";
    }

    @PostMapping("/intake/batches/{id}/again")
    String again(@PathVariable long id) {
        find(id);
        intake.again(id);
        return "redirect:/intake/batches/" + id;
    }

    @GetMapping("/intake/batches/{id}/listings")
    String listings(@PathVariable long id, @RequestParam(required = false) @Nullable String after, Model model) {
        var batch = find(id);
        model.addAttribute("batch", batch);
        var from = Cursor.parse(after, 1);
        return switch (batch.kind()) {
            case LISTINGS -> {
                model.addAttribute("page", intake.listingsOf(id, from, PAGE_ROWS));
                yield "intake/listings";
            }
            case PARCELS -> {
                model.addAttribute("page", parcels.ofBatch(id, from, PAGE_ROWS));
                model.addAttribute("regions", regions);
                yield "intake/parcels";
            }
        };
    }

    @GetMapping("/intake/listings/{id}")
    String listing(@PathVariable long id, Model model) {
        var listing = intake.listing(id).orElseThrow(() -> new NotFound("listing " + id));
        model.addAttribute("listing", listing);
        model.addAttribute("batch", find(listing.batch()));
        model.addAttribute(
                "became", aftermaths.stream().flatMap(one -> one.ofListing(id).stream()).toList());
        model.addAttribute("history", intake.history(listing.source(), listing.externalId()));
        var place = listing.sellerRegion();
        model.addAttribute("place", place == null ? "" : regions.path(place));
        return "intake/listing";
    }

    @GetMapping("/intake/parcels/{id:\\d{1,18}}")
    String parcel(@PathVariable long id, Model model) {
        var parcel = parcels.find(id).orElseThrow(() -> new NotFound("parcel " + id));
        model.addAttribute("parcel", parcel);
        model.addAttribute("batch", find(parcel.batch()));
        model.addAttribute(
                "became", aftermaths.stream().flatMap(one -> one.ofParcel(parcel.first()).stream()).toList());
        model.addAttribute("history", parcels.history(parcel.first()));
        model.addAttribute("regions", regions);
        return "intake/parcel";
    }

    @GetMapping("/intake/batches/{id}/rejects.csv")
    void rejectsCsv(@PathVariable long id, Locale locale, HttpServletResponse response) throws IOException {
        var batch = find(id);
        attach(response, "text/csv;charset=UTF-8", text("intake.rejects.file", locale, batch.fileName()) + ".csv");
        rejects.csv(batch, response.getOutputStream(), locale);
    }

    @GetMapping("/intake/batches/{id}/rejects.xlsx")
    void rejectsXlsx(@PathVariable long id, Locale locale, HttpServletResponse response) throws IOException {
        var batch = find(id);
        attach(
                response,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                text("intake.rejects.file", locale, batch.fileName()) + ".xlsx");
        rejects.xlsx(batch, response.getOutputStream(), locale);
    }

    @GetMapping("/intake/batches/{id}/file")
    void file(@PathVariable long id, HttpServletResponse response) throws IOException {
        var batch = find(id);
        if (batch.kind().namesPersons()) {
            throw new Forbidden("intake.file"); // who sends is shown masked, or one by one for a purpose
        }
        attach(response, "application/octet-stream", batch.fileName());
        try (var file = intake.file(batch)) {
            Files.copy(file.path(), response.getOutputStream());
        }
    }

    private static void attach(HttpServletResponse response, String type, String fileName) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(fileName, StandardCharsets.UTF_8).build().toString());
    }

    @GetMapping("/intake/sources")
    String sources(Locale locale, Model model) {
        model.addAttribute("figures", intake.sourceFigures());
        model.addAttribute("kinds", Source.Kind.values());
        var folders = new LinkedHashMap<Long, String>();
        intake.sources().forEach(source -> folders.put(source.id(), inbox.told(source)));
        model.addAttribute("folders", folders);
        return "intake/sources";
    }

    @PostMapping("/intake/sources")
    String addSource(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String kind,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (name.isBlank() || name.strip().length() > Intake.SOURCE_NAME_CHARS_MAX) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", text("intake.new.no-source", locale));
            return sources(locale, model);
        }
        try {
            var source = intake.sourceCalled(name, kind(kind));
            inbox.make(source);
            Toast.of("intake.sources.added", source.name()).on(redirect);
            return "redirect:/intake/sources";
        } catch (OtherKind other) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", otherKind(other, locale));
            return sources(locale, model);
        }
    }

    private Batch find(long id) {
        return intake.batch(id).orElseThrow(() -> new NotFound("batch " + id));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
