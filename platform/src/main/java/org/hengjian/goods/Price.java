package org.hengjian.goods;

/** What kind of price of the goods is known; which of them counts is the law's to say ({@link PriceRule}). */
public enum Price {
    /** 实际销售的价格: they were sold, at this price. */
    ACTUAL,
    /** 已经查清的实际销售平均价格: of the same infringing goods. */
    AVERAGE,
    /** 标价. */
    MARKED,
    /** 市场中间价格: of the genuine goods, or of sound goods of the kind. */
    MARKET,
    /** 委托估价. */
    APPRAISED
}
