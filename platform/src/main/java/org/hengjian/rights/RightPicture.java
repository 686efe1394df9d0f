package org.hengjian.rights;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reference picture of a right (参考图片): genuine goods or a logo.
 *
 * @param right     reference of the right, which stays
 * @param removedAt null while pictures of offers are compared with it
 */
public record RightPicture(
        long id,
        long registration,
        String right,
        String rightName,
        String name,
        String mediaType,
        String sha256,
        Instant addedAt,
        String addedBy,
        String agency,
        @Nullable Instant removedAt,
        String removedBy,
        String removedWhy) {

    /** What people call it: the right, and the picture of it. */
    public String shown() {
        return rightName + " · " + name;
    }
}
