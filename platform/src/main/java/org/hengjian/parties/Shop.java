package org.hengjian.parties;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A shop or an account on a platform (网店、账号). Known by platform and account, or by platform and name where the
 * account was not told.
 *
 * @param account the platform's own id, empty where it was not told
 * @param region  GB/T 2260 code of where it says it is, null where it does not say
 * @param subject id of the {@link Subject} that runs it, null while that is unknown
 * @param person  id of the {@link NaturalPerson} that runs it, null unless one does
 */
public record Shop(
        long id,
        String platform,
        String account,
        String name,
        String url,
        @Nullable Integer region,
        @Nullable LocalDate openedOn,
        @Nullable Long subject,
        @Nullable Long person,
        LocalDate firstSeen,
        LocalDate lastSeen,
        int version) {

    /**
     * A shop as a listing tells of it.
     *
     * @param account empty where not told
     * @param region  null where not told
     * @param creditCode as told; ignored unless its check digit is right
     */
    public record Sighting(
            String platform, String account, String name, String url, @Nullable Integer region, String creditCode) {}
}
