package org.hengjian.pictures;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hengjian.pictures.Placement.Match;

/**
 * How a reference lies in a picture (配准): the placement that most of the landmarks that look alike agree in.
 *
 * @param share of the reference's landmarks that could be there, those that are
 */
record Alignment(Placement placement, double share) {

    private static final int ALIKE_MOST = 64; // of 256 signs
    private static final double LOOSE = 0.05; // of the longer edge
    private static final double TIGHT = 0.012;
    private static final int MATCHES_MOST = 300;
    private static final int GUESSES_MOST = 100; // the likest are right more often
    private static final int AGREEING_LEAST = 8; // fewer agree by chance
    private static final int SQUARES = 8;
    private static final int SQUARES_LEAST = 5; // one word or one border is not a picture

    static Optional<Alignment> of(Landmarks asked, Landmarks reference) {
        List<Match> matches = matches(asked, reference);
        if (matches.size() < AGREEING_LEAST) {
            return Optional.empty();
        }
        int most = 0;
        Placement likeliest = Placement.of(matches.getFirst(), asked, reference);
        for (Match guess : matches.subList(0, Math.min(GUESSES_MOST, matches.size()))) {
            Placement placement = Placement.of(guess, asked, reference);
            int count = 0;
            for (Match match : matches) {
                count += agrees(match, asked, reference, placement, LOOSE * asked.edge()) ? 1 : 0;
            }
            if (count > most) {
                most = count;
                likeliest = placement;
            }
        }
        List<Match> best = agreeing(matches, asked, reference, likeliest, LOOSE * asked.edge());
        Optional<Placement> fitted = Optional.empty();
        for (double tolerance : new double[] {LOOSE / 2, TIGHT, TIGHT}) {
            if (best.size() < AGREEING_LEAST) {
                return Optional.empty();
            }
            fitted = Placement.fit(best, asked, reference).filter(Placement::isPlain);
            if (fitted.isEmpty()) {
                return Optional.empty();
            }
            best = agreeing(matches, asked, reference, fitted.get(), tolerance * asked.edge());
        }
        return best.size() < AGREEING_LEAST || squares(best, asked, reference) < SQUARES_LEAST
                ? Optional.empty()
                : Optional.of(new Alignment(fitted.get(), best.size() / (double) inside(asked, reference, fitted.get())));
    }

    /** Landmarks of the reference whose places are in the picture. */
    private static int inside(Landmarks asked, Landmarks reference, Placement placement) {
        int inside = 0;
        for (int i = 0; i < reference.count(); i++) {
            double x = placement.x(reference.x()[i], reference.y()[i]);
            double y = placement.y(reference.x()[i], reference.y()[i]);
            inside += x >= 0 && y >= 0 && x <= asked.width() && y <= asked.height() ? 1 : 0;
        }
        return Math.max(1, inside);
    }

    /** Each of the picture with the likest of the reference, where it is alike enough; the likest first. */
    private static List<Match> matches(Landmarks asked, Landmarks reference) {
        var matches = new ArrayList<Match>();
        for (int i = 0; i < asked.count(); i++) {
            int nearest = -1;
            int distance = ALIKE_MOST + 1;
            for (int j = 0; j < reference.count(); j++) {
                int apart = asked.distance(i, reference, j);
                if (apart < distance) {
                    distance = apart;
                    nearest = j;
                }
            }
            if (nearest >= 0) {
                matches.add(new Match(i, nearest, distance));
            }
        }
        matches.sort(Comparator.comparingInt(Match::distance));
        return matches.subList(0, Math.min(MATCHES_MOST, matches.size()));
    }

    /** Those that the placement brings together, each landmark of the reference once. */
    private static List<Match> agreeing(
            List<Match> matches, Landmarks asked, Landmarks reference, Placement placement, double tolerance) {
        var agreeing = new ArrayList<Match>();
        var taken = new BitSet();
        for (Match match : matches) {
            if (agrees(match, asked, reference, placement, tolerance) && !taken.get(match.reference())) {
                taken.set(match.reference());
                agreeing.add(match);
            }
        }
        return agreeing;
    }

    private static boolean agrees(
            Match match, Landmarks asked, Landmarks reference, Placement placement, double tolerance) {
        double x = reference.x()[match.reference()];
        double y = reference.y()[match.reference()];
        double dx = placement.x(x, y) - asked.x()[match.asked()];
        double dy = placement.y(x, y) - asked.y()[match.asked()];
        return dx * dx + dy * dy <= tolerance * tolerance;
    }

    /** In how many squares of either picture they lie. */
    private static int squares(List<Match> matches, Landmarks asked, Landmarks reference) {
        long inAsked = 0;
        long inReference = 0;
        for (Match match : matches) {
            inAsked |= 1L << square(asked, match.asked());
            inReference |= 1L << square(reference, match.reference());
        }
        return Math.min(Long.bitCount(inAsked), Long.bitCount(inReference));
    }

    private static int square(Landmarks of, int i) {
        return of.y()[i] * SQUARES / of.height() * SQUARES + of.x()[i] * SQUARES / of.width();
    }
}
