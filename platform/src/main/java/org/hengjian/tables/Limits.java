package org.hengjian.tables;

/**
 * What a file may hold at most. Each is there because a file comes from outside and may be wrong or hostile.
 *
 * @param bytesMax size of the file as it came
 * @param rowsMax rows below the headings
 * @param columnsMax columns that hold something
 * @param cellCharsMax UTF-16 characters in one cell
 * @param zipEntriesMax parts inside an XLSX; a real workbook has some tens
 * @param zipBytesMax what the parts that are read may unpack to, together
 * @param zipRatioMax how many times larger than packed a part may unpack; real sheets stay under 40
 */
public record Limits(
        long bytesMax,
        long rowsMax,
        int columnsMax,
        int cellCharsMax,
        int zipEntriesMax,
        long zipBytesMax,
        int zipRatioMax) {

    /** 512 MiB, two million rows, 500 columns, 32 767 characters a cell (what Excel itself keeps). */
    public static final Limits STANDARD = new Limits(512L << 20, 2_000_000, 500, 32_767, 2_000, 4L << 30, 200);

    public Limits withBytesMax(long most) {
        return new Limits(most, rowsMax, columnsMax, cellCharsMax, zipEntriesMax, zipBytesMax, zipRatioMax);
    }

    public Limits withRowsMax(long most) {
        return new Limits(bytesMax, most, columnsMax, cellCharsMax, zipEntriesMax, zipBytesMax, zipRatioMax);
    }

    /** One row as it stands in a text file: every cell full would be longer, but then it is not a table of ours. */
    int rowCharsMax() {
        return (int) Math.min(4_000_000L, (long) columnsMax * cellCharsMax);
    }
}
