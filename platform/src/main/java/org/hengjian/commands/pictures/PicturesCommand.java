package org.hengjian.commands.pictures;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hengjian.commands.GivenFiles;
import org.hengjian.commands.screen.PictureFiles;
import org.hengjian.commands.screen.RightRows;
import org.hengjian.pictures.Box;
import org.hengjian.pictures.Picture;
import org.hengjian.pictures.PictureFinding;
import org.hengjian.pictures.PictureScreening;
import org.hengjian.pictures.References;
import org.hengjian.screening.Kind;
import org.hengjian.screening.Screening;
import org.hengjian.screening.domain.DomainWatch;
import org.hengjian.screening.domain.OfficialDomains;
import org.hengjian.tables.CsvWriter;
import org.hengjian.tables.Unreadable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code pictures IN --out OUT [--references FOLDER]}: screens pictures without a server.
 */
@Command(
        name = "pictures",
        mixinStandardHelpOptions = true,
        description = {
            "Screen a folder of pictures: text, bar and QR codes, copies of reference pictures (whole, cut, mirrored), signs like"
                    + " known logos.",
            "Writes one JSON object a picture, in the order of their names: file, size, verdict, findings with their boxes."
                    + " Files that cannot be read go to OUT.rejected.csv."
        })
public final class PicturesCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int NOTHING_READ = 2;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "IN", description = "a folder of pictures, or one picture")
    @SuppressWarnings("NullAway.Init")
    private Path in;

    @Option(names = {"-o", "--out"}, required = true, paramLabel = "OUT", description = "where the findings go")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--references",
            paramLabel = "FOLDER",
            description = "pictures of right holders; those in a folder RIGHT belong to the right of that id")
    private @Nullable Path references;

    @Option(names = {"-r", "--rights"}, paramLabel = "FILE", description = "further rights, as for screen")
    private @Nullable Path rights;

    @Option(names = "--no-text", description = "do not read the text in the pictures, which takes most of the time")
    private boolean noText;

    private final JsonMapper json = JsonMapper.builder().build();
    private long rejected;

    @Override
    public Integer call() throws IOException {
        PrintWriter words = spec.commandLine().getErr();
        long start = System.nanoTime();
        for (Path given : java.util.Arrays.asList(in, references, rights)) {
            if (given != null && !Files.exists(given)) {
                words.println("hengjian: there is no file or folder " + given);
                return NOTHING_READ;
            }
        }
        var unusable = GivenFiles.overwritten(out, in, rights);
        if (unusable.isPresent()) {
            words.println("hengjian: " + unusable.get());
            return NOTHING_READ;
        }
        var unwritable = GivenFiles.unwritable(out);
        if (unwritable.isPresent()) {
            words.println("hengjian: " + unwritable.get());
            return FAILED;
        }
        Screening screening;
        try {
            screening = screening(words);
        } catch (Unreadable | IllegalArgumentException unreadable) {
            words.println("hengjian: the rights cannot be read: " + unreadable.getMessage());
            return NOTHING_READ;
        }
        var pictures = new PictureScreening(
                screening,
                references == null ? References.none() : PictureFiles.references(references, words),
                DomainWatch.of(screening.rights(), OfficialDomains.all()),
                noText ? Optional.empty() : PictureFiles.text(out, words));
        Path rejects = out.resolveSibling(out.getFileName() + ".rejected.csv");
        Files.deleteIfExists(rejects);
        boolean whole = !Files.exists(out) || Files.isRegularFile(out);
        Path target = whole ? out.resolveSibling(out.getFileName() + ".part") : out;
        List<Path> files = PictureFiles.in(in);
        long found = 0;
        long copies = 0;
        var refused = new ArrayList<List<String>>();
        try (Writer lines = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
            for (int i = 0; i < files.size(); i++) {
                try {
                    var said = pictures.screen(PictureFiles.read(files.get(i)), "");
                    found += said.findings().isEmpty() ? 0 : 1;
                    copies += said.findings().stream().anyMatch(one -> one.kind() == Kind.COPIED_PICTURE) ? 1 : 0;
                    lines.write(json.writeValueAsString(line(name(files.get(i)), said)) + "\n");
                } catch (Picture.Unreadable e) {
                    refused.add(List.of(Integer.toString(i + 1), name(files.get(i)), e.getMessage()));
                }
            }
        }
        if (whole) {
            Files.move(target, out, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!refused.isEmpty()) {
            try (var csv = new CsvWriter(Files.newOutputStream(rejects))) {
                csv.write(List.of("row", "field", "reason"));
                for (List<String> row : refused) {
                    csv.write(row);
                }
            }
        }
        rejected = refused.size();
        words.printf(
                Locale.ROOT,
                "%d pictures: %d with findings, %d of them copies, %d rejected; %.1f s%n",
                files.size(),
                found,
                copies,
                rejected,
                (System.nanoTime() - start) / 1e9);
        if (rejected > 0) {
            words.println("rejected files: " + rejects);
        }
        words.flush();
        return files.size() > rejected ? 0 : NOTHING_READ;
    }

    private Screening screening(PrintWriter words) {
        Screening shipped = Screening.shipped();
        if (rights == null) {
            return shipped;
        }
        var warnings = new ArrayList<String>();
        Screening all = shipped.with(RightRows.read(rights, warnings));
        warnings.forEach(warning -> words.println("hengjian: " + warning));
        return all;
    }

    private String name(Path file) {
        return Files.isDirectory(in) ? in.relativize(file).toString() : file.getFileName().toString();
    }

    private ObjectNode line(String file, PictureScreening.Said said) {
        ObjectNode line = json.createObjectNode()
                .put("file", file)
                .put("width", said.width())
                .put("height", said.height())
                .put("verdict", said.standing().name().toLowerCase(Locale.ROOT))
                .put("textRead", said.textRead());
        var findings = line.putArray("findings");
        for (PictureFinding one : said.findings()) {
            ObjectNode finding = findings.addObject();
            finding.put("kind", one.kind().code());
            box(finding, one.box());
            finding.put("text", one.text()).put("matched", one.matched());
            one.path().forEach(finding.putArray("path")::add);
            finding.put("right", one.rightId())
                    .put("weight", one.weight())
                    .put("zh", one.zh())
                    .put("en", one.en());
        }
        var text = line.putArray("text");
        said.lines().forEach(read -> box(text.addObject().put("text", read.text()), read.box()));
        var codes = line.putArray("codes");
        said.codes()
                .forEach(code -> box(codes.addObject().put("text", code.text()).put("format", code.format()), code.box()));
        return line;
    }

    private static void box(ObjectNode of, Box box) {
        of.putObject("box")
                .put("x", box.x())
                .put("y", box.y())
                .put("width", box.width())
                .put("height", box.height());
    }
}
