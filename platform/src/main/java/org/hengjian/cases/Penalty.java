package org.hengjian.cases;

import org.hengjian.law.Money;

/**
 * What is imposed, or proposed to be (行政处罚的内容和依据).
 *
 * @param fine         罚款
 * @param confiscation 没收违法所得
 * @param others       other penalties in words: 没收侵权商品…; may be empty
 * @param basis        the provisions relied on
 */
public record Penalty(Money fine, Money confiscation, String others, String basis) {

    public static final Penalty NONE = new Penalty(Money.ZERO, Money.ZERO, "", "");

    public Penalty {
        if (fine.isNegative() || confiscation.isNegative()) {
            throw new IllegalArgumentException("a penalty is not negative: " + fine + ", " + confiscation);
        }
    }

    /** Fine and confiscation together (罚没款). */
    public Money total() {
        return fine.plus(confiscation);
    }

    /** Whether nothing at all is imposed. */
    public boolean nothing() {
        return total().equals(Money.ZERO) && others.isEmpty();
    }

    /** Whether the money exceeds what the other says (给予更重的行政处罚); of other penalties only people can tell. */
    boolean heavierThan(Penalty other) {
        return fine.compareTo(other.fine) > 0 || confiscation.compareTo(other.confiscation) > 0;
    }
}
