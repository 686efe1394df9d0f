package org.hengjian.intake;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hengjian.tables.ColumnMapping;
import org.hengjian.tables.Formulas;
import org.hengjian.tables.Row;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a row by field, in the ways that listings and parcels have in common. */
final class CellReading {

    static final int NAME_CHARS_MAX = 200;

    private static final int REGIONS_REMEMBERED = 10_000;

    private static final Pattern POWER_OF_TEN = Pattern.compile("[0-9](\\.[0-9]+)?[Ee]\\+?[0-9]{2,}");
    private static final Pattern LINE_ENDS = Pattern.compile("\\s*[\\r\\n\\t\\u2028\\u2029]+\\s*");
    private static final Pattern NOTHING =
            Pattern.compile("[-–—―/\\\\.*]{1,4}|N/?A|NULL|NONE|NIL|无|暂无|未知|不详|未填|空", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final ColumnMapping mapping;
    private final List<String> headings;
    private final Function<String, Optional<Integer>> regionNamed;
    private final boolean quoting;
    // Places repeat from row to row and are costly to look up; the eldest leaves.
    private final Map<String, Optional<Integer>> regions = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Integer>> eldest) {
            return size() > REGIONS_REMEMBERED;
        }
    };

    /** @param quoting whether a fault may repeat what stands in the cell; not where it may be somebody's address */
    CellReading(
            ColumnMapping mapping,
            List<String> headings,
            Function<String, Optional<Integer>> regionNamed,
            boolean quoting) {
        this.mapping = mapping;
        this.headings = headings;
        this.regionNamed = regionNamed;
        this.quoting = quoting;
    }

    /** A broken row is shown under the heading where it broke. */
    Fault structural(Row.Broken broken) {
        var key = "tables.row." + broken.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
        int column = broken.column();
        var place = column >= 0 && column < headings.size() ? fieldAt(column) : "";
        return new Fault(place, key, List.of());
    }

    private String fieldAt(int column) {
        return mapping.columns().entrySet().stream()
                .filter(entry -> entry.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(headings.get(column));
    }

    /** Files glued together from several carry their headings in the middle. */
    boolean isHeadingAgain(Row.Read row) {
        return mapping.columns().values().stream()
                .allMatch(column -> row.cells().get(column).strip().equals(headings.get(column)));
    }

    /** The heading of the field's column; empty when it has none. */
    String heading(String field) {
        return mapping.column(field).map(headings::get).orElse("");
    }

    String cell(Row row, String field) {
        return Formulas.original(mapping.cell(row, field)).strip();
    }

    /** Of a field that may be empty, a dash or the word for nothing is nothing: a row is not lost for it. */
    String optional(Row row, String field) {
        var text = cell(row, field);
        return NOTHING.matcher(text).matches() ? "" : text;
    }

    /** A number that names the thing: there, and not what a spreadsheet made of it. */
    String id(Row.Read row, String field, int charsMax, List<Fault> faults) {
        var id = cell(row, field);
        if (id.isEmpty()) {
            faults.add(Fault.of(field, "missing"));
        } else if (POWER_OF_TEN.matcher(id).matches()) {
            faults.add(Fault.of(field, "id-power-of-ten", said(id)));
        } else if (mapping.column(field).filter(row.rounded()::contains).isPresent()) {
            faults.add(Fault.of(field, "id-rounded", said(id)));
        } else if (id.length() > charsMax) {
            faults.add(Fault.of(field, "too-long", id.length(), charsMax));
        }
        return id;
    }

    /** Text in one line: line ends and tabs become one space. */
    String line(Row row, String field, int charsMax, List<Fault> faults) {
        return oneLine(limited(optional(row, field), field, charsMax, faults));
    }

    /** The same of a field that must not be empty. */
    String needed(Row row, String field, int charsMax, List<Fault> faults) {
        int before = faults.size();
        var text = oneLine(limited(cell(row, field), field, charsMax, faults));
        if (text.isEmpty() && faults.size() == before) {
            faults.add(Fault.of(field, "missing"));
        }
        return text;
    }

    String limited(String text, String field, int charsMax, List<Fault> faults) {
        if (text.length() > charsMax) {
            faults.add(Fault.of(field, "too-long", text.length(), charsMax));
            return "";
        }
        return text;
    }

    private static String oneLine(String text) {
        return LINE_ENDS.matcher(text).replaceAll(" ");
    }

    /** GB/T 2260 code of a place; null where none is told, or it is abroad. */
    @Nullable Integer region(Row row, String field, List<Fault> faults) {
        var text = optional(row, field);
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > NAME_CHARS_MAX) {
            faults.add(Fault.of(field, "too-long", text.length(), NAME_CHARS_MAX));
            return null;
        }
        if (Abroad.isNamed(text)) {
            return null; // outside the division: routed by the platform's seat
        }
        var region = known(text);
        if (region.isEmpty()) {
            var key = DIGITS.matcher(text).matches() ? "region-code" : "region-name";
            faults.add(Fault.of(field, key, said(text)));
        }
        return region.orElse(null);
    }

    /** GB/T 2260 code of the place of that name or code. */
    Optional<Integer> known(String place) {
        return regions.computeIfAbsent(place, regionNamed);
    }

    /** Unified social credit code; empty where none is told. */
    String creditCode(Row row, String field, List<Fault> faults) {
        var typed = optional(row, field);
        if (typed.isEmpty()) {
            return "";
        }
        var read = UnifiedSocialCreditCode.read(typed);
        if (read.isPresent()) {
            return read.get().text();
        }
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Pd}]", "")
                .toUpperCase(Locale.ROOT);
        if (UnifiedSocialCreditCode.hasForm(text)) {
            faults.add(Fault.of(
                    field, "credit-code-check", UnifiedSocialCreditCode.checkCharacter(text), text.charAt(17)));
        } else if (text.length() == 18) {
            faults.add(Fault.of(field, "credit-code-character", said(typed)));
        } else {
            faults.add(Fault.of(field, "credit-code-length", text.length()));
        }
        return "";
    }

    /** What stands in the cell, as far as a fault may repeat it. */
    String said(String text) {
        if (!quoting) {
            return text.substring(0, Math.min(text.length(), text.offsetByCodePoints(0, 1))) + "***";
        }
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
