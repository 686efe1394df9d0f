package org.hengjian.parties;

import java.time.LocalDate;

/**
 * A natural person (自然人) as everyone who may see the record sees them: masked. What is under the mask is opened by
 * {@link Openings} for a purpose and for a while.
 *
 * @param name     first character and stars
 * @param identity last four digits of the identity number, empty where there is none
 */
public record NaturalPerson(
        long id, String name, String identity, boolean hasPhone, boolean hasAddress, String note, LocalDate firstSeen) {

    /** 张三 is shown as 张*. */
    static String masked(String name) {
        return name.isEmpty()
                ? ""
                : name.substring(0, name.offsetByCodePoints(0, 1))
                        + "*".repeat(Math.max(1, name.codePointCount(0, name.length()) - 1));
    }
}
