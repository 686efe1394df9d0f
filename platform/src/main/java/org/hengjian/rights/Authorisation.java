package org.hengjian.rights;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who may sell under a right (授权销售): a shop, or a firm with all its shops.
 *
 * @param shop     id of the shop in parties, null where a firm is authorised
 * @param subject  id of the subject in parties, null where a shop is authorised
 * @param seller   its name
 * @param platform of the shop, empty for a firm
 * @param toDay    last day, null while it runs
 * @param ground   number of the letter of authorisation
 * @param withdrawnOn first day on which it is no more, null while it stands
 */
public record Authorisation(
        long id,
        long registration,
        @Nullable Long shop,
        @Nullable Long subject,
        String seller,
        String platform,
        LocalDate fromDay,
        @Nullable LocalDate toDay,
        String ground,
        @Nullable LocalDate withdrawnOn,
        String withdrawnWhy) {

    public boolean inForce(LocalDate day) {
        return !day.isBefore(fromDay)
                && (toDay == null || !day.isAfter(toDay))
                && (withdrawnOn == null || day.isBefore(withdrawnOn));
    }
}
