package org.hengjian.pictures;

/**
 * Whether a reference and a picture are the same where they lie over each other (逐块比对). The reference is looked at in
 * squares. Of a picture full of things, each square that shows something says yes or no by correlation of brightness. An
 * outline on an empty ground is soon like another one: of such a reference each square that is not ground says yes only
 * where it has the same colour too.
 *
 * @param speaking squares that could say something
 * @param agreeing of them, those that are alike
 * @param onGround whether the reference is goods on an empty ground
 */
record Sameness(int speaking, int agreeing, boolean onGround) {

    private static final double EMPTY_MOST = 5; // deviation of brightness in a square with nothing in it
    private static final double CORRELATION_LEAST = 0.7;
    private static final double GROUND_LEAST = 240; // brightness of paper
    private static final double DIFFERENCE_MOST = 12; // so little an edge leaks into the square beside it
    private static final double BRIGHTNESS_MOST = 24;
    private static final double COLOUR_MOST = 12;

    private static final int AGREEING_LEAST = 10;
    private static final double SHARE_LEAST = 0.6; // writing and stickers cover less than four tenths
    private static final double SHARE_LEAST_UNHELD = 0.65;
    private static final double HELD_LEAST_ON_GROUND = 0.5;
    private static final double SHARE_LEAST_ON_GROUND = 0.95;

    static Sameness of(Look look, boolean mirrored, Placement placement, Thumbnail reference, int width, int height) {
        double stepX = width / (double) reference.width();
        double stepY = height / (double) reference.height();
        Grey level = look.level(stepX * placement.scale());
        double shrink = level.width() / (double) look.width();
        double shrinkY = level.height() / (double) look.height();
        boolean onGround = reference.isOnGround();
        int speaking = 0;
        int agreeing = 0;
        for (int square = 0; square < reference.squares(); square++) {
            int count = 0;
            double sumP = 0;
            double sumQ = 0;
            double sumPp = 0;
            double sumQq = 0;
            double sumPq = 0;
            double blue = 0;
            double red = 0;
            int bottom = Math.min(reference.height(), reference.top(square) + Thumbnail.SQUARE);
            int right = Math.min(reference.width(), reference.left(square) + Thumbnail.SQUARE);
            for (int y = reference.top(square); y < bottom; y++) {
                for (int x = reference.left(square); x < right; x++) {
                    double u = placement.x((x + 0.5) * stepX, (y + 0.5) * stepY);
                    double v = placement.y((x + 0.5) * stepX, (y + 0.5) * stepY);
                    if (u < 0 || v < 0 || u > look.width() || v > look.height()) {
                        continue;
                    }
                    double atX = mirrored ? look.width() - u : u;
                    double p = level.at(atX * shrink, v * shrinkY);
                    double q = reference.brightness()[y * reference.width() + x] & 0xFF;
                    count++;
                    sumP += p;
                    sumQ += q;
                    sumPp += p * p;
                    sumQq += q * q;
                    sumPq += p * q;
                    blue += look.blue().at(atX, v);
                    red += look.red().at(atX, v);
                }
            }
            if (count < Thumbnail.SQUARE * Thumbnail.SQUARE / 2) {
                continue;
            }
            double spreadP = sumPp / count - sumP / count * sumP / count;
            double spreadQ = sumQq / count - sumQ / count * sumQ / count;
            boolean empty = Math.max(spreadP, spreadQ) < EMPTY_MOST * EMPTY_MOST;
            boolean ground = empty && Math.min(sumP, sumQ) > GROUND_LEAST * count;
            if (ground || empty && !onGround) {
                continue;
            }
            double together = sumPq / count - sumP / count * sumQ / count;
            double apart = (sumP - sumQ) / count;
            boolean alike = empty
                    ? Math.abs(apart) <= BRIGHTNESS_MOST
                    : spreadP + spreadQ - 2 * together + apart * apart <= DIFFERENCE_MOST * DIFFERENCE_MOST
                            || together > CORRELATION_LEAST * Math.sqrt(Math.max(1, spreadP) * Math.max(1, spreadQ));
            boolean coloured = Math.abs(blue / count - (reference.blue()[square] & 0xFF)) <= COLOUR_MOST
                    && Math.abs(red / count - (reference.red()[square] & 0xFF)) <= COLOUR_MOST;
            speaking++;
            agreeing += alike && (coloured || !onGround) ? 1 : 0;
        }
        return new Sameness(speaking, agreeing, onGround);
    }

    /**
     * @param held share of the landmarks that are found again: without them more has to be the same, and goods on an empty
     *     ground bear another name
     */
    boolean isSame(double held) {
        double least = onGround ? SHARE_LEAST_ON_GROUND : held > 0 ? SHARE_LEAST : SHARE_LEAST_UNHELD;
        return (!onGround || held >= HELD_LEAST_ON_GROUND) && agreeing >= AGREEING_LEAST && agreeing >= least * speaking;
    }

    /** Whether it is so near to being the same that a better placement may show it. */
    boolean isNearlySame() {
        return onGround && agreeing >= AGREEING_LEAST && agreeing >= SHARE_LEAST_UNHELD * speaking;
    }

    double share() {
        return speaking == 0 ? 0 : agreeing / (double) speaking;
    }
}
