package org.hengjian.intake;

import java.time.LocalDate;
import org.hengjian.access.Seal;
import org.jspecify.annotations.Nullable;

/**
 * What a sound row says of a parcel that was posted (收寄), in clear on its way under the seal.
 *
 * @param grams weight, more than 0
 * @param inspected 收寄验视; null where not told, as {@code realName} 实名收寄 and {@code xrayed} 过机安检
 */
record Posting(
        String waybill,
        String courier,
        String outlet,
        String senderName,
        String senderPhone,
        String senderAddress,
        String senderCode,
        @Nullable Integer senderRegion,
        @Nullable Integer recipientRegion,
        String goods,
        @Nullable Integer quantity,
        long grams,
        @Nullable Long valueFen,
        LocalDate sentOn,
        String hsCode,
        String declaration,
        String platform,
        String shop,
        @Nullable Boolean inspected,
        @Nullable Boolean realName,
        @Nullable Boolean xrayed) {

    /**
     * Two that say the same have the same hash. A keyed one: a plain hash of a phone number is found again by trying all
     * of them.
     */
    byte[] hash(Seal seal) {
        var said = new StringBuilder();
        for (var part : new @Nullable Object[] {
            waybill, courier, outlet, senderName, senderPhone, senderAddress, senderCode, recipientRegion, goods, quantity,
            grams, valueFen, sentOn, hsCode, declaration, platform, shop, inspected, realName, xrayed
        }) {
            var text = String.valueOf(part);
            said.append(text.length()).append(' ').append(text);
        }
        return seal.trace("parcel content " + said);
    }

    @Override
    public String toString() {
        return "a parcel under seal";
    }
}
