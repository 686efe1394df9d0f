package org.hengjian.evidence;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.cases.CaseFile;
import org.hengjian.cases.Cases;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Toast;
import org.hengjian.shell.TypedForm;
import org.hengjian.time.PlatformTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Evidence on pages: that of a case with its form, and one item with its bytes and its chain of custody. */
@Controller
@RequestMapping("/evidence")
class EvidencePages {

    private static final int TEXT_SHOWN = 65_536; // some thirty pages; the rest is in the file
    private static final int NAME_MOST = 200;
    private static final Role[] READERS = {
        Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.ANALYST, Role.AUDITOR, Role.POLICE, Role.PROSECUTOR
    };

    private final Evidence evidence;
    private final EvidenceTable table;
    private final Opened opened;
    private final Cases cases;
    private final Audit audit;
    private final Viewers viewers;
    private final Clock clock;
    private final MessageSource messages;

    EvidencePages(
            Evidence evidence,
            EvidenceTable table,
            Opened opened,
            Cases cases,
            Audit audit,
            Viewers viewers,
            Clock clock,
            MessageSource messages) {
        this.evidence = evidence;
        this.table = table;
        this.opened = opened;
        this.cases = cases;
        this.audit = audit;
        this.viewers = viewers;
        this.clock = clock;
        this.messages = messages;
    }

    @ModelAttribute
    void common(Model model) {
        viewers.require("evidence.read", READERS);
        model.addAttribute("zone", PlatformTime.ZONE);
        model.addAttribute("kinds", Kind.values());
    }

    @GetMapping("/case/{id:\\d+}")
    String ofCase(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        return casePage(file(id), filter(q, kind, sort), after, Map.of(), Map.of(), List.of(), model);
    }

    /** Several files with one form, for browsers without script. */
    @PostMapping("/case/{id:\\d+}")
    String receive(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        var file = file(id);
        viewers.require("evidence.receive", Role.OFFICER);
        var in = new TypedForm(TypedForm.once(typed), today(), "evidence.fault.");
        var chosen = files == null ? List.<MultipartFile>of() : files.stream().filter(one -> !one.isEmpty()).toList();
        if (chosen.isEmpty()) {
            in.bad("files", "no-file");
        }
        var receipt = receipt(in, id, "-");
        if (!in.isGood()) {
            return casePage(file, filter("", "", ""), null, typed, in.errors(), List.of(), model);
        }
        var grounds = new ArrayList<Ground>();
        int taken = 0;
        for (var one : chosen) {
            try (var content = one.getInputStream()) {
                switch (evidence.receive(named(receipt, one.getOriginalFilename()), content)) {
                    case Answer.Refused refused -> grounds.addAll(refused.grounds());
                    case Answer.Done _ -> taken++;
                }
            }
        }
        if (!grounds.isEmpty()) {
            return casePage(file, filter("", "", ""), null, typed, Map.of(), grounds.stream().distinct().toList(), model);
        }
        Toast.of("evidence.done.receive", taken).on(redirect);
        return "redirect:/evidence/case/" + id;
    }

    /** What came of one file that was sent by itself. @param problem empty when it was taken */
    record Taken(boolean again, String problem) {}

    /** One file as the body of the request: read straight into the vault, whatever its length. */
    @PutMapping("/case/{id:\\d+}/file")
    ResponseEntity<Taken> receive(
            @PathVariable long id, @RequestParam Map<String, String> typed, HttpServletRequest request, Locale locale)
            throws IOException {
        file(id);
        viewers.require("evidence.receive", Role.OFFICER);
        var in = new TypedForm(TypedForm.once(typed), today(), "evidence.fault.");
        var receipt = receipt(in, id, in.raw("name"));
        if (!in.isGood()) {
            var fault = in.errors().entrySet().iterator().next();
            return ResponseEntity.unprocessableContent()
                    .body(new Taken(
                            false,
                            said("evidence.field." + fault.getKey(), locale) + ": " + said(fault.getValue(), locale)));
        }
        return switch (evidence.receive(named(receipt, receipt.name()), request.getInputStream())) {
            case Answer.Done done -> ResponseEntity.ok(new Taken(done.again(), ""));
            case Answer.Refused refused ->
                ResponseEntity.unprocessableContent().body(new Taken(false, said(refused.grounds().getFirst(), locale)));
        };
    }

