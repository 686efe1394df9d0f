package org.hengjian.tables;

/**
 * How to read, where the sender knows better than our detection. Empty or 0 means: find out.
 *
 * @param sheet name of the sheet of a workbook; the first visible one otherwise
 * @param headingRow number of the row with the headings, as a person counts it
 */
public record Reading(Limits limits, String sheet, long headingRow) {

    public static final Reading STANDARD = new Reading(Limits.STANDARD, "", 0);

    public Reading within(Limits limits) {
        return new Reading(limits, sheet, headingRow);
    }

    public Reading sheet(String name) {
        return new Reading(limits, name, headingRow);
    }

    public Reading headingRow(long number) {
        return new Reading(limits, sheet, number);
    }
}
