package org.hengjian.goods;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.law.Money;

/**
 * What an item is worth by the rule of a day, and why. The machine proposes; whoever handles the case answers for it.
 *
 * @param chosen the price that counts, if one does
 * @param amount of all that was seized of it; a fraction of a fen is cut off
 * @param open   kinds that stand before the chosen one and of which nobody has said that they cannot be established
 */
record Value(Item item, boolean sold, Why why, Optional<Valuation> chosen, Optional<Money> amount, List<Price> open) {

    private static final BigDecimal FEN_MOST = new BigDecimal("100000000000000");

    Value {
        open = List.copyOf(open);
    }

    /** How the price came to be chosen. */
    enum Why {
        /** The law names it first. */
        FIRST,
        /** Those before it cannot be established. */
        AFTER,
        /** Of those before it nobody has said so yet. */
        PROVISIONAL,
        /** The law leaves two different ones side by side: one of them must be given up, with a reason. */
        UNDECIDED,
        /** No price is known that the law names. */
        MISSING
    }

    /** @param entries in the order in which they were made */
    static Value of(Item item, List<Valuation> entries, PriceRule rule) {
        var newest = new EnumMap<Price, Valuation>(Price.class);
        entries.forEach(entry -> newest.put(entry.kind(), entry));
        boolean sold = isPriced(newest, Price.ACTUAL);
        var open = new ArrayList<Price>();
        boolean first = true;
        for (List<Price> rank : rule.ranks(sold)) {
            var priced = rank.stream().filter(kind -> isPriced(newest, kind)).map(newest::get).toList();
            if (priced.stream().map(Valuation::price).distinct().count() > 1) {
                return new Value(item, sold, Why.UNDECIDED, Optional.empty(), Optional.empty(), rank);
            }
            if (!priced.isEmpty()) {
                var chosen = priced.getFirst();
                var amount = chosen.price().flatMap(price -> amount(price, item.seized()));
                var why = first ? Why.FIRST : open.isEmpty() ? Why.AFTER : Why.PROVISIONAL;
                return new Value(item, sold, why, Optional.of(chosen), amount, open);
            }
            rank.stream().filter(kind -> !newest.containsKey(kind)).forEach(open::add);
            first = false;
        }
        return new Value(item, sold, Why.MISSING, Optional.empty(), Optional.empty(), open);
    }

    /** Price times quantity; empty for a product that no store holds, which is a slip of the hand in one of the two. */
    static Optional<Money> amount(Money price, Quantity quantity) {
        var fen = quantity.number().multiply(BigDecimal.valueOf(price.fen()));
        return fen.compareTo(FEN_MOST) > 0 ? Optional.empty() : Optional.of(price.timesDown(quantity.number()));
    }

    private static boolean isPriced(Map<Price, Valuation> newest, Price kind) {
        return Optional.ofNullable(newest.get(kind)).flatMap(Valuation::price).isPresent();
    }

    /** Whether nobody need say anything more for the amount to stand. */
    public boolean isSettled() {
        return why == Why.FIRST || why == Why.AFTER;
    }
}
