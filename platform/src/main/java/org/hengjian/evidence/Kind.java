package org.hengjian.evidence;

/** What evidence may be (证据种类), as the law on administrative penalties lists it: 行政处罚法 art. 46. */
public enum Kind {
    /** 书证. */
    DOCUMENT,
    /** 物证. */
    OBJECT,
    /** 视听资料. */
    AUDIOVISUAL,
    /** 电子数据. */
    ELECTRONIC,
    /** 证人证言. */
    WITNESS,
    /** 当事人的陈述. */
    PARTY,
    /** 鉴定意见. */
    EXPERT,
    /** 勘验笔录、现场笔录. */
    INSPECTION
}
