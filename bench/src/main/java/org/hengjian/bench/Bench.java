package org.hengjian.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hengjian.screening.Listing;
import org.hengjian.screening.Screening;
import org.hengjian.screening.Standing;

/**
 * Writes the figures of {@code docs/screening/benchmarks.md}. Arguments: the file to write, and optionally a folder
 * with files of real titles ({@code dev_*.jsonl}), which stay where they are; without it titles of our own are used;
 * third, a file with a domain a line that imitates nobody.
 */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[0]);
        var real = new ArrayList<Path>();
        if (arguments.length > 1) {
            try (var files = Files.newDirectoryStream(Path.of(arguments[1]), "dev_*.jsonl")) {
                files.forEach(real::add);
            }
        }
        real.sort(null);
        try (var out = new PrintStream(Files.newOutputStream(target), true, StandardCharsets.UTF_8)) {
            out.printf(
                    Locale.ROOT,
                    "# Screening, measured%n%nMade by `org.hengjian.bench.Bench` on %s, Java %s, %d processors (%s), one thread,"
                            + " processor time.%n",
                    LocalDate.now(ZoneId.of("Asia/Shanghai")),
                    Runtime.version().feature(),
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("os.arch"));
            out.printf("%n## Recall by technique%n%nTitles are written by the generator in `bench/` (200 a technique and group);"
                    + " unseen brands are invented names added through `Screening.with`.%n%n");
            Quality.report(out);
            falseAlarms(real, out);
            Domains.report(arguments.length > 2 ? Files.readAllLines(Path.of(arguments[2])) : List.of(), out);
            Size.report(out);
            out.printf("%n## Quality, side by side%n%n");
            Peers.report(out);
            out.printf("%n## Side by side%n");
            Throughput.report(titles(real), 10_000, out);
        }
    }

    private static void falseAlarms(List<Path> real, PrintStream out) {
        out.printf("%n## False alarms on real titles%n%n");
        if (real.isEmpty()) {
            out.println("No folder of real titles was given.");
            return;
        }
        Screening screening = Screening.shipped();
        out.println("| titles | number | suspects per 1,000 | reviews per 1,000 |");
        out.println("|---|---|---|---|");
        for (Path file : real) {
            List<String> titles = Throughput.titles(file);
            int suspect = 0;
            int review = 0;
            for (String title : titles) {
                Standing standing = screening.screen(Listing.of("1", title)).standing();
                suspect += standing == Standing.SUSPECT ? 1 : 0;
                review += standing == Standing.REVIEW ? 1 : 0;
            }
            out.printf(Locale.ROOT, "| %s | %,d | %.1f | %.1f |%n", file.getFileName(), titles.size(),
                    suspect * 1000.0 / titles.size(), review * 1000.0 / titles.size());
        }
        out.printf("%nThe titles are unlabelled; several of the suspects are indeed altered names.%n");
    }

    private static List<String> titles(List<Path> real) {
        var titles = new ArrayList<String>();
        for (Path file : real) {
            if (file.getFileName().toString().contains("zh")) {
                titles.addAll(Throughput.titles(file));
            }
        }
        if (titles.isEmpty()) {
            Labelled.honest(Quality.unseen(500, 3), 20_000, 8).forEach(one -> titles.add(one.title()));
        }
        return titles;
    }
}
