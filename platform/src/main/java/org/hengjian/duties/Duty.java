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
 * @param owners      who must act
 */
public record Duty(
        String key,
        String nameKey,
        Deadline deadline,
        Optional<LocalDate> pausedUntil,
        Optional<LocalDate> doneOn,
        List<Owner> owners) {

    public Duty {
        owners = List.copyOf(owners);
    }

    /** A person of the agency. */
    public record Owner(long id, String name) {}
}
