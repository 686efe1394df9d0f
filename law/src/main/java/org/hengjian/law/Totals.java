package org.hengjian.law;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lower and upper bounds of every metric over some acts. What is not told can be anything that the known facts allow: a
 * gain is at most the sales, the sales at most the turnover.
 */
final class Totals {
    private static final long UNBOUNDED = Long.MAX_VALUE / 8;
    private static final int METRICS = Metric.values().length;
    final long[] low = new long[METRICS];
    final long[] high = new long[METRICS];
    final List<CrimeFacts.Act> acts;
    final boolean empty;

    Totals(List<CrimeFacts.Act> acts, Set<CrimeFacts.Act> partly, boolean maker) {
        this.acts = acts;
        this.empty = acts.isEmpty();
        long[] l = new long[METRICS];
        long[] h = new long[METRICS];
        for (CrimeFacts.Act act : acts) {
            bounds(act, l, h, maker);
            boolean part = partly.contains(act);
            for (int m = 0; m < METRICS; m++) {
                low[m] += part ? 0 : l[m];
                high[m] = Math.min(UNBOUNDED, high[m] + h[m]);
            }
        }
    }

    private static void bounds(CrimeFacts.Act act, long[] low, long[] high, boolean maker) {
        Map<Metric, Long> known = act.amounts();
        for (Metric metric : FACTS) {
            Long value = known.get(metric);
            low[metric.ordinal()] = value == null ? 0 : value;
            high[metric.ordinal()] = value == null ? UNBOUNDED : value;
        }
        int turnover = Metric.ILLEGAL_TURNOVER.ordinal();
        int sales = Metric.SALES.ordinal();
        int unsold = Metric.UNSOLD_VALUE.ordinal();
        int goods = Metric.GOODS_VALUE.ordinal();
        int gain = Metric.ILLEGAL_GAIN.ordinal();
        boolean valued = act.object() != CrimeFacts.ObjectKind.SERVICES
                && act.object() != CrimeFacts.ObjectKind.NETWORK
                && act.object() != CrimeFacts.ObjectKind.SECRET;
        if (valued) {
            boolean both = low[sales] == high[sales] && low[unsold] == high[unsold];
            boolean whole = known.containsKey(Metric.GOODS_VALUE);
            if (!known.containsKey(Metric.ILLEGAL_TURNOVER)) {
                low[turnover] = Math.max(low[sales] + low[unsold], low[goods]);
                if (both || whole) {
                    high[turnover] = both ? Math.max(low[sales] + low[unsold], low[goods]) : low[turnover];
                }
            }
            if (!known.containsKey(Metric.SALES)) {
                high[sales] = Math.max(0, Math.min(high[turnover], high[goods]) - low[unsold]);
            }
            if (!known.containsKey(Metric.UNSOLD_VALUE)) {
                high[unsold] = Math.max(0, Math.min(high[turnover], high[goods]) - low[sales]);
                if (whole && known.containsKey(Metric.SALES)) {
                    low[unsold] = Math.min(high[unsold], Math.max(0, low[goods] - low[sales]));
                }
            }
            if (!known.containsKey(Metric.ILLEGAL_GAIN)) {
                high[gain] = Math.min(high[sales], high[turnover]);
            }
        }
        sum(Metric.SALES_PLUS_UNSOLD, 1, sales, unsold, low, high);
        sum(Metric.TRIPLE_SALES_PLUS_UNSOLD, 3, sales, unsold, low, high);
        if (valued && known.containsKey(Metric.GOODS_VALUE)) {
            // All the goods of the case were either sold or not.
            for (Metric both : List.of(Metric.SALES_PLUS_UNSOLD, Metric.TRIPLE_SALES_PLUS_UNSOLD)) {
                low[both.ordinal()] = Math.max(low[both.ordinal()], low[goods]);
                high[both.ordinal()] = Math.max(high[both.ordinal()], low[both.ordinal()]);
            }
        }
        int amount = Metric.AMOUNT.ordinal();
        low[amount] = Math.max(low[sales] + low[unsold], Math.max(low[goods], low[turnover]));
        high[amount] = known.containsKey(Metric.GOODS_VALUE)
                ? Math.max(low[amount], high[goods])
                : Math.min(UNBOUNDED, Math.min(high[sales] + high[unsold], high[turnover]));
        high[amount] = Math.max(high[amount], low[amount]);
        pieces(Metric.LABELS, Metric.LABELS_UNSOLD, Metric.LABELS_SUM, maker, known, low, high);
        pieces(Metric.COPIES, Metric.COPIES_UNSOLD, Metric.COPIES_SUM, maker, known, low, high);
    }

    private static void sum(Metric metric, int factor, int a, int b, long[] low, long[] high) {
        low[metric.ordinal()] = factor * low[a] + low[b];
        high[metric.ordinal()] = high[a] == UNBOUNDED || high[b] == UNBOUNDED ? UNBOUNDED : factor * high[a] + high[b];
    }

    /** A seller's first count is what he sold; a maker's is what he made, in which the unsold may be counted or not. */
    private static void pieces(
            Metric sold, Metric unsold, Metric sum, boolean maker, Map<Metric, Long> known, long[] low, long[] high) {
        int s = sold.ordinal();
        int u = unsold.ordinal();
        low[sum.ordinal()] = low[s] + low[u];
        high[sum.ordinal()] = high[s] == UNBOUNDED || high[u] == UNBOUNDED ? UNBOUNDED : high[s] + high[u];
        if (maker && known.containsKey(unsold)) {
            low[s] = Math.max(low[s], low[u]);
            high[s] = known.containsKey(sold) ? high[sum.ordinal()] : high[s];
        }
    }

    private static final List<Metric> FACTS =
            java.util.Arrays.stream(Metric.values()).filter(Metric::isFact).toList();
}
