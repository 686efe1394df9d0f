package org.hengjian.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hengjian.tables.ColumnMapping;
import org.hengjian.tables.Field;

/** The fields of a listing, and the ways between headings, columns and fields. */
final class Fields {

    static final List<Field> ALL = Field.read(Fields.class, "fields.txt");

    private Fields() {}

    /** Every heading once: a blank one gets its number, a second one of the same name too. */
    static List<String> distinct(List<String> headings) {
        var distinct = new ArrayList<String>();
        var taken = new HashSet<String>();
        for (int column = 0; column < headings.size(); column++) {
            var heading = headings.get(column).isEmpty() ? "#" + (column + 1) : headings.get(column);
            if (!taken.add(heading)) {
                heading = heading + " #" + (column + 1);
                taken.add(heading);
            }
            distinct.add(heading);
        }
        return distinct;
    }

    static ColumnMapping columns(Map<String, String> headingOfField, List<String> headings) {
        var columns = new LinkedHashMap<String, Integer>();
        headingOfField.forEach((field, heading) -> {
            int column = headings.indexOf(heading);
            if (column >= 0) {
                columns.put(field, column);
            }
        });
        return new ColumnMapping(columns);
    }

    static Map<String, String> headings(ColumnMapping mapping, List<String> headings) {
        var headingOfField = new LinkedHashMap<String, String>();
        mapping.columns().forEach((field, column) -> headingOfField.put(field, headings.get(column)));
        return headingOfField;
    }

    /** Required fields that the mapping does not give a column that exists. */
    static List<String> missing(Map<String, String> headingOfField, List<String> headings) {
        return ALL.stream()
                .filter(Field::required)
                .map(Field::name)
                .filter(name -> !headings.contains(headingOfField.getOrDefault(name, "")))
                .toList();
    }

    /**
     * What was remembered of the last file, and for headings that are new the proposal: so a column that comes along
     * later is not overlooked.
     */
    static Map<String, String> remembered(Map<String, String> before, List<String> headings) {
        var mapping = new LinkedHashMap<String, String>();
        before.forEach((field, heading) -> {
            if (headings.contains(heading)) {
                mapping.put(field, heading);
            }
        });
        return mapping;
    }
}
