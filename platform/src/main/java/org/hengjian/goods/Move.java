package org.hengjian.goods;

import java.util.Arrays;
import java.util.Optional;

/** A kind of movement: which account it leaves and which it enters; {@code goods.route} says the same. */
public enum Move {
    REGISTER(Account.OUTSIDE, Account.CUSTODY),
    SAMPLE(Account.CUSTODY, Account.SAMPLED),
    TAKE_BACK(Account.SAMPLED, Account.CUSTODY),
    RETURN(Account.CUSTODY, Account.RETURNED),
    TRANSFER(Account.CUSTODY, Account.TRANSFERRED),
    DISPOSE(Account.CUSTODY, Account.DISPOSED),
    /** 销毁, under an approval: {@link Destructions}. */
    DESTROY(Account.CUSTODY, Account.DESTROYED),
    /** 盘盈: a count found more than was registered. */
    COUNT_MORE(Account.OUTSIDE, Account.CUSTODY),
    /** 盘亏: a count found less. */
    COUNT_LESS(Account.CUSTODY, Account.OUTSIDE);

    private final Account from;
    private final Account to;

    Move(Account from, Account to) {
        this.from = from;
        this.to = to;
    }

    public Account from() {
        return from;
    }

    public Account to() {
        return to;
    }

    /** The last part of its address. */
    public String path() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Whether someone receives it, who is named. */
    public boolean hasCounterpart() {
        return this == SAMPLE || this == RETURN || this == TRANSFER || this == DISPOSE;
    }

    /** Whether it sets the ledger right, which the head does with a reason. */
    public boolean isCorrection() {
        return this == COUNT_MORE || this == COUNT_LESS;
    }

    /** Whether anybody may make it by a form of its own; the others come with registration or an approval. */
    boolean isFree() {
        return this != REGISTER && this != DESTROY;
    }

    /** Whether it may be made when another agency has the case: what is left is fetched, given up or counted. */
    boolean goesOnWithoutTheCase() {
        return this != SAMPLE && this != DISPOSE;
    }

    static Optional<Move> at(String path) {
        return Arrays.stream(values()).filter(move -> move.path().equals(path)).findFirst();
    }
}
