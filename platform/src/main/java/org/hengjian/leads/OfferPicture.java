package org.hengjian.leads;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hengjian.pictures.PictureFinding;
import org.hengjian.screening.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A picture of an offer (商品图片) and what was found in it when it came, or later by a reference that came after it.
 *
 * @param compared with how many reference pictures when it came
 * @param later    by reference, when it was found
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
        Instant addedAt,
        Map<String, Instant> later) {

    OfferPicture {
        findings = List.copyOf(findings);
        later = Map.copyOf(later);
    }

    /** When it was found, where its reference came after the picture; null where it was found as the picture came. */
    public @Nullable Instant laterAt(PictureFinding finding) {
        return finding.kind() == Kind.COPIED_PICTURE ? later.get(finding.matched()) : null;
    }
}
