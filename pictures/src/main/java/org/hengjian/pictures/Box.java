package org.hengjian.pictures;

/** A part of a picture (区域), in pixels from the upper left corner. */
public record Box(int x, int y, int width, int height) {

    public Box {
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException("a box is not negative: " + width + " by " + height);
        }
    }

    /** The part of it that a stretch of a line of text takes, characters being of one width. */
    Box stretch(int start, int end, int length) {
        if (length <= 0) {
            return this;
        }
        int from = (int) Math.floor((double) width * start / length);
        int to = (int) Math.ceil((double) width * end / length);
        return new Box(x + from, y, Math.max(1, Math.min(width, to) - from), height);
    }
}
