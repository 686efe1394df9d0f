package org.hengjian.goods;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;

/**
 * An exact quantity: whole steps of a unit's smallest part, of which {@code scale} decimals are written. 2.350 kg is
 * 2,350 steps of scale 3.
 */
public record Quantity(long steps, int scale) implements Comparable<Quantity> {

    private static final int DIGITS_MOST = 15; // beyond any warehouse, within a long at every scale

    public Quantity {
        if (steps < 0 || scale < 0 || scale > 6) {
            throw new IllegalArgumentException("not a quantity: " + steps + " of scale " + scale);
        }
    }

    /** What a person typed; empty where it is no number, is nothing, or is finer than the unit's smallest step. */
    public static Optional<Quantity> parse(String typed, int scale) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().replace(",", ""); // １２ as input methods give it
        if (!plain.matches("\\d{1," + DIGITS_MOST + "}(\\.\\d{1,6})?")) {
            return Optional.empty();
        }
        var number = new BigDecimal(plain).stripTrailingZeros();
        if (number.scale() > scale || number.precision() - number.scale() > DIGITS_MOST - scale || number.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Quantity(number.movePointRight(scale).longValueExact(), scale));
    }

    public BigDecimal number() {
        return BigDecimal.valueOf(steps, scale);
    }

    public boolean isNothing() {
        return steps == 0;
    }

    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(steps, same(other).steps), scale);
    }

    private Quantity same(Quantity other) {
        if (other.scale != scale) {
            throw new IllegalArgumentException("scales differ: " + scale + " and " + other.scale);
        }
        return other;
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(steps, same(other).steps);
    }

    /** As people read it: {@code 1,430} or {@code 2.350}. */
    public String text() {
        return String.format(java.util.Locale.ROOT, "%,." + scale + "f", number());
    }

    /** As people type it: without marks between the thousands. */
    public String plain() {
        return number().toPlainString();
    }

    @Override
    public String toString() {
        return text();
    }
}
