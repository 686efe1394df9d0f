package org.hengjian.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The XHTML page that a PDF was set from, inside that PDF: in its page-piece dictionary, where an application keeps what is
 * its own and no reader shows (ISO 32000-1, 14.5). One hash so freezes what is printed and what a Word copy is made from.
 */
final class PageInside {

    private static final COSName PIECES = COSName.getPDFName("PieceInfo");
    private static final COSName OURS = COSName.getPDFName("Hengjian");
    private static final COSName PRIVATE = COSName.getPDFName("Private");

    private PageInside() {}

    static void keep(PDDocument document, String page) throws IOException {
        var stream = document.getDocument().createCOSStream();
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(page.getBytes(StandardCharsets.UTF_8));
        }
        var ours = new COSDictionary();
        ours.setItem(PRIVATE, stream);
        var pieces = new COSDictionary();
        pieces.setItem(OURS, ours);
        document.getDocumentCatalog().getCOSObject().setItem(PIECES, pieces);
    }

    /** Empty for a PDF that was set without. */
    static Optional<String> of(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var catalog = document.getDocumentCatalog().getCOSObject();
            if (catalog.getDictionaryObject(PIECES) instanceof COSDictionary pieces
                    && pieces.getDictionaryObject(OURS) instanceof COSDictionary ours
                    && ours.getDictionaryObject(PRIVATE) instanceof COSStream stream) {
                try (var in = stream.createInputStream()) {
                    return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
