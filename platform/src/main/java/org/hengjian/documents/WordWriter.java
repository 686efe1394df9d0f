package org.hengjian.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.hengjian.time.PlatformTime;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A page of a template as a Word file (Office Open XML, ISO/IEC 29500): the same words in the same order, laid out after
 * {@code official.css} as far as Word has the like. It knows the elements and classes that our templates use, not HTML.
 */
final class WordWriter {

    private static final String FONT = "仿宋"; // official documents are set in it; comes with Word in China
    private static final double BODY_PT = 15;
    private static final double TABLE_PT = 12;
    private static final double SMALL_PT = 10.5;
    private static final int TWIPS_A_POINT = 20;
    private static final double TWIPS_A_MM = 1440 / 25.4;
    private static final int CODE_SIDE = Units.toEMU(75); // of a code on a label
    private static final int TEXT_WIDTH = (int) (156 * TWIPS_A_MM); // 版心
    private static final int CELL_SIDE = (int) (2.5 * TWIPS_A_MM);
    private static final int TALL = (int) (34 * TWIPS_A_MM);
    private static final int CELL_TOP = (int) (1.2 * TWIPS_A_MM);
    private static final LocalDateTime ZIP_EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final Set<String> BLOCKS = Set.of("p", "h1", "h2", "div", "table", "ul", "ol", "li");

    private final XWPFDocument word = new XWPFDocument();

    private WordWriter() {}

    /**
     * The same page, title and day give the same bytes.
     *
     * @param page     XHTML as the templates give it
     * @param issuedOn the day that the file gives as its own, whenever it is asked for
     */
    static byte[] write(String page, String title, LocalDate issuedOn) {
        var writer = new WordWriter();
        try (var word = writer.word) {
            writer.sheet();
            word.getProperties().getCoreProperties().setTitle(title);
            word.getProperties().getCoreProperties().setCreator("Hengjian");
            var day = Optional.of(Date.from(issuedOn.atStartOfDay(PlatformTime.ZONE).toInstant()));
            word.getPackage().getPackageProperties().setCreatedProperty(day);
            word.getPackage().getPackageProperties().setModifiedProperty(day);
            var body = (Element) Paragraphs.parted(parsed(page)).getElementsByTagName("body").item(0);
            writer.blocks(body, word, BODY_PT);
            var out = new ByteArrayOutputStream();
            word.write(out);
            return timeless(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /** POI writes the time of writing into each entry: packed again without. */
    private static byte[] timeless(byte[] packed) throws IOException {
        var out = new ByteArrayOutputStream(packed.length);
        try (var from = new ZipInputStream(new ByteArrayInputStream(packed));
                var to = new ZipOutputStream(out)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                var without = new ZipEntry(entry.getName());
                without.setTimeLocal(ZIP_EPOCH);
                to.putNextEntry(without);
                from.transferTo(to);
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }

    static org.w3c.dom.Document parsed(String page) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("a template gave no XML", e);
        }
    }

    /** A4, the margins of GB/T 9704 and the number of the page below. */
    private void sheet() {
        var section = word.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(Math.round(210 * TWIPS_A_MM)));
        size.setH(BigInteger.valueOf(Math.round(297 * TWIPS_A_MM)));
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(Math.round(37 * TWIPS_A_MM)));
        margins.setBottom(BigInteger.valueOf(Math.round(35 * TWIPS_A_MM)));
        margins.setLeft(BigInteger.valueOf(Math.round(28 * TWIPS_A_MM)));
        margins.setRight(BigInteger.valueOf(Math.round(26 * TWIPS_A_MM)));
        var below = word.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        below.setAlignment(ParagraphAlignment.CENTER);
        below.getCTP().addNewFldSimple().setInstr("PAGE");
        run(below, " / ", SMALL_PT);
        below.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    }

    private void blocks(Element of, IBody into, double points) {
        var inline = new ArrayList<Node>();
        for (Node one = of.getFirstChild(); one != null; one = one.getNextSibling()) {
            if (one instanceof Element element && BLOCKS.contains(name(element))) {
                loose(inline, of, into, points);
                block(element, into, points);
            } else {
                inline.add(one);
            }
        }
        loose(inline, of, into, points);
    }

    /** Words that stand beside blocks, in no paragraph of their own. */
    private void loose(List<Node> inline, Element of, IBody into, double points) {
        if (inline.stream().anyMatch(one -> one instanceof Element || !one.getTextContent().isBlank())) {
            var paragraph = paragraph(into);
            shape(paragraph, of);
            text(paragraph, inline, isKept(of), points);
        }
        inline.clear();
    }

    private void block(Element element, IBody into, double points) {
        switch (name(element)) {
            case "table" -> table(element, into);
            case "div", "ul", "ol", "li" -> blocks(element, into, points);
            default -> {
                var paragraph = paragraph(into);
                shape(paragraph, element);
                var inside = new ArrayList<Node>();
                for (Node one = element.getFirstChild(); one != null; one = one.getNextSibling()) {
                    inside.add(one);
                }
                text(paragraph, inside, isKept(element), points(element, points));
            }
        }
    }

