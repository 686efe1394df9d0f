package org.hengjian.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture as it was read from a file (图片), JPEG, PNG, GIF or BMP by what stands in it, whatever its name says. A large one
 * is read reduced, which is enough for its text and codes and takes a fraction of the time.
 *
 * @param image  perhaps reduced
 * @param width, height of the picture in the file
 * @param mediaType such as {@code image/jpeg}
 */
public record Picture(BufferedImage image, int width, int height, String mediaType) {

    /** A telephone's; what unpacks to more is no photograph. */
    public static final long PIXELS_MOST = 40_000_000;

    private static final Set<String> KINDS = Set.of("jpeg", "png", "gif", "bmp");

    /** Below the double of it nothing is left out: text is read at this size. */
    private static final int EDGE_ENOUGH = 2_000;

    /** Why a file is not taken for a picture. */
    public enum Fault {
        KIND("not a JPEG, PNG, GIF or BMP picture"),
        LARGE("more than " + PIXELS_MOST / 1_000_000 + " million pixels"),
        DAMAGED("a damaged picture");

        private final String en;

        Fault(String en) {
            this.en = en;
        }

        public String en() {
            return en;
        }
    }

    /** A file that is not taken. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        private final Fault fault;

        public Unreadable(Fault fault) {
            super(fault.en());
            this.fault = fault;
        }

        public Fault fault() {
            return fault;
        }
    }

    public static Picture of(BufferedImage image) {
        return new Picture(image, image.getWidth(), image.getHeight(), "image/png");
    }

    public static Picture read(byte[] file) throws Unreadable {
        return read(new ByteArrayInputStream(file));
    }

    /** @param file stays open */
    public static Picture read(InputStream file) throws Unreadable {
        try (var in = new MemoryCacheImageInputStream(file)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                try {
                    String kind = reader.getFormatName().toLowerCase(Locale.ROOT);
                    if (KINDS.contains(kind)) {
                        reader.setInput(in, true, true);
                        return read(reader, "image/" + kind);
                    }
                } finally {
                    reader.dispose();
                }
            }
            throw new Unreadable(Fault.KIND);
        } catch (IOException | RuntimeException e) { // the readers of the JDK throw what they like at damaged files
            throw new Unreadable(Fault.DAMAGED);
        }
    }

    private static Picture read(ImageReader reader, String mediaType) throws IOException, Unreadable {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        // The size stands in the head: a small file may unpack to more than there is memory.
        if ((long) width * height > PIXELS_MOST) {
            throw new Unreadable(Fault.LARGE);
        }
        var how = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(width, height) / EDGE_ENOUGH);
        if (Math.min(width, height) >= step) {
            how.setSourceSubsampling(step, step, 0, 0);
        }
        return new Picture(reader.read(0, how), width, height, mediaType);
    }

    /** A box of the image as one of the picture in the file. */
    Box whole(Box box) {
        double scale = width / (double) image.getWidth();
        return scale == 1
                ? box
                : new Box(
                        (int) (box.x() * scale),
                        (int) (box.y() * scale),
                        (int) (box.width() * scale),
                        (int) (box.height() * scale));
    }
}
