package org.hengjian.bench.records;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hengjian.tracing.Clusters;
import org.hengjian.tracing.Tracer;
import org.hengjian.tracing.schema.Column;
import org.hengjian.tracing.schema.Entry;
import org.hengjian.tracing.schema.Kind;
import org.hengjian.tracing.schema.Proposal;
import org.hengjian.tracing.schema.Schema;

/**
 * Writes {@code docs/tracing/peers.md}: F1 on public labelled pairs, ours without a label beside Duke and JedAI, all on the
 * same pairs and in one run. Arguments: the file to write, then the pair files, which stay where they are.
 */
public final class LinkingBench {

    private LinkingBench() {}

    public static void main(String[] arguments) throws IOException {
        try (var out = new PrintStream(Files.newOutputStream(Path.of(arguments[0])), true, StandardCharsets.UTF_8)) {
            out.printf(
                    """
                    # Record linkage beside its peers

                    Made by `bench/records` on %s, Java %d, %d processors. F1 over the labelled pairs of each file. Ours sees no
                    label and finds its threshold itself, among all pairs that its blocking brings together; the peers are given
                    the labelled pairs. Duke: comparators and probabilities set by hand, threshold %s. JedAI: words or runs of
                    three characters by tf–idf, cosine, threshold %s. "At best" is the threshold, for JedAI the model too, that
                    somebody with all labels would choose; "once" lets each record into one pair only.

                    | file | records | ours, two lists | ours, one list | Duke | Duke at best | Duke once, at best | JedAI once | JedAI at best | JedAI once, at best |
                    |---|---|---|---|---|---|---|---|---|---|
                    """,
                    LocalDate.now(ZoneId.of("Asia/Shanghai")),
                    Runtime.version().feature(),
                    Runtime.getRuntime().availableProcessors(),
                    DukePeer.THRESHOLD,
                    JedaiPeer.THRESHOLD);
            for (String name : Arrays.asList(arguments).subList(1, arguments.length)) {
                String row = row(Path.of(name));
                out.println(row);
                System.out.println(row);
            }
        }
    }

    private static String row(Path path) throws IOException {
        PairFile file = PairFile.read(path);
        Scores duke = DukePeer.score(file);
        List<Scores> jedai = JedaiPeer.MODELS.stream().map(model -> JedaiPeer.score(file, model)).toList();
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f |",
                path.getFileName().toString().replaceFirst("^er_magellan__[A-Za-z]+__", "").replaceFirst("\\.txt$", ""),
                file.left().size() + file.right().size(),
                ours(file, true),
                ours(file, false),
                duke.f1(DukePeer.THRESHOLD),
                duke.best(),
                duke.once().best(),
                jedai.get(0).once().f1(JedaiPeer.THRESHOLD),
                jedai.stream().mapToDouble(Scores::best).max().orElse(0),
                jedai.stream().mapToDouble(scores -> scores.once().best()).max().orElse(0));
    }

    /** @param sources whether it is told from which list a record comes */
    private static double ours(PairFile file, boolean sources) throws IOException {
        var rows = new ArrayList<List<String>>();
        file.left().forEach(row -> rows.add(with(row, "left")));
        file.right().forEach(row -> rows.add(with(row, "right")));
        var columns = new ArrayList<>(Proposal.of(file.headings(), rows).columns());
        columns.add(new Column("source", sources ? Kind.SOURCE : Kind.IGNORED));
        try (var tracer = new Tracer(new Schema(columns), Files.createTempDirectory("bench"))) {
            var entries = new ArrayList<Entry>();
            for (List<String> row : rows) {
                entries.add(new Entry(String.valueOf(entries.size()), row));
            }
            tracer.add(entries);
            Clusters clusters = tracer.trace();
            return new Scores(
                            file.pairs(),
                            file.pairs().stream()
                                    .mapToDouble(pair -> clusters.clusterOf(pair.left())
                                                    == clusters.clusterOf(file.left().size() + pair.right())
                                            ? 1
                                            : 0)
                                    .toArray())
                    .f1(1);
        }
    }

    private static List<String> with(List<String> row, String source) {
        var cells = new ArrayList<>(row);
        cells.add(source);
        return cells;
    }
}
