package org.hengjian.pictures;

import java.awt.image.BufferedImage;
import java.util.List;

/** A picture asked for, in all the ways in which it is compared (待查图片). Places are those of its longer edge brought to {@link Landmarks#EDGE}. */
record Look(List<Grey> levels, Grey blue, Grey red, Landmarks.Both landmarks) {

    /** More than of a reference: a crop shows the same things larger, with more beside them. */
    private static final int LANDMARKS_MOST = 700;

    private static final int EDGE_LEAST = 8;

    static Look at(BufferedImage picture) {
        var colours = Grey.Colours.of(picture, Landmarks.EDGE);
        List<Grey> levels = colours.brightness().pyramid(Landmarks.STEP, EDGE_LEAST);
        return new Look(levels, colours.blue(), colours.red(), Landmarks.of(levels, LANDMARKS_MOST));
    }

    int width() {
        return levels.getFirst().width();
    }

    int height() {
        return levels.getFirst().height();
    }

    /** The size at which a point is about {@code step} points of the full one, and no coarser. */
    Grey level(double step) {
        Grey level = levels.getFirst();
        for (Grey one : levels) {
            if (width() <= one.width() * step * 1.1) {
                level = one;
            }
        }
        return level;
    }
}
