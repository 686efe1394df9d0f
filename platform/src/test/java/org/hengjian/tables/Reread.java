package org.hengjian.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table whose rows can be asked for again and again: opened anew each time. */
final class Reread implements TableReader {

    private final Path file;
    private final Reading reading;
    private final TableReader first;

    Reread(Path file, Reading reading) {
        this.file = file;
        this.reading = reading;
        this.first = Tables.open(file, reading);
    }

    List<Row> rows() {
        var rows = new ArrayList<Row>();
        try (var table = Tables.open(file, reading)) {
            table.forEachRemaining(rows::add);
        }
        return rows;
    }

    @Override
    public TableFormat format() {
        return first.format();
    }

    @Override
    public List<String> headings() {
        return first.headings();
    }

    @Override
    public long headingRow() {
        return first.headingRow();
    }

    @Override
    public boolean hasNext() {
        return first.hasNext();
    }

    @Override
    public Row next() {
        return first.next();
    }

    @Override
    public void close() {
        first.close();
    }
}
