package org.hengjian.commands.screen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.hengjian.screening.Right;
import org.hengjian.tables.ColumnMapping;
import org.hengjian.tables.Field;
import org.hengjian.tables.Row;
import org.hengjian.tables.Tables;

/** A file of rights: {@code id,name,latin,aliases,classes,holder,authorised}, several values separated by |. */
public final class RightRows {

    private RightRows() {}

    /**
     * @param warnings lines for people about rows that were passed over
     * @throws org.hengjian.tables.Unreadable if it is no table
     * @throws IllegalArgumentException if it has no column of ids or of names
     */
    public static List<Right> read(Path file, List<String> warnings) {
        try (var table = Tables.open(file)) {
            var proposal = ColumnMapping.propose(table.headings(), Field.read(RightRows.class, "right.fields"));
            ColumnMapping columns = proposal.mapping();
            if (columns.column("id").isEmpty()
                    || columns.column("name").isEmpty() && columns.column("latin").isEmpty()) {
                throw new IllegalArgumentException("the file of rights needs the columns id and name: " + file);
            }
            var rights = new LinkedHashMap<String, Right>();
            while (table.hasNext()) {
                Row row = table.next();
                String id = columns.cell(row, "id");
                String name = columns.cell(row, "name");
                List<String> latin = ListingRows.several(columns.cell(row, "latin"));
                if (row instanceof Row.Broken || id.isEmpty() || name.isEmpty() && latin.isEmpty()) {
                    warnings.add("row " + row.number() + " of the rights was passed over: it has no id or no name");
                    continue;
                }
                List<String> names = ListingRows.several(name);
                var aliases = new ArrayList<>(names.subList(Math.min(1, names.size()), names.size()));
                aliases.addAll(ListingRows.several(columns.cell(row, "aliases")));
                rights.put(id, new Right(
                        id,
                        names.isEmpty() ? "" : names.get(0),
                        latin,
                        aliases,
                        ListingRows.several(columns.cell(row, "nicknames")),
                        ListingRows.several(columns.cell(row, "models")),
                        classes(columns.cell(row, "classes")),
                        columns.cell(row, "holder"),
                        ListingRows.several(columns.cell(row, "authorised")),
                        "",
                        false,
                        List.of(),
                        file.getFileName().toString()));
            }
            return List.copyOf(rights.values());
        }
    }

    private static Set<Integer> classes(String cell) {
        var classes = new HashSet<Integer>();
        for (String part : cell.split("\\D+")) {
            if (part.length() == 1 || part.length() == 2) {
                int number = Integer.parseInt(part);
                if (number >= 1 && number <= 45) {
                    classes.add(number);
                }
            }
        }
        return classes;
    }
}
