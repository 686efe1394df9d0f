package org.hengjian.pictures.logos;

import java.util.List;

/**
 * How far a picture agrees with a logo laid on it (吻合度): the correlation of what the logo covers with what has the colour that
 * is usual there, -1 to 1. Either the logo has one colour on whatever ground, or the ground has one colour under whatever logo.
 */
final class Agreement {

    private static final double INSIDE = 0.8;
    private static final double OUTSIDE = 0.2;
    private static final double CONTRAST_LEAST = 24; // of 441; below it is noise of compression
    private static final int ROUNDS = 2;

    private final List<Raster> halves;

    Agreement(List<Raster> halves) {
        this.halves = halves;
    }

    /** The pose near the given one in which the logo agrees best, sought by steps of so many halves of its longer side. */
    Pose fitted(Template template, Pose start, double[] steps) {
        Pose best = start;
        double agreement = of(template, start);
        for (double step : steps) {
            for (int round = 0; round < ROUNDS; round++) {
                boolean better = false;
                for (int way = 0; way < Pose.WAYS; way++) {
                    for (int sign = -1; sign <= 1; sign += 2) {
                        Pose changed = best.changed(way, sign * step);
                        if (!changed.isPlausible()) {
                            continue;
                        }
                        double now = of(template, changed);
                        if (now > agreement) {
                            agreement = now;
                            best = changed;
                            better = true;
                            break;
                        }
                    }
                }
                if (!better) {
                    break;
                }
            }
        }
        return best;
    }

    double of(Template template, Pose pose) {
        int level = 0;
        while (level + 1 < halves.size() && pose.size() / (1 << level) >= 1.6 * template.side()) {
            level++;
        }
        int size = template.u().length;
        float[] colours = new float[3 * size];
        sample(template, pose, halves.get(level), 1.0 / (1 << level), colours);
        float[] cover = template.cover();
        double[] inside = new double[3];
        double[] outside = new double[3];
        int insides = 0;
        int outsides = 0;
        for (int i = 0; i < size; i++) {
            if (cover[i] >= INSIDE) {
                insides++;
                add(inside, colours, i);
            } else if (cover[i] <= OUTSIDE) {
                outsides++;
                add(outside, colours, i);
            }
        }
        if (insides == 0 || outsides == 0) {
            return 0;
        }
        for (int channel = 0; channel < 3; channel++) {
            inside[channel] /= insides;
            outside[channel] /= outsides;
        }
        return Math.max(
                -correlation(cover, colours, inside, cover, false), correlation(cover, colours, outside, cover, true));
    }

    private static void add(double[] sum, float[] colours, int i) {
        for (int channel = 0; channel < 3; channel++) {
            sum[channel] += colours[3 * i + channel];
        }
    }

    /** Of cover and distance from a colour, the distance being cut off at its mean on the other side. */
    private static double correlation(
            float[] cover, float[] colours, double[] from, float[] sides, boolean otherIsInside) {
        int size = cover.length;
        double[] distance = new double[size];
        double others = 0;
        int count = 0;
        for (int i = 0; i < size; i++) {
            double red = colours[3 * i] - from[0];
            double green = colours[3 * i + 1] - from[1];
            double blue = colours[3 * i + 2] - from[2];
            distance[i] = Math.sqrt(red * red + green * green + blue * blue);
            if (otherIsInside ? sides[i] >= INSIDE : sides[i] <= OUTSIDE) {
                others += distance[i];
                count++;
            }
        }
        double cut = others / count;
        if (cut < CONTRAST_LEAST) {
            return 0;
        }
        double sumA = 0;
        double sumB = 0;
        double sumAa = 0;
        double sumBb = 0;
        double sumAb = 0;
        for (int i = 0; i < size; i++) {
            double a = cover[i];
            double b = Math.min(1, distance[i] / cut);
            sumA += a;
            sumB += b;
            sumAa += a * a;
            sumBb += b * b;
            sumAb += a * b;
        }
        double spread = (sumAa - sumA * sumA / size) * (sumBb - sumB * sumB / size);
        return spread <= 0 ? 0 : (sumAb - sumA * sumB / size) / Math.sqrt(spread);
    }

    private static void sample(Template template, Pose pose, Raster from, double scale, float[] colours) {
        int width = from.width();
        int height = from.height();
        int[] rgb = from.rgb();
        for (int i = 0; i < template.u().length; i++) {
            double u = template.u()[i];
            double v = template.v()[i];
            double x = Math.clamp(pose.x(u, v) * scale - 0.5, 0, width - 1);
            double y = Math.clamp(pose.y(u, v) * scale - 0.5, 0, height - 1);
            int left = (int) x;
            int top = (int) y;
            float across = (float) (x - left);
            float down = (float) (y - top);
            int right = Math.min(left + 1, width - 1);
            int below = Math.min(top + 1, height - 1) * width;
            int a = rgb[top * width + left];
            int b = rgb[top * width + right];
            int c = rgb[below + left];
            int d = rgb[below + right];
            for (int channel = 0; channel < 3; channel++) {
                int shift = 16 - 8 * channel;
                float upper = (a >> shift & 255) * (1 - across) + (b >> shift & 255) * across;
                float lower = (c >> shift & 255) * (1 - across) + (d >> shift & 255) * across;
                colours[3 * i + channel] = upper * (1 - down) + lower * down;
            }
        }
    }
}
