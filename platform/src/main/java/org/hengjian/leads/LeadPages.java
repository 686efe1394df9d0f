package org.hengjian.leads;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Agencies;
import org.hengjian.agencies.People;
import org.hengjian.agencies.Regions;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.screening.Kind;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Page;
import org.hengjian.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The pages of leads: list, side panel, one lead, and the forms of its verbs. */
@Controller
@RequestMapping("/leads")
class LeadPages {

    private static final int SHOWN = 50; // a screen and a half of dense rows
    private static final int QUERY_CHARS_MAX = 1_000;
    private static final int NAME_CHARS_MAX = 40;
    private static final int PLACE_CHARS_MAX = 200;

    private static final Role[] EXPORTERS = {Role.OFFICER, Role.HEAD, Role.REVIEWER, Role.ANALYST, Role.AUDITOR};

    private final LeadTable table;
    private final LeadListTable list;
    private final WorkTable work;
    private final ChunkTable chunks;
    private final LeadViews views;
    private final Deeds deeds;
    private final Grounds grounds;
    private final OwnViews ownViews;
    private final Regions regions;
    private final Agencies agencies;
    private final People people;
    private final LeadRegister register;
    private final OfferPictures pictures;
    private final Audit audit;
    private final Viewers viewers;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LeadPages(
            LeadTable table,
            LeadListTable list,
            WorkTable work,
            ChunkTable chunks,
            LeadViews views,
            Deeds deeds,
            Grounds grounds,
            OwnViews ownViews,
            Regions regions,
            Agencies agencies,
            People people,
            LeadRegister register,
            OfferPictures pictures,
            Audit audit,
            Viewers viewers,
            MessageSource messages,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.list = list;
        this.work = work;
        this.chunks = chunks;
        this.views = views;
        this.deeds = deeds;
        this.grounds = grounds;
        this.ownViews = ownViews;
        this.regions = regions;
        this.agencies = agencies;
        this.people = people;
        this.register = register;
        this.pictures = pictures;
        this.audit = audit;
        this.viewers = viewers;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The filters as they stand in an address. */
    record Asked(
            @Nullable String scope,
            @Nullable String state,
            @Nullable String kind,
            @Nullable String right,
            @Nullable String platform,
            @Nullable String region,
            @Nullable String score,
            @Nullable String q,
            @Nullable String due,
            @Nullable String mine,
            @Nullable String cleared,
            @Nullable String batch,
            @Nullable String sort) {}

    Filter filter(Asked asked) {
        String score = text(asked.score());
        return new Filter(
                Filter.word(Filter.Scope.class, text(asked.scope())),
                Filter.word(Filter.State.class, text(asked.state())),
                Filter.kind(text(asked.kind())),
                text(asked.right()),
                text(asked.platform()),
                Optional.of(text(asked.region()))
                        .filter(name -> !name.isEmpty())
                        .flatMap(regions::named)
                        .map(Regions.Region::code)
                        .orElse(null),
                score.matches("\\d{1,3}") ? Math.min(100, Integer.parseInt(score)) : 0,
                cut(text(asked.q()), Filter.TEXT_CHARS_MAX),
                Filter.word(Filter.When.class, text(asked.due())),
                "1".equals(asked.mine()),
                "1".equals(asked.cleared()),
                text(asked.batch()).matches("\\d{1,18}") ? Long.valueOf(text(asked.batch())) : null,
                Filter.word(Filter.Sort.class, text(asked.sort())));
    }

    @GetMapping
    String list(
            Asked asked,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String open,
            Model model) {
        Viewer viewer = viewers.require();
        Filter filter = filter(asked);
        transaction.executeWithoutResult(_ -> {
            Page<Lead> page = list.list(filter, viewer, Optional.ofNullable(after), SHOWN);
            model.addAttribute("page", page);
            model.addAttribute("rows", page.rows().stream().map(views::row).toList());
            long total = list.count(filter, viewer);
            model.addAttribute("total", Math.min(total, LeadListTable.COUNTED_MAX));
            model.addAttribute("more", total > LeadListTable.COUNTED_MAX);
            model.addAttribute("wider", total == 0 ? wider(asked, filter, viewer) : List.of());
            Tally tally = chunks.ofDay(viewer.agency(), LocalDate.now(clock));
            model.addAttribute("tally", tally);
            model.addAttribute("passed", passed(tally));
            model.addAttribute("views", ownViews.views(viewer.person()));
            model.addAttribute("columns", ownViews.columns(viewer.person()));
            if (!open.isEmpty()) {
                table.find(open).ifPresent(lead -> model.addAttribute("view", views.view(lead)));
            }
        });
        model.addAttribute("filter", filter);
        model.addAttribute("noRegion", filter.region() == null ? text(asked.region()) : "");
        model.addAttribute("open", open);
        model.addAttribute("allColumns", OwnViews.COLUMNS);
        model.addAttribute("states", Filter.State.values());
        model.addAttribute(
                "kinds",
                java.util.Arrays.stream(Kind.values())
                        .filter(kind -> kind != Kind.NONE)
                        .toList());
        model.addAttribute("regionName", filter.region() == null ? "" : regions.path(filter.region()));
        model.addAttribute("worker", viewer.hasAny(Role.OFFICER, Role.HEAD));
        model.addAttribute("mayExport", viewer.hasAny(EXPORTERS));
        return "leads/list";
    }

    /** A condition by its parameter, and how many there are under it, or without it. */
    record Counted(String parameter, String label, long count) {}

    private List<Counted> wider(Asked asked, Filter filter, Viewer viewer) {
        var labels = new LinkedHashMap<String, String>();
        put(labels, "q", filter.text(), "leads.chip.text");
        put(labels, "right", filter.right(), "leads.chip.right");
        put(labels, "platform", filter.platform(), "leads.chip.platform");
        put(labels, "region", filter.region() == null ? "" : regions.path(filter.region()), "leads.chip.region");
        put(labels, "batch", filter.batch() == null ? "" : filter.batch().toString(), "leads.chip.batch");
        if (filter.kind() != null) {
            labels.put("kind", inEnglish() ? filter.kind().en() : filter.kind().zh());
        }
        if (filter.score() > 0) {
            labels.put("score", say("leads.chip.score", "%.2f".formatted(filter.score() / 100.0)));
        }
        if (filter.mine()) {
            labels.put("mine", say("leads.chip.mine"));
        }
        if (filter.due() != Filter.When.ANY) {
            labels.put("due", say(filter.due() == Filter.When.LATE ? "leads.chip.late" : "leads.chip.soon"));
        }
        if (filter.state() != Filter.State.ALL) {
            labels.put("state", say("leads.state." + filter.state()));
        }
        return labels.entrySet().stream()
                .map(one -> new Counted(
                        one.getKey(), one.getValue(), list.count(filter(without(asked, one.getKey())), viewer)))
                .filter(one -> one.count() > 0)
                .toList();
    }

    /** What the white lists let go today, by kind, the most frequent first. */
    private static List<Counted> passed(Tally tally) {
        return tally.cleared().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(one -> {
                    var kind = Filter.kind(one.getKey());
                    String name = kind == null ? one.getKey() : inEnglish() ? kind.en() : kind.zh();
                    return new Counted(one.getKey(), name, one.getValue());
                })
                .toList();
    }

    private void put(LinkedHashMap<String, String> labels, String parameter, String value, String key) {
        if (!value.isEmpty()) {
            labels.put(parameter, say(key, value));
        }
    }

    private static Asked without(Asked asked, String parameter) {
        return new Asked(
                asked.scope(),
                parameter.equals("state") ? "all" : asked.state(),
                parameter.equals("kind") ? null : asked.kind(),
                parameter.equals("right") ? null : asked.right(),
                parameter.equals("platform") ? null : asked.platform(),
                parameter.equals("region") ? null : asked.region(),
                parameter.equals("score") ? null : asked.score(),
                parameter.equals("q") ? null : asked.q(),
                parameter.equals("due") ? null : asked.due(),
                parameter.equals("mine") ? null : asked.mine(),
                asked.cleared(),
                parameter.equals("batch") ? null : asked.batch(),
                asked.sort());
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private static boolean inEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    /** The side panel alone, for a list that is already there. */
    @GetMapping("/{number}/panel")
    String panel(
            @PathVariable String number,
            @RequestHeader(name = "HX-Current-URL", defaultValue = "/leads") String listAddress,
            Model model) {
        model.addAttribute("view", view(number));
        model.addAttribute("close", withoutPanel(listAddress));
        return "leads/panel :: panel";
    }

    private static String withoutPanel(String address) {
        try {
            URI from = URI.create(address);
            return UriComponentsBuilder.fromPath("/leads")
                    .query(from.getRawQuery())
                    .replaceQueryParam("open")
                    .build(true)
                    .toUriString();
        } catch (IllegalArgumentException e) {
            return "/leads";
        }
    }

    @GetMapping("/{number}")
    String show(@PathVariable String number, Model model) {
        fill(model, number);
        return "leads/lead";
    }

    private void fill(Model model, String number) {
        LeadView view = view(number);
        model.addAttribute("view", view);
        model.addAttribute("pictures", pictures.of(view.lead()));
        model.addAttribute("elsewhere", pictures.elsewhere(view.lead()));
        model.addAttribute("today", LocalDate.now(clock));
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Typed.NOTHING);
        }
    }

