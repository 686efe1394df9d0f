package org.hengjian.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Sets a template and its words as A4 pages in PDF. */
@Component
class Typesetter {

    static {
        XRLog.setLoggingEnabled(false); // it tells each style sheet and font on standard error
    }

    private static final String DEFAULT_FONT = "documents/fonts/NotoSerifSC_400Regular.ttf";
    private static final int KEPT_MOST = 300; // characters; a longer paragraph may well be parted
    private static final int AT_ONCE_MOST = 4; // a font that was read takes some 30 MB

    private final SpringTemplateEngine templates = new SpringTemplateEngine();
    private final SearchableText searchable;
    private final BlockingQueue<Tools> tools;

    /** What takes long to make: made once, not for each document, and lent to one document at a time. */
    private record Tools(TrueTypeFont font, DocumentBuilder reader) {}

    /** A document as it is set. */
    record Printed(byte[] pdf, int pages) {}

    /** @param font a TrueType file with Chinese characters; empty for the one that ships */
    Typesetter(@Value("${hengjian.documents.font:}") String font, ApplicationContext context) throws IOException {
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("documents/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.XML); // the renderer reads XML only
        files.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(files);
        templates.setMessageSource(context);
        byte[] file = read(font);
        this.searchable = SearchableText.of(file);
        int atOnce = Math.min(AT_ONCE_MOST, Runtime.getRuntime().availableProcessors());
        this.tools = new ArrayBlockingQueue<>(atOnce);
        for (int i = 0; i < atOnce; i++) {
            var read = new TTFParser().parse(new RandomAccessReadBuffer(file));
            // Ligatures of Latin letters, looked for in each word: official documents have none.
            read.setEnableGsub(false);
            tools.add(new Tools(read, reader()));
        }
    }

    /** @param kind the template's name; returns XHTML */
    String page(String kind, Map<String, ?> words) {
        return templates.process(kind, new Context(Locale.SIMPLIFIED_CHINESE, Map.copyOf(words)));
    }

    /** @param page XHTML as the templates give it */
    byte[] pdf(String page) {
        return set(page).pdf();
    }

    /** With its words to be searched, and the page that it was set from inside. @param page XHTML as the templates give it */
    Printed set(String page) {
        var lent = lent();
        try (var document = new PDDocument()) {
            var font = PDType0Font.load(document, lent.font(), true);
            var builder = new PdfRendererBuilder()
                    .useFastMode()
                    .usePDDocument(document)
                    .useFont(new PDFontSupplier(font), "official", 400, FontStyle.NORMAL, true)
                    .withProducer("Hengjian")
                    .withW3cDocument(
                            endTogether(Paragraphs.parted(lent.reader().parse(new InputSource(new StringReader(page))))),
                            new ClassPathResource("documents/").getURL().toString());
            try (var renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                // The tables of characters stand only when it was written; this copy is not kept.
                document.save(OutputStream.nullOutputStream());
                searchable.correct(document);
                PageInside.keep(document, page);
                var out = new ByteArrayOutputStream();
                document.save(out);
                return new Printed(out.toByteArray(), document.getNumberOfPages());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot set a document", e);
        } catch (SAXException e) {
            throw new IllegalStateException("a template does not give XML", e);
        } finally {
            tools.add(lent);
        }
    }

    /** What stands before the seal goes with it to the next page, and what stands behind it too: no page bears a seal alone. */
    private static Document endTogether(Document page) {
        var divs = page.getElementsByTagName("div");
        for (int i = divs.getLength() - 1; i >= 0; i--) {
            var sign = (Element) divs.item(i);
            if (sign.getAttribute("class").equals("sign")) {
                Node first = sign;
                for (Node before = sign.getPreviousSibling(); before != null; before = before.getPreviousSibling()) {
                    if (before instanceof Element element) {
                        first = element.getTagName().equals("p") && element.getTextContent().length() <= KEPT_MOST ? element : sign;
                        break;
                    }
                }
                var end = page.createElementNS(sign.getNamespaceURI(), "div");
                end.setAttribute("class", "end");
                first.getParentNode().insertBefore(end, first);
                for (Node next = first; next != null; ) {
                    Node after = next.getNextSibling();
                    end.appendChild(next);
                    next = after;
                }
                break;
            }
        }
        return page;
    }

    private Tools lent() {
        try {
            return tools.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a document was to be set", e);
        }
    }

    /** Reads pages and nothing that they might name. */
    private static DocumentBuilder reader() {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setCoalescing(true);
        factory.setExpandEntityReferences(false);
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var reader = factory.newDocumentBuilder();
            reader.setErrorHandler(null);
            return reader;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's own parser has these features", e);
        }
    }

    private static byte[] read(String file) throws IOException {
        if (!file.isEmpty()) {
            return Files.readAllBytes(Path.of(file));
        }
        try (var in = new ClassPathResource(DEFAULT_FONT).getInputStream()) {
            return in.readAllBytes();
        }
    }
}
