package org.hengjian.access;

/**
 * A deed on trial 试办: it runs as it would, with every check and refusal, and each transaction that it opens is undone at
 * its end. What is seen in it was never done: no number is used up, nobody is told.
 */
public final class Rehearsal {

    private static final ScopedValue<Boolean> ON = ScopedValue.newInstance();

    private Rehearsal() {}

    /** Whether what this thread does now is on trial. */
    public static boolean isOn() {
        return ON.isBound();
    }

    /** @return what the deed answers */
    public static <T, X extends Throwable> T of(ScopedValue.CallableOp<T, X> deed) throws X {
        return ScopedValue.where(ON, true).call(deed);
    }
}
