package org.hengjian.goods;

import org.hengjian.cases.CaseFiled;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Goods that were taken before the case was filed get the case's number when it has one. */
@Component
class NumberOfTheCase {

    private final GoodsTable table;

    NumberOfTheCase(GoodsTable table) {
        this.table = table;
    }

    @ApplicationModuleListener
    void on(CaseFiled event) {
        table.renameCase(event.id(), event.number().text());
    }
}