    private LeadView view(String number) {
        return java.util.Objects.requireNonNull(transaction.execute(
                _ -> table.find(number).map(views::view).orElseThrow(() -> new NotFound("lead " + number))));
    }

    /**
     * What was typed into a form that was refused: given back as it was, with the reason at the form.
     *
     * @param field name of the field that the reason is about; empty where it is about the whole
     */
    record Typed(
            String form,
            @Nullable String why,
            String field,
            String reason,
            String notes,
            String place,
            String outcome,
            String visitedOn,
            String agency,
            String ground) {

        static final Typed NOTHING = new Typed("", null, "", "", "", "", "", "", "", "");

        private static String fieldOf(String key) {
            return switch (key) {
                case "leads.no.record.when", "leads.no.record.day" -> "visitedOn";
                case "leads.no.record.notes", "leads.no.record.long" -> "notes";
                case "leads.no.photo.large", "leads.no.photo.kind", "leads.no.photo.many" -> "photos";
                default -> "";
            };
        }
    }

    @PostMapping("/{number}/start")
    String start(
            @PathVariable String number,
            @RequestParam int version,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return answered(
                () -> deeds.start(number, version),
                number,
                Toast.of("leads.done.start", number),
                Typed.NOTHING,
                model,
                redirect,
                response);
    }