    @GetMapping("/{id:\\d+}")
    String show(@PathVariable long id, HttpSession session, Model model) throws IOException {
        var item = item(id);
        var file = file(item.receipt().caseId());
        boolean isOpen = isOpen(item, session);
        model.addAttribute("item", item);
        model.addAttribute("file", file);
        model.addAttribute("isOpen", isOpen);
        model.addAttribute("mayWithdraw", !item.isWithdrawn()
                && viewers.require().has(Role.OFFICER)
                && evidence.againstReceiving(file).isEmpty());
        if (isOpen && item.type().isText()) {
            model.addAttribute("text", text(item));
        }
        if (isOpen) {
            evidence.viewed(item, "view", "");
        }
        model.addAttribute("log", audit.of(Evidence.OBJECT, Long.toString(id)));
        return "evidence/item";
    }

    /** A sealed item, or the place in a photo, is shown to whoever says why. */
    @PostMapping("/{id:\\d+}/open")
    String open(
            @PathVariable long id, @RequestParam(defaultValue = "") String purpose, HttpSession session, RedirectAttributes redirect) {
        var item = item(id);
        if (purpose.isBlank()) {
            redirect.addFlashAttribute("purposeMissing", true);
        } else {
            evidence.viewed(item, "disclose", purpose.strip());
            opened.open(session, id);
        }
        return "redirect:/evidence/" + id;
    }

    /** The answer shows it at once: what is masked must not lie in a session meanwhile. */
    @PostMapping("/{id:\\d+}/place")
    String place(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String purpose,
            HttpSession session,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        item(id);
        if (purpose.isBlank()) {
            redirect.addFlashAttribute("placeMissing", true);
            return masked(id);
        }
        model.addAttribute("place", evidence.place(id, purpose.strip()));
        return show(id, session, model);
    }

    @GetMapping("/{id:\\d+}/place")
    String masked(@PathVariable long id) {
        return "redirect:/evidence/" + id + "#place";
    }

    @GetMapping("/{id:\\d+}/withdraw")
    String withdraw(@PathVariable long id, Model model) {
        viewers.require("evidence.withdraw", Role.OFFICER);
        return withdrawPage(item(id), "", List.of(), model);
    }

    @PostMapping("/{id:\\d+}/withdraw")
    String withdraw(
            @PathVariable long id, @RequestParam(defaultValue = "") String ground, Model model, RedirectAttributes redirect) {
        var item = item(id);
        return switch (evidence.withdraw(id, ground.length() > 1000 ? ground.substring(0, 1000) : ground)) {
            case Answer.Refused refused -> withdrawPage(item, ground, refused.grounds(), model);
            case Answer.Done _ -> {
                Toast.of("evidence.done.withdraw", item.n()).on(redirect);
                yield "redirect:/evidence/case/" + item.receipt().caseId();
            }
        };
    }

    /** The bytes, shown where that is safe: pictures, films, sound and PDF. */
    @GetMapping("/{id:\\d+}/content")
    ResponseEntity<Resource> content(@PathVariable long id, HttpSession session) {
        var item = openItem(id, session);
        if (!item.type().isPicture() && !item.type().isPlayed() && !item.type().isPdf()) {
            throw new NotFound("evidence " + id + " shown as it is");
        }
        return answer(item, item.type().name(), "inline");
    }

    /** The bytes, to be kept: never shown by the browser. */
    @GetMapping("/{id:\\d+}/download")
    ResponseEntity<Resource> download(@PathVariable long id, HttpSession session) {
        var item = openItem(id, session);
        evidence.viewed(item, "download", "");
        return answer(item, MediaType.UNKNOWN.name(), "attachment");
    }

