package org.hengjian.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole document of JSON, as interfaces answer and customs and couriers send: a list of objects, wrapped or not. */
class ReadingJsonDocumentsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":\"1\",\"title\":\"卫衣\"},{\"id\":2,\"title\":\"茶, {散装} \\\"一级\\\\\\\"\"}]",
                "[\n  {\n    \"id\": \"1\",\n    \"title\": \"卫衣\"\n  },\n"
                        + "  {\n    \"id\": 2,\n    \"title\": \"茶, {散装} \\\"一级\\\\\\\"\"\n  }\n]\n",
                "{\"data\":[{\"id\":\"1\",\"title\":\"卫衣\"},{\"id\":2,\"title\":\"茶, {散装} \\\"一级\\\\\\\"\"}],\"total\":2}",
                "{\"code\":0,\"message\":\"[ok]\",\"data\":{\"total\":2,\"records\":["
                        + "{\"id\":\"1\",\"title\":\"卫衣\"},{\"id\":2,\"title\":\"茶, {散装} \\\"一级\\\\\\\"\"}],\"more\":{\"next\":null}}}",
            })
    void the_objects_of_the_list_are_the_rows(String document) throws IOException {
        var table = read(document);

        assertThat(table.format().kind()).isEqualTo(TableFormat.Kind.JSON);
        assertThat(table.headings()).containsExactly("id", "title");
        assertThat(table.rows()).extracting(Row::cells).containsExactly(List.of("1", "卫衣"), List.of("2", "茶, {散装} \"一级\\\""));
        assertThat(table.rows()).extracting(Row::number).containsExactly(1L, 2L);
    }

    @Test
    void a_value_that_is_none_is_kept_as_it_came_and_the_next_one_is_read() throws IOException {
        var rows = read("[{\"id\":1}, {\"id\":}, 7, {\"id\":4} {\"id\":5}, null, ], {\"id\":6}]").rows();

        assertThat(rows).hasSize(6);
        assertThat(rows.stream().filter(Row.Read.class::isInstance)).extracting(Row::number).containsExactly(1L, 4L, 5L);
        assertThat(rows.stream().filter(Row.Broken.class::isInstance).map(Row.Broken.class::cast))
                .extracting(Row.Broken::fault)
                .containsExactly(Row.Fault.NOT_JSON, Row.Fault.NOT_AN_OBJECT, Row.Fault.NOT_AN_OBJECT);
        assertThat(rows.get(1).raw()).isEqualTo("{\"id\":}");
    }

    @Test
    void a_bracket_too_many_within_costs_that_value_alone() throws IOException {
        assertThat(read("[{\"id\":1}}, {\"id\":2}]").rows())
                .extracting(row -> row instanceof Row.Read)
                .containsExactly(true, false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"id\":1},{\"id\":2", "[{\"id\":1},{\"id\":2}", "[{\"id\":1},", "{\"rows\":[{\"id\":1},{\"id\":\"2}]}"})
    void a_list_that_does_not_end_is_refused_as_a_whole(String document) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOfSatisfying(
                        Unreadable.class, refused -> assertThat(refused.reason()).isEqualTo(Unreadable.Reason.CUT_OFF));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[1,2]", "{\n\"name\":\"no list here\",\n\"of\":[1,2]\n}", "{", "[[[[", "{\"data\":{\"data\":{\"data\":{}}}}x{"})
    void what_holds_no_list_of_objects_is_refused_and_never_read_for_ever(String document) {
        assertThatThrownBy(() -> read(document)).isInstanceOf(Unreadable.class);
    }

    @Test
    void lines_stay_lines_even_where_the_first_holds_a_list_or_a_quote_too_few() throws IOException {
        var orders = read("{\"id\":1,\"items\":[{\"a\":1}]}\n{\"id\":2,\"items\":[{\"a\":2}]}\n");
        assertThat(orders.format().kind()).isEqualTo(TableFormat.Kind.JSONL);
        assertThat(orders.rows()).hasSize(2);

        assertThat(read("{\"id\":\"1}\n{\"id\":2}\n").rows())
                .extracting(row -> row instanceof Row.Read)
                .containsExactly(false, true);
    }

    @Test
    void a_value_longer_than_a_row_may_be_is_named_and_passed_over() throws IOException {
        var narrow = new Limits(1 << 20, 100, 2, 50, 10, 1 << 20, 10);
        var file = Files.writeString(folder.resolve("long.json"), "[{\"id\":\"" + "x".repeat(300) + "\"},{\"id\":2}]");

        assertThat(new Reread(file, Reading.STANDARD.within(narrow)).rows())
                .satisfiesExactly(
                        row -> assertThat(((Row.Broken) row).fault()).isEqualTo(Row.Fault.ROW_TOO_LONG),
                        row -> assertThat(row.cells()).containsExactly("2"));
    }

    private Reread read(String text) throws IOException {
        return new Reread(Files.writeString(folder.resolve("document.txt"), text), Reading.STANDARD);
    }
}
