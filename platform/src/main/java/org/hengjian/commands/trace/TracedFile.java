package org.hengjian.commands.trace;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hengjian.tracing.Clusters;
import org.hengjian.tracing.judging.Reason;
import org.hengjian.tracing.judging.Verdict;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rows as they came, with the cluster of each and the evidence of its links: CSV or JSONL, as the name says. */
final class TracedFile implements Closeable {

    static final String CLUSTER = "cluster";
    static final String EVIDENCE = "evidence";

    /** A record in the middle of a thousand is told by its heaviest links; the others say the same. */
    private static final int LINKS_MAX = 5;

    private static final JsonMapper JSON = new JsonMapper();

    private final BufferedWriter writer;
    private final boolean json;
    private final List<String> headings;
    private final Clusters clusters;
    private final Locale locale;

    TracedFile(Path file, boolean json, List<String> headings, Clusters clusters, Locale locale) throws IOException {
        this.json = json;
        this.headings = headings.stream().map(TracedFile::free).toList();
        this.clusters = clusters;
        this.locale = locale;
        writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        if (!json) {
            var all = new ArrayList<>(this.headings);
            all.addAll(List.of(CLUSTER, EVIDENCE));
            writer.write(csv(all));
        }
    }

    /** What came with the input under our own headings is kept under another name. */
    private static String free(String heading) {
        return heading.equals(CLUSTER) || heading.equals(EVIDENCE) ? heading + "_in" : heading;
    }

    /** The line of a record. Safe for many threads. */
    String line(int record, List<String> cells) {
        String cluster = clusters.id(clusters.clusterOf(record));
        List<Clusters.Joined> links = clusters.linksOf(record);
        List<Clusters.Joined> told = links.subList(0, Math.min(LINKS_MAX, links.size()));
        if (json) {
            return json(record, cells, cluster, told);
        }
        var evidence = new StringBuilder();
        for (Clusters.Joined link : told) {
            Verdict verdict = clusters.explain(record, link.other());
            evidence.append(evidence.isEmpty() ? "" : " | ")
                    .append(clusters.id(link.other()))
                    .append(" (")
                    .append(Reason.signed(verdict.weight()))
                    .append("): ")
                    .append(verdict.say(locale));
        }
        var all = new ArrayList<>(cells);
        all.add(cluster);
        all.add(evidence.toString());
        return csv(all);
    }

    void write(String line) throws IOException {
        writer.write(line);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private String json(int record, List<String> cells, String cluster, List<Clusters.Joined> links) {
        ObjectNode node = JSON.createObjectNode();
        for (int i = 0; i < cells.size(); i++) {
            node.put(headings.get(i), cells.get(i));
        }
        node.put(CLUSTER, cluster);
        var evidence = node.putArray(EVIDENCE);
        for (Clusters.Joined link : links) {
            Verdict verdict = clusters.explain(record, link.other());
            var told = evidence.addObject();
            told.put("with", clusters.id(link.other()));
            told.put("weight", round(verdict.weight(), 10));
            told.put("probability", round(verdict.probability(), 10_000));
            var reasons = told.putArray("reasons");
            for (Reason reason : verdict.reasons()) {
                reasons.addObject()
                        .put("feature", reason.feature())
                        .put("kind", reason.kind().word())
                        .put("level", reason.level())
                        .put("weight", round(reason.weight(), 10))
                        .put("zh", reason.say(Locale.CHINESE))
                        .put("en", reason.say(Locale.ENGLISH));
            }
        }
        return JSON.writeValueAsString(node) + "\n";
    }

    private static double round(double value, int steps) {
        return Math.round(value * steps) / (double) steps;
    }

    static String csv(List<String> cells) {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            line.append(i == 0 ? "" : ",");
            if (cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
                line.append('"').append(cell.replace("\"", "\"\"")).append('"');
            } else {
                line.append(cell);
            }
        }
        return line.append('\n').toString();
    }
}
