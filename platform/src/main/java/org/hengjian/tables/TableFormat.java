package org.hengjian.tables;

/**
 * What kind of file it turned out to be.
 *
 * @param detail for people: character set and separator of a CSV, name of the sheet of a workbook
 */
public record TableFormat(Kind kind, String detail) {

    public enum Kind {
        CSV,
        XLSX,
        JSONL,
        JSON
    }
}
