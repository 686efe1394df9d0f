package org.hengjian.goods;

/**
 * What each account of an item holds, in steps of its unit. Seized is the sum of the others: the database refuses any
 * other state.
 *
 * @param movements number of the last movement; whoever acts on an older one is told so
 */
public record Balance(
        int movements,
        long seized,
        long custody,
        long sampled,
        long returned,
        long transferred,
        long destroyed,
        long disposed) {

    public Balance {
        if (seized != custody + sampled + returned + transferred + destroyed + disposed) {
            throw new IllegalArgumentException("the accounts do not balance");
        }
    }

    public long of(Account account) {
        return switch (account) {
            case OUTSIDE -> Long.MAX_VALUE; // what was not taken has no end
            case CUSTODY -> custody;
            case SAMPLED -> sampled;
            case RETURNED -> returned;
            case TRANSFERRED -> transferred;
            case DESTROYED -> destroyed;
            case DISPOSED -> disposed;
        };
    }

    /** Nothing of it is with the agency or at a laboratory any more. */
    public boolean isSettled() {
        return custody == 0 && sampled == 0;
    }
}
