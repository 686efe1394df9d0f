package org.hengjian.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.hengjian.tracing.comparing.WholeMeasure;
import org.hengjian.tracing.schema.Column;
import org.hengjian.tracing.schema.Entry;
import org.hengjian.tracing.schema.Kind;
import org.hengjian.tracing.schema.Reader;
import org.hengjian.tracing.schema.Schema;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ReadingGoodsByAllTheirWordsTests {

    private static final Schema GOODS = Schema.of(
            new Column("title", Kind.TEXT), new Column("manufacturer", Kind.CATEGORY), new Column("price", Kind.NUMBER));

    private final WholeMeasure measure = new WholeMeasure(run -> 1);

    @Test
    void a_maker_in_the_title_is_the_maker_in_its_own_column() {
        double same = likeness(List.of("north star desk lamp", "", "9"), List.of("desk lamp", "north star", "9"));
        double other = likeness(List.of("north star desk lamp", "", "9"), List.of("desk lamp", "blue river", "9"));

        assertThat(same).isGreaterThan(0.99);
        assertThat(other).isLessThan(same - 0.3);
    }

    @Test
    void a_number_alone_is_no_word() {
        assertThat(whole(List.of("", "", "19.9"))).isEmpty();
    }

    @Test
    void words_run_together_are_nearly_the_same_words() {
        assertThat(likeness(List.of("the print shop", "", ""), List.of("the printshop", "", ""))).isGreaterThan(0.6);
    }

    @Test
    void a_file_without_texts_is_not_read_whole() {
        var schema = Schema.of(new Column("firm", Kind.COMPANY), new Column("phone", Kind.PHONE));

        assertThat(schema.features()).noneMatch(feature -> feature.kind() == Kind.WHOLE);
    }

    @RepeatedTest(50)
    void the_order_of_the_two_does_not_matter(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var source = measure.read(text(random));
        var target = measure.read(text(random));

        assertThat(measure.level(source, target)).isEqualTo(measure.level(target, source));
        assertThat(measure.cosine(source, source)).isBetween(0.999, 1.001);
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(3, 30); i > 0; i--) {
            text.append((char) ('a' + random.nextInt(4)));
        }
        return text.toString();
    }

    private double likeness(List<String> source, List<String> target) {
        return measure.cosine(measure.read(whole(source).get(0)), measure.read(whole(target).get(0)));
    }

    private static List<String> whole(List<String> cells) {
        var profile = new Reader(GOODS).read(new Entry("1", cells));
        return profile.values().get(GOODS.features().size() - 1);
    }
}
