package org.hengjian.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
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

    private final SpringTemplateEngine templates = new SpringTemplateEngine();
    private final byte[] font;
    private final SearchableText searchable;

    /** @param font a TrueType file with Chinese characters; empty for the one that ships */
    Typesetter(@Value("${hengjian.documents.font:}") String font, ApplicationContext context) throws IOException {
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("documents/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.XML); // the renderer reads XML only
        files.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(files);
        templates.setMessageSource(context);
        this.font = read(font);
        this.searchable = SearchableText.of(this.font);
    }

    /** @param kind the template's name */
    byte[] set(String kind, Map<String, ?> words) {
        String page = templates.process(kind, new Context(Locale.SIMPLIFIED_CHINESE, Map.copyOf(words)));
        var out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFastMode()
                    .useFont(this::fontStream, "official", 400, FontStyle.NORMAL, true)
                    .withProducer("Hengjian")
                    .withHtmlContent(page, new ClassPathResource("documents/").getURL().toString())
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot set document " + kind, e);
        }
        return searchable.text(out.toByteArray());
    }

    private InputStream fontStream() {
        return new java.io.ByteArrayInputStream(font);
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
