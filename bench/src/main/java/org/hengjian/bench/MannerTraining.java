package org.hengjian.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hengjian.screening.Kind;
import org.hengjian.screening.Listing;
import org.hengjian.screening.Manner;
import org.hengjian.screening.Screening;
import org.hengjian.screening.Standing;
import org.hengjian.screening.Verdict;

/**
 * Makes the weights of the manner of a title (行文特征训练), a part of {@code ./dev train}. Learnt are titles of our own
 * hand, honest rows of the product's samples and rows of ordinary words of the generator. What is kept aside of the eleventh set, the
 * fourteenth and the sixteenth only measure. Real titles teach no weight: if a folder of them is given they set the threshold, which else stays as it is.
 * Arguments: the file to write, and optionally the folder with {@code dev_*.jsonl}.
 */
public final class MannerTraining {

    private static final int PIECES_MOST = 20_000;
    private static final int ORDINARY = 5_000;
    private static final long ORDINARY_SEED = 105;
    /** Real titles in a thousand that may be put before a person for their manner alone. */
    private static final double ALARMS_PER_THOUSAND = 1.5;

    private static final List<String> LEARNT =
            List.of("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "twelfth", "thirteenth", "fifteenth");

    private MannerTraining() {}

    public static void main(String[] arguments) throws IOException {
        List<Labelled> titles = titles();
        MannerFit.Fitted fitted = MannerFit.of(titles, PIECES_MOST);
        double threshold = Manner.shipped().threshold();
        String measured = "the threshold is the one of before: no real titles were given";
        if (arguments.length > 1) {
            var real = new ArrayList<String>();
            try (var files = Files.newDirectoryStream(Path.of(arguments[1]), "dev_*.jsonl")) {
                for (Path file : files) {
                    real.addAll(Throughput.titles(file));
                }
            }
            threshold = threshold(fitted, real);
            measured = String.format(
                    Locale.ROOT,
                    "the threshold is met by at most %.1f in 1,000 of %d real titles, which taught no weight",
                    ALARMS_PER_THOUSAND,
                    real.size());
        }
        Files.writeString(Path.of(arguments[0]), text(titles, fitted, threshold, measured));
    }

    private static List<Labelled> titles() throws IOException {
        var titles = new ArrayList<Labelled>();
        titles.addAll(WrittenTitles.suspects());
        titles.addAll(WrittenTitles.honest());
        titles.addAll(WrittenTitles.unseenSuspects());
        titles.addAll(WrittenTitles.unseenHonest());
        for (String set : LEARNT) {
            titles.addAll(WrittenTitles.suspects(set));
            titles.addAll(WrittenTitles.honest(set));
        }
        for (List<Labelled> eleventh : List.of(WrittenTitles.suspects("eleventh"), WrittenTitles.honest("eleventh"))) {
            eleventh.stream().filter(one -> !WrittenTitles.heldOut(one)).forEach(titles::add);
        }
        titles.addAll(WrittenTitles.ordinary(ORDINARY, ORDINARY_SEED));
        titles.addAll(samples());
        return titles;
    }

    /** The honest rows of the product's own samples: wholesale and post free are no manner of fakes. */
    private static List<Labelled> samples() throws IOException {
        Set<String> accusing = Set.of("claim", "evasive");
        Set<String> honest = Files.readAllLines(Path.of("samples/listings-labels.csv")).stream()
                .map(line -> line.split(","))
                .filter(cells -> cells.length == 3 && !accusing.contains(cells[2]))
                .map(cells -> cells[1])
                .collect(Collectors.toSet());
        Pattern row = Pattern.compile("^\\{\"id\":\"([^\"]+)\",\"title\":\"([^\"\\\\]+)\"|^([A-Z]{2}\\d+),([^,\"]+),");
        var titles = new ArrayList<Labelled>();
        for (String file : List.of("listings-crossborder.jsonl", "listings-hangzhou-utf8.csv")) {
            for (String line : Files.readAllLines(Path.of("samples", file))) {
                Matcher matcher = row.matcher(line);
                if (matcher.find()) {
                    int id = matcher.group(1) == null ? 3 : 1;
                    if (honest.contains(matcher.group(id))) {
                        titles.add(new Labelled(matcher.group(id + 1), false, "", "SAMPLE"));
                    }
                }
            }
        }
        return titles;
    }

    /** Such that of all real titles no more than the share allowed are called for their manner. */
    private static double threshold(MannerFit.Fitted fitted, List<String> real) {
        Screening screening = Screening.shipped();
        Manner manner = fitted.from(Double.POSITIVE_INFINITY);
        double[] odds = real.stream()
                .filter(title -> saysNothing(screening.screen(Listing.of("1", title))))
                .mapToDouble(title -> manner.logOdds(screening, title))
                .sorted()
                .toArray();
        int allowed = (int) (real.size() * ALARMS_PER_THOUSAND / 1000);
        return Math.ceil(odds[odds.length - 1 - allowed] * 1000 + 1) / 1000;
    }

    private static boolean saysNothing(Verdict verdict) {
        return verdict.kind() == Kind.MANNER
                || verdict.standing() == Standing.CLEAR
                        && Set.of(Kind.NONE, Kind.GENERIC_WORD).contains(verdict.kind());
    }

    private static String text(List<Labelled> titles, MannerFit.Fitted fitted, double threshold, String measured) {
        long suspects = titles.stream().filter(Labelled::suspect).count();
        var text = new StringBuilder();
        text.append("# The manner of titles: log-odds of pieces of two to four characters; made by ./dev train, not by hand.\n");
        text.append(String.format(
                Locale.ROOT,
                "# Made on %s from %d suspect and %d honest titles of our own hand, of the samples and of the seeded generator;%n# %s.%n",
                LocalDate.now(ZoneId.of("Asia/Shanghai")),
                suspects,
                titles.size() - suspects,
                measured));
        text.append("# What it finds of titles that it never saw stands in docs/screening/benchmarks.md. No piece of one title alone, none of a name or of goods;\n"
                + "# _ a space, * a symbol, - a joiner, a comma any punctuation.\n");
        text.append(String.format(Locale.ROOT, "start\t%.3f%nthreshold\t%.3f%n", fitted.start(), threshold));
        for (int i = 0; i < fitted.pieces().size(); i++) {
            text.append(String.format(
                    Locale.ROOT, "%s\t%.3f%n", fitted.pieces().get(i), fitted.weights().get(i)));
        }
        return text.toString();
    }
}
