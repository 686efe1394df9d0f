package org.hengjian.tracing.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hengjian.tracing.schema.Column;
import org.hengjian.tracing.schema.Entry;
import org.hengjian.tracing.schema.Kind;
import org.hengjian.tracing.schema.Reader;
import org.hengjian.tracing.schema.Schema;
import org.junit.jupiter.api.Test;

class CopiesTeachNothingTests {

    private static final Schema TITLES = Schema.of(new Column("title", Kind.TEXT), new Column("source", Kind.SOURCE));
    private static final Schema PRICED = Schema.of(new Column("title", Kind.TEXT), new Column("price", Kind.NUMBER));

    @Test
    void a_title_told_word_for_word_is_a_copy_whichever_list_it_stands_in() {
        assertThat(copy(TITLES, List.of("North Star desk lamp", "left"), List.of("north star, desk lamp", "right"))).isTrue();
    }

    @Test
    void a_title_told_otherwise_is_none() {
        assertThat(copy(TITLES, List.of("North Star desk lamp", "left"), List.of("desk lamp by North Star", "right")))
                .isFalse();
    }

    @Test
    void where_a_price_agrees_as_well_it_is_what_one_subject_looks_like() {
        assertThat(copy(PRICED, List.of("North Star desk lamp", "9"), List.of("North Star desk lamp", "9"))).isFalse();
    }

    private static boolean copy(Schema schema, List<String> source, List<String> target) {
        var comparer = new Comparer(schema, new TermCounts(), 2);
        var reader = new Reader(schema);
        return comparer.isCopy(
                comparer.read(reader.read(new Entry("1", source))), comparer.read(reader.read(new Entry("2", target))));
    }
}
