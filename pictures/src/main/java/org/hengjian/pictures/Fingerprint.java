package org.hengjian.pictures;

import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import org.hengjian.screening.picture.PictureHash;

/**
 * What is kept of a reference picture to know it again (图片指纹): its hash, its landmarks and a thumbnail, some 16 kB. It can
 * be kept as bytes beside the picture, so that an index is built without opening pictures.
 */
public final class Fingerprint {

    private static final byte VERSION = 1;
    private static final int LANDMARKS_MOST = 200;
    private static final int EDGE_LEAST = 8;

    private final PictureHash hash;
    private final Landmarks landmarks;
    private final Thumbnail thumbnail;

    private Fingerprint(PictureHash hash, Landmarks landmarks, Thumbnail thumbnail) {
        this.hash = hash;
        this.landmarks = landmarks;
        this.thumbnail = thumbnail;
    }

    public static Fingerprint of(BufferedImage picture) {
        List<Grey> levels = Grey.of(picture, Landmarks.EDGE).pyramid(Landmarks.STEP, EDGE_LEAST);
        return new Fingerprint(
                PictureHash.of(picture), Landmarks.of(levels, LANDMARKS_MOST).plain(), Thumbnail.of(picture));
    }

    /** @throws IllegalArgumentException if the bytes are not of {@link #toBytes} of this version */
    public static Fingerprint of(byte[] bytes) {
        var from = ByteBuffer.wrap(bytes);
        try {
            byte version = from.get();
            if (version != VERSION) {
                throw new IllegalArgumentException("a fingerprint of version " + version + ", not " + VERSION);
            }
            return new Fingerprint(new PictureHash(from.getLong()), Landmarks.read(from), Thumbnail.read(from));
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            throw new IllegalArgumentException("not a fingerprint: " + bytes.length + " bytes", e);
        }
    }

    public byte[] toBytes() {
        var to = ByteBuffer.allocate(1 + Long.BYTES + landmarks.bytes() + thumbnail.bytes());
        to.put(VERSION).putLong(hash.bits());
        landmarks.write(to);
        thumbnail.write(to);
        return to.array();
    }

    PictureHash hash() {
        return hash;
    }

    Landmarks landmarks() {
        return landmarks;
    }

    Thumbnail thumbnail() {
        return thumbnail;
    }
}
