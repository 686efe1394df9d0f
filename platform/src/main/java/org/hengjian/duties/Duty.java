package org.hengjian.duties;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hengjian.law.Deadline;

/**
 * A term on a thing.
 *
 * @param key         tells it from the other duties on the same thing, for as long as the thing lives
 * @param nameKey     message key of its name
 * @param deadline    the law library's answer
 * @param pausedUntil last day on which it stands still; {@link LocalDate#MAX} while nobody can tell
 * @param doneOn      the day on which it was met
 * @param owners      who must act; nobody while it waits for somebody to be named
 * @param holder      whom it binds, where that is not the agency of the thing
 * @param cause       why it stands still or was extended
 */
public record Duty(
        String key,
        String nameKey,
        Deadline deadline,
        Optional<LocalDate> pausedUntil,
        Optional<LocalDate> doneOn,
        List<Owner> owners,
        Optional<Holder> holder,
        Optional<Cause> cause) {

    public Duty {
        owners = List.copyOf(owners);
    }

    /** Of the agency whose thing it is, as it began. */
    public Duty(
            String key,
            String nameKey,
            Deadline deadline,
            Optional<LocalDate> pausedUntil,
            Optional<LocalDate> doneOn,
            List<Owner> owners) {
        this(key, nameKey, deadline, pausedUntil, doneOn, owners, Optional.empty(), Optional.empty());
    }

    public Duty of(Holder other) {
        return new Duty(key, nameKey, deadline, pausedUntil, doneOn, owners, Optional.of(other), cause);
    }

    public Duty because(Optional<Cause> why) {
        return new Duty(key, nameKey, deadline, pausedUntil, doneOn, owners, holder, why);
    }

    /** A person of the agency. */
    public record Owner(long id, String name) {}

    /** The agency that it binds. @param seenBy other agencies that may know of it */
    public record Holder(long agency, String line, int region, List<Long> seenBy) {

        public Holder {
            seenBy = List.copyOf(seenBy);
        }
    }

    /** What stopped or lengthened it. @param number of the document that says so; empty when it bears none */
    public record Cause(String words, String number) {}
}
