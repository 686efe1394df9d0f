package org.hengjian.adjudications;

import org.hengjian.shell.Masked;

/**
 * One of the two parties (当事人) as everyone on the matter sees it.
 *
 * @param name of a firm in full, of a person masked
 * @param code 统一社会信用代码; empty for a person, or a firm without one
 */
public record Party(Kind kind, String name, String code, String address) {

    /** 单位 or 自然人. */
    public enum Kind {
        FIRM,
        PERSON
    }

    /** Which of the two. */
    public enum Side {
        /** 请求人. */
        REQUESTER,
        /** 被请求人. */
        RESPONDENT
    }

    /** What is sealed: the person, or the firm's representative. */
    public record Personal(String name, String identity, String phone) {

        @Override
        public String toString() {
            return "Personal[" + Masked.name(name) + "]"; // logs are public sooner than one thinks
        }
    }

    /** What is sealed of both. */
    public record Both(Personal requester, Personal respondent) {

        Personal of(Side side) {
            return side == Side.REQUESTER ? requester : respondent;
        }
    }

    /** The name in full, for the documents alone. */
    String fullName(Personal personal) {
        return kind == Kind.PERSON ? personal.name() : name;
    }
}
