package org.hengjian.leads;

import java.util.List;
import org.hengjian.screening.Listing;
import org.jspecify.annotations.Nullable;

/**
 * An offer that comes to be screened (待筛查商品).
 *
 * @param listing    id at intake, null when a person wrote it down
 * @param row        row of the file, null likewise
 * @param priceFen   hundredths of the currency's unit; null when unknown
 * @param sellerRegion GB/T 2260 code of the seller's place; null when unknown
 * @param region     place of the agency that took it in
 */
public record Received(
        @Nullable Long listing,
        @Nullable Long batch,
        @Nullable Long row,
        String externalId,
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
        long agency,
        int region) {

    public Received {
        images = List.copyOf(images);
    }

    Listing listingForScreening() {
        return new Listing(
                externalId,
                title,
                description,
                priceFen == null ? Listing.UNKNOWN_PRICE : priceFen,
                currency,
                category,
                brand,
                seller,
                platform,
                url,
                sellerRegion == null ? "" : sellerRegion.toString(),
                images);
    }
}
