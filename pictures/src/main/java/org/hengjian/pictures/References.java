package org.hengjian.pictures;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hengjian.screening.picture.PictureHash;
import org.hengjian.screening.picture.PictureIndex;

/**
 * Pictures of right holders (参考图片), found again when copied, cut anywhere, scaled, compressed, written over, framed or
 * seen in a mirror. An immutable snapshot, for any number of threads; {@link #with} and {@link #without} return new ones.
 *
 * <p>First come those whose hash is near that of the picture or of its middle, and those that share landmarks with it. Each
 * is then laid over the picture and compared square by square, and only what is the same there is a copy: so the box is
 * known, and no picture is accused for an outline.
 */
public final class References {

    /** Parts of the picture asked for that are looked at as a whole: frames and price tags stand at the edges. */
    private static final double[] INSETS = {0, 0.05, 0.1};

    private static final int LIKELY_MOST = 12;
    private static final int COPIES_MOST = 5;
    private static final int MOVES_MOST = 4;
    private static final double HAIR = 2.5; // points of the longer edge at 480: half of one of the thumbnail

    /** More than this of the reference is there: the rest is a trimmed edge. */
    private static final double WHOLE_LEAST = 0.95;

    private final List<Segment> segments;

    /** @param rightId of the right that it shows; empty for none */
    public record Reference(String id, String rightId, String name) {}

    /**
     * A picture found again.
     *
     * @param squares    of the reference that were found the same
     * @param comparable squares of the reference that could be compared
     * @param mirrored   whether left and right are exchanged
     * @param crop       whether only a part of the reference is there
     * @param box        where the reference lies in the picture asked for
     */
    public record Copy(Reference reference, int squares, int comparable, boolean mirrored, boolean crop, Box box) {}

    /** A reference as the index holds it. */
    private record Indexed(
            Reference reference, PictureHash hash, int[] words, Supplier<Optional<Fingerprint>> fingerprint) {}

    private record Segment(List<Indexed> pictures, PictureIndex hashes, WordIndex words) {

        static Segment of(List<Indexed> pictures) {
            var ids = new ArrayList<String>();
            for (int i = 0; i < pictures.size(); i++) {
                ids.add(Integer.toString(i));
            }
            return new Segment(
                    List.copyOf(pictures),
                    new PictureIndex(ids, pictures.stream().map(Indexed::hash).toList()),
                    new WordIndex(pictures.stream().map(Indexed::words).toList()));
        }
    }

    private References(List<Segment> segments) {
        this.segments = List.copyOf(segments);
    }

    public static References none() {
        return new References(List.of());
    }

    public int size() {
        return segments.stream().mapToInt(segment -> segment.pictures().size()).sum();
    }

    /** With further references; one of an id that is known takes the other's place. */
    public References with(References more) {
        var ids = new HashSet<String>();
        more.segments.forEach(
                segment -> segment.pictures().forEach(one -> ids.add(one.reference().id())));
        var stay = new ArrayList<>(without(ids).segments);
        for (Segment segment : more.segments) {
            var pictures = new ArrayList<>(segment.pictures());
            // Small ones are joined, so that there are few and each picture is moved seldom.
            while (!stay.isEmpty() && stay.getLast().pictures().size() <= 2 * pictures.size()) {
                pictures.addAll(0, stay.removeLast().pictures());
            }
            stay.add(pictures.size() == segment.pictures().size() ? segment : Segment.of(pictures));
        }
        return new References(stay);
    }

    public References without(Set<String> ids) {
        var stay = new ArrayList<Segment>();
        for (Segment segment : segments) {
            List<Indexed> pictures = segment.pictures().stream()
                    .filter(one -> !ids.contains(one.reference().id()))
                    .toList();
            if (pictures.size() == segment.pictures().size()) {
                stay.add(segment);
            } else if (!pictures.isEmpty()) {
                stay.add(Segment.of(pictures));
            }
        }
        return new References(stay);
    }

