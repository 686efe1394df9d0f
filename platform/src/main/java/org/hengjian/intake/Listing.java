package org.hengjian.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An offer of goods (商品链接) as it was told on one day. A changed offer is another version with its own id; this one
 * stays as it is.
 *
 * @param id of this version
 * @param source id of the source it came from
 * @param externalId the source's own number for the offer
 * @param version counted from 1 within source and external id
 * @param priceFen hundredths of the currency's unit; null when no price was told
 * @param currency ISO 4217
 * @param sellerCode unified social credit code of the seller, empty when not told
 * @param sellerRegion GB/T 2260 code of where the seller is; null when not told
 * @param agency the agency that took it in
 * @param region GB/T 2260 code of that agency
 */
public record Listing(
        long id,
        long source,
        String externalId,
        int version,
        long batch,
        long rowNumber,
        String title,
        String description,
        @Nullable Long priceFen,
        String currency,
        String category,
        String brand,
        String seller,
        String sellerCode,
        String platform,
        String url,
        @Nullable Integer sellerRegion,
        List<String> images,
        Instant seenAt,
        long agency,
        String line,
        int region) {

    public Listing {
        images = List.copyOf(images);
    }
}
