package org.hengjian.evidence;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.mp4.Mp4Directory;
import com.drew.metadata.mov.QuickTimeDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a photo or film says of itself. It is a hint and no proof: whoever wants to can write another time into a file.
 *
 * @param takenAt  as written, {@code 2026:10:12 09:30:12 +08:00}; empty for none
 * @param device   maker and model
 * @param measure  pixels of a picture
 * @param hasPlace whether it says where it was taken; the place itself is personal and kept sealed
 */
public record Metadata(String takenAt, String device, String measure, boolean hasPlace) {

    static final Metadata NONE = new Metadata("", "", "", false);
    private static final Logger LOG = LoggerFactory.getLogger(Metadata.class);
    private static final long READ_MOST = 256L << 20; // what a phone films in some minutes; longer films are not searched
    private static final int TEXT_MOST = 100;

    /** With the place in the open, for sealing. */
    record Read(Metadata metadata, String place) {

        /** What the file does not say, as the device that took it said. */
        Read or(Capture capture) {
            String where = place.isEmpty() ? capture.place() : place;
            String at = metadata.takenAt.isEmpty() ? capture.takenAt() : metadata.takenAt;
            return new Read(new Metadata(at, metadata.device, metadata.measure, !where.isEmpty()), where);
        }
    }

    static Read read(MediaType type, long bytes, InputStream content) {
        if (bytes > READ_MOST || !type.name().startsWith("image/") && !type.isFilm()) {
            return new Read(NONE, "");
        }
        try {
            var found = ImageMetadataReader.readMetadata(content, bytes);
            var exif = found.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
            var base = found.getFirstDirectoryOfType(ExifIFD0Directory.class);
            var gps = found.getFirstDirectoryOfType(GpsDirectory.class);
            var place = gps == null ? null : gps.getGeoLocation();
            var device = base == null
                    ? ""
                    : Stream.of(ExifIFD0Directory.TAG_MAKE, ExifIFD0Directory.TAG_MODEL)
                            .map(tag -> said(base, tag))
                            .filter(text -> !text.isEmpty())
                            .distinct()
                            .collect(Collectors.joining(" "));
            String at = exif == null
                    ? said(found.getFirstDirectoryOfType(Mp4Directory.class), Mp4Directory.TAG_CREATION_TIME)
                    : (said(exif, ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL) + " "
                                    + said(exif, ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL))
                            .strip();
            if (at.isEmpty()) {
                at = said(found.getFirstDirectoryOfType(QuickTimeDirectory.class), QuickTimeDirectory.TAG_CREATION_TIME);
            }
            return new Read(
                    new Metadata(at, device, measure(found), place != null && !place.isZero()),
                    place == null || place.isZero()
                            ? ""
                            : String.format(Locale.ROOT, "%.5f, %.5f", place.getLatitude(), place.getLongitude()));
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            // A file may be broken, or made to break readers. It is evidence all the same.
            LOG.info("a file of {} says nothing of itself that could be read", type.name());
            return new Read(NONE, "");
        }
    }

    private static String measure(com.drew.metadata.Metadata found) {
        for (Directory directory : found.getDirectories()) {
            String width = "";
            String height = "";
            for (var tag : directory.getTags()) {
                if (tag.getTagName().equals("Image Width")) {
                    width = digits(directory.getString(tag.getTagType()));
                } else if (tag.getTagName().equals("Image Height")) {
                    height = digits(directory.getString(tag.getTagType()));
                }
            }
            if (!width.isEmpty() && !height.isEmpty()) {
                return width + " × " + height;
            }
        }
        return "";
    }

    private static String digits(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text.replaceAll("\\D", "");
    }

    private static String said(@org.jspecify.annotations.Nullable Directory directory, int tag) {
        String text = directory == null ? null : directory.getString(tag);
        if (text == null) {
            return "";
        }
        String clean = text.replaceAll("\\p{Cntrl}", "").strip();
        return clean.length() > TEXT_MOST ? clean.substring(0, TEXT_MOST) : clean;
    }
}
