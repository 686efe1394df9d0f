package org.hengjian.commands.domains;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hengjian.commands.GivenFiles;
import org.hengjian.commands.screen.RightRows;
import org.hengjian.screening.Right;
import org.hengjian.screening.Screening;
import org.hengjian.screening.domain.DomainWatch;
import org.hengjian.screening.domain.OfficialDomains;
import org.hengjian.tables.Unreadable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code domains IN --out OUT}: which of a feed of domains imitate a right; {@code domains --watch NAME --out OUT}: which
 * domains to watch. Reads line by line, whatever the length of the feed.
 */
@Command(
        name = "domains",
        mixinStandardHelpOptions = true,
        description = {
            "Find look-alike domains in a feed (one a line; of a CSV the first column), or list those to watch for a name.",
            "Writes one JSON object for each that imitates a right: domain, name, right, way, zh, en."
        })
public final class DomainsCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "IN", description = "file of domains; - for standard input")
    private @Nullable Path in;

    @Option(names = {"-o", "--out"}, required = true, paramLabel = "OUT", description = "where the findings go")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = {"-r", "--rights"}, paramLabel = "FILE", description = "further rights, as for screen")
    private @Nullable Path rights;

    @Option(names = "--official", paramLabel = "FILE", description = "domains of right holders, one a line")
    private @Nullable Path official;

    @Option(names = {"-w", "--watch"}, paramLabel = "NAME", description = "list domains that might imitate this name")
    private @Nullable String watch;

    @Override
    public Integer call() throws IOException {
        PrintWriter words = spec.commandLine().getErr();
        if (in == null && watch == null) {
            words.println("hengjian: name a file of domains, or a name with --watch");
            return NOT_UNDERSTOOD;
        }
        var unusable = GivenFiles.overwritten(out, in, rights, official);
        if (unusable.isEmpty() && in != null) {
            in = GivenFiles.orStandardInput(in);
        }
        for (Path file : files()) {
            unusable = unusable.or(() -> GivenFiles.unreadable(file));
        }
        if (unusable.isPresent()) {
            words.println("hengjian: " + unusable.get());
            return NOT_UNDERSTOOD;
        }
        var unwritable = GivenFiles.unwritable(out);
        if (unwritable.isPresent()) {
            words.println("hengjian: " + unwritable.get());
            return FAILED;
        }
        DomainWatch all;
        try {
            all = watch(words);
        } catch (NotText notText) {
            words.println("hengjian: " + notText.getMessage() + " is not UTF-8 text; save it as UTF-8");
            return NOT_UNDERSTOOD;
        } catch (Unreadable | IllegalArgumentException | UncheckedIOException unreadable) {
            words.println("hengjian: the rights cannot be read: " + unreadable.getMessage());
            return NOT_UNDERSTOOD;
        }
        Path target = Files.isRegularFile(out) || !Files.exists(out)
                ? out.resolveSibling(out.getFileName() + ".part")
                : out;
        try (Writer writer = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
            if (watch != null) {
                for (String domain : all.variants(watch)) {
                    writer.write(domain + "\n");
                }
            } else {
                match(all, words, writer);
            }
        } catch (MalformedInputException e) {
            Files.deleteIfExists(target);
            words.println("hengjian: " + in + " is not UTF-8 text");
            return NOT_UNDERSTOOD;
        }
        if (!target.equals(out)) {
            Files.move(target, out, StandardCopyOption.REPLACE_EXISTING);
        }
        return 0;
    }

    /** A file that is not text in the character set that we ask for. */
    private static final class NotText extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotText(Path file) {
            super(file.toString());
        }
    }

    private List<Path> files() {
        var files = new ArrayList<Path>();
        for (Path file : new Path[] {in, rights, official}) {
            if (file != null) {
                files.add(file);
            }
        }
        return files;
    }

    private DomainWatch watch(PrintWriter words) throws IOException {
        var register = new LinkedHashSet<Right>(Screening.shipped().rights());
        if (rights != null) {
            var warnings = new ArrayList<String>();
            register.addAll(RightRows.read(rights, warnings));
            warnings.forEach(warning -> words.println("hengjian: " + warning));
        }
        var domains = new ArrayList<>(OfficialDomains.all());
        if (official != null) {
            try {
                Files.readAllLines(official).stream().map(String::strip).forEach(domains::add);
            } catch (MalformedInputException e) {
                throw new NotText(official);
            }
        }
        return DomainWatch.of(register, domains);
    }

    private void match(DomainWatch all, PrintWriter words, Writer writer) throws IOException {
        var json = JsonMapper.builder().build();
        long read = 0;
        long found = 0;
        long start = System.nanoTime();
        try (BufferedReader lines = Files.newBufferedReader(java.util.Objects.requireNonNull(in))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String domain = line.split("[,\\t;]", 2)[0].strip().replace("\"", "");
                if (domain.isEmpty() || domain.startsWith("#") || domain.indexOf('.') < 0) {
                    continue; // a heading, a remark, an empty line
                }
                read++;
                var imitation = all.match(domain);
                if (imitation.isPresent()) {
                    found++;
                    var one = imitation.get();
                    var node = json.createObjectNode()
                            .put("domain", domain)
                            .put("name", one.name());
                    node.putObject("right")
                            .put("id", one.right().id())
                            .put("name", one.right().name())
                            .put("holder", one.right().holder());
                    node.put("way", one.way().code()).put("zh", one.zh()).put("en", one.en());
                    writer.write(json.writeValueAsString(node) + "\n");
                }
            }
        }
        words.printf(
                Locale.ROOT,
                "%d domains: %d imitate a right; %.1f s%n",
                read,
                found,
                (System.nanoTime() - start) / 1e9);
        words.flush();
    }
}
