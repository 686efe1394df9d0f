package org.hengjian.pictures;

import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import org.hengjian.screening.picture.PictureHash;
import org.hengjian.screening.picture.PictureIndex;

/**
 * What is kept of a picture of an offer, so that a reference that comes later is compared with it (留底特征), some 50 kB: the
 * hashes of its parts and its landmarks, as it stands and in a mirror. It rules out nearly all pictures without opening
 * them; the few that it leaves are opened and compared as ever.
 */
public final class Sketch {

    private static final byte VERSION = 1;

    private final List<PictureHash> hashes;
    private final Landmarks.Both landmarks;

    private Sketch(List<PictureHash> hashes, Landmarks.Both landmarks) {
        this.hashes = hashes;
        this.landmarks = landmarks;
    }

    public static Sketch of(BufferedImage picture) {
        Look look = Look.at(picture);
        return new Sketch(References.hashes(picture, look), look.landmarks());
    }

    /** @throws IllegalArgumentException if the bytes are not of {@link #toBytes} of this version */
    public static Sketch of(byte[] bytes) {
        var from = ByteBuffer.wrap(bytes);
        try {
            byte version = from.get();
            if (version != VERSION) {
                throw new IllegalArgumentException("a sketch of version " + version + ", not " + VERSION);
            }
            PictureHash[] hashes = new PictureHash[from.get()];
            for (int i = 0; i < hashes.length; i++) {
                hashes[i] = new PictureHash(from.getLong());
            }
            return new Sketch(
                    List.of(hashes), new Landmarks.Both(Landmarks.read(from), Landmarks.read(from)));
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            throw new IllegalArgumentException("not a sketch: " + bytes.length + " bytes", e);
        }
    }

    public byte[] toBytes() {
        var to = ByteBuffer.allocate(2
                + hashes.size() * Long.BYTES
                + landmarks.plain().bytes()
                + landmarks.mirrored().bytes());
        to.put(VERSION).put((byte) hashes.size());
        hashes.forEach(hash -> to.putLong(hash.bits()));
        landmarks.plain().write(to);
        landmarks.mirrored().write(to);
        return to.array();
    }

    /** False where {@link References#find} finds no copy of the reference in the picture. */
    public boolean mayCopy(Fingerprint reference) {
        return hashes.stream().anyMatch(hash -> hash.distance(reference.hash()) <= PictureIndex.DISTANCE_MAX)
                || Alignment.of(landmarks.plain(), reference.landmarks()).isPresent()
                || Alignment.of(landmarks.mirrored(), reference.landmarks()).isPresent();
    }
}
