package org.hengjian.law;

/** Whether a value was read off the instrument's own text. */
public enum Status {
    /** The sentence was matched against the stored text (已核). */
    VERIFIED,
    /** From general knowledge; shown as "not verified" (未核) wherever it is used. */
    FROM_MEMORY
}
