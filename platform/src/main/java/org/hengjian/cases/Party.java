package org.hengjian.cases;

import org.hengjian.shell.Masked;

/**
 * The party (当事人) as everyone on the case sees it.
 *
 * @param name    of a firm in full, of a person masked
 * @param code    统一社会信用代码; empty for a person, or a firm without one
 */
public record Party(Kind kind, String name, String code, String address) {

    /** 单位 or 自然人. */
    public enum Kind {
        FIRM,
        PERSON
    }

    /**
     * What is sealed and shown only for a purpose: the person, or the firm's legal representative (法定代表人).
     *
     * @param identity number of the identity card
     */
    public record Personal(String name, String identity, String phone) {

        public static final Personal NONE = new Personal("", "", "");

        @Override
        public String toString() {
            return "Personal[" + Masked.name(name) + "]"; // logs are public sooner than one thinks
        }
    }
}