    /** Those that the picture copies, the likest first. */
    public List<Copy> find(BufferedImage picture) {
        if (segments.isEmpty()) {
            return List.of();
        }
        Look look = Look.at(picture);
        var seen = new LinkedHashMap<Reference, Copy>();
        for (boolean mirrored : new boolean[] {false, true}) {
            Landmarks landmarks = mirrored ? look.landmarks().mirrored() : look.landmarks().plain();
            List<Inset> insets = insets(picture, look, mirrored);
            for (Segment segment : segments) {
                var candidates = new LinkedHashSet<Integer>();
                for (Inset inset : insets) {
                    for (PictureIndex.Found found : segment.hashes().near(inset.hash(), PictureIndex.DISTANCE_MAX)) {
                        candidates.add(Integer.valueOf(found.id()));
                        if (candidates.size() >= LIKELY_MOST) {
                            break;
                        }
                    }
                }
                candidates.addAll(segment.words().likely(landmarks, LIKELY_MOST));
                for (int candidate : candidates) {
                    Indexed indexed = segment.pictures().get(candidate);
                    if (!seen.containsKey(indexed.reference())) {
                        indexed.fingerprint()
                                .get()
                                .flatMap(kept -> copy(indexed, kept, look, landmarks, insets, mirrored, picture))
                                .ifPresent(copy -> seen.put(copy.reference(), copy));
                    }
                }
            }
        }
        return seen.values().stream()
                .sorted(Comparator.comparingDouble(copy -> -copy.squares() * copy.squares() / (double) copy.comparable()))
                .limit(COPIES_MOST)
                .toList();
    }

    /** Of all parts of the picture that are looked at as a whole, as they stand and in a mirror. */
    static List<PictureHash> hashes(BufferedImage picture, Look look) {
        var hashes = new ArrayList<PictureHash>();
        insets(picture, look, false).forEach(inset -> hashes.add(inset.hash()));
        insets(picture, look, true).forEach(inset -> hashes.add(inset.hash()));
        return hashes;
    }

    /** A part of the picture and its hash, in the places of the look. */
    private record Inset(PictureHash hash, double left, double top, double right, double bottom) {}

    private static List<Inset> insets(BufferedImage picture, Look look, boolean mirrored) {
        var insets = new ArrayList<Inset>();
        for (double inset : INSETS) {
            var box = new Box(
                    (int) (inset * picture.getWidth()),
                    (int) (inset * picture.getHeight()),
                    (int) Math.max(1, (1 - 2 * inset) * picture.getWidth()),
                    (int) Math.max(1, (1 - 2 * inset) * picture.getHeight()));
            BufferedImage part = inset == 0 ? picture : Scaling.part(picture, box);
            insets.add(new Inset(
                    mirrored ? PictureHash.mirrored(part) : PictureHash.of(part),
                    inset * look.width(),
                    inset * look.height(),
                    (1 - inset) * look.width(),
                    (1 - inset) * look.height()));
        }
        return insets;
    }

    private static Optional<Copy> copy(
            Indexed indexed,
            Fingerprint kept,
            Look look,
            Landmarks landmarks,
            List<Inset> insets,
            boolean mirrored,
            BufferedImage picture) {
        Landmarks reference = kept.landmarks();
        var compared = new ArrayList<Compared>();
        Alignment.of(landmarks, reference)
                .ifPresent(one -> compared.add(Compared.at(one.placement(), one.share(), look, mirrored, kept)));
        // Where there is too little to hold on to, the picture as a whole may still be the same.
        for (Inset inset : insets) {
            if (inset.hash().distance(indexed.hash()) <= PictureIndex.DISTANCE_MAX) {
                var whole = Placement.into(
                        inset.left(), inset.top(), inset.right(), inset.bottom(), reference.width(), reference.height());
                compared.add(Compared.at(whole, 0, look, mirrored, kept));
            }
        }
        return compared.stream()
                .map(one -> one.better(look, mirrored, kept))
                .filter(one -> one.sameness().isSame(one.held()))
                .max(Comparator.comparingDouble(one -> one.sameness().share()))
                .map(one -> copy(
                        indexed.reference(), one.sameness(), one.placement(), reference, look, mirrored, picture));
    }

