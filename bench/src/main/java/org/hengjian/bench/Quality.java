package org.hengjian.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import org.hengjian.screening.Listing;
import org.hengjian.screening.Right;
import org.hengjian.screening.Screening;
import org.hengjian.screening.ShippedClaims;
import org.hengjian.screening.ShippedRights;
import org.hengjian.screening.Standing;
import org.hengjian.screening.Verdict;

/** Recall by technique on brands seen and unseen, and false alarms (质量评测). */
final class Quality {

    private Quality() {}

    /** Invented names, of the usual shapes: nothing was tuned on them. */
    static List<Right> unseen(int count, long seed) {
        var random = new Random(seed);
        String first = "衡云青沐禾朗卓锦悦澜璟霁岚汐芃翊恺珩砚黎";
        String second = "溪岫禾里川野舟屿汀棠苒沁铎霖骁晟葵蓁禧潼";
        String[] onset = {"br", "v", "l", "k", "zel", "mor", "tav", "ner", "dal", "fin", "quor", "sul", "wex", "hol"};
        String[] rest = {"anto", "elio", "ovar", "ista", "udex", "imora", "avelle", "oniq", "entra", "ysso", "andel"};
        int[] classes = {3, 9, 14, 18, 25, 28, 33};
        var rights = new ArrayList<Right>();
        for (int i = 0; i < count; i++) {
            var name = new StringBuilder();
            name.append(first.charAt(random.nextInt(first.length())));
            name.append(second.charAt(random.nextInt(second.length())));
            for (int k = random.nextInt(3); k > 0; k--) {
                name.append(second.charAt(random.nextInt(second.length())));
            }
            String latin = onset[i % onset.length] + "aeiou".charAt(i / onset.length % 5) + rest[random.nextInt(rest.length)]
                    + (i >= 70 ? "" + (char) ('a' + i % 23) + "o" : "");
            rights.add(Right.of("unseen:" + i, name.toString(), latin.substring(0, 1).toUpperCase(Locale.ROOT) + latin.substring(1))
                    .withClasses(classes[random.nextInt(classes.length)]));
        }
        return rights;
    }

    static void report(PrintStream out) {
        List<Right> seen = ShippedRights.all().stream()
                .filter(r -> !r.generic() && !r.classes().isEmpty() && !r.category().startsWith("地理"))
                .toList();
        List<Right> unseen = unseen(200, 11);
        Screening screening = Screening.of(ShippedRights.all(), ShippedClaims.all()).with(unseen);
        out.println("| technique | shipped brands: suspect | or review | right named | unseen brands: suspect | or review | right named |");
        out.println("|---|---|---|---|---|---|---|");
        var rows = new TreeMap<String, double[]>();
        count(screening, Labelled.evasive(seen, 200, 1), rows, 0);
        count(screening, Labelled.evasive(unseen, 200, 2), rows, 4);
        count(screening, Labelled.claiming(seen, 400, 3), rows, 0);
        count(screening, Labelled.claiming(unseen, 400, 4), rows, 4);
        rows.forEach((technique, c) -> out.printf(
                Locale.ROOT,
                "| %s | %.0f %% | %.0f %% | %.0f %% | %.0f %% | %.0f %% | %.0f %% |%n",
                technique.toLowerCase(Locale.ROOT).replace('_', ' '),
                100 * c[1] / c[0], 100 * c[2] / c[0], 100 * c[3] / Math.max(1, c[2]),
                100 * c[5] / c[4], 100 * c[6] / c[4], 100 * c[7] / Math.max(1, c[6])));
        for (var group : List.of(seen, unseen)) {
            List<Labelled> honest = Labelled.honest(group, 4000, 5);
            int suspect = 0;
            int review = 0;
            for (Labelled one : honest) {
                Standing standing = screening.screen(Listing.of("1", one.title())).standing();
                suspect += standing == Standing.SUSPECT ? 1 : 0;
                review += standing == Standing.REVIEW ? 1 : 0;
            }
            out.printf(Locale.ROOT, "%nHonest mentions of %s brands: %d titles, %.1f suspects and %.1f reviews per 1,000.%n",
                    group == seen ? "shipped" : "unseen", honest.size(), suspect * 1000.0 / honest.size(), review * 1000.0 / honest.size());
        }
    }

    private static void count(Screening screening, List<Labelled> titles, TreeMap<String, double[]> rows, int offset) {
        for (Labelled one : titles) {
            double[] row = rows.computeIfAbsent(one.technique(), t -> new double[8]);
            Verdict verdict = screening.screen(Listing.of("1", one.title()));
            row[offset]++;
            row[offset + 1] += verdict.standing() == Standing.SUSPECT ? 1 : 0;
            boolean found = verdict.standing() != Standing.CLEAR;
            row[offset + 2] += found ? 1 : 0;
            row[offset + 3] += found && verdict.right().map(Right::id).filter(one.rightId()::equals).isPresent() ? 1 : 0;
            if (Boolean.getBoolean("show.missed") && !found) {
                System.err.println(one.technique() + " " + one.rightId() + " | " + one.title());
            }
        }
    }

}