    /** The time stamp, for programs that check such: RFC 3161 token in DER. */
    @GetMapping("/{id:\\d+}/stamp.tst")
    ResponseEntity<byte[]> stamp(@PathVariable long id) {
        var item = item(id);
        return item.stamp()
                .map(stamp -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, "application/timestamp-reply")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"evidence-" + id + ".tst\"")
                        .body(stamp.token()))
                .orElseThrow(() -> new NotFound("time stamp of evidence " + id));
    }

    /** A file that is not as it was received is said to be so, and by no means shown. */
    @ExceptionHandler
    ModelAndView on(Evidence.Damaged damaged, HttpServletResponse response) {
        response.setStatus(HttpStatus.INTERNAL_SERVER_ERROR.value());
        return new ModelAndView("evidence/damaged", HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private String casePage(
            CaseFile file,
            EvidenceTable.Filter filter,
            @Nullable String after,
            Map<String, String> typed,
            Map<String, String> faults,
            List<Ground> grounds,
            Model model) {
        var shown = new HashMap<>(typed);
        shown.putIfAbsent("kind", Kind.ELECTRONIC.name());
        shown.putIfAbsent("obtainedOn", today().toString());
        shown.putIfAbsent("origin", file.docket().matter().place());
        model.addAttribute("file", file);
        model.addAttribute("filter", filter);
        model.addAttribute("page", table.page(file.docket().id(), filter, after));
        model.addAttribute("against", evidence.againstReceiving(file));
        model.addAttribute("mayExport", viewers.require().hasAny(CaseExport.EXPORTERS));
        model.addAttribute("mayReceive", viewers.require().has(Role.OFFICER));
        model.addAttribute("typed", shown);
        model.addAttribute("faults", faults);
        model.addAttribute("grounds", grounds);
        model.addAttribute("bytesMost", evidence.bytesMost());
        model.addAttribute("sizeMost", Item.size(evidence.bytesMost()));
        return "evidence/case";
    }

    private String withdrawPage(Item item, String ground, List<Ground> grounds, Model model) {
        model.addAttribute("item", item);
        model.addAttribute("file", file(item.receipt().caseId()));
        model.addAttribute("ground", ground);
        model.addAttribute("grounds", grounds);
        return "evidence/withdraw";
    }

    private Receipt receipt(TypedForm in, long caseId, String name) {
        return new Receipt(
                caseId,
                name,
                in.one("kind", Kind.class),
                in.text("origin", 200),
                in.optional("proves", 500),
                in.day("obtainedOn"),
                !in.raw("isSealed").isEmpty());
    }

    /** A sender's path is dropped; a file without a name is called so. */
    private static Receipt named(Receipt receipt, @Nullable String typed) {
        String name = (typed == null ? "" : typed).replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        if (name.length() > NAME_MOST) {
            name = name.substring(name.length() - NAME_MOST);
        }
        return new Receipt(
                receipt.caseId(),
                name.isEmpty() ? "未命名" : name,
                receipt.kind(),
                receipt.origin(),
                receipt.proves(),
                receipt.obtainedOn(),
                receipt.isSealed());
    }

    private ResponseEntity<Resource> answer(Item item, String type, String disposition) {
        evidence.mustBeThere(item);
        var answer = ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.builder(disposition)
                                .filename(item.receipt().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString());
        if (!item.type().isPdf()) {
            // Whatever a browser may come to think of the bytes: nothing in them runs.
            answer.header("Content-Security-Policy", "default-src 'none'; sandbox");
        }
        return answer.body(new Bytes(item));
    }

    /** The bytes as Spring sends them, ranges included. */
    private final class Bytes extends AbstractResource {

        private final Item item;

        Bytes(Item item) {
            this.item = item;
        }

        @Override
        public InputStream getInputStream() {
            return evidence.open(item).in();
        }

        @Override
        public long contentLength() {
            return item.bytes();
        }

        @Override
        public String getDescription() {
            return "evidence " + item.id();
        }
    }

    private String text(Item item) throws IOException {
        try (var content = evidence.open(item)) {
            byte[] head = content.in().readNBytes(TEXT_SHOWN);
            return new String(head, MediaType.charset(head).orElse(StandardCharsets.UTF_8));
        }
    }

    private Item openItem(long id, HttpSession session) {
        var item = item(id);
        if (!isOpen(item, session)) {
            throw new Forbidden("evidence.view");
        }
        return item;
    }

    private boolean isOpen(Item item, HttpSession session) {
        return !item.receipt().isSealed() || opened.has(session, item.id());
    }

    private Item item(long id) {
        return evidence.find(id).orElseThrow(() -> new NotFound("evidence " + id));
    }

    private CaseFile file(long id) {
        return cases.find(id).orElseThrow(() -> new NotFound("case " + id));
    }

    private static EvidenceTable.Filter filter(String q, String kind, String sort) {
        String known = java.util.Arrays.stream(Kind.values()).map(Kind::name).filter(kind::equals).findFirst().orElse("");
        return new EvidenceTable.Filter(q.strip(), known, EvidenceTable.Sort.of(sort));
    }

    private String said(Ground ground, Locale locale) {
        return messages.getMessage("evidence.ground." + ground.code(), ground.getArray(), locale)
                + " "
                + messages.getMessage("evidence.remedy." + ground.code(), ground.getArray(), locale);
    }

    private String said(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
