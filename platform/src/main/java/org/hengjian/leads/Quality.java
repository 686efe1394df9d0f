package org.hengjian.leads;

import java.time.LocalDate;
import java.util.List;

/**
 * How screening fared against what people found (初筛质量), over the leads that the viewer may see and that people judged.
 *
 * @param standings by what screening had said
 * @param kinds     by kind of suspicion, the most judged first
 * @param bands     by score, in tenths
 * @param months    by month of arrival, newest first
 */
record Quality(List<Judged> standings, List<Judged> kinds, List<Band> bands, List<Month> months) {

    /** So many were judged so; below, shares are shown as uncertain. */
    static final int FEW = 20;

    /** @param right how many of those judged people confirmed */
    record Judged(String what, int judged, int right) {

        /** Share in hundredths. */
        public int share() {
            return judged == 0 ? 0 : Math.round(100f * right / judged);
        }

        public boolean isFew() {
            return judged < FEW;
        }
    }

    /** @param said mean score in hundredths: what screening expected */
    record Band(int tenth, int judged, int right, int said) {

        public int share() {
            return judged == 0 ? 0 : Math.round(100f * right / judged);
        }

        public boolean isFew() {
            return judged < FEW;
        }
    }

    /**
     * One month.
     *
     * @param screened offers screened in it
     * @param raised   of them suspects and for review
     */
    record Month(LocalDate first, int judged, int right, long screened, long raised) {

        public int share() {
            return judged == 0 ? 0 : Math.round(100f * right / judged);
        }

        public boolean isFew() {
            return judged < FEW;
        }

        /** In ten-thousandths of the offers screened. */
        public long raisedShare() {
            return screened == 0 ? 0 : Math.round(10_000.0 * raised / screened);
        }
    }

    public int judged() {
        return standings.stream().mapToInt(Judged::judged).sum();
    }

    public int right() {
        return standings.stream().mapToInt(Judged::right).sum();
    }

    /** Of those confirmed, how many screening had not let pass, in hundredths: the others people wrote down themselves. */
    public int seenShare() {
        int seen = standings.stream()
                .filter(one -> !one.what().equals("CLEAR"))
                .mapToInt(Judged::right)
                .sum();
        return right() == 0 ? 0 : Math.round(100f * seen / right());
    }
}
