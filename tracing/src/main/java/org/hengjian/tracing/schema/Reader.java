package org.hengjian.tracing.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** Makes profiles of entries: reads the cells of every feature into canonical values. */
public final class Reader {

    /** A cell with more values than this is a list of something else. */
    private static final int VALUES_MAX = 8;

    private final List<Schema.Feature> features;

    public Reader(Schema schema) {
        features = schema.features();
    }

    public Profile read(Entry entry) {
        var values = new ArrayList<List<String>>(features.size());
        for (Schema.Feature feature : features) {
            values.add(read(feature, entry.cells()));
        }
        return new Profile(entry.id(), values);
    }

    private static List<String> read(Schema.Feature feature, List<String> cells) {
        if (feature.kind() == Kind.WHOLE) {
            var whole = new StringJoiner(" ");
            feature.columns().forEach(column -> whole.add(cells.get(column)));
            return Kind.WHOLE.canonical(whole.toString().strip());
        }
        if (feature.columns().size() == 1) {
            String cell = cells.get(feature.columns().get(0));
            List<String> some = cell.isEmpty() ? List.of() : feature.kind().canonical(cell);
            return some.size() <= VALUES_MAX ? some : some.subList(0, VALUES_MAX);
        }
        Set<String> all = new LinkedHashSet<>();
        for (int column : feature.columns()) {
            all.addAll(feature.kind().canonical(cells.get(column)));
        }
        return all.stream().limit(VALUES_MAX).toList();
    }
}
