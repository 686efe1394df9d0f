package org.hengjian.screening;

/**
 * What genuine goods of one class usually cost (参考价格区间), in fen.
 *
 * @param niceClass class of goods (Nice), 1 to 45, or 0 for all goods of the right
 * @param lowFen a price that genuine new goods are hardly ever sold under
 * @param highFen the upper end of the usual prices
 */
public record PriceBand(int niceClass, long lowFen, long highFen) {

    public PriceBand {
        if (niceClass < 0 || niceClass > 45) {
            throw new IllegalArgumentException("not a Nice class: " + niceClass);
        }
        if (lowFen < 0 || highFen < lowFen) {
            throw new IllegalArgumentException("not a price band: " + lowFen + " to " + highFen);
        }
    }
}
