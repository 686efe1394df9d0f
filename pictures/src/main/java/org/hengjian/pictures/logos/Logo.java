package org.hengjian.pictures.logos;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A logo as it is searched for (图形标识). */
final class Logo {

    private static final int[] TURNS = {-12, -6, 0, 6, 12};

    /** Edges in points, and the share of a point that must be covered: in a small logo what is near runs together. */
    private static final double[][] DRAWN = {{200, 0.5}, {48, 0.4}, {30, 0.5}, {22, 0.3}};

    private static final int PARTS_MOST = 3;
    private static final int HOLES_MOST = 2;
    private static final double PART_LEAST = 0.15; // of the largest part
    private static final double SAME = 0.93;

    /**
     * A part of the logo by which it is noticed.
     *
     * @param toDrawing from the frame of the logo to points of the drawing that the silhouette was taken of
     */
    record Part(Silhouette silhouette, AffineTransform toDrawing) {

        /** The pose of the logo when this part of it is a region of the picture. */
        Pose laidOn(Silhouette region) {
            var pose = new AffineTransform();
            pose.translate(region.centreX(), region.centreY());
            pose.scale(region.spreadX() / silhouette.spreadX(), region.spreadY() / silhouette.spreadY());
            pose.translate(-silhouette.centreX(), -silhouette.centreY());
            pose.concatenate(toDrawing);
            return Pose.of(pose);
        }
    }

    private final String brand;
    private final double closest;
    private final List<Part> parts;
    private final Template coarse;
    private final Template middle;
    private final Template fine;

    /**
     * @param closest how far the letter, plain shape or other logo that it resembles most agrees with it, 0 to 1
     */
    Logo(String brand, Shape outline, double closest) {
        this.brand = brand;
        this.closest = closest;
        Rectangle2D bounds = outline.getBounds2D();
        double half = Math.max(bounds.getWidth(), bounds.getHeight()) / 2;
        var toSquare = AffineTransform.getScaleInstance(1 / half, 1 / half);
        toSquare.translate(-bounds.getCenterX(), -bounds.getCenterY());
        Shape square = toSquare.createTransformedShape(outline);
        parts = parts(square);
        coarse = Template.of(square, 24);
        middle = Template.of(square, 40);
        fine = Template.of(square, 64);
    }

    String brand() {
        return brand;
    }

    double closest() {
        return closest;
    }

    List<Part> parts() {
        return parts;
    }

    Template coarse() {
        return coarse;
    }

    /** The template for a logo of so many points in the picture. */
    Template template(double points) {
        if (points <= 32) {
            return coarse;
        }
        return points <= 56 ? middle : fine;
    }

    private static List<Part> parts(Shape square) {
        var parts = new ArrayList<Part>();
        for (int turn : TURNS) {
            for (double[] how : DRAWN) {
                var toDrawing = new AffineTransform();
                toDrawing.translate(how[0] * 0.75, how[0] * 0.75);
                toDrawing.scale(how[0] / 2, how[0] / 2);
                toDrawing.rotate(Math.toRadians(turn));
                int edge = (int) Math.ceil(how[0] * 1.5);
                float[] cover = Template.cover(toDrawing.createTransformedShape(square), edge, edge);
                boolean[] in = new boolean[cover.length];
                for (int i = 0; i < in.length; i++) {
                    in[i] = cover[i] >= how[1];
                }
                var found = new ArrayList<Silhouette>(largest(in, true, edge, PARTS_MOST));
                found.addAll(largest(in, false, edge, HOLES_MOST));
                for (Silhouette silhouette : found) {
                    if (parts.stream().noneMatch(other -> isSame(other, silhouette, toDrawing))) {
                        parts.add(new Part(silhouette, toDrawing));
                    }
                }
            }
        }
        return List.copyOf(parts);
    }

    /** In another size of drawing; turned ones differ little in a round part and much in the rest of the logo. */
    private static boolean isSame(Part part, Silhouette silhouette, AffineTransform toDrawing) {
        double larger = toDrawing.getScaleY() / part.toDrawing.getScaleY();
        return part.silhouette.overlap(silhouette) >= SAME
                && Math.abs(toDrawing.getShearY() - larger * part.toDrawing.getShearY()) < 1e-6
                && Math.abs(Math.log(silhouette.spreadX() / part.silhouette.spreadX() / larger)) < 0.06;
    }

    /** The largest sets of neighbouring points that are in the logo, or that are holes in it. */
    private static List<Silhouette> largest(boolean[] in, boolean wanted, int edge, int most) {
        int[] label = new int[in.length];
        var sets = new ArrayList<int[]>();
        int[] stack = new int[in.length];
        for (int i = 0; i < in.length; i++) {
            if (label[i] != 0 || in[i] != wanted) {
                continue;
            }
            int id = sets.size() + 1;
            int[] set = new int[64];
            int count = 0;
            int height = 0;
            stack[height++] = i;
            label[i] = id;
            while (height > 0) {
                int at = stack[--height];
                if (count == set.length) {
                    set = Arrays.copyOf(set, 2 * count);
                }
                set[count++] = at;
                int x = at % edge;
                for (int to : new int[] {x > 0 ? at - 1 : -1, x + 1 < edge ? at + 1 : -1, at - edge, at + edge}) {
                    if (to >= 0 && to < in.length && label[to] == 0 && in[to] == wanted) {
                        label[to] = id;
                        stack[height++] = to;
                    }
                }
            }
            sets.add(Arrays.copyOf(set, count));
        }
        int ground = wanted ? 0 : label[0]; // what surrounds the logo is no hole
        var order = new ArrayList<Integer>();
        for (int id = 1; id <= sets.size(); id++) {
            if (id != ground) {
                order.add(id);
            }
        }
        order.sort(Comparator.comparingInt(id -> -sets.get(id - 1).length));
        double least = order.isEmpty() ? 0 : Math.max(wanted ? 8 : in.length * 0.01, PART_LEAST * sets.get(order.getFirst() - 1).length);
        return order.stream()
                .limit(most)
                .filter(id -> sets.get(id - 1).length >= least)
                .map(id -> Silhouette.of(
                        sets.get(id - 1), sets.get(id - 1).length, edge, edge, (x, y) -> label[y * edge + x] == id))
                .toList();
    }
}
