package org.hengjian.cases;

/**
 * How a case ends that ends without a penalty (不予处罚、移送的具体情形).
 *
 * @param exemption by which rule no penalty is given
 * @param receiver  the agency that a case goes to; empty for none
 * @param letter    number of the letter by which it was referred to the police; empty for none
 */
public record Disposal(Exemption exemption, String receiver, String letter) {

    public Disposal {
        letter = letter == null ? "" : letter; // papers of before have none
    }

    public Disposal(Exemption exemption, String receiver) {
        this(exemption, receiver, "");
    }

    Disposal by(String letter) {
        return new Disposal(exemption, receiver, letter);
    }

    /** Neither an exemption nor a transfer. */
    public static final Disposal NONE = new Disposal(Exemption.NONE, "");

    /** By which rule no penalty is given (不予行政处罚的情形). */
    public enum Exemption {
        /** Another kind of decision. */
        NONE,
        /** 违法行为轻微并及时改正，没有造成危害后果. */
        MINOR,
        /** 初次违法且危害后果轻微并及时改正. */
        FIRST_MINOR,
        /** 有证据足以证明没有主观过错. */
        NO_FAULT,
        /** 不满十四周岁. */
        UNDER_AGE,
        /** 不能辨认或者不能控制自己行为. */
        NO_CAPACITY,
        /** 超过追责时效. */
        LIMITATION,
        /** 法律、法规规定的其他情形. */
        OTHER_LAW
    }
}
