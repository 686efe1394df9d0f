package org.hengjian.pictures.logos;

import java.awt.geom.AffineTransform;
import org.hengjian.pictures.Box;

/**
 * Where and how a logo lies in a picture (位姿): from the frame of its {@link Template} to points of the picture, with
 * perspective. Row by row, the last number being 1.
 */
record Pose(double a, double b, double c, double d, double e, double f, double g, double h) {

    private static final double TURN_MOST = Math.toRadians(20);
    private static final double SLANT_MOST = Math.toRadians(18);
    private static final double STRETCH_MOST = 1.4;
    private static final double PERSPECTIVE_MOST = 0.2;

    /** In a picture so many times as large. */
    Pose times(int factor) {
        return new Pose(a * factor, b * factor, c * factor, d * factor, e * factor, f * factor, g, h);
    }

    /** The ways in which a pose is changed a little. */
    static final int WAYS = 8;

    static Pose of(AffineTransform affine) {
        return new Pose(
                affine.getScaleX(),
                affine.getShearX(),
                affine.getTranslateX(),
                affine.getShearY(),
                affine.getScaleY(),
                affine.getTranslateY(),
                0,
                0);
    }

    double x(double u, double v) {
        return (a * u + b * v + c) / (g * u + h * v + 1);
    }

    double y(double u, double v) {
        return (d * u + e * v + f) / (g * u + h * v + 1);
    }

    /** The longer side in points. */
    double size() {
        return 2 * Math.sqrt(Math.abs(a * e - b * d));
    }

    /** Changed in the frame of the logo, before it is laid on the picture. */
    Pose changed(int way, double by) {
        return switch (way) {
            case 0 -> times(1, 0, by, 0, 1, 0, 0, 0);
            case 1 -> times(1, 0, 0, 0, 1, by, 0, 0);
            case 2 -> times(1 + by, 0, 0, 0, 1 + by, 0, 0, 0);
            case 3 -> times(1 + by, 0, 0, 0, 1 - by, 0, 0, 0);
            case 4 -> times(Math.cos(by), -Math.sin(by), 0, Math.sin(by), Math.cos(by), 0, 0, 0);
            case 5 -> times(1, by, 0, 0, 1, 0, 0, 0);
            case 6 -> times(1, 0, 0, 0, 1, 0, by, 0);
            case 7 -> times(1, 0, 0, 0, 1, 0, 0, by);
            default -> throw new IllegalArgumentException("no such way: " + way);
        };
    }

    private Pose times(double ma, double mb, double mc, double md, double me, double mf, double mg, double mh) {
        double last = g * mc + h * mf + 1;
        return new Pose(
                (a * ma + b * md + c * mg) / last,
                (a * mb + b * me + c * mh) / last,
                (a * mc + b * mf + c) / last,
                (d * ma + e * md + f * mg) / last,
                (d * mb + e * me + f * mh) / last,
                (d * mc + e * mf + f) / last,
                (g * ma + h * md + mg) / last,
                (g * mb + h * me + mh) / last);
    }

    /** Whether goods that are photographed from before would show the logo so. */
    boolean isPlausible() {
        double acrossX = a - c * g;
        double acrossY = d - f * g;
        double downX = b - c * h;
        double downY = e - f * h;
        double across = Math.hypot(acrossX, acrossY);
        double down = Math.hypot(downX, downY);
        double turn = Math.atan2(acrossY, acrossX);
        double lean = Math.atan2(-downX, downY);
        return Math.abs(turn) <= TURN_MOST
                && Math.abs(lean) <= TURN_MOST
                && Math.abs(turn - lean) <= SLANT_MOST
                && across <= STRETCH_MOST * down
                && down <= STRETCH_MOST * across
                && Math.abs(g) <= PERSPECTIVE_MOST
                && Math.abs(h) <= PERSPECTIVE_MOST;
    }

    /** Around what the logo covers. */
    Box box(Template template) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int i = 0; i < template.cover().length; i++) {
            if (template.cover()[i] > 0.3) {
                double x = x(template.u()[i], template.v()[i]);
                double y = y(template.u()[i], template.v()[i]);
                left = Math.min(left, x);
                right = Math.max(right, x);
                top = Math.min(top, y);
                bottom = Math.max(bottom, y);
            }
        }
        double half = size() / template.side() / 2; // the places are the middles of squares
        int x = (int) Math.floor(left - half);
        int y = (int) Math.floor(top - half);
        return new Box(x, y, (int) Math.ceil(right + half) - x, (int) Math.ceil(bottom + half) - y);
    }
}
