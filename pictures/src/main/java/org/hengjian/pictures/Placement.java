package org.hengjian.pictures;

import java.util.List;
import java.util.Optional;

/**
 * How one picture lies in another (位置关系): {@code x' = a x + b y + c}, {@code y' = d x + e y + f}, from places in the
 * reference to places in the picture asked for.
 */
record Placement(double a, double b, double c, double d, double e, double f) {

    /** A landmark of the picture and the one of the reference that looks like it. */
    record Match(int asked, int reference, int distance) {}

    double x(double x, double y) {
        return a * x + b * y + c;
    }

    double y(double x, double y) {
        return d * x + e * y + f;
    }

    /** A reference of {@code width} by {@code height} that fills the box. */
    static Placement into(double left, double top, double right, double bottom, int width, int height) {
        return new Placement((right - left) / width, 0, left, 0, (bottom - top) / height, top);
    }

    /** What one pair of landmarks says by itself, upright as they are: their sizes give the scale. */
    static Placement of(Match match, Landmarks asked, Landmarks reference) {
        double scale = Math.pow(Landmarks.STEP, asked.level()[match.asked()] - reference.level()[match.reference()]);
        return new Placement(
                scale,
                0,
                asked.x()[match.asked()] - scale * reference.x()[match.reference()],
                0,
                scale,
                asked.y()[match.asked()] - scale * reference.y()[match.reference()]);
    }

    /** The best for all the pairs together (least squares); empty where they lie on a line. */
    static Optional<Placement> fit(List<Match> matches, Landmarks asked, Landmarks reference) {
        int n = matches.size();
        double meanX = 0;
        double meanY = 0;
        double meanU = 0;
        double meanV = 0;
        for (Match match : matches) {
            meanX += reference.x()[match.reference()] / (double) n;
            meanY += reference.y()[match.reference()] / (double) n;
            meanU += asked.x()[match.asked()] / (double) n;
            meanV += asked.y()[match.asked()] / (double) n;
        }
        double xx = 0;
        double xy = 0;
        double yy = 0;
        double xu = 0;
        double yu = 0;
        double xv = 0;
        double yv = 0;
        for (Match match : matches) {
            double x = reference.x()[match.reference()] - meanX;
            double y = reference.y()[match.reference()] - meanY;
            double u = asked.x()[match.asked()] - meanU;
            double v = asked.y()[match.asked()] - meanV;
            xx += x * x;
            xy += x * y;
            yy += y * y;
            xu += x * u;
            yu += y * u;
            xv += x * v;
            yv += y * v;
        }
        double determinant = xx * yy - xy * xy;
        if (determinant < 1e-3 * (xx + yy) * (xx + yy)) {
            return Optional.empty();
        }
        double a = (xu * yy - yu * xy) / determinant;
        double b = (yu * xx - xu * xy) / determinant;
        double d = (xv * yy - yv * xy) / determinant;
        double e = (yv * xx - xv * xy) / determinant;
        return Optional.of(new Placement(a, b, meanU - a * meanX - b * meanY, d, e, meanV - d * meanX - e * meanY));
    }

    /** Scaled by a fifth to five times, stretched by less than half, turned and slanted a little. */
    boolean isPlain() {
        double across = Math.hypot(a, d);
        double down = Math.hypot(b, e);
        return a > 0
                && e > 0
                && across > 0.2
                && across < 5
                && down / across > 0.66
                && down / across < 1.5
                && Math.abs(a * b + d * e) < 0.2 * across * down
                && Math.abs(d) < 0.35 * across
                && Math.abs(b) < 0.35 * down;
    }

    /** The same shifted, and made a little larger or smaller about the middle of the reference, across or down. */
    List<Placement> moved(double by, Landmarks reference) {
        double x = 2 * by / reference.width();
        double y = 2 * by / reference.height();
        double middleX = reference.width() / 2.0;
        double middleY = reference.height() / 2.0;
        return List.of(
                new Placement(a, b, c - by, d, e, f),
                new Placement(a, b, c + by, d, e, f),
                new Placement(a, b, c, d, e, f - by),
                new Placement(a, b, c, d, e, f + by),
                new Placement(a * (1 - x), b, c + a * x * middleX, d, e, f),
                new Placement(a * (1 + x), b, c - a * x * middleX, d, e, f),
                new Placement(a, b, c, d, e * (1 - y), f + e * y * middleY),
                new Placement(a, b, c, d, e * (1 + y), f - e * y * middleY));
    }

    /** Points of the picture asked for that one point of the reference is wide. */
    double scale() {
        return Math.hypot(a, d);
    }
}
