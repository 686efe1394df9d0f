package org.hengjian.screening;

/** What a verdict asks for. Ordered from the gravest to the lightest. */
public enum Standing {
    /** 涉嫌: we would put our name to it. */
    SUSPECT,
    /** 待核: a person should look. */
    REVIEW,
    /** 未见异常: nothing that would justify taking somebody's time. */
    CLEAR;

    /** The word used in files and over HTTP: {@code suspect}, {@code review}, {@code clear}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
