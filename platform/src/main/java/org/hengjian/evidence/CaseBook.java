package org.hengjian.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.hengjian.cases.CaseFile;
import org.hengjian.cases.Docket;
import org.hengjian.cases.Officer;
import org.hengjian.cases.Paper;
import org.hengjian.documents.Documents;
import org.hengjian.time.PlatformTime;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A case bound as one PDF (案卷): cover 卷宗封面, contents 卷内目录 with page numbers, the documents in the order of issue, the
 * evidence with what was taken down of it, closing note 备考表; with bookmarks, and the page of the file at the top right.
 */
@Component
class CaseBook {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss").withZone(PlatformTime.ZONE);
    /** Larger ones are named in the file and not bound into it: a reader must still open it. */
    private static final long BOUND_MOST = 64L << 20;
    private static final long PIXELS_MOST = 60_000_000; // 240 MB when unpacked
    private static final float PAGE_SIZE = 10;
    private static final float FROM_EDGE = 36;
    private static final float PICTURE_WIDTH = 440; // points; within the margins of the template
    private static final float PICTURE_HEIGHT = 420;
    private static final float PICTURE_BOTTOM = 105;

    private final Documents documents;
    private final Evidence evidence;
    private final MessageSource messages;

    CaseBook(Documents documents, Evidence evidence, MessageSource messages) {
        this.documents = documents;
        this.evidence = evidence;
        this.messages = messages;
    }

    /** One line of the contents. @param page of the file on which it begins */
    record Line(int n, String title, String number, String day, int page) {}

    /** What is bound, before its pages have numbers. */
    private record Part(String title, String number, String day, PDDocument pages) {}

    void write(CaseExport.Bundle bundle, OutputStream out) throws IOException {
        var parts = new ArrayList<Part>();
        try (var book = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            for (var copy : bundle.documents()) {
                var issued = copy.document();
                parts.add(new Part(
                        issued.contents(), issued.number(), issued.issuedOn().format(DAY), Loader.loadPDF(copy.pdf())));
            }
            for (Item item : bundle.evidence()) {
                parts.add(new Part(
                        "证据" + item.n() + " " + item.receipt().name(),
                        said(item.receipt().kind()),
                        item.receipt().obtainedOn().format(DAY),
                        pages(bundle, item)));
            }
            parts.add(new Part("备考表", "", bundle.day().format(DAY), set(bundle, "case-note", note(bundle))));
            // The contents must be set to know how many pages they take themselves.
            int front = 2;
            for (int before = 0; before != front; ) {
                before = front;
                try (var contents = set(bundle, "case-contents", Map.of("lines", lines(parts, front)))) {
                    front = 1 + contents.getNumberOfPages();
                }
            }
            var lines = lines(parts, front);
            var merger = new PDFMergerUtility();
            try (var cover = set(bundle, "case-cover", cover(bundle, parts, front));
                    var contents = set(bundle, "case-contents", Map.of("lines", lines))) {
                merger.appendDocument(book, cover);
                merger.appendDocument(book, contents);
                for (Part part : parts) {
                    merger.appendDocument(book, part.pages());
                }
                number(book);
                mark(book, lines);
                book.setDocumentInformation(new PDDocumentInformation());
                book.getDocumentInformation().setTitle(bundle.file().name());
                book.getDocumentInformation().setProducer("Hengjian");
                book.save(out);
            }
        } finally {
            for (Part part : parts) {
                part.pages().close();
            }
        }
    }

    private static List<Line> lines(List<Part> parts, int front) {
        var lines = new ArrayList<Line>();
        int page = front + 1;
        for (Part part : parts) {
            lines.add(new Line(lines.size() + 1, part.title(), part.number(), part.day(), page));
            page += part.pages().getNumberOfPages();
        }
        return lines;
    }

    /** What was taken down of an item, and the item itself where it is a picture or a PDF. */
    private PDDocument pages(CaseExport.Bundle bundle, Item item) throws IOException {
        var image = item.type().isPicture() && item.bytes() <= BOUND_MOST ? picture(item) : Optional.<byte[]>empty();
        var pdf = item.type().isPdf() && item.bytes() <= BOUND_MOST ? pdf(item) : Optional.<PDDocument>empty();
        String how = image.isPresent() ? "原件如下。" : pdf.isPresent() ? "原件附后。" : "原件为电子文件，随案卷数据包移交，不装订。";
        var pages = set(bundle, "case-evidence", Map.of(
                "item", item,
                "kind", said(item.receipt().kind()),
                "received", MOMENT.format(item.receivedAt()),
                "stamped", item.stamp().map(stamp -> MOMENT.format(stamp.at())).orElse("尚未加盖"),
                "how", how));
        if (image.isPresent()) {
            draw(pages, image.get(), item);
        }
        if (pdf.isPresent()) {
            try (var attached = pdf.get()) {
                new PDFMergerUtility().appendDocument(pages, attached);
            }
        }
        return pages;
    }

