package org.hengjian.screening;

/**
 * From which score on an offer is for review, and from which it is suspect (判定阈值). A campaign may have its own.
 *
 * @param reviewFrom 0.0 to 1.0: from here on a person should look
 * @param suspectFrom 0.0 to 1.0, not under {@code reviewFrom}: from here on we would put our name to it
 */
public record Thresholds(double reviewFrom, double suspectFrom) {

    /** A missed fake costs three looks of an officer, an honest offer called suspect costs three and a third. */
    public static final Thresholds STANDARD = new Thresholds(0.35, 0.70);

    public Thresholds {
        if (!(reviewFrom > 0 && reviewFrom <= suspectFrom && suspectFrom < 1)) {
            throw new IllegalArgumentException("not thresholds: " + reviewFrom + " and " + suspectFrom);
        }
    }

    /**
     * The bands of least expected cost, all costs in the same unit. With calibrated scores a look pays from
     * {@code look / missed} on, and is no longer needed from {@code 1 - look / wronglySuspected} on.
     *
     * @param look a person's look at one offer; above 0, under the two others
     * @param missed a fake that is called clear
     * @param wronglySuspected an honest offer that is called suspect
     */
    public static Thresholds byCost(double look, double missed, double wronglySuspected) {
        if (!(look > 0 && look < missed && look < wronglySuspected)) {
            throw new IllegalArgumentException("a look must cost less than an error: " + look);
        }
        double review = look / missed;
        return new Thresholds(review, Math.max(review, 1 - look / wronglySuspected));
    }

    Standing standing(double score) {
        return score >= suspectFrom ? Standing.SUSPECT : score >= reviewFrom ? Standing.REVIEW : Standing.CLEAR;
    }
}
