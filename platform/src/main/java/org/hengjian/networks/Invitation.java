package org.hengjian.networks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The word by which another agency, or one person of it, is asked to take part in an operation (专案邀请).
 *
 * @param name       of the operation
 * @param inviting   id of the agency whose operation it is
 * @param asked      id of the agency that is invited
 * @param person     the only one who answers and joins, null where the agency answers and names who joins
 * @param accepted   null while it is not answered
 * @param running    whether the operation still is
 */
record Invitation(
        long id,
        long operation,
        String name,
        long inviting,
        long asked,
        @Nullable Long person,
        String personName,
        String purpose,
        Reach reach,
        String invitedBy,
        Instant invitedAt,
        @Nullable Boolean accepted,
        String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt,
        boolean running) {

    /** How far those who join by it see. */
    enum Reach {
        /** What the operation is about and who is in it; of networks nothing that one does not see anyway. */
        OPERATION,
        /** Also what the agencies in it open to its members. */
        HELD
    }

    enum State {
        OPEN,
        ACCEPTED,
        DECLINED,
        WITHDRAWN,
        /** The operation ended before there was an answer. */
        LAPSED
    }

    public State state() {
        if (accepted != null) {
            return accepted ? State.ACCEPTED : State.DECLINED;
        }
        return withdrawnAt != null ? State.WITHDRAWN : running ? State.OPEN : State.LAPSED;
    }

    public boolean isOpen() {
        return state() == State.OPEN;
    }
}
