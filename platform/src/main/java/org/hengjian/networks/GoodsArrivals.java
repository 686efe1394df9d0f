package org.hengjian.networks;

import org.hengjian.goods.GoodsMoved;
import org.springframework.stereotype.Component;

/** Hears what is registered and moved of goods; heard twice, the same stands there. */
@Component
class GoodsArrivals {

    private final Sellers sellers;
    private final Weaver weaver;

    GoodsArrivals(Sellers sellers, Weaver weaver) {
        this.sellers = sellers;
        this.weaver = weaver;
    }

    @Upkeep
    void on(GoodsMoved event) {
        sellers.alone();
        weaver.goods(event.itemId());
    }
}
