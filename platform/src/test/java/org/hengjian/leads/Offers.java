package org.hengjian.leads;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Offers as intake would hand them over, with ids that no other test has. */
final class Offers {

    private static final AtomicLong IDS = new AtomicLong(1_000_000_000);
    private static final AtomicLong BATCHES = new AtomicLong(1_000_000_000);
    private static final int XIHU = 330106;

    private Offers() {}

    static long batch() {
        return BATCHES.incrementAndGet();
    }

    static Received of(long batch, long agency, String title, String seller) {
        return of(batch, agency, title, seller, XIHU);
    }

    static Received of(long batch, long agency, String title, String seller, @org.jspecify.annotations.Nullable Integer region) {
        long id = IDS.incrementAndGet();
        return new Received(
                id, batch, id % 1000 + 1, "T" + id, title, "", 6_900L, "CNY", "服装", "", seller, "", "集市乙",
                "https://jishiyi.example/item/" + id, region, List.of(), agency, XIHU);
    }
}
