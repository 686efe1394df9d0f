package org.hengjian.leads;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hengjian.agencies.Agencies;
import org.hengjian.agencies.Regions;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.NotFound;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One lead: what it says, the forms of its verbs, and its photos. */
@Controller
@RequestMapping("/leads")
class LeadPages {

    private static final int PLACE_CHARS_MAX = 200;

    private final LeadTable table;
    private final WorkTable work;
    private final LeadViews views;
    private final Deeds deeds;
    private final Agencies agencies;
    private final Regions regions;
    private final OfferPictures pictures;
    private final ParcelOpenings parcels;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LeadPages(
            LeadTable table,
            WorkTable work,
            LeadViews views,
            Deeds deeds,
            Agencies agencies,
            Regions regions,
            OfferPictures pictures,
            ParcelOpenings parcels,
            MessageSource messages,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.work = work;
        this.views = views;
        this.deeds = deeds;
        this.agencies = agencies;
        this.regions = regions;
        this.pictures = pictures;
        this.parcels = parcels;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
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
        model.addAttribute("parcels", parcels.of(view.lead()));
        model.addAttribute("mayOpenParcels", parcels.mayOpen(view.lead()));
        model.addAttribute("regions", regions);
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Typed.NOTHING);
        }
    }

    private LeadView view(String number) {
        return java.util.Objects.requireNonNull(transaction.execute(
                _ -> table.find(number).map(views::view).orElseThrow(() -> new NotFound("lead " + number))));
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
        LocalDate visitedOn = VisitForm.day(visited);
        var taken = new ArrayList<Photo>();
        Optional<Answer.Refused> fault = VisitForm.fault(outcome, notes, visitedOn).or(() -> VisitForm.take(photos, taken));
        return answered(
                () -> fault.<Answer>map(refused -> refused)
                        .orElseGet(() -> deeds.record(
                                number,
                                version,
                                new Visit(
                                        Outcome.valueOf(outcome),
                                        Asked.cut(place.strip(), PLACE_CHARS_MAX),
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
                Typed.of("extend", reason, "", ""),
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
                Typed.of("extension", reason, "", ""),
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
                Typed.of("transfer", reason, agency, ""),
                model,
                redirect,
                response);
    }

    /** With an office that brought in what hangs here. */
    @PostMapping("/{number}/sharing")
    String share(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam long agency,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return answered(
                () -> deeds.share(number, version, agency, reason),
                number,
                Toast.of("leads.done.share", number),
                Typed.of("share-" + agency, reason, "", ""),
                model,
                redirect,
                response);
    }

    @PostMapping("/{number}/withholding")
    String withhold(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam long agency,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return answered(
                () -> deeds.withhold(number, version, agency),
                number,
                Toast.of("leads.done.withhold", number),
                Typed.of("share-" + agency, "", "", ""),
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
                Typed.of("dismiss", reason, "", ground),
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
                Typed.of("assign", "", "", ""),
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
                Typed.of("reopen", reason, "", ""),
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
                Typed.of("merge", "", "", ""),
                model,
                redirect,
                response);
    }

    /** Who sends a parcel, for a while. */
    @PostMapping("/{number}/parcels/{parcel}/opening")
    String openParcel(
            @PathVariable String number,
            @PathVariable long parcel,
            @RequestParam(defaultValue = "") String purpose,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return answered(
                () -> parcels.open(number, parcel, purpose),
                number,
                Toast.of("leads.done.open-parcel", ParcelOpenings.OPEN.toMinutes()),
                Typed.of("parcel-" + parcel, purpose, "", ""),
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
}
