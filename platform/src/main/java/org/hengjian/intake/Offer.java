package org.hengjian.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sound row says, before it is known whether we have heard it already. */
record Offer(
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
        List<String> images) {

    /** Two offers with the same hash say the same. Each part goes in with its length, so that none can leak into another. */
    byte[] hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : List.of(
                    externalId, title, description, String.valueOf(priceFen), currency, category, brand, seller,
                    sellerCode, platform, url, String.valueOf(sellerRegion), String.join("\n", images))) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
