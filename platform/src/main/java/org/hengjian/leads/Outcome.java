package org.hengjian.leads;

/** What looking at a lead came to (核查结果). */
public enum Outcome {
    /** 属实. */
    CONFIRMED,
    /** 不属实. */
    UNFOUNDED,
    /** 尚不能确定. */
    INCONCLUSIVE
}
