package org.hengjian.cases;

/** Where a penalty lies (裁量档次). */
public enum Severity {
    /** 不予行政处罚. */
    EXEMPT,
    /** 减轻: below the range. */
    REDUCED,
    /** 从轻: the lower part of the range. */
    LIGHTER,
    /** 一般. */
    ORDINARY,
    /** 从重: the upper part of the range. */
    HEAVIER
}
