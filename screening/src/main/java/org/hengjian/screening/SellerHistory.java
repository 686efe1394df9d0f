package org.hengjian.screening;

/**
 * What became of earlier leads on the same seller (卖家历史).
 *
 * @param confirmed leads that a person confirmed
 * @param dismissed leads that a person dismissed
 */
public record SellerHistory(int confirmed, int dismissed) {

    public static final SellerHistory UNKNOWN = new SellerHistory(0, 0);

    public SellerHistory {
        if (confirmed < 0 || dismissed < 0) {
            throw new IllegalArgumentException("leads are counted from 0: " + confirmed + ", " + dismissed);
        }
    }
}