    @PostMapping("/{number}/record")
    String record(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String notes,
            @RequestParam(name = "visitedOn", defaultValue = "") String visited,
            @RequestParam(required = false) @Nullable List<MultipartFile> photos,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var typed = new Typed("record", null, "", "", notes, place, outcome, visited, "", "");
        LocalDate visitedOn = day(visited);
        var taken = new ArrayList<Photo>();
        Optional<Answer.Refused> fault = visitFault(outcome, notes, visitedOn).or(() -> take(photos, taken));
        return answered(
                () -> fault.<Answer>map(refused -> refused)
                        .orElseGet(() -> deeds.record(
                                number,
                                version,
                                new Visit(
                                        Outcome.valueOf(outcome),
                                        cut(place.strip(), PLACE_CHARS_MAX),
                                        notes.strip(),
                                        java.util.Objects.requireNonNull(visitedOn),
                                        taken))),
                number,
                Toast.of("leads.done.record." + outcome, number),
                typed,
                model,
                redirect,
                response);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    static Optional<Answer.Refused> visitFault(String outcome, String notes, @Nullable LocalDate visitedOn) {
        if (java.util.Arrays.stream(Outcome.values())
                .noneMatch(one -> one.name().equals(outcome))) {
            return Optional.of(Answer.Refused.of("leads.no.record.outcome"));
        }
        if (visitedOn == null) {
            return Optional.of(Answer.Refused.of("leads.no.record.when"));
        }
        if (notes.isBlank()) {
            return Optional.of(Answer.Refused.of("leads.no.record.notes"));
        }
        if (notes.length() > Deeds.NOTES_CHARS_MAX) {
            return Optional.of(Answer.Refused.of("leads.no.record.long", Integer.toString(Deeds.NOTES_CHARS_MAX)));
        }
        return Optional.empty();
    }

    private static Optional<Answer.Refused> take(@Nullable List<MultipartFile> files, List<Photo> taken) {
        if (files == null) {
            return Optional.empty();
        }
        for (MultipartFile file : files) {
            if (file.isEmpty()) {
                continue;
            }
            String name = Optional.ofNullable(file.getOriginalFilename()).orElse("-");
            if (file.getSize() > Photo.BYTES_MAX) {
                return Optional.of(Answer.Refused.of("leads.no.photo.large", name));
            }
            try {
                var photo = Photo.of(name, file.getBytes());
                if (photo.isEmpty()) {
                    return Optional.of(Answer.Refused.of("leads.no.photo.kind", name));
                }
                taken.add(photo.get());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return taken.size() > Photo.IN_ONE_RECORD_MAX
                ? Optional.of(Answer.Refused.of("leads.no.photo.many", Integer.toString(Photo.IN_ONE_RECORD_MAX)))
                : Optional.empty();
    }

    @PostMapping("/{number}/extend")
    String extend(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return answered(
                () -> deeds.askExtension(number, version, reason),
                number,
                Toast.of("leads.done.extend", number),
                typed("extend", reason, "", ""),
                model,
                redirect,
                response);
    }

    @PostMapping("/{number}/extension")
    String answerExtension(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam boolean approved,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return answered(
                () -> deeds.answerExtension(number, version, approved, reason),
                number,
                Toast.of(approved ? "leads.done.extended" : "leads.done.not-extended", number),
                typed("extension", reason, "", ""),
                model,
                redirect,
                response);
    }

    @PostMapping("/{number}/transfer")
    String transfer(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        String code = agency.replaceFirst("^.*\\((\\S+)\\)$", "$1").strip();
        return answered(
                () -> deeds.transfer(number, version, code, reason),
                number,
                Toast.of("leads.done.transfer", number),
                typed("transfer", reason, agency, ""),
                model,
                redirect,
                response);
    }

    @PostMapping("/{number}/dismiss")
    String dismiss(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return one(
                () -> deeds.dismissOne(number, version, ground, reason),
                number,
                "leads.done.dismiss",
                typed("dismiss", reason, "", ground),
                model,
                redirect,
                response);
    }

    @PostMapping("/{number}/assign")
    String assign(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam long person,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return one(
                () -> deeds.assignOne(number, version, person),
                number,
                "leads.done.assign",
                typed("assign", "", "", ""),
                model,
                redirect,
                response);
    }

    @PostMapping("/{number}/reopen")
    String reopen(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return answered(
                () -> deeds.reopen(number, version, reason),
                number,
                Toast.of("leads.done.reopen", number),
                typed("reopen", reason, "", ""),
                model,
                redirect,
                response);
    }

    @PostMapping("/{number}/merge")
    String merge(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable List<String> numbers,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        List<String> others = numbers == null ? List.of() : numbers;
        return answered(
                () -> deeds.merge(number, version, others),
                number,
                Toast.of("leads.done.merge", others.size(), number),
                typed("merge", "", "", ""),
                model,
                redirect,
                response);
    }

    @PostMapping("/{number}/split")
    String split(
            @PathVariable String number,
            @RequestParam int version,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return answered(
                () -> deeds.split(number, version),
                number,
                Toast.of("leads.done.split", number),
                Typed.NOTHING,
                model,
                redirect,
                response);
    }

    private static Typed typed(String form, String reason, String agency, String ground) {
        return new Typed(form, null, "", reason, "", "", "", "", agency, ground);
    }

    private String answered(
            Supplier<Answer> deed,
            String number,
            Toast toast,
            Typed typed,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return switch (unlessMeanwhile(deed)) {
            case Answer.Done _ -> {
                toast.on(redirect);
                yield "redirect:/leads/" + number;
            }
            case Answer.Refused refused -> refused(refused, number, typed, model, response);
        };
    }

    /** Who comes second is told who was first, on the page as it is now, with all that was typed. */
    private static Answer unlessMeanwhile(Supplier<Answer> deed) {
        try {
            return deed.get();
        } catch (Conflict conflict) {
            return Answer.Refused.of("leads.no.meanwhile", conflict.who(), conflict.when());
        }
    }

    private String one(
            Supplier<Deeds.Bulk> deed,
            String number,
            String key,
            Typed typed,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Deeds.Bulk bulk;
        try {
            bulk = deed.get();
        } catch (Conflict conflict) {
            return refused(
                    Answer.Refused.of("leads.no.meanwhile", conflict.who(), conflict.when()),
                    number,
                    typed,
                    model,
                    response);
        }
        if (bulk.done().isEmpty()) {
            return refused(bulk.refused().getFirst().why(), number, typed, model, response);
        }
        Toast.of(key, number, bulk.done().getFirst().assigneeName())
                .undoneAt("/leads/undo/" + bulk.step())
                .on(redirect);
        return "redirect:/leads/" + number;
    }

    /** The same page again, with all that was typed and the reason at its form. */
    private String refused(
            Answer.Refused refused, String number, Typed typed, Model model, HttpServletResponse response) {
        response.setStatus(
                refused.key().equals("leads.no.meanwhile")
                        ? HttpServletResponse.SC_CONFLICT
                        : HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute(
                "typed",
                new Typed(
                        typed.form(),
                        words(refused),
                        Typed.fieldOf(refused.key()),
                        typed.reason(),
                        typed.notes(),
                        typed.place(),
                        typed.outcome(),
                        typed.visitedOn(),
                        typed.agency(),
                        typed.ground()));
        fill(model, number);
        return "leads/lead";
    }

    private String words(Answer.Refused refused) {
        return messages.getMessage(
                refused.key(),
                refused.arguments().toArray(),
                LocaleContextHolder.getLocale());
    }

    // ---- many at once

    /** What would be done to whom, before it is done. */
    @PostMapping("/bulk")
    String preview(
            @RequestParam String deed,
            @RequestParam(required = false) @Nullable List<String> numbers,
            @RequestParam(defaultValue = "/leads") String back,
            Model model,
            RedirectAttributes redirect) {
        Viewer viewer = viewers.require("leads.bulk", Role.OFFICER, Role.HEAD);
        if (numbers == null || numbers.isEmpty() || numbers.size() > Deeds.BULK_MAX) {
            Toast.of("leads.no.bulk", Deeds.BULK_MAX).on(redirect);
            return "redirect:" + inside(back);
        }
        return preview(deed.equals("dismiss") ? Verb.DISMISS : Verb.ASSIGN, numbers, back, viewer, model);
    }

    private String preview(Verb verb, List<String> numbers, String back, Viewer viewer, Model model) {
        transaction.executeWithoutResult(_ -> {
            List<Lead> chosen = table.find(numbers);
            model.addAttribute(
                    "able",
                    chosen.stream()
                            .filter(lead -> lead.agency() == viewer.agency()
                                    && lead.stage().refuses(verb).isEmpty())
                            .map(views::row)
                            .toList());
            model.addAttribute(
                    "unable",
                    chosen.stream()
                            .filter(lead -> lead.agency() != viewer.agency()
                                    || lead.stage().refuses(verb).isPresent())
                            .map(views::row)
                            .toList());
            model.addAttribute("officers", people.of(viewer.agency(), Role.OFFICER));
        });
        model.addAttribute("deed", verb == Verb.DISMISS ? "dismiss" : "assign");
        model.addAttribute("grounds", grounds.all());
        model.addAttribute("back", inside(back));
        if (!model.containsAttribute("why")) {
            model.addAttribute("why", "");
        }
        return "leads/bulk";
    }

    @PostMapping("/bulk/assign")
    String assignAll(
            @RequestParam List<String> numbers,
            @RequestParam long person,
            @RequestParam(defaultValue = "/leads") String back,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var bulk = deeds.assignAll(numbers, person);
        return bulk.done().isEmpty()
                ? again(Verb.ASSIGN, bulk, numbers, back, model, response)
                : many(bulk, "leads.done.assign-all", back, redirect);
    }

    @PostMapping("/bulk/dismiss")
    String dismissAll(
            @RequestParam List<String> numbers,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "/leads") String back,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var bulk = deeds.dismissAll(numbers, ground, reason);
        model.addAttribute("ground", ground);
        model.addAttribute("reason", reason);
        return bulk.done().isEmpty()
                ? again(Verb.DISMISS, bulk, numbers, back, model, response)
                : many(bulk, "leads.done.dismiss-all", back, redirect);
    }

    /** Nothing was done: the preview once more, with what was typed and the reason at the field. */
    private String again(
            Verb verb, Deeds.Bulk bulk, List<String> numbers, String back, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute(
                "why",
                bulk.refused().isEmpty() ? "" : words(bulk.refused().getFirst().why()));
        return preview(verb, numbers, back, viewers.require(), model);
    }

    private static String many(Deeds.Bulk bulk, String key, String back, RedirectAttributes redirect) {
        Toast.of(
                        bulk.refused().isEmpty() ? key : key + ".some",
                        bulk.done().size(),
                        bulk.refused().size(),
                        bulk.done().getFirst().assigneeName())
                .undoneAt("/leads/undo/" + bulk.step())
                .on(redirect);
        return "redirect:" + inside(back);
    }

    @PostMapping("/undo/{step}")
    String undo(
            @PathVariable long step,
            @RequestHeader(name = HttpHeaders.REFERER, defaultValue = "/leads") String from,
            RedirectAttributes redirect) {
        int back = deeds.undo(step);
        Toast.of(back > 0 ? "leads.done.undo" : "leads.done.too-late", back).on(redirect);
        return "redirect:" + inside(from);
    }

    /** An address of ours under /leads; anything else becomes the list. */
    private static String inside(String address) {
        try {
            URI uri = URI.create(address);
            String path = uri.getRawPath();
            if (path == null || !path.matches("/leads(/[XS]-\\d{4}-\\d+)?")) {
                return "/leads";
            }
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException e) {
            return "/leads";
        }
    }

    // ---- one's own

    @PostMapping("/views")
    String save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            RedirectAttributes redirect) {
        String called = cut(name.strip(), NAME_CHARS_MAX);
        String kept = cut(query, QUERY_CHARS_MAX);
        if (called.isEmpty()) {
            Toast.of("leads.no.view.name").on(redirect);
            return "redirect:" + inside("/leads?" + kept);
        }
        transaction.executeWithoutResult(_ -> ownViews.save(viewers.require().person(), called, kept));
        Toast.of("leads.done.view", called).on(redirect);
        return "redirect:" + inside("/leads?" + kept);
    }

    @PostMapping("/views/{id}/forget")
    String forget(
            @PathVariable long id, @RequestParam(defaultValue = "/leads") String back, RedirectAttributes redirect) {
        transaction.executeWithoutResult(_ -> ownViews.forget(viewers.require().person(), id));
        Toast.of("leads.done.view-gone").on(redirect);
        return "redirect:" + inside(back);
    }

    @PostMapping("/columns")
    String columns(
            @RequestParam(required = false) @Nullable List<String> columns,
            @RequestParam(defaultValue = "/leads") String back) {
        transaction.executeWithoutResult(
                _ -> ownViews.choose(viewers.require().person(), columns == null ? List.of() : columns));
        return "redirect:" + inside(back);
    }

    // ---- files

    @GetMapping("/{number}/photos/{id}")
    ResponseEntity<byte[]> photo(@PathVariable String number, @PathVariable long id) {
        var photo = java.util.Objects.requireNonNull(transaction.execute(_ -> table.find(number)
                .flatMap(lead -> work.photo(lead.id(), id))
                .orElseThrow(() -> new NotFound("photo " + id))));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, photo.mediaType())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
                .body(photo.content());
    }

    /** The register (台账) of what the list shows, as a workbook. */
    @GetMapping("/export.xlsx")
    void export(Asked asked, Locale locale, HttpServletResponse response) throws IOException {
        Viewer viewer = viewers.require("leads.export", EXPORTERS);
        Filter filter = filter(asked);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"leads.xlsx\"; filename*=UTF-8''"
                        + java.net.URLEncoder.encode(
                                messages.getMessage("leads.register.file", new Object[] {LocalDate.now(clock)}, locale),
                                StandardCharsets.UTF_8));
        var out = response.getOutputStream();
        transaction.executeWithoutResult(_ -> {
            audit.enter(Deed.of("leads.export", "leads", "register"));
            register.write(out, filter, viewer, locale);
        });
    }

    /** Agencies that a lead can go to, for the field's suggestions. */
    @GetMapping("/agencies")
    String agencies(@RequestParam(name = "agency", defaultValue = "") String words, Model model) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "agencies",
                java.util.Objects.requireNonNull(transaction.execute(_ -> java.util.stream.Stream.of(
                                "market",
                                "copyright",
                                "agriculture",
                                "forestry",
                                "drug",
                                "ip",
                                "customs",
                                "post",
                                "culture",
                                "industry")
                        .flatMap(line -> agencies.ofLine(line, today).stream())
                        .filter(agency -> agency.name().contains(words.strip())
                                || agency.code().contains(words.strip()))
                        .limit(20)
                        .toList())));
        return "leads/panel :: agencies";
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
