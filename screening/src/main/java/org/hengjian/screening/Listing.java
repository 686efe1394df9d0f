package org.hengjian.screening;

import java.util.List;

/**
 * An offer (商品信息) as it stands on a platform. Texts are the seller's, unchanged: offsets of findings point into them.
 * What is unknown is an empty text.
 *
 * @param priceFen price in fen, or {@link #UNKNOWN_PRICE}; only compared with bands when {@code currency} is CNY
 * @param currency ISO 4217 code, CNY when empty
 * @param images addresses or file names of pictures
 */
public record Listing(
        String id,
        String title,
        String description,
        long priceFen,
        String currency,
        String category,
        String brand,
        String seller,
        String platform,
        String url,
        String region,
        List<String> images) {

    public static final long UNKNOWN_PRICE = -1;

    public Listing {
        images = List.copyOf(images);
        if (priceFen < UNKNOWN_PRICE) {
            throw new IllegalArgumentException("a price is not negative: " + priceFen);
        }
    }

    /** An offer of which only the title is known. */
    public static Listing of(String id, String title) {
        return new Listing(id, title, "", UNKNOWN_PRICE, "", "", "", "", "", "", "", List.of());
    }

    public Listing withDescription(String text) {
        return new Listing(
                id, title, text, priceFen, currency, category, brand, seller, platform, url, region, images);
    }

    public Listing withSeller(String name) {
        return new Listing(
                id, title, description, priceFen, currency, category, brand, name, platform, url, region, images);
    }

    public Listing withPriceFen(long fen) {
        return new Listing(
                id, title, description, fen, currency, category, brand, seller, platform, url, region, images);
    }

    public Listing withCategory(String name) {
        return new Listing(
                id, title, description, priceFen, currency, name, brand, seller, platform, url, region, images);
    }

    public Listing withBrand(String name) {
        return new Listing(
                id, title, description, priceFen, currency, category, name, seller, platform, url, region, images);
    }

    public Listing withUrl(String address) {
        return new Listing(
                id, title, description, priceFen, currency, category, brand, seller, platform, address, region, images);
    }
}
