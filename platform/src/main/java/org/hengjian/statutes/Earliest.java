package org.hengjian.statutes;

import java.time.LocalDate;
import java.util.List;

/**
 * The first day on which a step can have happened: that of what it follows.
 *
 * @param ground against an earlier day; its text is told the day
 */
public record Earliest(String ground, LocalDate day) {

    public List<Ground> against(LocalDate on, Provisions provisions) {
        return on.isBefore(day) ? List.of(provisions.ground(ground, day)) : List.of();
    }
}
