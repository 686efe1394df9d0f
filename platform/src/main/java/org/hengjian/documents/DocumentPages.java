package org.hengjian.documents;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.NavEntry;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Page;
import org.hengjian.shell.Toast;
import org.hengjian.time.PlatformTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An issued document, shown in the browser as it was issued. */
@Controller
class DocumentPages {

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    static final Role[] READERS = {
        Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.AUDITOR, Role.ANALYST, Role.POLICE, Role.PROSECUTOR
    };
    private static final Role[] WRITERS = {Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.POLICE, Role.PROSECUTOR};
    private static final int DRAFTS = 200; // more than an agency has open at a time
    private static final int ROWS = 50;

    private final Documents documents;
    private final Corrections corrections;
    private final Viewers viewers;
    private final List<DocumentHome> homes;
    private final TransactionTemplate transaction;

    DocumentPages(
            Documents documents,
            Corrections corrections,
            Viewers viewers,
            List<DocumentHome> homes,
            TransactionTemplate transaction) {
        this.documents = documents;
        this.corrections = corrections;
        this.viewers = viewers;
        this.homes = homes;
        this.transaction = transaction;
    }

    /** A document with what it belongs to. @param address empty where the viewer does not see that */
    record Row(Documents.Issued document, String address, String name) {}

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        NavEntry documentsEntry() {
            return NavEntry.of(NavEntry.Group.WORK, "documents.title", "file-text", "/documents", 60, READERS);
        }
    }

    @GetMapping("/documents")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable String after, Model model) {
        var viewer = viewers.require("documents.list", READERS);
        model.addAttribute("q", q.strip());
        model.addAttribute("drafts", documents.waiting(Long.MAX_VALUE, DRAFTS));
        model.addAttribute("corrections", corrections.waiting(DRAFTS));
        model.addAttribute("mayWord", viewer.hasAny(WRITERS));
        var issued = Page.of(documents.newest(q.strip(), Cursor.before(after), ROWS + 1), ROWS, row -> Cursor.of(row.id()));
        model.addAttribute("page", new Page<>(atHome(issued.rows()), issued.next()));
        model.addAttribute("zone", PlatformTime.ZONE);
        return "documents/list";
    }

    private List<Row> atHome(List<Documents.Issued> issued) {
        var names = new HashMap<String, Map<Long, String>>();
        transaction.executeWithoutResult(_ -> homes.forEach(home -> names.put(home.object(), home.names().of(issued.stream()
                .filter(document -> document.object().equals(home.object()))
                .map(Documents.Issued::objectId)
                .distinct()
                .toList()))));
        return issued.stream().map(document -> row(document, names)).toList();
    }

    private Row row(Documents.Issued document, Map<String, Map<Long, String>> names) {
        String name = names.getOrDefault(document.object(), Map.of()).getOrDefault(document.objectId(), "");
        return homes.stream()
                .filter(home -> home.object().equals(document.object()) && !name.isEmpty())
                .findFirst()
                .map(home -> new Row(document, home.path() + document.objectId(), name))
                .orElse(new Row(document, "", ""));
    }

    @PostMapping("/documents/drafts/{id:\\d{1,18}}/drop")
    String drop(@PathVariable long id, RedirectAttributes redirect) {
        viewers.require("documents.word", WRITERS);
        Toast.of(documents.drop(id) ? "documents.dropped" : "documents.drop.gone").on(redirect);
        return "redirect:/documents";
    }

    /** What a person worded otherwise than the machine, side by side. */
    @GetMapping("/documents/{id:\\d{1,18}}/wording")
    String wording(@PathVariable long id, Model model) {
        viewers.require("documents.read", READERS);
        model.addAttribute("worded", documents.worded(id).orElseThrow(() -> new NotFound("wording of document " + id)));
        model.addAttribute("zone", PlatformTime.ZONE);
        return "documents/wording";
    }

    @GetMapping("/documents/{id:\\d+}.pdf")
    ResponseEntity<byte[]> show(@PathVariable long id) {
        var copy = documents.read(id).orElseThrow(() -> new NotFound("document " + id));
        String name = copy.document().number() + copy.document().title() + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .eTag("\"" + copy.document().sha256() + "\"")
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline().filename(name, StandardCharsets.UTF_8).build().toString())
                .body(copy.pdf());
    }

    /** To be worked with: opened in a word processor, not in the browser. */
    @GetMapping("/documents/{id:\\d+}.docx")
    ResponseEntity<byte[]> word(@PathVariable long id) {
        var copy = documents.word(id).orElseThrow(() -> new NotFound("document " + id));
        String name = copy.document().number() + copy.document().title() + ".docx";
        return ResponseEntity.ok()
                .contentType(WORD)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .body(copy.docx());
    }
}
