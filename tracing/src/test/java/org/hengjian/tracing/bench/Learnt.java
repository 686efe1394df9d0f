package org.hengjian.tracing.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hengjian.tracing.Model;
import org.hengjian.tracing.Tracer;
import org.hengjian.tracing.schema.Entry;
import org.hengjian.tracing.schema.Proposal;

/** Invented sellers, and a model learnt from them. */
public record Learnt(Model model, List<Entry> sellers) {

    public static Learnt from(int count, long seed, Path folder) throws IOException {
        var rows = new ArrayList<List<String>>();
        new Sellers(seed).write(count, seller -> rows.add(seller.cells()));
        var schema = Proposal.of(Sellers.HEADINGS, rows);
        var entries = rows.stream().map(row -> new Entry(row.get(0), row)).toList();
        try (var tracer = new Tracer(schema, folder)) {
            tracer.add(entries);
            return new Learnt(tracer.trace().model(schema), entries);
        }
    }
}
