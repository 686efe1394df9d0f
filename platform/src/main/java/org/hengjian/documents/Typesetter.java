package org.hengjian.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
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

/** Sets a template and its words as A4 pages in PDF. */
@Component
class Typesetter {

    static {
        XRLog.setLoggingEnabled(false); // it tells each style sheet and font on standard error
    }

    private static final String DEFAULT_FONT = "documents/fonts/NotoSerifSC_400Regular.ttf";
    private static final int AT_ONCE_MOST = 4; // a font that was read takes some 30 MB

    private final SpringTemplateEngine templates = new SpringTemplateEngine();
    private final SearchableText searchable;
    /** Read once, not for each document, which took half of its time; lent to one document at a time. */
    private final BlockingQueue<TrueTypeFont> fonts;

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
        this.fonts = new ArrayBlockingQueue<>(atOnce);
        for (int i = 0; i < atOnce; i++) {
            var read = new TTFParser().parse(new RandomAccessReadBuffer(file));
            // Ligatures of Latin letters, looked for in each word: official documents have none.
            read.setEnableGsub(false);
            fonts.add(read);
        }
    }

    /** @param kind the template's name; returns XHTML */
    String page(String kind, Map<String, ?> words) {
        return templates.process(kind, new Context(Locale.SIMPLIFIED_CHINESE, Map.copyOf(words)));
    }

    /** @param page XHTML as the templates give it */
    byte[] pdf(String page) {
        var out = new ByteArrayOutputStream();
        var font = lent();
        try (var document = new PDDocument()) {
            var embedded = PDType0Font.load(document, font, true);
            new PdfRendererBuilder()
                    .useFastMode()
                    .usePDDocument(document)
                    .useFont(new PDFontSupplier(embedded), "official", 400, FontStyle.NORMAL, true)
                    .withProducer("Hengjian")
                    .withHtmlContent(page, new ClassPathResource("documents/").getURL().toString())
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot set a document", e);
        } finally {
            fonts.add(font);
        }
        return finished(out.toByteArray(), page);
    }

    /** With its words to be searched, and the page that it was set from inside. */
    private byte[] finished(byte[] pdf, String page) {
        var out = new ByteArrayOutputStream(pdf.length);
        try (var document = Loader.loadPDF(pdf)) {
            searchable.correct(document);
            PageInside.keep(document, page);
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private TrueTypeFont lent() {
        try {
            return fonts.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a document was to be set", e);
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
