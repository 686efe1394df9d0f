package org.hengjian.commands.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.hengjian.commands.GivenFiles;
import org.hengjian.tracing.Answer;
import org.hengjian.tracing.Clusters;
import org.hengjian.tracing.Question;
import org.hengjian.tracing.Tracer;
import org.hengjian.tracing.schema.Column;
import org.hengjian.tracing.schema.Entry;
import org.hengjian.tracing.schema.Kind;
import org.hengjian.tracing.schema.Proposal;
import org.hengjian.tracing.schema.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trace IN --out OUT}: which rows of a file are one seller, without labels, each link with its reasons. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Joins the rows of a file that are one seller (串并): adds the column cluster, and the evidence of each link.",
            "What the columns hold is proposed from headings and cells; --column says it yourself."
        },
        footer = {
            "",
            "Kinds: credit-code, identity, phone, account, device, shop-id, email, person, company, name, address, web,",
            "picture, number, year, category, text, source, id, ignored.",
            "Answers are optional: trace IN --out OUT --questions Q.csv, fill in Q.csv, then --answers Q.csv; or --ask 20.",
            "Bad rows go to OUT.rejected.csv. Exit codes: 0 done, 1 failed, 2 nothing could be read."
        })
public final class TraceCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int NOTHING_READ = 2;

    /** Rows looked at to propose what the columns hold. */
    private static final int LOOK = 2_000;

    /** More than an afternoon's work; the first ones teach most. */
    private static final int QUESTIONS = 100;

    /** Rows worked on at once by all processors. */
    private static final int BATCH = 4_096;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "IN", description = "CSV (comma, semicolon or tab; UTF-8 or GB 18030) or JSONL; - for standard input")
    private Path in = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "OUT", description = "CSV, or JSONL if it ends in .jsonl")
    private Path out = Path.of("");

    @Option(
            names = {"--column", "--map"},
            paramLabel = "HEADING=KIND",
            description = "what a column holds; may be given several times")
    private Map<String, String> given = new LinkedHashMap<>();

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "the same from a file: lines of HEADING=KIND")
    private Path mapping = Path.of("");

    @Option(names = "--propose", description = "only print what the columns would be taken for")
    private boolean propose;

    @Option(
            names = "--language",
            paramLabel = "zh|en",
            defaultValue = "zh",
            description = "language of the evidence in CSV (default: ${DEFAULT-VALUE})")
    private String language = "zh";

    @Option(
            names = "--questions",
            paramLabel = "FILE",
            description = "writes the pairs whose answer would teach most: fill the column same with yes or no (是, 否)")
    private Path questions = Path.of("");

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "what people said: source,target,same; weights and threshold are estimated anew with it")
    private Path answers = Path.of("");

    @Option(
            names = "--ask",
            paramLabel = "N",
            description = "asks so many questions here, y or n; kept in the file of --answers, if there is one")
    private int ask;

    /** By id the number of the row, where answers name rows. */
    private final Map<String, Integer> records = new HashMap<>();

    private final BufferedReader terminal;

    public TraceCommand() {
        this(new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())));
    }

    TraceCommand(BufferedReader terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PrintWriter words = spec.commandLine().getErr();
        try {
            return run(words);
        } catch (NoSuchFileException absent) {
            words.println("hengjian trace: there is no file " + absent.getFile() + ".");
            return absent.getFile().equals(in.toString()) ? NOTHING_READ : FAILED;
        } catch (AccessDeniedException denied) {
            words.println("hengjian trace: no permission for " + denied.getFile() + ".");
            return FAILED;
        } catch (FileAlreadyExistsException | UncheckedIOException broken) {
            words.println("hengjian trace: " + broken.getMessage());
            return FAILED;
        } catch (FileSystemException broken) {
            words.println("hengjian trace: " + broken.getFile() + ": " + broken.getReason());
            return FAILED;
        } catch (IOException broken) {
            words.println("hengjian trace: " + broken.getMessage());
            return FAILED;
        } catch (IllegalArgumentException misunderstood) {
            words.println("hengjian trace: " + misunderstood.getMessage());
            return NOTHING_READ;
        } finally {
            words.flush();
        }
    }

    private int run(PrintWriter words) throws IOException {
        var unusable = GivenFiles.overwritten(out, in, mapping, answers);
        if (unusable.isEmpty()) {
            in = GivenFiles.orStandardInput(in);
            unusable = GivenFiles.unreadable(in);
        }
        if (unusable.isPresent()) {
            words.println("hengjian trace: " + unusable.get() + ".");
            return NOTHING_READ;
        }
        var unwritable = propose ? Optional.<String>empty() : GivenFiles.unwritable(out);
        if (unwritable.isPresent()) {
            words.println("hengjian trace: " + unwritable.get() + ".");
            return FAILED;
        }
        if (Files.size(in) == 0) {
            words.println("hengjian trace: " + in + " is empty.");
            return NOTHING_READ;
        }
        if (ask < 0) {
            words.println("hengjian trace: --ask: " + ask + " is no number of questions; give 1 or more.");
            return NOTHING_READ;
        }
        for (Path other : List.of(in, out, answers)) {
            if (!questions.toString().isEmpty() && questions.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())) {
                words.println("hengjian trace: --questions would overwrite " + other + "; name another file.");
                return NOTHING_READ;
            }
        }
        long start = System.nanoTime();
        Schema schema = schema();
        schema.columns().stream()
                .filter(column -> column.kind() != Kind.IGNORED)
                .forEach(column -> words.println("column " + column.heading() + ": " + column.kind().word()));
        if (propose) {
            return DONE;
        }
        if (schema.features().isEmpty()) {
            words.println("hengjian trace: no column of " + in + " can be compared; say what they hold with --column.");
            return NOTHING_READ;
        }
        Path folder = Files.createTempDirectory("hengjian-trace");
        try (var tracer = new Tracer(schema, folder)) {
            long rejected = read(schema, tracer);
            if (tracer.size() == 0) {
                words.println("hengjian trace: " + in + " has no row that could be read.");
                return NOTHING_READ;
            }
            Clusters clusters = traced(tracer, words);
            write(clusters);
            if (!questions.toString().isEmpty()) {
                AnswerFile.write(
                        questions, clusters.questions(QUESTIONS), clusters, Locale.forLanguageTag(language));
            }
            summarise(words, clusters.report(), rejected, (System.nanoTime() - start) / 1e9);
            return DONE;
        } finally {
            remove(folder);
        }
    }

    /** Without answers as the data alone say; else once more with what people said. */
    private Clusters traced(Tracer tracer, PrintWriter words) throws IOException {
        var said = new ArrayList<Answer>();
        if (!answers.toString().isEmpty() && (ask == 0 || Files.exists(answers))) {
            said.addAll(AnswerFile.read(answers, records));
        }
        Clusters clusters = tracer.trace(said);
        if (ask > 0) {
            List<Answer> more = ask(clusters, words);
            said.addAll(more);
            clusters = more.isEmpty() ? clusters : tracer.trace(said);
        }
        if (!said.isEmpty()) {
            words.println(said.size() + " answers taken into account.");
        }
        return clusters;
    }

    private List<Answer> ask(Clusters clusters, PrintWriter words) throws IOException {
        List<Question> asked = clusters.questions(ask);
        Map<Integer, List<String>> cells = new HashMap<>();
        asked.forEach(question -> {
            cells.put(question.source(), List.of());
            cells.put(question.target(), List.of());
        });
        var said = new ArrayList<Answer>();
        try (Rows rows = Rows.open(in)) {
            int record = 0;
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                if (row.get() instanceof Rows.Row.Good good) {
                    cells.replace(record++, good.cells());
                }
            }
            for (int i = 0; i < asked.size(); i++) {
                Question question = asked.get(i);
                show(rows.headings(), cells, question, clusters, words);
                words.printf("%d of %d: one seller? y yes, n no, s skip, q enough: ", i + 1, asked.size());
                words.flush();
                String key = key();
                if (key.equals("q")) {
                    break;
                }
                if (!key.equals("s")) {
                    said.add(new Answer(question.source(), question.target(), key.equals("y")));
                    if (!answers.toString().isEmpty()) {
                        AnswerFile.append(
                                answers,
                                clusters.id(question.source()),
                                clusters.id(question.target()),
                                key.equals("y"));
                    }
                }
            }
        }
        words.println();
        return said;
    }

    /** y, n, s or q; anything else is asked again, and the end of what is typed is q. */
    private String key() throws IOException {
        for (String line = terminal.readLine(); line != null; line = terminal.readLine()) {
            switch (line.strip().toLowerCase(Locale.ROOT)) {
                case "y", "yes", "是" -> {
                    return "y";
                }
                case "n", "no", "否" -> {
                    return "n";
                }
                case "s" -> {
                    return "s";
                }
                case "q" -> {
                    return "q";
                }
                default -> {
                    spec.commandLine().getErr().print("y, n, s or q: ");
                    spec.commandLine().getErr().flush();
                }
            }
        }
        return "q";
    }

    private void show(
            List<String> headings,
            Map<Integer, List<String>> cells,
            Question question,
            Clusters clusters,
            PrintWriter words) {
        List<String> source = cells.getOrDefault(question.source(), List.of());
        List<String> target = cells.getOrDefault(question.target(), List.of());
        words.println();
        for (int i = 0; i < Math.min(source.size(), target.size()); i++) {
            if (!source.get(i).isBlank() || !target.get(i).isBlank()) {
                words.println("  " + headings.get(i) + ": " + source.get(i) + " | " + target.get(i));
            }
        }
        words.printf(
                Locale.ROOT,
                "  %s; %.2f, and %d pairs are like it%n",
                clusters.explain(question.source(), question.target()).say(Locale.forLanguageTag(language)),
                question.probability(),
                question.alike());
    }

    private Schema schema() throws IOException {
        Map<String, String> kinds = new LinkedHashMap<>();
        if (!mapping.toString().isEmpty()) {
            for (String line : Files.readAllLines(mapping)) {
                int equals = line.lastIndexOf('=');
                if (equals > 0) {
                    kinds.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
                }
            }
        }
        kinds.putAll(given);
        try (Rows rows = Rows.open(in)) {
            var some = new ArrayList<List<String>>();
            for (var row = rows.next(); row.isPresent() && some.size() < LOOK; row = rows.next()) {
                if (row.get() instanceof Rows.Row.Good good) {
                    some.add(good.cells());
                }
            }
            var columns = new ArrayList<Column>();
            for (Column column : Proposal.of(rows.headings(), some).columns()) {
                String kind = kinds.remove(column.heading());
                columns.add(kind == null ? column : new Column(column.heading(), kind(kind)));
            }
            if (!kinds.isEmpty()) {
                throw new IllegalArgumentException(
                        "there is no column " + String.join(", ", kinds.keySet()) + " in " + in + ".");
            }
            return new Schema(columns);
        }
    }

    private static Kind kind(String word) {
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(word.toLowerCase(Locale.ROOT).replace('_', '-'))) {
                return kind;
            }
        }
        throw new IllegalArgumentException("there is no kind of column " + word + "; --help lists them.");
    }

    /** How many rows were refused. */
    private long read(Schema schema, Tracer tracer) throws IOException {
        int id = -1;
        for (int i = 0; i < schema.columns().size(); i++) {
            id = schema.columns().get(i).kind().isId() ? i : id;
        }
        long rejected = 0;
        int accepted = 0;
        Path ledger = out.resolveSibling(out.getFileName() + ".rejected.csv");
        try (Rows rows = Rows.open(in);
                var refused = Files.newBufferedWriter(ledger, StandardCharsets.UTF_8)) {
            refused.write("row,field,reason\n");
            var batch = new ArrayList<Entry>(BATCH);
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                switch (row.get()) {
                    case Rows.Row.Good good -> {
                        Entry entry = entry(good, id);
                        batch.add(entry);
                        if (!answers.toString().isEmpty()) {
                            records.merge(entry.id(), accepted, (_, _) -> AnswerFile.SEVERAL);
                        }
                        accepted++;
                    }
                    case Rows.Row.Bad bad -> {
                        rejected++;
                        refused.write(TracedFile.csv(List.of(String.valueOf(bad.number()), bad.field(), bad.reason())));
                    }
                }
                if (batch.size() == BATCH) {
                    tracer.add(batch);
                    batch.clear();
                }
            }
            tracer.add(batch);
        }
        return rejected;
    }

    private static Entry entry(Rows.Row.Good row, int id) {
        String name = id < 0 || row.cells().get(id).isBlank() ? String.valueOf(row.number()) : row.cells().get(id).strip();
        return new Entry(name, row.cells());
    }

    private void write(Clusters clusters) throws IOException {
        try (Rows rows = Rows.open(in);
                var traced = new TracedFile(out, isJson(), rows.headings(), clusters, Locale.forLanguageTag(language))) {
            var batch = new ArrayList<List<String>>(BATCH);
            int first = 0;
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                if (row.get() instanceof Rows.Row.Good good) {
                    batch.add(good.cells());
                }
                if (batch.size() == BATCH) {
                    write(traced, batch, first);
                    first += batch.size();
                    batch.clear();
                }
            }
            write(traced, batch, first);
        }
    }

    private static void write(TracedFile traced, List<List<String>> batch, int first) throws IOException {
        String[] lines = new String[batch.size()];
        IntStream.range(0, lines.length).parallel().forEach(i -> lines[i] = traced.line(first + i, batch.get(i)));
        for (String line : lines) {
            traced.write(line);
        }
    }

    private boolean isJson() throws IOException {
        String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
        Charset charset = Rows.charset(in);
        return name.endsWith(".jsonl")
                || name.endsWith(".ndjson")
                || name.endsWith(".json")
                || !name.endsWith(".csv") && Rows.isJson(in, charset);
    }

    private static void summarise(PrintWriter words, Clusters.Report report, long rejected, double seconds) {
        words.printf(
                Locale.ROOT,
                "%d rows, %d refused; %d clusters, %d links out of %d pairs compared.%n",
                report.records(),
                rejected,
                report.clusters(),
                report.links(),
                report.pairs());
        words.printf(
                Locale.ROOT,
                "Threshold %.1f bits; estimated without labels: precision %.3f, recall %.3f, blocking keeps %.3f.%n",
                report.threshold(),
                report.promise().precision(),
                report.promise().recall(),
                report.blockingRecall());
        words.printf(Locale.ROOT, "%.1f s, %.0f rows/s.%n", seconds, report.records() / seconds);
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