    private static XWPFParagraph paragraph(IBody into) {
        return switch (into) {
            case XWPFDocument document -> document.createParagraph();
            case XWPFTableCell cell -> cell.addParagraph();
            default -> throw new IllegalArgumentException("no body of ours: " + into);
        };
    }

    private static double points(Element element, double around) {
        return switch (name(element)) {
            case "h1" -> 21;
            default -> is(element, "agency") ? 20 : is(element, "number") ? 14
                    : is(element, "copies") || is(element, "seal") ? SMALL_PT : around;
        };
    }

    private static void shape(XWPFParagraph paragraph, Element element) {
        boolean inTable = within(element, "td") || within(element, "th");
        boolean isSign = isSign(element);
        paragraph.setSpacingBetween(inTable ? 1.25 : 1.5);
        if (name(element).equals("h1") || is(element, "agency") || is(element, "number") || isSign) {
            paragraph.setAlignment(ParagraphAlignment.CENTER);
        } else if (is(element, "signed") || is(element, "n") || within(element, "n")) {
            paragraph.setAlignment(ParagraphAlignment.RIGHT);
        } else if (name(element).equals("th")) {
            paragraph.setAlignment(ParagraphAlignment.CENTER);
        } else if (!inTable) {
            // A line to sign on keeps its spaces as they are.
            paragraph.setAlignment(is(element, "signature") ? ParagraphAlignment.LEFT : ParagraphAlignment.BOTH);
            if (!is(element, "plain") && !is(element, "copies")) {
                paragraph.setIndentationFirstLine((int) (2 * BODY_PT * TWIPS_A_POINT));
            }
        }
        if (isSign) {
            paragraph.setIndentationLeft((int) (0.42 * TEXT_WIDTH));
            paragraph.setKeepNext(true);
        }
        if (name(element).equals("h2")) {
            paragraph.setKeepNext(true);
        }
        if (is(element, "number")) {
            paragraph.setBorderBottom(org.apache.poi.xwpf.usermodel.Borders.SINGLE);
            paragraph.setSpacingAfter((int) (6 * TWIPS_A_MM));
        }
        if (is(element, "copies")) {
            paragraph.setBorderTop(org.apache.poi.xwpf.usermodel.Borders.SINGLE);
            paragraph.setSpacingBefore((int) (5 * TWIPS_A_MM));
        }
        if (is(element, "signature") || is(element, "signed")) {
            paragraph.setSpacingBefore((int) (5 * TWIPS_A_MM));
        }
    }

