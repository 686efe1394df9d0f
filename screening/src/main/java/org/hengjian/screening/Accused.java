package org.hengjian.screening;

/** What speaks for one right being named, over all fields (嫌疑权利). */
final class Accused {

    final Right right;
    /** Values of the features of its gravest evasion, and their weighted sum. */
    double[] evasionParts = {};

    double evasion;
    Kind kind = Kind.NONE;
    boolean plain;
    boolean nickname;

    /** The nickname stands before the goods, where the name would. */
    boolean nicknameAsName;
    /** False while nothing but its models speak for it. */
    boolean named;

    boolean match;
    int first = Integer.MAX_VALUE;
    int length;

    Accused(Right right) {
        this.right = right;
    }
}
