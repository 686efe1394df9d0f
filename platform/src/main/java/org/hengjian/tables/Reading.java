package org.hengjian.tables;

import java.util.List;

/**
 * How to read, where the sender knows better than our detection. Empty or 0 means: find out.
 *
 * @param sheet name of the sheet of a workbook; otherwise the first visible one that has the fields looked for, so that
 *     a sheet of instructions in front is passed over
 * @param headingRow number of the row with the headings, as a person counts it
 * @param fields what is looked for; empty when any table will do
 */
public record Reading(Limits limits, String sheet, long headingRow, List<Field> fields) {

    public static final Reading STANDARD = new Reading(Limits.STANDARD, "", 0, List.of());

    public Reading {
        fields = List.copyOf(fields);
    }

    public Reading within(Limits limits) {
        return new Reading(limits, sheet, headingRow, fields);
    }

    public Reading sheet(String name) {
        return new Reading(limits, name, headingRow, fields);
    }

    public Reading headingRow(long number) {
        return new Reading(limits, sheet, number, fields);
    }

    public Reading lookingFor(List<Field> fields) {
        return new Reading(limits, sheet, headingRow, fields);
    }
}
