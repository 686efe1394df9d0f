package org.hengjian.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Lets a PDF's text be searched and copied as it was written. A Chinese font draws 行 and the radical ⾏ with one glyph,
 * and the writer of the PDF takes the first of the two characters, the radical, which no search for 行 finds. Here each
 * radical (U+2E80–U+2FDF) becomes the ideograph of the same glyph.
 */
final class SearchableText {

    private static final int RADICALS_FROM = 0x2E80;
    private static final int RADICALS_TO = 0x2FDF;
    private static final int CODES = 0x10000;
    private static final int BLOCK = 100; // the most entries that a CMap block may have

    private final Map<String, String> ideographs;

    private SearchableText(Map<String, String> ideographs) {
        this.ideographs = Map.copyOf(ideographs);
    }

    static SearchableText of(byte[] font) throws IOException {
        var ideographs = new HashMap<String, String>();
        try (var read = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            var characters = read.getUnicodeCmapLookup();
            for (int radical = RADICALS_FROM; radical <= RADICALS_TO; radical++) {
                int glyph = characters.getGlyphId(radical);
                List<Integer> same = glyph == 0 ? null : characters.getCharCodes(glyph);
                if (same != null) {
                    String from = Character.toString(radical);
                    same.stream()
                            .filter(code -> code < RADICALS_FROM || code > RADICALS_TO)
                            .findFirst()
                            .ifPresent(code -> ideographs.put(from, Character.toString(code)));
                }
            }
        }
        return new SearchableText(ideographs);
    }

    /** In a document that was written and read again: only then its tables of characters stand. */
    void correct(PDDocument document) throws IOException {
        for (var page : document.getPages()) {
            var resources = page.getResources();
            for (var name : resources.getFontNames()) {
                correct(document, resources.getFont(name).getCOSObject());
            }
        }
    }

    private void correct(PDDocument document, COSDictionary font) throws IOException {
        if (!(font.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream stream)) {
            return;
        }
        CMap before;
        try (var in = stream.createView()) {
            before = new CMapParser().parse(in);
        }
        var lines = new ArrayList<String>();
        boolean changed = false;
        for (int code = 0; code < CODES; code++) {
            String text = before.toUnicode(code, 2);
            if (text != null) {
                String read = ideographs.getOrDefault(text, text);
                changed |= !read.equals(text);
                lines.add("<%04X> <%s>".formatted(
                        code, HexFormat.of().withUpperCase().formatHex(read.getBytes(StandardCharsets.UTF_16BE))));
            }
        }
        if (changed) {
            var corrected = document.getDocument().createCOSStream();
            try (var out = corrected.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(cmap(lines).getBytes(StandardCharsets.US_ASCII));
            }
            font.setItem(COSName.TO_UNICODE, corrected);
        }
    }

    private static String cmap(List<String> lines) {
        var text = new StringBuilder(
                """
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        for (int from = 0; from < lines.size(); from += BLOCK) {
            var block = lines.subList(from, Math.min(lines.size(), from + BLOCK));
            text.append(block.size()).append(" beginbfchar\n");
            block.forEach(line -> text.append(line).append('\n'));
            text.append("endbfchar\n");
        }
        return text.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").toString();
    }
}
