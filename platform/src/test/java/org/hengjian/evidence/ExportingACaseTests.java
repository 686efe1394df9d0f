package org.hengjian.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Entry;
import org.hengjian.cases.CaseWork;
import org.hengjian.cases.Cases;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A case leaves the house whole, with a purpose, as a book or as a package that anyone can check. */
@OnThePlatform
class ExportingACaseTests {

    @LocalServerPort
    int port;

    @Autowired
    EvidenceWork work;

    @Autowired
    CaseWork cases;

    @Autowired
    Cases room;

    @Autowired
    Persons persons;

    @Autowired
    Audit audit;

    @TempDir
    Path folder;

    @Test
    void as_one_pdf_with_contents_whose_page_numbers_hold() throws Exception {
        long id = cases.decidedId();
        work.received(id, "仓库现场.png", EvidenceWork.picture(id));
        work.received(id, "聊天记录.txt", "聊天记录 " + id);
        byte[] attached = attachment();
        work.received(id, "检验报告.pdf", attached);

        byte[] pdf = export(id, "PDF", "", 200);

        try (var book = Loader.loadPDF(pdf)) {
            var pages = new PDFTextStripper();
            pages.setStartPage(2);
            pages.setEndPage(2);
            String contents = pages.getText(book).replaceAll("\\s+", "");
            assertThat(contents).contains("卷内目录", "立案审批表", "行政处罚决定书", "证据1仓库现场.png", "备考表");
            var line = java.util.regex.Pattern.compile("行政处罚决定书.*?日(\\d+)8证据1").matcher(contents);
            assertThat(line.find()).isTrue();
            pages.setStartPage(Integer.parseInt(line.group(1)));
            pages.setEndPage(Integer.parseInt(line.group(1)));
            assertThat(pages.getText(book)).contains("行政处罚决定书");
            var outline = book.getDocumentCatalog().getDocumentOutline();
            assertThat(outline.getFirstChild().getTitle()).isEqualTo("卷宗封面");
            assertThat(outline.getLastChild().findDestinationPage(book)).isEqualTo(book.getPage(book.getNumberOfPages() - 1));
            var pictures = Files.createDirectories(Path.of(System.getProperty("hengjian.pictures", "target/pictures")));
            int evidencePage = book.getNumberOfPages() - 5;
            for (int page : new int[] {0, 1, evidencePage}) {
                ImageIO.write(
                        new PDFRenderer(book).renderImageWithDPI(page, 60),
                        "png",
                        pictures.resolve("case-book-" + page + ".png").toFile());
            }
        }
        assertThat(log(id)).contains("cases.export");
    }

    @Test
    void as_a_package_that_verifies_and_carries_its_time_stamps() throws Exception {
        long id = cases.decidedId();
        var item = work.received(id, "现场:1/2.png", EvidenceWork.picture(id));
        work.received(id, "chat.txt", "chat " + id);
        sealed(id);

        var zip = Files.write(folder.resolve("case.zip"), export(id, "BAGIT", "", 200));

        var result = BagVerification.verify(zip);
        assertThat(result.faults()).isEmpty();
        assertThat(result.stamped()).as("sealed stays behind").isEqualTo(2);
        try (var bag = new ZipFile(zip.toFile(), StandardCharsets.UTF_8)) {
            String base = "case-" + id + "/data/";
            try (var in = bag.getInputStream(bag.getEntry(base + "evidence/0001-现场_1_2.png"))) {
                assertThat(in.readAllBytes()).isEqualTo(EvidenceWork.picture(id));
            }
            try (var in = bag.getInputStream(bag.getEntry(base + "case.json"))) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .contains(item.sha256(), "\"kind\" : \"Decided\"")
                        .doesNotContain("\"sealed\"", "举报人", "330106199001010011");
            }
        }
        var whole = Files.write(folder.resolve("whole.zip"), export(id, "BAGIT", "yes", 200));
        assertThat(BagVerification.verify(whole).stamped()).isEqualTo(3);
        assertThat(persons.as(EvidenceWork.OFFICER, () -> audit.of("evidence", Long.toString(item.id()))))
                .extracting(Entry::deed)
                .contains("evidence.export");
    }

    @Test
    void nobody_gets_it_without_a_purpose_or_without_the_right() {
        long id = cases.decidedId();
        try (var officer = Visitor.signedIn(port, EvidenceWork.OFFICER);
                var foreign = Visitor.signedIn(port, EvidenceWork.FOREIGN);
                var platform = Visitor.signedIn(port, "ji.shi")) {
            var answer = officer.post("/evidence/case/" + id + "/export", Map.of("purpose", " ", "form", "PDF"));
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("写明导出目的");
            assertThat(foreign.post("/evidence/case/" + id + "/export", Map.of("purpose", "x")).statusCode()).isEqualTo(404);
            assertThat(platform.post("/evidence/case/" + id + "/export", Map.of("purpose", "x")).statusCode())
                    .isEqualTo(403);
        }
        assertThat(log(id)).doesNotContain("cases.export");
    }

    private void sealed(long id) {
        var open = work.receipt(id, "举报人.txt");
        EvidenceWork.done(work.bring(
                EvidenceWork.OFFICER,
                new Receipt(id, open.name(), Kind.WITNESS, open.origin(), "", open.obtainedOn(), true),
                ("举报人的话 " + id).getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] export(long id, String form, String sealed, int status) {
        try (var officer = Visitor.signedIn(port, EvidenceWork.OFFICER)) {
            var answer = officer.post(
                    "/evidence/case/" + id + "/export",
                    Map.of("purpose", "行政复议答复", "form", form, "sealed", sealed));
            assertThat(answer.statusCode()).isEqualTo(status);
            return answer.body();
        }
    }

    private byte[] attachment() throws Exception {
        try (var pdf = new org.apache.pdfbox.pdmodel.PDDocument()) {
            pdf.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            pdf.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            var out = new java.io.ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private java.util.List<String> log(long id) {
        return persons.as(EvidenceWork.OFFICER, () -> audit.of("case", room.find(id).orElseThrow().name())).stream()
                .map(Entry::deed)
                .toList();
    }
}
