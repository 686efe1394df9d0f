package org.hengjian.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.hengjian.screening.Thresholds;

/** How the fitted score does on brands that it has not seen (训练评测): reliability, and recall by technique. */
record TrainingReport(List<Scored> scored) {

    /**
     * @param score by the weights that are shipped
     * @param withoutTechnique by weights fitted without the techniques held back
     * @param heldBack whether its technique was one of them
     * @param silent nothing was found in it
     */
    record Scored(
            String technique,
            boolean suspect,
            double score,
            double withoutTechnique,
            boolean heldBack,
            boolean silent) {}

    private record Bin(double said, double suspects, double count) {

        double was() {
            return suspects / Math.max(1e-9, count);
        }
    }

    private static final int BINS = 10;

    String text(Fit.Weights weights) {
        var out = new StringBuilder();
        out.append(
                        "# The score, trained and measured\n\nMade by `./dev train`. Brands of this page were neither trained nor")
                .append(" calibrated on. Suspects and honest titles in which something is found weigh the same.")
                .append(
                        " Titles are of the generator, which draws on the same character tables as the matcher: read recall as")
                .append(
                        " an upper bound. The fit takes three labels in a hundred to be wrong, so it says less than it knows.\n\n")
                .append("## Does 0.8 mean eight in ten?\n\n![Reliability](reliability.svg)\n\n")
                .append("| score said | share that was suspect | titles |\n|---|---|---|\n");
        for (Bin bin : bins()) {
            if (bin.count() > 0) {
                out.append(String.format(Locale.ROOT, "| %.2f | %.2f | %.0f |%n", bin.said(), bin.was(), bin.count()));
            }
        }
        out.append(String.format(
                Locale.ROOT, "%nExpected calibration error: %.3f; Brier score: %.3f.%n", error(), brier()));
        out.append(
                        "\n## Unseen brands, by technique\n\n\"Held back\": as judged by weights that were fitted without that")
                .append(
                        " technique.\n\n| technique | titles | suspect | or review | held back: suspect | or review |\n")
                .append("|---|---|---|---|---|---|\n");
        var rows = new TreeMap<String, List<Scored>>();
        scored.stream()
                .filter(Scored::suspect)
                .forEach(one -> rows.computeIfAbsent(one.technique(), t -> new ArrayList<>())
                        .add(one));
        rows.forEach((technique, of) -> out.append(row(technique, of)));
        long honest = scored.stream().filter(one -> !one.suspect()).count();
        out.append(String.format(
                Locale.ROOT,
                "%nOf %,d honest titles %.2f in 1,000 are suspect, %.2f more for review.%n",
                honest,
                share(honest, Thresholds.STANDARD.suspectFrom(), 2),
                share(honest, Thresholds.STANDARD.reviewFrom(), Thresholds.STANDARD.suspectFrom())));
        out.append(String.format(
                Locale.ROOT,
                "%n## Weights%n%nAn offer in which something is found starts from %.3f.%n",
                weights.start()));
        out.append("\n| feature | weight, log-odds a unit |\n|---|---|\n");
        weights.of()
                .forEach((feature, weight) ->
                        out.append(weight == 0 ? "" : String.format(Locale.ROOT, "| %s | %.2f |%n", feature, weight)));
        return out.toString();
    }

    private double share(long honest, double from, double below) {
        return 1000.0
                / honest
                * scored.stream()
                        .filter(one -> !one.suspect() && !one.silent() && one.score() >= from && one.score() < below)
                        .count();
    }

    private static String row(String technique, List<Scored> of) {
        boolean heldBack = of.getFirst().heldBack();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %s |%n",
                technique.toLowerCase(Locale.ROOT).replace('_', ' '),
                of.size(),
                percent(of, Scored::score, Thresholds.STANDARD.suspectFrom()),
                percent(of, Scored::score, Thresholds.STANDARD.reviewFrom()),
                heldBack ? percent(of, Scored::withoutTechnique, Thresholds.STANDARD.suspectFrom()) : "",
                heldBack ? percent(of, Scored::withoutTechnique, Thresholds.STANDARD.reviewFrom()) : "");
    }

    private static String percent(List<Scored> of, java.util.function.ToDoubleFunction<Scored> score, double from) {
        long found = of.stream()
                .filter(one -> !one.silent() && score.applyAsDouble(one) >= from)
                .count();
        return String.format(Locale.ROOT, "%.0f %%", 100.0 * found / of.size());
    }

    private List<Scored> found() {
        return scored.stream().filter(one -> !one.silent()).toList();
    }

    /** What one honest title weighs, so that both kinds weigh the same. */
    private double honestWeight() {
        double suspects = found().stream().filter(Scored::suspect).count();
        return suspects / Math.max(1, found().size() - suspects);
    }

    private List<Bin> bins() {
        double[] said = new double[BINS];
        double[] was = new double[BINS];
        double[] count = new double[BINS];
        double honest = honestWeight();
        for (Scored one : found()) {
            int bin = Math.min(BINS - 1, (int) (one.score() * BINS));
            double weight = one.suspect() ? 1 : honest;
            said[bin] += weight * one.score();
            was[bin] += one.suspect() ? weight : 0;
            count[bin] += weight;
        }
        var bins = new ArrayList<Bin>();
        for (int i = 0; i < BINS; i++) {
            bins.add(new Bin(said[i] / Math.max(1e-9, count[i]), was[i], count[i]));
        }
        return bins;
    }

    private double error() {
        double all = bins().stream().mapToDouble(Bin::count).sum();
        return bins().stream()
                        .mapToDouble(bin -> Math.abs(bin.said() - bin.was()) * bin.count())
                        .sum()
                / all;
    }

    private double brier() {
        double honest = honestWeight();
        double sum = 0;
        double count = 0;
        for (Scored one : found()) {
            double weight = one.suspect() ? 1 : honest;
            sum += weight * Math.pow((one.suspect() ? 1 : 0) - one.score(), 2);
            count += weight;
        }
        return sum / count;
    }

    String picture() {
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 350" font-family="sans-serif" font-size="12">
                <title>Reliability of the score on unseen brands</title>
                <rect x="50" y="10" width="300" height="300" fill="none" stroke="#888"/>
                <line x1="50" y1="310" x2="350" y2="10" stroke="#888" stroke-dasharray="4 4"/>
                <text x="200" y="343" text-anchor="middle">score said</text>
                <text x="14" y="160" text-anchor="middle" transform="rotate(-90 14 160)">share that was suspect</text>
                <text x="50" y="326" text-anchor="middle">0</text><text x="350" y="326" text-anchor="middle">1</text>
                <text x="44" y="314" text-anchor="end">0</text><text x="44" y="18" text-anchor="end">1</text>
                """);
        double most = bins().stream().mapToDouble(Bin::count).max().orElse(1);
        for (Bin bin : bins()) {
            if (bin.count() > 0) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#1f5fa8\" fill-opacity=\"0.7\"/>%n",
                        50 + 300 * bin.said(),
                        310 - 300 * bin.was(),
                        3 + 9 * Math.sqrt(bin.count() / most)));
            }
        }
        return svg.append("</svg>\n").toString();
    }
}
