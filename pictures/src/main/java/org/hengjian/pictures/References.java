package org.hengjian.pictures;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hengjian.screening.picture.PictureHash;
import org.hengjian.screening.picture.PictureIndex;

/**
 * Pictures of right holders (参考图片), found again when copied, cut, scaled, compressed, written over or seen in a mirror.
 * Each is kept as hashes of itself and of its usual crops, so that a crop is a copy of one of these; a picture asked for
 * is looked at whole, in a mirror, and without its edges, where frames and price tags are.
 */
public final class References {

    /** Parts of a picture by share: left, top, width, height. */
    private static final double[][] CROPS = {
        {0, 0, 1, 1},
        {0.1, 0.1, 0.8, 0.8},
        {0.175, 0.175, 0.65, 0.65},
        {0, 0, 0.75, 0.75},
        {0.25, 0, 0.75, 0.75},
        {0, 0.25, 0.75, 0.75},
        {0.25, 0.25, 0.75, 0.75},
        {0, 0, 1, 0.6},
        {0, 0.4, 1, 0.6},
        {0, 0, 0.6, 1},
        {0.4, 0, 0.6, 1},
        {0, 0.2, 1, 0.6},
        {0.2, 0, 0.6, 1},
    };
    private static final double[][] LOOKS = {{0, 0, 1, 1}, {0.05, 0.05, 0.9, 0.9}, {0.1, 0.1, 0.8, 0.8}};

    /** A part with fewer or more set bits is nearly even: it would be found everywhere. */
    private static final int BITS_LEAST = 12;

    private static final int EDGE_LEAST = 24;

    /** So many of the 64 bits of the second hash may differ. */
    private static final int DOWN_MOST = 14;

    private final PictureIndex index;
    private final List<Part> parts;
    private final List<Reference> references;

    /** @param rightId of the right that it shows; empty for none */
    public record Reference(String id, String rightId, String name) {}

    /**
     * A picture found again.
     *
     * @param distance differing bits of 128
     * @param mirrored whether left and right are exchanged
     * @param crop     whether only a part of the reference is there
     */
    public record Copy(Reference reference, int distance, boolean mirrored, boolean crop, Box box) {}

    private References(PictureIndex index, List<Part> parts, List<Reference> references) {
        this.index = index;
        this.parts = List.copyOf(parts);
        this.references = List.copyOf(references);
    }

    public static References none() {
        return new Builder().build();
    }

    public int size() {
        return references.size();
    }

    /** The nearest reference, empty where none is near enough. */
    public Optional<Copy> find(BufferedImage picture) {
        var copies = new ArrayList<Copy>();
        for (double[] look : LOOKS) {
            Box box = box(picture, look);
            if (box.width() < EDGE_LEAST || box.height() < EDGE_LEAST) {
                continue;
            }
            BufferedImage part = Scaling.part(picture, box);
            add(copies, Look.of(part, false), false, box);
            add(copies, Look.of(part, true), true, box);
        }
        return copies.stream().min(Comparator.comparingInt(Copy::distance).thenComparing(Copy::mirrored));
    }

    private void add(List<Copy> copies, Look look, boolean mirrored, Box box) {
        if (look.isEven()) {
            return;
        }
        for (var found : index.near(look.across(), PictureIndex.DISTANCE_MAX)) {
            Part part = parts.get(Integer.parseInt(found.id()));
            int down = part.down().distance(look.down());
            if (down <= DOWN_MOST) {
                copies.add(new Copy(
                        references.get(part.reference()), found.distance() + down, mirrored, part.crop() > 0, box));
            }
        }
    }

    /**
     * A picture as its hashes tell it: the one that is searched by, and one of the same turned, which pictures that are
     * alike by chance in the first do not share.
     */
    private record Look(PictureHash across, PictureHash down) {

        static Look of(BufferedImage part, boolean mirrored) {
            BufferedImage seen = mirrored ? Scaling.mirrored(part) : part;
            return new Look(PictureHash.of(seen), PictureHash.of(Scaling.turned(seen)));
        }

        boolean isEven() {
            int set = Long.bitCount(across.bits());
            return set < BITS_LEAST || set > Long.SIZE - BITS_LEAST;
        }
    }

    /** A crop of a reference, by numbers. */
    private record Part(int reference, int crop, PictureHash down) {}

    private static Box box(BufferedImage picture, double[] part) {
        int x = (int) (picture.getWidth() * part[0]);
        int y = (int) (picture.getHeight() * part[1]);
        return new Box(x, y, (int) (picture.getWidth() * part[2]), (int) (picture.getHeight() * part[3]));
    }

    /** Collects references; not for several threads. */
    public static final class Builder {

        private final List<Reference> references = new ArrayList<>();
        private final List<Part> parts = new ArrayList<>();
        private final List<String> ids = new ArrayList<>();
        private final List<PictureHash> hashes = new ArrayList<>();

        public Builder add(Reference reference, BufferedImage picture) {
            int number = references.size();
            references.add(reference);
            for (int crop = 0; crop < CROPS.length; crop++) {
                Box box = box(picture, CROPS[crop]);
                if (box.width() >= EDGE_LEAST && box.height() >= EDGE_LEAST) {
                    Look look = Look.of(Scaling.part(picture, box), false);
                    if (!look.isEven()) {
                        ids.add(Integer.toString(parts.size()));
                        parts.add(new Part(number, crop, look.down()));
                        hashes.add(look.across());
                    }
                }
            }
            return this;
        }

        public References build() {
            return new References(new PictureIndex(ids, hashes), parts, references);
        }
    }
}
