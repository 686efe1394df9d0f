package org.hengjian.tracing.comparing;

import java.util.List;

/**
 * Which file or register a record comes from. That two come from the same one speaks against one subject as far as each
 * lists a subject only once, which is learnt from the data. Levels: different, same.
 */
public final class SourceMeasure implements Measure<String> {

    @Override
    public String read(String canonical) {
        return canonical;
    }

    @Override
    public List<String> levels() {
        return List.of("different", "same");
    }

    @Override
    public double[] start() {
        return new double[] {0.6, 0.4};
    }

    @Override
    public int level(String source, String target) {
        return source.equals(target) ? 1 : 0;
    }
}