    /** A reference laid over the picture. @param held share of its landmarks that are found there */
    private record Compared(Placement placement, Sameness sameness, double held) {

        static Compared at(Placement placement, double held, Look look, boolean mirrored, Fingerprint kept) {
            Landmarks of = kept.landmarks();
            return new Compared(
                    placement,
                    Sameness.of(look, mirrored, placement, kept.thumbnail(), of.width(), of.height()),
                    held);
        }

        /** A hair's breadth decides about an outline, so it is moved by one to each side as long as that helps. */
        Compared better(Look look, boolean mirrored, Fingerprint kept) {
            Compared best = this;
            for (int turn = 0; turn < MOVES_MOST && best.sameness.isNearlySame() && !best.sameness.isSame(held); turn++) {
                Compared before = best;
                for (Placement moved : before.placement.moved(HAIR, kept.landmarks())) {
                    Compared one = at(moved, held, look, mirrored, kept);
                    if (one.sameness.share() > best.sameness.share()) {
                        best = one;
                    }
                }
                if (best == before) {
                    return best;
                }
            }
            return best;
        }
    }

    private static Copy copy(
            Reference of,
            Sameness sameness,
            Placement placement,
            Landmarks reference,
            Look look,
            boolean mirrored,
            BufferedImage picture) {
        double left = Math.min(placement.x(0, 0), placement.x(0, reference.height()));
        double right =
                Math.max(placement.x(reference.width(), 0), placement.x(reference.width(), reference.height()));
        double top = Math.min(placement.y(0, 0), placement.y(reference.width(), 0));
        double bottom =
                Math.max(placement.y(0, reference.height()), placement.y(reference.width(), reference.height()));
        double seenLeft = Math.clamp(left, 0, look.width());
        double seenRight = Math.clamp(right, 0, look.width());
        double seenTop = Math.clamp(top, 0, look.height());
        double seenBottom = Math.clamp(bottom, 0, look.height());
        double share = (seenRight - seenLeft) * (seenBottom - seenTop) / ((right - left) * (bottom - top));
        double scaleX = picture.getWidth() / (double) look.width();
        double scaleY = picture.getHeight() / (double) look.height();
        double startX = mirrored ? look.width() - seenRight : seenLeft;
        return new Copy(
                of,
                sameness.agreeing(),
                sameness.speaking(),
                mirrored,
                share < WHOLE_LEAST,
                new Box(
                        (int) (startX * scaleX),
                        (int) (seenTop * scaleY),
                        (int) ((seenRight - seenLeft) * scaleX),
                        (int) ((seenBottom - seenTop) * scaleY)));
    }

    /** Collects references; not for several threads. */
    public static final class Builder {

        private final Map<String, Indexed> pictures = new LinkedHashMap<>();

        public Builder add(Reference reference, BufferedImage picture) {
            return add(reference, Fingerprint.of(picture));
        }

        public Builder add(Reference reference, Fingerprint fingerprint) {
            var kept = Optional.of(fingerprint);
            return add(reference, fingerprint, () -> kept);
        }

        /** @param again the fingerprint where the reference is likely: it is kept elsewhere, and not in memory */
        public Builder add(Reference reference, Fingerprint fingerprint, Supplier<Optional<Fingerprint>> again) {
            pictures.put(
                    reference.id(),
                    new Indexed(reference, fingerprint.hash(), fingerprint.landmarks().words(), again));
            return this;
        }

        public References build() {
            return pictures.isEmpty() ? none() : new References(List.of(Segment.of(List.copyOf(pictures.values()))));
        }
    }
}
