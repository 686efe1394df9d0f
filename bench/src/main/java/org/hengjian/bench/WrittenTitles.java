package org.hengjian.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.hengjian.screening.Screening;
import org.hengjian.screening.ShippedClaims;

/** Titles that were written by hand, and titles of ordinary words that mean nothing (手写标题与日常用语标题). */
final class WrittenTitles {

    private WrittenTitles() {}

    /** {@code rightId} is the name of the right meant, empty for none; the technique is the file's heading. */
    static List<Labelled> suspects() {
        return read("/written-suspects.txt", true);
    }

    static List<Labelled> honest() {
        return read("/written-honest.txt", false);
    }

    /** Suspects written to measure with, never trained on; see the head of the file. */
    static List<Labelled> unseenSuspects() {
        return read("/unseen-suspects.txt", true);
    }

    static List<Labelled> unseenHonest() {
        return read("/unseen-honest.txt", false);
    }

    /** Further sets to measure with, {@code third} to {@code sixteenth}, written after what the ones before showed was mended. */
    static List<Labelled> suspects(String set) {
        return read("/" + set + "-suspects.txt", true);
    }

    static List<Labelled> honest(String set) {
        return read("/" + set + "-honest.txt", false);
    }

    /** Whether a title is kept for the end: nobody looks at it while rules or weights are changed. */
    static boolean heldOut(Labelled one) {
        return (one.title().hashCode() & 1) == 1;
    }

    /** Rows of words that shops use, drawn by chance, none of them a claim: what sounds like a name is an accident. */
    static List<Labelled> ordinary(int count, long seed) {
        Set<String> claims = ShippedClaims.all().stream().flatMap(claim -> claim.wordings().stream()).collect(Collectors.toSet());
        List<String> words = lines(Screening.class.getResourceAsStream("text/words-trade.tsv")).stream()
                .map(line -> line.split("\t")[0])
                .filter(word -> !claims.contains(word))
                .toList();
        List<String> goods = goods().stream().filter(word -> !claims.contains(word)).toList();
        var random = new Random(seed);
        var titles = new ArrayList<Labelled>();
        for (int i = 0; i < count; i++) {
            var title = new StringBuilder();
            for (int k = 4 + random.nextInt(6); k > 0; k--) {
                List<String> from = random.nextInt(4) == 0 ? goods : words;
                title.append(from.get(random.nextInt(from.size()))).append(random.nextInt(3) == 0 ? " " : "");
            }
            titles.add(new Labelled(title.toString(), false, "", "ORDINARY"));
        }
        return titles;
    }

    /** Words for goods. */
    static List<String> goods() {
        return lines(Screening.class.getResourceAsStream("goods.txt")).stream()
                .flatMap(line -> List.of(line.substring(line.indexOf(':') + 1).split("\\|")).stream())
                .map(String::strip)
                .toList();
    }

    private static List<Labelled> read(String resource, boolean suspect) {
        var titles = new ArrayList<Labelled>();
        String heading = "";
        for (String line : lines(WrittenTitles.class.getResourceAsStream(resource))) {
            if (line.startsWith("[")) {
                heading = line.substring(1, line.length() - 1)
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_');
                continue;
            }
            int bar = suspect ? line.lastIndexOf('|') : -1;
            titles.add(new Labelled(
                    bar < 0 ? line : line.substring(0, bar),
                    suspect,
                    bar < 0 ? "" : line.substring(bar + 1).strip(),
                    heading));
        }
        return titles;
    }

    private static List<String> lines(@org.jspecify.annotations.Nullable InputStream stream) {
        if (stream == null) {
            throw new IllegalStateException("a file of words or titles is not in the jar");
        }
        try (InputStream in = stream) {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
