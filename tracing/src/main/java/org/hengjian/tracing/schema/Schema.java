package org.hengjian.tracing.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the records hold, by declaration:
 * {@snippet :
 * var schema = Schema.of(new Column("公司名称", Kind.COMPANY), new Column("手机", Kind.PHONE));
 * }
 * Columns of one kind that say the same thing of a record (two phones) are compared as one {@link Feature}.
 */
public record Schema(List<Column> columns) {

    public Schema {
        columns = List.copyOf(columns);
    }

    public static Schema of(Column... columns) {
        return new Schema(List.of(columns));
    }

    /** What is compared: one column, or all columns of a kind that is a set. Named after its first column. */
    public record Feature(String name, Kind kind, List<Integer> columns) {}

    public List<Feature> features() {
        var features = new ArrayList<Feature>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (!column.kind().isCompared()) {
                continue;
            }
            int same = -1;
            for (int f = 0; f < features.size() && column.kind().isMerged(); f++) {
                same = features.get(f).kind() == column.kind() ? f : same;
            }
            if (same < 0) {
                features.add(new Feature(column.heading(), column.kind(), List.of(i)));
            } else {
                Feature feature = features.get(same);
                var indices = new ArrayList<>(feature.columns());
                indices.add(i);
                features.set(same, new Feature(feature.name(), feature.kind(), List.copyOf(indices)));
            }
        }
        models().ifPresent(features::add);
        whole().ifPresent(features::add);
        return features;
    }

    /** Numbers in the first text decide between look-alikes; longer descriptions name other goods' numbers too. */
    private Optional<Feature> models() {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).kind() == Kind.TEXT) {
                return Optional.of(new Feature(columns.get(i).heading(), Kind.MODEL, List.of(i)));
            }
        }
        return Optional.empty();
    }

    /** Where records are texts, what one register writes into the title another writes into a column of its own. */
    private Optional<Feature> whole() {
        if (columns.stream().noneMatch(column -> column.kind() == Kind.TEXT)) {
            return Optional.empty();
        }
        var worded = new ArrayList<Integer>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).kind().isWorded()) {
                worded.add(i);
            }
        }
        return Optional.of(new Feature(columns.get(worded.get(0)).heading(), Kind.WHOLE, List.copyOf(worded)));
    }
}
