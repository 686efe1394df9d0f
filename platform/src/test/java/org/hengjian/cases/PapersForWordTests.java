package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.hengjian.audit.Audit;
import org.hengjian.documents.DocumentDamaged;
import org.hengjian.documents.Documents;
import org.hengjian.postgres.DataFolder;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The papers of cases as Word files: letter for letter what the PDF says, for those who may read that. */
@OnThePlatform
class PapersForWordTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWork work;

    @Autowired
    Documents documents;

    @Autowired
    Persons persons;

    @Autowired
    Audit audit;

    @Autowired
    DataFolder folder;

    @Test
    void every_paper_says_in_word_what_it_says_in_print() throws IOException {
        var kinds = new HashSet<String>();
        var ids = List.of(
                work.served(5).docket().id(), work.hearingServed().docket().id(),
                work.seizedId(List.of(new Measure.Thing("带标连帽卫衣", "XL", new java.math.BigDecimal(430), "件"))));
        for (long id : ids) {
            for (var issued : persons.as(CaseWork.OFFICER, () -> documents.of("case", id))) {
                byte[] pdf = persons.as(CaseWork.OFFICER, () -> documents.read(issued.id())).orElseThrow().pdf();
                byte[] docx = persons.as(CaseWork.OFFICER, () -> documents.word(issued.id())).orElseThrow().docx();
                Files.write(Files.createDirectories(Path.of("target/papers")).resolve(issued.kind() + ".docx"), docx);

                assertThat(letters(printed(pdf))).as(issued.kind()).isEqualTo(letters(typed(docx)));
                kinds.add(issued.kind());
            }
        }
        assertThat(kinds).contains(
                "filing-approval", "investigation-record", "findings-report", "review-opinion", "penalty-notice", "penalty-decision", "service-receipt", "hearing-notice", "measure-decision",
                "goods-list");
    }

    @Test
    void who_may_not_read_the_paper_gets_no_copy_of_it() throws IOException {
        long id = work.filed().docket().id();
        long paper = persons.as(CaseWork.OFFICER, () -> documents.of("case", id)).getFirst().id();
        try (var officer = Visitor.signedIn(port, CaseWork.OFFICER);
                var foreign = Visitor.signedIn(port, "fang.qing");
                var stranger = Visitor.stranger(port)) {
            assertThat(officer.get("/documents/" + paper + ".docx").body()).startsWith('P', 'K');
            assertThat(foreign.get("/documents/" + paper + ".docx").statusCode()).isEqualTo(404);
            assertThat(stranger.get("/documents/" + paper + ".docx").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void reading_it_is_on_record_and_asking_again_gives_the_same_bytes() {
        long id = work.filed().docket().id();
        long paper = persons.as(CaseWork.OFFICER, () -> documents.of("case", id)).getFirst().id();

        byte[] first = persons.as(CaseWork.OFFICER, () -> documents.word(paper)).orElseThrow().docx();
        byte[] second = persons.as(CaseWork.SECOND, () -> documents.word(paper)).orElseThrow().docx();

        assertThat(second).isEqualTo(first);
        assertThat(persons.as(CaseWork.OFFICER, () -> audit.of("document", Long.toString(paper))))
                .extracting(entry -> entry.deed())
                .containsExactly("documents.read", "documents.read", "documents.issue");
    }

    @Test
    void of_a_changed_or_lost_document_there_is_neither_print_nor_word() throws IOException {
        long id = work.filed().docket().id();
        var paper = persons.as(CaseWork.OFFICER, () -> documents.of("case", id)).getFirst();
        var kept = folder.folder("documents").resolve(paper.sha256().substring(0, 2)).resolve(paper.sha256() + ".pdf");
        byte[] bytes = Files.readAllBytes(kept);
        bytes[bytes.length / 2] ^= 1;
        Files.write(kept, bytes);

        assertDamaged(paper.id());
        Files.delete(kept);
        assertDamaged(paper.id());
    }

    private void assertDamaged(long paper) {
        assertThatThrownBy(() -> persons.as(CaseWork.OFFICER, () -> documents.read(paper))).isInstanceOf(DocumentDamaged.class);
        assertThatThrownBy(() -> persons.as(CaseWork.OFFICER, () -> documents.word(paper))).isInstanceOf(DocumentDamaged.class);
    }

    private static String printed(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("(?m)^\\s*\\d+ / \\d+\\s*$", "");
        }
    }

    private static String typed(byte[] docx) throws IOException {
        try (var word = new XWPFDocument(new ByteArrayInputStream(docx))) {
            return word.getBodyElements().stream().map(PapersForWordTests::text).collect(Collectors.joining());
        }
    }

    private static String text(IBodyElement element) {
        return switch (element) {
            case XWPFParagraph paragraph -> paragraph.getText();
            case XWPFTable table -> table.getRows().stream()
                    .flatMap(row -> row.getTableCells().stream())
                    .flatMap(cell -> cell.getParagraphs().stream())
                    .map(XWPFParagraph::getText)
                    .collect(Collectors.joining());
            default -> "";
        };
    }

    /** In the order of the alphabet: print goes line by line through the cells of a row, Word cell by cell. */
    private static String letters(String text) {
        return text.codePoints()
                .filter(one -> !Character.isWhitespace(one) && !Character.isSpaceChar(one))
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
