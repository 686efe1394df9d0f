package org.hengjian.tables;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of an XLSX workbook (ECMA-376), cell by cell. Written here rather than read through fastexcel because the
 * file comes from outside: a cell at ZZZZZ1, a string of a gigabyte or an ISO day must not take the server down, and
 * the limits are counted while the parts unpack.
 */
final class WorkbookRecords implements Records {

    /** All the shared strings are held at once, since cells refer to them by number. */
    private static final long SHARED_CHARS_MAX = 256L << 20;

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setProperty(XMLInputFactory.IS_COALESCING, false);
    }

    private final WorkbookArchive archive;
    private final Limits limits;
    private final TableFormat format;
    private final boolean since1904;
    private final List<String> shared;
    private final List<CellFormat> formats;
    private final InputStream sheetBytes;
    private final XMLStreamReader sheet;
    private final Merges merges;
    private boolean isUncomputed; // the cell that was read last
    private long number;
    private boolean ended;

    private record CellFormat(NumberFormats.Style style, String code) {}

    private static final CellFormat GENERAL = new CellFormat(NumberFormats.Style.PLAIN, "");

    static WorkbookRecords open(Path file, Reading reading) throws IOException {
        var archive = WorkbookArchive.open(file, reading.limits());
        try {
            return new WorkbookRecords(archive, reading);
        } catch (XMLStreamException | ZipException | EOFException damaged) {
            archive.close();
            throw unreadable(damaged);
        } catch (RuntimeException | IOException failure) {
            archive.close();
            throw failure;
        }
    }

    /** Names of the visible sheets that have a row; a damaged workbook says so here as it would when it is read. */
    static List<String> sheets(Path file, Limits limits) throws IOException {
        var archive = WorkbookArchive.open(file, limits);
        try {
            if (!archive.has("xl/workbook.xml")) {
                throw new Unreadable(Unreadable.Reason.NOT_A_WORKBOOK);
            }
            var parts = parts(archive);
            var names = new ArrayList<String>();
            for (var sheet : workbook(archive).sheets) {
                if (!sheet.hidden && hasRow(archive, part(parts, sheet))) {
                    names.add(sheet.name);
                }
            }
            return names;
        } catch (XMLStreamException | ZipException | EOFException damaged) {
            throw unreadable(damaged);
        } finally {
            archive.close();
        }
    }

    private static boolean hasRow(WorkbookArchive archive, String part) throws IOException, XMLStreamException {
        if (!archive.has(part)) {
            return false;
        }
        try (var in = archive.part(part)) {
            var xml = XML.createXMLStreamReader(in);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                    return true;
                }
                if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("sheetData")) {
                    return false;
                }
            }
            return false;
        }
    }

    private WorkbookRecords(WorkbookArchive archive, Reading reading) throws IOException, XMLStreamException {
        this.archive = archive;
        this.limits = reading.limits();
        if (!archive.has("xl/workbook.xml")) {
            throw new Unreadable(Unreadable.Reason.NOT_A_WORKBOOK);
        }
        var workbook = workbook(archive);
        this.since1904 = workbook.since1904;
        var chosen = chosen(workbook.sheets, reading.sheet());
        this.format = new TableFormat(TableFormat.Kind.XLSX, chosen.name);
        var parts = parts(archive);
        this.shared = archive.has("xl/sharedStrings.xml") ? sharedStrings() : List.of();
        this.formats = archive.has("xl/styles.xml") ? cellFormats() : List.of();
        try (var in = archive.part(part(parts, chosen))) {
            this.merges = Merges.in(in); // a sheet says it behind its cells
        }
        archive.countAnew();
        this.sheetBytes = archive.part(part(parts, chosen));
        this.sheet = XML.createXMLStreamReader(sheetBytes);
    }

    private record SheetName(String name, String relation, boolean hidden) {}

    private record Workbook(boolean since1904, List<SheetName> sheets) {}

    private static Workbook workbook(WorkbookArchive archive) throws IOException, XMLStreamException {
        var sheets = new ArrayList<SheetName>();
        boolean dates1904 = false;
        try (var in = archive.part("xl/workbook.xml")) {
            var xml = XML.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("workbookPr")) {
                    var flag = attribute(xml, "date1904");
                    dates1904 = flag.equals("1") || flag.equals("true");
                } else if (xml.getLocalName().equals("sheet")) {
                    sheets.add(new SheetName(
                            attribute(xml, "name"),
                            attribute(xml, "id"),
                            attribute(xml, "state").toLowerCase(Locale.ROOT).contains("hidden")));
                }
            }
        }
        return new Workbook(dates1904, sheets);
    }

    private static SheetName chosen(List<SheetName> sheets, String asked) {
        return sheets.stream()
                .filter(sheet ->
                        asked.isEmpty() ? !sheet.hidden : sheet.name.strip().equals(asked.strip()))
                .findFirst()
                .orElseThrow(() -> new Unreadable(
                        Unreadable.Reason.NO_SUCH_SHEET,
                        asked,
                        String.join(", ", sheets.stream().map(SheetName::name).toList())));
    }

    private static String part(Map<String, String> parts, SheetName sheet) {
        return parts.getOrDefault(sheet.relation, "xl/worksheets/sheet1.xml");
    }

    private static Map<String, String> parts(WorkbookArchive archive) throws IOException, XMLStreamException {
        var parts = new HashMap<String, String>();
        if (!archive.has("xl/_rels/workbook.xml.rels")) {
            return parts;
        }
        try (var in = archive.part("xl/_rels/workbook.xml.rels")) {
            var xml = XML.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")) {
                    var target = attribute(xml, "Target");
                    parts.put(attribute(xml, "Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
        }
        return parts;
    }

    private List<String> sharedStrings() throws IOException, XMLStreamException {
        var strings = new ArrayList<String>();
        long chars = 0;
        try (var in = archive.part("xl/sharedStrings.xml")) {
            var xml = XML.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("si")) {
                    var text = texts(xml, "si");
                    chars += text.length();
                    if (chars > SHARED_CHARS_MAX) {
                        throw new Unreadable(Unreadable.Reason.TOO_MUCH_TEXT, SHARED_CHARS_MAX >> 20);
                    }
                    strings.add(text);
                }
            }
        }
        return strings;
    }

    private List<CellFormat> cellFormats() throws IOException, XMLStreamException {
        var codes = new HashMap<Integer, String>();
        var cellFormats = new ArrayList<CellFormat>();
        boolean inCellFormats = false;
        try (var in = archive.part("xl/styles.xml")) {
            var xml = XML.createXMLStreamReader(in);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("cellXfs")) {
                    inCellFormats = false;
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "numFmt" -> codes.put(whole(attribute(xml, "numFmtId")), attribute(xml, "formatCode"));
                    case "cellXfs" -> inCellFormats = true;
                    case "xf" -> {
                        if (inCellFormats) {
                            var named = attribute(xml, "numFmtId"); // may be left out: general
                            int id = named.isEmpty() ? 0 : whole(named);
                            var code = codes.getOrDefault(id, "");
                            cellFormats.add(new CellFormat(NumberFormats.style(id, code), code));
                        }
                    }
                    default -> {}
                }
            }
        }
        return cellFormats;
    }

    @Override
    public TableFormat format() {
        return format;
    }

    @Override
    public List<String> ownHeadings() {
        return List.of();
    }

    @Override
    public Merges merges() {
        return merges;
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (!ended && sheet.hasNext()) {
                int event = sheet.next();
                if (event == XMLStreamConstants.END_ELEMENT
                        && sheet.getLocalName().equals("sheetData")) {
                    ended = true;
                } else if (event == XMLStreamConstants.START_ELEMENT
                        && sheet.getLocalName().equals("row")) {
                    var said = attribute(sheet, "r");
                    number = said.isEmpty() ? number + 1 : Math.max(number + 1, whole(said));
                    return row();
                }
            }
            return null;
        } catch (XMLStreamException damaged) {
            throw unreadable(damaged);
        }
    }

    private Row row() throws XMLStreamException {
        var cells = new ArrayList<String>();
        var rounded = new ArrayList<Integer>();
        Row.@Nullable Fault fault = null;
        int faultColumn = -1;
        int column = -1;
        while (true) {
            int event = sheet.next();
            if (event == XMLStreamConstants.END_ELEMENT && sheet.getLocalName().equals("row")) {
                break;
            }
            if (event != XMLStreamConstants.START_ELEMENT
                    || !sheet.getLocalName().equals("c")) {
                continue;
            }
            var said = attribute(sheet, "r");
            column = said.isEmpty() ? column + 1 : column(said);
            var type = attribute(sheet, "t");
            var cellFormat = formatOf(attribute(sheet, "s"));
            var raw = content(type);
            if (isUncomputed && fault == null) {
                fault = Row.Fault.FORMULA_NOT_COMPUTED;
                faultColumn = column;
            }
            if (raw.isEmpty()) {
                continue;
            }
            if (column >= limits.columnsMax()) {
                throw new Unreadable(Unreadable.Reason.TOO_MANY_COLUMNS, column + 1, limits.columnsMax());
            }
            var text = text(raw, type, cellFormat);
            if (fault == null && !Characters.areSound(text)) {
                fault = Row.Fault.UNREADABLE_CHARACTERS;
                faultColumn = column;
            }
            if (fault == null && text.length() > limits.cellCharsMax()) {
                fault = Row.Fault.CELL_TOO_LONG;
                faultColumn = column;
            }
            if ((type.isEmpty() || type.equals("n")) && NumberFormats.isRounded(raw)) {
                rounded.add(column);
            }
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, Characters.mended(text));
        }
        var line = CsvWriter.line(cells);
        return fault == null
                ? new Row.Read(number, cells, line, rounded)
                : new Row.Broken(number, cells, line, fault, faultColumn);
    }

    private CellFormat formatOf(String index) {
        int at = index.isEmpty() ? -1 : whole(index);
        return at >= 0 && at < formats.size() ? formats.get(at) : GENERAL;
    }

    private String text(String raw, String type, CellFormat cellFormat) {
        return switch (type) {
            case "s" -> {
                int index = whole(raw);
                if (index < 0 || index >= shared.size()) {
                    throw new Unreadable(Unreadable.Reason.DAMAGED_WORKBOOK);
                }
                yield shared.get(index);
            }
            case "b" -> raw.equals("1") ? "true" : "false";
            case "", "n" -> NumberFormats.text(raw, cellFormat.style, cellFormat.code, since1904);
            case "d" -> raw.replace('T', ' ').replaceFirst(" 00:00(:00(\\.0+)?)?Z?$", "");
            default -> raw;
        };
    }

    /**
     * Value of the cell that has just begun: of {@code v}, or of the texts of {@code is}. A formula without any, as programs
     * write them that are no spreadsheets, is not empty: nobody knows what it says.
     */
    private String content(String type) throws XMLStreamException {
        var value = "";
        isUncomputed = false;
        while (true) {
            int event = sheet.next();
            if (event == XMLStreamConstants.END_ELEMENT && sheet.getLocalName().equals("c")) {
                return value;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (sheet.getLocalName().equals("f")) {
                    isUncomputed = true;
                } else if (sheet.getLocalName().equals("v")) {
                    isUncomputed = false;
                    value = characters(sheet, "v");
                    if (type.equals("str")) {
                        value = unescaped(value);
                    }
                } else if (sheet.getLocalName().equals("is")) {
                    value = texts(sheet, "is");
                }
            }
        }
    }

    /** The runs of a rich text joined; the readings above the characters (rPh) left out. */
    private String texts(XMLStreamReader xml, String until) throws XMLStreamException {
        var text = new StringBuilder();
        int reading = 0;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals(until)) {
                    return unescaped(text.toString());
                }
                if (xml.getLocalName().equals("rPh")) {
                    reading--;
                }
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("rPh")) {
                    reading++;
                } else if (xml.getLocalName().equals("t") && reading == 0) {
                    text.append(characters(xml, "t"));
                }
            }
        }
    }

    /** Text until the end of the element, one character over the limit at most: enough to say that it is too long. */
    private String characters(XMLStreamReader xml, String until) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(until)) {
                return text.toString();
            }
            boolean isText = event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE;
            if (isText) {
                int room = limits.cellCharsMax() + 1 - text.length();
                text.append(
                        xml.getTextCharacters(), xml.getTextStart(), Math.min(Math.max(room, 0), xml.getTextLength()));
            }
        }
    }

    /** {@code _x000D_} and its like are how a workbook writes characters that XML has not (ECMA-376, 22.9.2.19). */
    private static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            boolean escape = i + 7 <= text.length()
                    && text.charAt(i) == '_'
                    && text.charAt(i + 1) == 'x'
                    && text.charAt(i + 6) == '_'
                    && text.substring(i + 2, i + 6).matches("[0-9A-Fa-f]{4}");
            if (escape) {
                plain.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 7;
            } else {
                plain.append(text.charAt(i++));
            }
        }
        return plain.toString();
    }

    /** Column of an address like {@code AB12}, from 0; a column beyond any workbook is beyond every limit. */
    static int column(String address) {
        int column = 0;
        for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)) && i < 5; i++) {
            column = column * 26 + (Character.toUpperCase(address.charAt(i)) - 'A' + 1);
        }
        return Math.max(column - 1, 0);
    }

    private static int whole(String digits) {
        try {
            return Integer.parseInt(digits.strip());
        } catch (NumberFormatException none) {
            throw new Unreadable(Unreadable.Reason.DAMAGED_WORKBOOK);
        }
    }

    /** Attribute by local name, whatever prefix it has (r:id); empty when absent. */
    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static Unreadable unreadable(Exception damaged) {
        for (Throwable cause = damaged; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unreadable reason) {
                return reason;
            }
        }
        return new Unreadable(Unreadable.Reason.DAMAGED_WORKBOOK);
    }

    @Override
    public void close() throws IOException {
        sheetBytes.close();
        archive.close();
    }
}
