package org.hengjian.leads;

import java.time.Instant;
import java.util.List;
import org.hengjian.pictures.PictureFinding;

/**
 * A picture of an offer (商品图片) and what was found in it when it came.
 *
 * @param compared with how many reference pictures
 */
record OfferPicture(
        long id,
        String fileName,
        String mediaType,
        String sha256,
        int width,
        int height,
        List<PictureFinding> findings,
        boolean textRead,
        int compared,
        String person,
        Instant addedAt) {

    OfferPicture {
        findings = List.copyOf(findings);
    }
}
