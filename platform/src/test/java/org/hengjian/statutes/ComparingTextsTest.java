package org.hengjian.statutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.hengjian.law.Law;
import org.junit.jupiter.api.Test;

/** Two wordings of the law side by side. */
class ComparingTextsTest {

    @Test
    void what_stayed_fell_and_came_stands_apart() {
        assertThat(TextDiff.of("处十万元罚款。", "处十万元以下的罚款。"))
                .containsExactly(
                        new TextDiff.Piece("same", "处十万元"),
                        new TextDiff.Piece("in", "以下的"),
                        new TextDiff.Piece("same", "罚款。"));
        assertThat(TextDiff.of("一样", "一样")).containsExactly(new TextDiff.Piece("same", "一样"));
        assertThat(TextDiff.of("", "新")).containsExactly(new TextDiff.Piece("in", "新"));
        assertThat(TextDiff.of("", "")).isEmpty();
    }

    @Test
    void each_side_can_be_put_together_again() {
        var random = new Random(20261127);
        for (int round = 0; round < 2_000; round++) {
            String before = text(random);
            String after = text(random);
            var pieces = TextDiff.of(before, after);
            assertThat(side(pieces, "in")).isEqualTo(before);
            assertThat(side(pieces, "out")).isEqualTo(after);
        }
    }

    @Test
    void an_article_is_found_again_under_its_new_number() {
        var texts = Law.load().instruments();
        var pairs = Versions.compare(texts.articles("shangbiaofa-2019.md"), texts.articles("shangbiaofa-2026.md"));
        assertThat(pairs).anySatisfy(pair -> {
            assertThat(pair.before()).isEqualTo("第六十条");
            assertThat(pair.after()).isEqualTo("第七十四条");
            assertThat(pair.state()).isEqualTo("changed");
        });
        assertThat(pairs.stream().filter(pair -> pair.before() != null).count())
                .isEqualTo(texts.articles("shangbiaofa-2019.md").size());
        assertThat(pairs.stream().filter(pair -> pair.after() != null).count())
                .isEqualTo(texts.articles("shangbiaofa-2026.md").size());
    }

    private static String side(List<TextDiff.Piece> pieces, String without) {
        return pieces.stream()
                .filter(piece -> !piece.kind().equals(without))
                .map(TextDiff.Piece::text)
                .reduce("", String::concat);
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(30), 0, 4)
                .mapToObj("以上的款"::charAt)
                .map(String::valueOf)
                .reduce("", String::concat);
    }
}