    private Optional<byte[]> picture(Item item) throws IOException {
        try (var content = evidence.open(item)) {
            byte[] bytes = content.in().readAllBytes();
            try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
                var readers = ImageIO.getImageReaders(in);
                if (!readers.hasNext()) {
                    return Optional.empty();
                }
                var reader = readers.next();
                reader.setInput(in);
                // Asked before it is unpacked: a small file may say that it is a gigantic picture.
                return (long) reader.getWidth(0) * reader.getHeight(0) <= PIXELS_MOST
                        ? Optional.of(bytes)
                        : Optional.empty();
            } catch (javax.imageio.IIOException e) {
                return Optional.empty(); // broken: named, and in the package as it came
            }
        }
    }

    private Optional<PDDocument> pdf(Item item) throws IOException {
        try (var content = evidence.open(item)) {
            byte[] bytes = content.in().readAllBytes();
            try {
                var document = Loader.loadPDF(bytes);
                if (document.getNumberOfPages() > 0 && !document.isEncrypted()) {
                    // Scripts and forms of strangers stay behind; their pages come along.
                    document.getDocumentCatalog().setOpenAction(null);
                    document.getDocumentCatalog().setAcroForm(null);
                    document.getDocumentCatalog().setNames(null);
                    document.getDocumentCatalog().setDocumentOutline(null);
                    return Optional.of(document);
                }
                document.close();
                return Optional.empty();
            } catch (IOException e) {
                return Optional.empty(); // broken, or locked with a password
            }
        }
    }

    private static void draw(PDDocument pages, byte[] bytes, Item item) throws IOException {
        var page = pages.getPage(0);
        PDImageXObject picture;
        if (item.type().name().equals("image/jpeg")) {
            picture = JPEGFactory.createFromByteArray(pages, bytes);
        } else {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            picture = LosslessFactory.createFromImage(pages, image);
        }
        float scale = Math.min(1, Math.min(PICTURE_WIDTH / picture.getWidth(), PICTURE_HEIGHT / picture.getHeight()));
        float width = picture.getWidth() * scale;
        float height = picture.getHeight() * scale;
        try (var content = new PDPageContentStream(pages, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
            content.drawImage(
                    picture,
                    (page.getMediaBox().getWidth() - width) / 2,
                    PICTURE_BOTTOM + PICTURE_HEIGHT - height,
                    width,
                    height);
        }
    }

    /** 页次: at the top right of every page but the cover. */
    private static void number(PDDocument book) throws IOException {
        var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        int n = 0;
        for (PDPage page : book.getPages()) {
            n++;
            if (n == 1) {
                continue;
            }
            var box = page.getCropBox();
            String text = Integer.toString(n);
            try (var content = new PDPageContentStream(book, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                content.beginText();
                content.setFont(font, PAGE_SIZE);
                content.newLineAtOffset(
                        box.getUpperRightX() - FROM_EDGE - font.getStringWidth(text) / 1000 * PAGE_SIZE,
                        box.getUpperRightY() - FROM_EDGE);
                content.showText(text);
                content.endText();
            }
        }
    }

    private static void mark(PDDocument book, List<Line> lines) {
        var outline = new PDDocumentOutline();
        mark(outline, book, "卷宗封面", 1);
        mark(outline, book, "卷内目录", 2);
        lines.forEach(line -> mark(outline, book, (line.title() + " " + line.number()).strip(), line.page()));
        book.getDocumentCatalog().setDocumentOutline(outline);
        book.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
    }

    private static void mark(PDDocumentOutline outline, PDDocument book, String title, int page) {
        var to = new PDPageFitDestination();
        to.setPage(book.getPage(page - 1));
        var item = new PDOutlineItem();
        item.setTitle(title);
        item.setDestination(to);
        outline.addLast(item);
    }

    private PDDocument set(CaseExport.Bundle bundle, String kind, Map<String, ?> more) throws IOException {
        var docket = bundle.file().docket();
        var words = new HashMap<String, Object>(more);
        words.put("agency", bundle.agency());
        words.put("name", bundle.file().name());
        words.put("title", docket.matter().title());
        return Loader.loadPDF(documents.preview(
                new Documents.Draft("case", docket.id(), kind, "", "", words)));
    }

    private static Map<String, Object> cover(CaseExport.Bundle bundle, List<Part> parts, int front) {
        Docket docket = bundle.file().docket();
        int pages = front + parts.stream().mapToInt(part -> part.pages().getNumberOfPages()).sum();
        return Map.of(
                "party", docket.party().name(),
                "cause", docket.matter().cause(),
                "officers", String.join("、", docket.officers().stream().map(Officer::name).toList()),
                "filedOn", day(bundle.file(), Paper.Filed.class),
                "closedOn", day(bundle.file(), Paper.Closed.class),
                "pages", pages,
                "parts", parts.size());
    }

    private static Map<String, Object> note(CaseExport.Bundle bundle) {
        return Map.of(
                "documents", bundle.documents().size(),
                "evidence", bundle.evidence().size(),
                "day", bundle.day().format(DAY),
                "closed", bundle.file().stage().isEnd());
    }

    private static String day(CaseFile file, Class<? extends Paper> paper) {
        return file.docket().last(paper).map(entry -> entry.by().on().format(DAY)).orElse("");
    }

    private String said(Kind kind) {
        return messages.getMessage("evidence.kind." + kind, null, java.util.Locale.SIMPLIFIED_CHINESE);
    }
}
