package org.hengjian.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hengjian.tables.Row;
import org.hengjian.tables.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFilesTest {

    @TempDir
    Path folder;

    @Test
    void the_samples_are_what_their_generator_writes() throws IOException {
        new SampleFiles(folder).write();

        try (var files = Files.list(folder)) {
            for (var made : files.toList()) {
                var kept = TakingFilesInTests.samples().resolve(made.getFileName());
                if (made.toString().endsWith(".xlsx")) {
                    assertThat(rows(made)).isEqualTo(rows(kept)); // the archive carries the hour of its making
                } else {
                    assertThat(kept).hasSameBinaryContentAs(made);
                }
            }
        }
    }

    private static List<List<String>> rows(Path workbook) {
        var rows = new ArrayList<List<String>>();
        try (var table = Tables.open(workbook)) {
            rows.add(table.headings());
            while (table.hasNext()) {
                rows.add(((Row.Read) table.next()).cells());
            }
        }
        return rows;
    }
}
