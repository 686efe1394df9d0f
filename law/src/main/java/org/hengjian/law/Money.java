package org.hengjian.law;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of money (金额) in whole fen (分), exact. Every operation that would lose a fen or overflow throws.
 */
public record Money(long fen) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    private static final int FEN_A_YUAN = 100;

    public static Money ofFen(long fen) {
        return new Money(fen);
    }

    public static Money ofYuan(long yuan) {
        return new Money(Math.multiplyExact(yuan, FEN_A_YUAN));
    }

    /** @throws ArithmeticException if {@code yuan} has more than two decimals or does not fit */
    public static Money ofYuan(BigDecimal yuan) {
        return new Money(yuan.movePointRight(2).longValueExact());
    }

    /** @throws ArithmeticException or {@link NumberFormatException} if the text is not an amount of at most two decimals */
    public static Money parseYuan(String yuan) {
        return ofYuan(new BigDecimal(yuan));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(fen, factor));
    }

    /** This amount times a rate such as 0.03; a fraction of a fen is cut off, in favour of the one who pays. */
    public Money timesDown(BigDecimal rate) {
        return new Money(BigDecimal.valueOf(fen)
                .multiply(rate)
                .setScale(0, RoundingMode.DOWN)
                .longValueExact());
    }

    public Money min(Money other) {
        return fen <= other.fen ? this : other;
    }

    public Money max(Money other) {
        return fen >= other.fen ? this : other;
    }

    public boolean isNegative() {
        return fen < 0;
    }

    /** In yuan (元), without trailing zeros: 50000, 49999.99. */
    public BigDecimal yuan() {
        BigDecimal plain = BigDecimal.valueOf(fen, 2).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    @Override
    public String toString() {
        return yuan().toPlainString() + " CNY";
    }
}
