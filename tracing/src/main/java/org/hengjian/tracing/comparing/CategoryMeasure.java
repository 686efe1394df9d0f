package org.hengjian.tracing.comparing;

import java.util.List;

/** One of few values: platform, trade, kind, venue. Levels: same, shares a word, different. */
public final class CategoryMeasure implements Measure<CategoryMeasure.Words> {

    /** The value and the words in it. */
    public record Words(String text, List<String> words) {}

    @Override
    public Words read(String canonical) {
        return new Words(canonical, canonical.indexOf(' ') < 0 ? List.of(canonical) : List.of(canonical.split(" ")));
    }

    @Override
    public List<String> levels() {
        return List.of("different", "shares", "same");
    }

    @Override
    public double[] start() {
        return new double[] {0.3, 0.2, 0.5};
    }

    @Override
    public int level(Words source, Words target) {
        if (source.text.equals(target.text)) {
            return 2;
        }
        for (int i = 0; i < source.words.size(); i++) {
            if (target.words.contains(source.words.get(i))) {
                return 1;
            }
        }
        return 0;
    }

    @Override
    public String term(Words value, int level) {
        return level == 2 ? value.text : "";
    }
}
