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
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.hengjian.commands.GivenFiles;
import org.hengjian.pictures.References;
import org.hengjian.screening.Screening;
import org.hengjian.screening.Standing;
import org.hengjian.screening.Verdict;
import org.hengjian.tables.ColumnMapping;
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
 * bounded by the batch, and what cannot be read is said in {@code OUT.rejected.csv}. A picture that cannot be read loses only
 * itself, in {@code OUT.pictures.csv}: the text of its row is screened all the same.
 */
@Command(
        name = "screen",
        mixinStandardHelpOptions = true,
        description = {
            "Screen a file of offers (CSV, XLSX or JSON Lines with at least id and title).",
            "Writes one JSON object a line, in the order of the input: verdict, score, right, kind, findings with the"
                    + " characters they stand on. Rows that cannot be read go to OUT.rejected.csv.",
            "The column images names pictures by their paths from the folder of IN, separated by ; and their text, codes,"
                    + " copies of reference pictures and signs like known logos join the findings, with picture and box. Pictures that cannot be read"
                    + " go to OUT.pictures.csv and to \"unread\" of their line; the text of the row is screened all the same."
        })
public final class ScreenCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int NOTHING_READ = 2;

    /** Rows in memory at a time: enough to keep all cores busy, small beside the brands themselves. */
    private static final int BATCH_ROWS = 4096;

    /** A batch ends with the row that names this one: what pictures say is longer than what titles say. */
    private static final int BATCH_PICTURES = 256;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "IN", description = "file of offers; - for standard input")
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

    @Option(
            names = "--references",
            paramLabel = "FOLDER",
            description = "pictures of right holders; those in a folder RIGHT belong to the right of that id")
    private @Nullable Path references;

    @Option(names = "--no-text", description = "do not read the text in the pictures, which takes most of the time")
    private boolean noText;

    private final Map<Standing, Long> counts = new EnumMap<>(Standing.class);
    private long received;
    private long rejected;
    private long picturesRead;
    private long picturesWithFindings;
    private long picturesUnread;

    @Override
    public Integer call() throws IOException {
        PrintWriter words = spec.commandLine().getErr();
        long start = System.nanoTime();
        var unusable = GivenFiles.overwritten(out, in, rights);
        Path pictureFolder = in.toAbsolutePath().resolveSibling("");
        if (unusable.isEmpty()) {
            in = GivenFiles.orStandardInput(in);
            unusable = GivenFiles.unreadable(in);
        }
        if (unusable.isPresent()) {
            words.println("hengjian: " + unusable.get());
            return NOTHING_READ;
        }
        var unwritable = GivenFiles.unwritable(out);
        if (unwritable.isPresent()) {
            words.println("hengjian: " + unwritable.get());
            return FAILED;
        }
        if (references != null && !Files.isDirectory(references)) {
            words.println("hengjian: there is no folder " + references);
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
            if (references != null && columns.column(UnreadPicture.FIELD).isEmpty()) {
                words.println("hengjian: " + in + " has no column images, so --references finds nothing to compare");
            }
            var known = references == null ? References.none() : PictureFiles.references(references, words);
            var pictures = new RowPictures(
                    screening,
                    known,
                    () -> noText ? Optional.empty() : PictureFiles.text(out, words),
                    pictureFolder);
            screenAll(screening, pictures, table, new ListingRows(columns));
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

    private void screenAll(Screening screening, RowPictures pictures, TableReader table, ListingRows rows)
            throws IOException {
        // A device (/dev/stdout) is written to as it is; a file appears whole or not at all.
        boolean whole = !Files.exists(out) || Files.isRegularFile(out);
        Path target = whole ? out.resolveSibling(out.getFileName() + ".part") : out;
        try (var refused = new SideFile(beside(".rejected.csv"), "row", "field", "reason");
                var unread = new SideFile(beside(".pictures.csv"), "row", "field", "picture", "reason", "remedy");
                Writer verdicts = new BufferedWriter(Files.newBufferedWriter(target, StandardCharsets.UTF_8), 1 << 16)) {
            var batch = new ArrayList<ListingRows.Read>(BATCH_ROWS);
            while (table.hasNext()) {
                batch.clear();
                int named = 0;
                while (table.hasNext() && batch.size() < BATCH_ROWS && named < BATCH_PICTURES) {
                    var read = rows.read(table.next());
                    named += read instanceof ListingRows.Read.Offer offer ? offer.pictures().size() : 0;
                    batch.add(read);
                }
                received += batch.size();
                List<Optional<RowAnswer>> answers = IntStream.range(0, batch.size())
                        .parallel()
                        .mapToObj(i -> answer(screening, pictures, batch.get(i)))
                        .toList();
                for (int i = 0; i < answers.size(); i++) {
                    if (batch.get(i) instanceof ListingRows.Read.Rejected bad) {
                        refused.write(Long.toString(bad.row()), bad.field(), bad.reason());
                        rejected++;
                    }
                    var answer = answers.get(i);
                    if (answer.isPresent()) {
                        write(answer.get(), verdicts, unread);
                    }
                }
            }
        }
        if (whole) {
            Files.move(target, out, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void write(RowAnswer answer, Writer verdicts, SideFile unread) throws IOException {
        verdicts.write(answer.line());
        verdicts.write('\n');
        counts.merge(answer.standing(), 1L, Long::sum);
        picturesRead += answer.pictures();
        picturesWithFindings += answer.picturesWithFindings();
        picturesUnread += answer.unread().size();
        for (UnreadPicture one : answer.unread()) {
            unread.write(Long.toString(one.row()), UnreadPicture.FIELD, one.path(), one.reason(), one.remedy());
        }
    }

    private static Optional<RowAnswer> answer(Screening screening, RowPictures pictures, ListingRows.Read read) {
        return switch (read) {
            case ListingRows.Read.Offer offer -> {
                Verdict verdict = screening.screen(offer.listing());
                yield Optional.of(
                        offer.pictures().isEmpty()
                                ? RowAnswer.of(offer.listing().id(), verdict)
                                : RowAnswer.of(
                                        offer.listing(),
                                        verdict,
                                        pictures.of(offer.row(), offer.listing(), offer.pictures()),
                                        screening,
                                        pictures));
            }
            case ListingRows.Read.Rejected rejectedRow -> Optional.empty();
        };
    }

    private Path beside(String ending) {
        return out.resolveSibling(out.getFileName() + ending);
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
            words.println("rejected rows: " + beside(".rejected.csv"));
        }
        if (picturesRead + picturesUnread > 0) {
            words.printf(
                    Locale.ROOT,
                    "%d pictures: %d with findings, %d not read%n",
                    picturesRead + picturesUnread,
                    picturesWithFindings,
                    picturesUnread);
        }
        if (picturesUnread > 0) {
            words.println("pictures not read: " + beside(".pictures.csv"));
        }
        words.flush();
    }
}