    private void table(Element table, IBody into) {
        var rows = rows(table);
        int columns = rows.stream().mapToInt(row -> cells(row).stream().mapToInt(cell -> span(cell, "colspan")).sum()).max().orElse(1);
        XWPFTable made = switch (into) {
            case XWPFDocument document -> document.createTable(rows.size(), 1);
            default -> throw new IllegalArgumentException("a table within a table");
        };
        int[] widths = widths(table, rows, columns);
        var properties = made.getCTTbl().getTblPr();
        var width = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(TEXT_WIDTH));
        // As it is written here, not as a program thinks best for the words.
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        var grid = made.getCTTbl().getTblGrid() == null ? made.getCTTbl().addNewTblGrid() : made.getCTTbl().getTblGrid();
        for (int one : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf(one));
        }
        made.setCellMargins(CELL_TOP, CELL_SIDE, CELL_TOP, CELL_SIDE);
        // Word may put the words of a cell, not its border, at the margin; in the middle the border keeps within 版心.
        made.setTableAlignment(TableRowAlign.CENTER);
        var reached = new int[columns]; // rows that a cell above still covers
        var covering = new int[columns]; // how wide that cell is, at its first column
        for (int r = 0; r < rows.size(); r++) {
            var row = made.getRow(r);
            row.setCantSplitRow(true);
            row.setRepeatHeader(name((Element) rows.get(r).getParentNode()).equals("thead"));
            row.removeCell(0);
            var left = new ArrayList<>(cells(rows.get(r)));
            for (int column = 0; column < columns; ) {
                if (reached[column] > 0) {
                    int wide = covering[column];
                    properties(cell(row, column, wide, widths)).addNewVMerge().setVal(STMerge.CONTINUE);
                    Arrays.fill(reached, column, column + wide, reached[column] - 1);
                    column += wide;
                } else if (left.isEmpty()) {
                    cell(row, column, 1, widths); // the template leaves the rest of the row out
                    column++;
                } else {
                    var cell = left.removeFirst();
                    int wide = Math.min(span(cell, "colspan"), columns - column);
                    int high = span(cell, "rowspan");
                    var target = cell(row, column, wide, widths);
                    fill(cell, target);
                    if (is(cell, "tall")) {
                        row.setHeight(TALL); // at least: room to write and sign
                    }
                    if (high > 1) {
                        properties(target).addNewVMerge().setVal(STMerge.RESTART);
                    }
                    Arrays.fill(reached, column, column + wide, high - 1);
                    covering[column] = wide;
                    column += wide;
                }
            }
        }
    }

    /** A cell over some columns, as wide as they are together. */
    private static XWPFTableCell cell(XWPFTableRow row, int column, int wide, int[] widths) {
        var cell = row.createCell();
        var width = properties(cell).isSetTcW() ? properties(cell).getTcW() : properties(cell).addNewTcW();
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(Arrays.stream(widths, column, column + wide).sum()));
        if (wide > 1) {
            properties(cell).addNewGridSpan().setVal(BigInteger.valueOf(wide));
        }
        return cell;
    }

    private static int[] widths(Element table, List<Element> rows, int columns) {
        var widths = new ColumnWidths(columns);
        var of = ColumnWidths.classes(table.getAttribute("class"));
        var reached = new int[columns];
        for (Element row : rows) {
            var left = new ArrayList<>(cells(row));
            for (int column = 0; column < columns; column++) {
                if (reached[column] > 0) {
                    reached[column]--;
                } else if (!left.isEmpty()) {
                    var cell = left.removeFirst();
                    int wide = Math.min(span(cell, "colspan"), columns - column);
                    Arrays.fill(reached, column, column + wide, span(cell, "rowspan") - 1);
                    if (wide == 1) {
                        int longest = cell.getTextContent().lines().mapToInt(line -> line.strip().length()).max().orElse(0);
                        widths.holds(column, of, name(cell).equals("th"), ColumnWidths.classes(cell.getAttribute("class")), longest);
                    }
                    column += wide - 1;
                }
            }
        }
        return widths.shared(TEXT_WIDTH, TWIPS_A_MM);
    }

    private static org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr properties(XWPFTableCell cell) {
        return cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
    }

    private void fill(Element cell, XWPFTableCell into) {
        blocks(cell, into, TABLE_PT);
        // A cell has one paragraph from the beginning, and must have one at its end.
        if (into.getParagraphs().size() > 1) {
            into.removeParagraph(0);
        }
        if (name(cell).equals("th")) {
            into.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        }
    }

    private static List<Element> rows(Element table) {
        var rows = new ArrayList<Element>();
        var all = table.getElementsByTagName("tr");
        for (int i = 0; i < all.getLength(); i++) {
            rows.add((Element) all.item(i));
        }
        return rows;
    }

    private static List<Element> cells(Element row) {
        var cells = new ArrayList<Element>();
        for (Node one = row.getFirstChild(); one != null; one = one.getNextSibling()) {
            if (one instanceof Element cell) {
                cells.add(cell);
            }
        }
        return cells;
    }

    private static int span(Element cell, String which) {
        String said = cell.getAttribute(which);
        return said.isEmpty() ? 1 : Integer.parseInt(said);
    }

    private void text(XWPFParagraph paragraph, List<Node> nodes, boolean kept, double points) {
        var words = new StringBuilder();
        for (Node node : nodes) {
            if (node instanceof Element element && name(element).equals("img")) {
                flush(paragraph, words, kept, points);
                picture(paragraph, element);
            } else if (node instanceof Element element && name(element).equals("br")) {
                flush(paragraph, words, kept, points);
                paragraph.createRun().addBreak();
            } else {
                words.append(node.getTextContent());
            }
        }
        flush(paragraph, words, kept, points);
    }

    private static void flush(XWPFParagraph paragraph, StringBuilder words, boolean kept, double points) {
        String text = kept ? words.toString() : words.toString().replaceAll("[ \\t\\r\\n]+", " ").strip();
        words.setLength(0);
        if (text.isEmpty()) {
            return;
        }
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                paragraph.createRun().addBreak(BreakType.TEXT_WRAPPING);
            }
            run(paragraph, lines[i], points);
        }
    }

    private static void run(XWPFParagraph paragraph, String text, double points) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(FONT, XWPFRun.FontCharRange.eastAsia);
        run.setFontFamily(FONT, XWPFRun.FontCharRange.ascii);
        run.setFontFamily(FONT, XWPFRun.FontCharRange.hAnsi);
        run.setFontSize(points);
        run.setText(text);
    }

    private static void picture(XWPFParagraph paragraph, Element image) {
        String source = image.getAttribute("src");
        int at = source.indexOf(";base64,");
        if (!source.startsWith("data:image/png") || at < 0) {
            return;
        }
        byte[] bytes = Base64.getDecoder().decode(source.substring(at + ";base64,".length()));
        try {
            paragraph.createRun().addPicture(new ByteArrayInputStream(bytes), Document.PICTURE_TYPE_PNG, "code.png", CODE_SIDE, CODE_SIDE);
        } catch (InvalidFormatException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isKept(Element element) {
        return is(element, "pre") || is(element, "words");
    }

    private static boolean isSign(Element element) {
        return is(element, "sign") || within(element, "sign");
    }

    private static boolean within(Element element, String nameOrClass) {
        for (Node one = element.getParentNode(); one instanceof Element around; one = one.getParentNode()) {
            if (name(around).equals(nameOrClass) || is(around, nameOrClass)) {
                return true;
            }
        }
        return name(element).equals(nameOrClass);
    }

    private static boolean is(Element element, String kind) {
        return (" " + element.getAttribute("class") + " ").contains(" " + kind + " ");
    }

    private static String name(Element element) {
        return element.getTagName();
    }
}
