package org.hengjian.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
    /** As the writer of the PDF puts it: from this code to that one, beginning with this character. */
    private static final Pattern RANGE = Pattern.compile("<(\\p{XDigit}{4})>\\s*<(\\p{XDigit}{4})>\\s*<");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
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

    /** In a document that was written: only then its tables of characters stand. */
    void correct(PDDocument document) throws IOException {
        Set<COSDictionary> fonts = Collections.newSetFromMap(new IdentityHashMap<>());
        for (var page : document.getPages()) {
            var resources = page.getResources().getCOSObject();
            if (resources.getDictionaryObject(COSName.FONT) instanceof COSDictionary named) {
                for (var name : named.keySet()) {
                    if (named.getDictionaryObject(name) instanceof COSDictionary font && fonts.add(font)) {
                        correct(document, font);
                    }
                }
            }
        }
    }

    private void correct(PDDocument document, COSDictionary font) throws IOException {
        if (!(font.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream stream)) {
            return;
        }
        byte[] table;
        try (var in = stream.createInputStream()) {
            table = in.readAllBytes();
        }
        var before = new CMapParser().parse(new RandomAccessReadBuffer(table));
        var lines = new ArrayList<String>();
        boolean changed = false;
        for (int code : codes(new String(table, StandardCharsets.US_ASCII))) {
            String text = before.toUnicode(code, 2);
            if (text != null) {
                String read = ideographs.getOrDefault(text, text);
                changed |= !read.equals(text);
                lines.add("<" + HEX.toHexDigits((short) code) + "> <" + HEX.formatHex(read.getBytes(StandardCharsets.UTF_16BE)) + ">");
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

    /** The codes that a table of characters names, in their order: those of its ranges. */
    private static SortedSet<Integer> codes(String table) {
        var codes = new TreeSet<Integer>();
        var ranges = RANGE.matcher(table);
        while (ranges.find()) {
            int last = Integer.parseInt(ranges.group(2), 16);
            for (int code = Integer.parseInt(ranges.group(1), 16); code <= last; code++) {
                codes.add(code);
            }
        }
        return codes;
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
