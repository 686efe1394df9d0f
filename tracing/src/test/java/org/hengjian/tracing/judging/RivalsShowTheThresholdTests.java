package org.hengjian.tracing.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RivalsShowTheThresholdTests {

    private record Link(int source, int target, float weight) {}

    /** Records 0 … n−1 of one source, n … 2n−1 of the other; the first {@code partners} of each belong together. */
    private static List<Link> links(int n, int partners, double partner, double stranger, double spread, long seed) {
        var random = new Random(seed);
        var links = new ArrayList<Link>();
        for (int a = 0; a < n; a++) {
            for (int other = 0; other < 6; other++) {
                int b = random.nextInt(n);
                if (b != a) {
                    links.add(new Link(a, n + b, (float) (stranger + spread * random.nextGaussian())));
                }
            }
            if (a < partners) {
                links.add(new Link(a, n + a, (float) (partner + spread * random.nextGaussian())));
            }
        }
        return links;
    }

    private static Rivals.Links asked(List<Link> links) {
        int[] sources = links.stream().mapToInt(Link::source).toArray();
        int[] targets = links.stream().mapToInt(Link::target).toArray();
        float[] weights = new float[links.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = links.get(i).weight();
        }
        return new Rivals.Links(sources, targets, weights, weights.length);
    }

    private static Rivals rivals(int n, List<Link> links) {
        return Rivals.among(2 * n, asked(links)).orElseThrow();
    }

    private static double threshold(int n, List<Link> links) {
        return rivals(n, links).threshold();
    }

    private static double share(List<Link> links, int n, double from, boolean partners) {
        return links.stream()
                        .filter(link -> (link.target() - n == link.source()) == partners && link.weight() >= from)
                        .count()
                / (double) links.size();
    }

    @Test
    void theThresholdPartsPartnersFromStrangersWhereverTheWeightsStand() {
        for (double shift : new double[] {-15, 0, 15}) {
            var links = links(400, 200, shift + 12, shift - 6, 3, 1);

            double threshold = threshold(400, links);

            assertThat(threshold).isBetween(shift - 1, shift + 8);
            assertThat(share(links, 400, threshold, false)).isLessThan(0.02);
        }
    }

    @Test
    void fewPartnersMakeItStricterThanMany() {
        double few = threshold(600, links(600, 60, 4, -4, 3, 2));
        double many = threshold(600, links(600, 560, 4, -4, 3, 2));

        assertThat(few).isGreaterThan(many);
    }

    @Test
    void theOrderOfTheLinksDoesNotMatter() {
        var links = links(300, 150, 8, -4, 4, 3);
        double before = threshold(300, links);
        Collections.shuffle(links, new Random(4));

        assertThat(threshold(300, links)).isEqualTo(before);
    }

    @Test
    void whereBothListsNameASubjectAgainAndAgainTheyTellNothing() {
        int n = 400;
        int each = 20;
        var random = new Random(7);
        var links = new ArrayList<Link>();
        for (int a = 0; a < n; a++) {
            for (int b = a / each * each; b < a / each * each + each; b++) {
                links.add(new Link(a, n + b, 8 + random.nextInt(3))); // equal titles weigh the same
            }
        }

        assertThat(Rivals.among(2 * n, asked(links))).isEmpty();
        assertThat(Rivals.within(2 * n, asked(links), 0)).isEmpty();
    }

    @Test
    void versionsOfOneProductDoNotDriveTheThresholdAboveItsPartners() {
        var links = links(300, 280, 4, -20, 4, 5);
        var random = new Random(6);
        for (int a = 0; a < 280; a++) {
            // The next version is nearly as good as the partner.
            links.add(new Link(a, 300 + (a + 1) % 280, (float) (-2 + 4 * random.nextGaussian())));
        }

        double threshold = threshold(300, links);

        long kept = links.stream()
                .filter(link -> link.target() == link.source() + 300 && link.weight() >= threshold)
                .count();
        assertThat(kept).isGreaterThan(280 * 6 / 10);
    }

    @Test
    void partnersCountedFromEitherListTellWhetherEachNamesASubjectOnce() {
        var once = links(300, 200, 12, -8, 2, 6);
        var twice = links(300, 200, 12, -8, 2, 7);
        for (int a = 0; a < 100; a++) {
            // The second list names these subjects twice.
            twice.add(new Link(a, 500 + a, 12));
        }

        assertThat(rivals(300, once).once()).isEqualTo(Rivals.Once.YES);
        assertThat(rivals(300, twice).once()).isEqualTo(Rivals.Once.NO);
    }

    @Test
    void fromAHandfulNothingIsConcluded() {
        var links = new Rivals.Links(new int[] {0, 1}, new int[] {2, 3}, new float[] {9, 9}, 2);

        assertThat(Rivals.among(4, links)).isEmpty();
    }

    @Test
    void equalWeightsAreLinkedTogetherOrNotAtAll() {
        var links = new ArrayList<Link>();
        for (int a = 0; a < 40; a++) {
            links.add(new Link(a, 40 + a, 10));
            links.add(new Link(a, 40 + (a + 1) % 40, -10));
        }

        assertThat(threshold(40, links)).isBetween(-10.0, 10.0);
    }

    private static OptionalDouble within(int records, List<Link> links) {
        int[] sources = links.stream().mapToInt(Link::source).toArray();
        int[] targets = links.stream().mapToInt(Link::target).toArray();
        float[] weights = new float[links.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = links.get(i).weight();
        }
        return Rivals.within(records, new Rivals.Links(sources, targets, weights, weights.length), 0);
    }

    @Test
    void oneListThatNamesSomeTwiceShowsItWhereverTheWeightsStand() {
        // As two lists, but now any record may be paired with any other.
        for (double shift : new double[] {-5, 0, 15}) {
            var links = links(400, 200, shift + 12, shift - 6, 3, 1);

            double threshold = within(800, links).orElseThrow();

            assertThat(threshold).isBetween(shift - 1, shift + 8);
            assertThat(share(links, 400, threshold, false)).isLessThan(0.02);
        }
    }

    @Test
    void oneListThatNamesItsSubjectsManyTimesDoesNotTell() {
        var random = new Random(8);
        var links = new ArrayList<Link>();
        for (int subject = 0; subject < 100; subject++) {
            for (int a = 0; a < 4; a++) {
                for (int b = a + 1; b < 4; b++) {
                    links.add(new Link(4 * subject + a, 4 * subject + b, (float) (20 + 6 * random.nextGaussian())));
                }
                links.add(new Link(4 * subject + a, random.nextInt(400), (float) (-6 + 3 * random.nextGaussian())));
            }
        }
        links.removeIf(link -> link.source() == link.target());

        assertThat(within(400, links)).isEmpty();
    }

    @Test
    void fromAHandfulInOneListNothingIsConcluded() {
        assertThat(within(4, List.of(new Link(0, 1, 9), new Link(2, 3, 9)))).isEmpty();
    }
}
