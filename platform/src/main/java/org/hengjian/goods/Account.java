package org.hengjian.goods;

/** Where a quantity is. {@link #OUTSIDE} is whence goods come when they are taken. */
public enum Account {
    OUTSIDE,
    /** 在库. */
    CUSTODY,
    /** 抽样送检. */
    SAMPLED,
    /** 发还. */
    RETURNED,
    /** 移交. */
    TRANSFERRED,
    /** 销毁. */
    DESTROYED,
    /** 其他处置: auctioned, handed over to the state, given to welfare. */
    DISPOSED
}
