package org.hengjian.documents;

import java.nio.charset.StandardCharsets;
import org.hengjian.shell.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An issued document, shown in the browser as it was issued. */
@Controller
class DocumentPages {

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Documents documents;

    DocumentPages(Documents documents) {
        this.documents = documents;
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
