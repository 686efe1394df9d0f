package org.hengjian.commands.screen;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.hengjian.screening.Screening;
import org.hengjian.screening.Standing;
import org.hengjian.screening.Verdict;
import org.hengjian.screening.VerdictJson;
import org.hengjian.tables.ColumnMapping;
import org.hengjian.tables.CsvWriter;
import org.hengjian.tables.Field;
import org.hengjian.tables.Reading;
import org.hengjian.tables.TableReader;
import org.hengjian.tables.Tables;
import org.hengjian.tables.Unreadable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code screen IN --out OUT [--rights FILE]}: screens a file of offers without a server. The order is kept, memory is
 * bounded by the batch, and what cannot be read is said in {@code OUT.rejected.csv}.
 */
@Command(
        name = "screen",
        mixinStandardHelpOptions = true,
        description = {
            "Screen a file of offers (CSV, XLSX or JSON Lines with at least id and title).",
            "Writes one JSON object a line, in the order of the input: verdict, score, right, kind, findings with the"
                    + " characters they stand on. Rows that cannot be read go to OUT.rejected.csv."
        })
public final class ScreenCommand implements Callable<Integer> {

    private static final int NOTHING_READ = 2;

    /** Rows in memory at a time: enough to keep all cores busy, small beside the brands themselves. */
    private static final int BATCH_ROWS = 4096;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "IN", description = "file of offers")
    @SuppressWarnings("NullAway.Init")
    private Path in;

    @Option(names = {"-o", "--out"}, required = true, paramLabel = "OUT", description = "where the verdicts go")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = {"-r", "--rights"},
            paramLabel = "FILE",
            description = "further rights, CSV or JSON Lines: id,name,latin,aliases,classes,holder,authorised;"
                    + " several values separated by |")
    private @Nullable Path rights;

    private final Map<Standing, Long> counts = new EnumMap<>(Standing.class);
    private long received;
    private long rejected;

    @Override
    public Integer call() throws IOException {
        PrintWriter words = spec.commandLine().getErr();
        long start = System.nanoTime();
        if (!Files.isRegularFile(in)) {
            words.println("hengjian: there is no file " + in);
            return NOTHING_READ;
        }
        Screening screening;
        try {
            screening = screening(words);
        } catch (Unreadable | IllegalArgumentException | UncheckedIOException unreadable) {
            words.println("hengjian: the rights cannot be read: " + unreadable.getMessage());
            return NOTHING_READ;
        }
        var fields = Field.read(ScreenCommand.class, "listing.fields");
        try (TableReader table = Tables.open(in, Reading.STANDARD.lookingFor(fields))) {
            ColumnMapping columns =
                    ColumnMapping.propose(table.headings(), fields).mapping();
            if (columns.column("id").isEmpty() || columns.column("title").isEmpty()) {
                words.println("hengjian: " + in + " needs the columns id and title; it has "
                        + String.join(", ", table.headings()));
                return NOTHING_READ;
            }
            screenAll(screening, table, new ListingRows(columns));
        } catch (Unreadable unreadable) {
            words.println("hengjian: " + unreadable.getMessage());
            return NOTHING_READ;
        }
        summary(words, (System.nanoTime() - start) / 1e9);
        return received > rejected ? 0 : NOTHING_READ;
    }

    private Screening screening(PrintWriter words) {
        Screening shipped = Screening.shipped();
        if (rights == null) {
            return shipped;
        }
        if (!Files.isRegularFile(rights)) {
            throw new IllegalArgumentException("there is no file " + rights);
        }
        var warnings = new ArrayList<String>();
        Screening all = shipped.with(RightRows.read(rights, warnings));
        warnings.forEach(warning -> words.println("hengjian: " + warning));
        return all;
    }

    private void screenAll(Screening screening, TableReader table, ListingRows rows) throws IOException {
        Path rejects = out.resolveSibling(out.getFileName() + ".rejected.csv");
        Files.deleteIfExists(rejects);
        // A device (/dev/stdout) is written to as it is; a file appears whole or not at all.
        boolean whole = !Files.exists(out) || Files.isRegularFile(out);
        Path target = whole ? out.resolveSibling(out.getFileName() + ".part") : out;
        CsvWriter refused = null;
        try (Writer verdicts = new BufferedWriter(Files.newBufferedWriter(target, StandardCharsets.UTF_8), 1 << 16)) {
            var batch = new ArrayList<ListingRows.Read>(BATCH_ROWS);
            while (table.hasNext()) {
                batch.clear();
                while (table.hasNext() && batch.size() < BATCH_ROWS) {
                    batch.add(rows.read(table.next()));
                }
                received += batch.size();
                List<String> lines = IntStream.range(0, batch.size())
                        .parallel()
                        .mapToObj(i -> line(screening, batch.get(i)))
                        .toList();
                for (int i = 0; i < lines.size(); i++) {
                    if (batch.get(i) instanceof ListingRows.Read.Rejected bad) {
                        if (refused == null) {
                            refused = new CsvWriter(Files.newOutputStream(rejects));
                            refused.write(List.of("row", "field", "reason"));
                        }
                        refused.write(List.of(Long.toString(bad.row()), bad.field(), bad.reason()));
                        rejected++;
                    } else {
                        verdicts.write(lines.get(i));
                        verdicts.write('\n');
                    }
                }
            }
        } finally {
            if (refused != null) {
                refused.close();
            }
        }
        if (whole) {
            Files.move(target, out, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String line(Screening screening, ListingRows.Read read) {
        return switch (read) {
            case ListingRows.Read.Offer offer -> {
                Verdict verdict = screening.screen(offer.listing());
                synchronized (counts) {
                    counts.merge(verdict.standing(), 1L, Long::sum);
                }
                yield VerdictJson.line(offer.listing().id(), verdict);
            }
            case ListingRows.Read.Rejected rejectedRow -> "";
        };
    }

    private void summary(PrintWriter words, double seconds) {
        words.printf(
                Locale.ROOT,
                "%d rows: %d suspect, %d to review, %d clear, %d rejected; %.1f s%n",
                received,
                counts.getOrDefault(Standing.SUSPECT, 0L),
                counts.getOrDefault(Standing.REVIEW, 0L),
                counts.getOrDefault(Standing.CLEAR, 0L),
                rejected,
                seconds);
        if (rejected > 0) {
            words.println("rejected rows: " + out.resolveSibling(out.getFileName() + ".rejected.csv"));
        }
        words.flush();
    }
}
