package org.hengjian.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingJsonLinesTest {

    @TempDir
    Path folder;

    @Test
    void the_keys_of_all_lines_are_the_headings() throws IOException {
        var table = read("{\"id\":\"1\",\"title\":\"卫衣\"}\n\n{\"title\":\"茶\",\"price\":1299.00,\"id\":2}\n");

        assertThat(table.headings()).containsExactly("id", "title", "price");
        assertThat(rows(table))
                .extracting(Row::cells)
                .containsExactly(List.of("1", "卫衣", ""), List.of("2", "茶", "1299.00"));
        assertThat(rows(table)).extracting(Row::number).containsExactly(1L, 3L);
    }

    @Test
    void numbers_lists_and_objects_keep_what_they_say() throws IOException {
        var row = rows(read("{\"id\":12345678901234567890,\"p\":1e2,\"images\":[\"a.jpg\",\"b.jpg\"],"
                        + "\"o\":{\"k\":1},\"n\":null,\"b\":true}"))
                .getFirst();

        assertThat(row.cells()).containsExactly("12345678901234567890", "100", "a.jpg|b.jpg", "1", "", "true");
    }

    @Test
    void a_broken_line_is_kept_as_it_came_and_the_next_one_is_read() throws IOException {
        var rows = rows(read("{\"id\":1}\n{\"id\":2,\n[1]\n{\"id\":\"\\ud800\"}\n{\"id\":5} x\n{\"id\":6"));

        assertThat(rows).hasSize(6);
        assertThat(rows.getFirst()).isInstanceOf(Row.Read.class);
        assertThat(rows.subList(1, 6))
                .extracting(row -> ((Row.Broken) row).fault())
                .containsExactly(
                        Row.Fault.NOT_JSON,
                        Row.Fault.NOT_AN_OBJECT,
                        Row.Fault.UNREADABLE_CHARACTERS,
                        Row.Fault.NOT_JSON,
                        Row.Fault.NOT_JSON);
        assertThat(rows.get(1).raw()).isEqualTo("{\"id\":2,");
    }

    @Test
    void the_keys_of_an_object_within_are_headings_of_their_own() throws IOException {
        var table = read(
                "{\"id\":1,\"seller\":{\"name\":\"甲\",\"place\":{\"code\":330106}},\"tags\":[{\"a\":1}],\"none\":{}}\n"
                        + "{\"id\":2,\"seller\":\"乙\"}");

        assertThat(table.headings()).containsExactly("id", "seller.name", "seller.place.code", "tags", "none", "seller");
        assertThat(rows(table).getFirst().cells()).containsExactly("1", "甲", "330106", "[{\"a\":1}]", "{}", "");
        assertThat(rows(table).get(1).cells()).containsExactly("2", "", "", "", "", "乙");
    }

    private TableReader read(String text) throws IOException {
        return new Reread(Files.writeString(folder.resolve("lines.txt"), text), Reading.STANDARD);
    }

    private static List<Row> rows(TableReader table) {
        return new ArrayList<>(((Reread) table).rows());
    }
}
