package org.hengjian.law;

/** Whether a line is reached, where facts may be unknown. */
enum Reached {
    NO,
    MAYBE,
    YES;

    Reached and(Reached other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Reached or(Reached other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
