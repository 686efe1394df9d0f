package org.hengjian.commands.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.hengjian.pictures.Picture;
import org.hengjian.pictures.PictureFinding;
import org.hengjian.pictures.PictureScreening;
import org.hengjian.pictures.References;
import org.hengjian.pictures.TextReader;
import org.hengjian.screening.Listing;
import org.hengjian.screening.Screening;
import org.hengjian.screening.domain.DomainWatch;
import org.hengjian.screening.domain.OfficialDomains;
import org.jspecify.annotations.Nullable;

/**
 * Screens the pictures that rows name (列中图片), files below the folder of the file of offers. Only so many are open at a time
 * as the memory allows.
 */
final class RowPictures {

    /** What a platform shows of one offer is some twenty; the door of the platform takes as many. */
    static final int OF_ONE_ROW_MOST = 50;

    /** One of 40 million pixels in the worst way of storing it, with the bytes of its file. */
    private static final long BYTES_OF_ONE = 512_000_000;

    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]+:)?//.*|data:.*", Pattern.DOTALL);

    private final Screening screening;
    private final References references;
    private final Supplier<Optional<TextReader>> text;
    private final Path folder;
    private final Semaphore open;

    private @Nullable PictureScreening pictures;

    /**
     * @param text   asked for the first picture
     * @param folder of the file of offers
     */
    RowPictures(Screening screening, References references, Supplier<Optional<TextReader>> text, Path folder)
            throws IOException {
        this.screening = screening;
        this.references = references;
        this.text = text;
        this.folder = folder.toRealPath();
        open = new Semaphore(Math.clamp(
                Runtime.getRuntime().maxMemory() / BYTES_OF_ONE, 1, Runtime.getRuntime().availableProcessors()));
    }

    /** What one picture said. */
    record Read(NamedPicture picture, PictureScreening.Said said) {}

    /** What the pictures of one row said, and those that could not be screened. */
    record Seen(List<Read> read, List<UnreadPicture> unread) {

        Seen {
            read = List.copyOf(read);
            unread = List.copyOf(unread);
        }
    }

    Seen of(long row, Listing listing, List<NamedPicture> named) {
        var read = new ArrayList<Read>();
        var unread = new ArrayList<UnreadPicture>();
        // 产地 mostly stands in the description.
        String claimed = listing.description().isBlank()
                ? listing.title()
                : listing.title() + "\n" + listing.description();
        for (int i = 0; i < named.size(); i++) {
            NamedPicture one = named.get(i);
            if (i >= OF_ONE_ROW_MOST) {
                unread.add(new UnreadPicture(
                        row,
                        one.path(),
                        "the row names more than " + OF_ONE_ROW_MOST + " pictures",
                        "name it in a row of its own"));
                continue;
            }
            try {
                read.add(new Read(one, screened(place(one.path()), claimed)));
            } catch (Unread e) {
                unread.add(new UnreadPicture(row, one.path(), e.reason, e.remedy));
            }
        }
        return new Seen(read, unread);
    }

    private PictureScreening.Said screened(Path file, String claimed) throws Unread {
        open.acquireUninterruptibly();
        try {
            return pictures().screen(PictureFiles.read(file), claimed);
        } catch (Picture.Unreadable e) {
            throw new Unread(e.fault().en(), switch (e.fault()) {
                case KIND -> "save it as JPEG, PNG, GIF or BMP";
                case LARGE -> "save it smaller, with at most " + PictureFiles.BYTES_MOST / 1_000_000 + " MB";
                case DAMAGED -> "save it again from where it came";
            });
        } catch (IOException e) {
            throw new Unread("it cannot be read: " + e.getClass().getSimpleName(), "let this user read the file");
        } finally {
            open.release();
        }
    }

    private Path place(String path) throws Unread {
        if (ADDRESS.matcher(path).matches()) {
            throw new Unread(
                    "it is an address, and this command fetches nothing",
                    "save the picture below the folder of the file of offers and name its path");
        }
        Path file;
        try {
            file = folder.resolve(path).normalize();
        } catch (InvalidPathException e) {
            throw new Unread("it is no path", "name the path of a file, its folders separated by /");
        }
        if (!file.startsWith(folder)) {
            throw outside();
        }
        if (!Files.exists(file)) {
            throw new Unread("there is no such file", "put the picture there, or mend the path in the row");
        }
        try {
            // A link may lead elsewhere than its path says.
            file = file.toRealPath();
        } catch (IOException e) {
            throw new Unread("it cannot be read: " + e.getClass().getSimpleName(), "let this user read the file");
        }
        if (!file.startsWith(folder)) {
            throw outside();
        }
        if (!Files.isRegularFile(file)) {
            throw new Unread("it is no file", "name the file of a picture");
        }
        return file;
    }

    private static Unread outside() {
        return new Unread(
                "it leads out of the folder of the file of offers", "put the picture below that folder and name its path");
    }

    /** Made for the first picture: most files of offers name none, and reading text takes a while to begin. */
    private synchronized PictureScreening pictures() {
        var known = pictures;
        if (known == null) {
            known = new PictureScreening(
                    screening,
                    references,
                    DomainWatch.of(screening.rights(), OfficialDomains.all()),
                    text.get());
            pictures = known;
        }
        return known;
    }

    /** Whether the finding speaks against this seller: who is on the right's list may show its name and its pictures. */
    boolean accuses(PictureFinding finding, Listing listing) {
        return finding.weight() > 0
                && !finding.kind().honest()
                && screening
                        .right(finding.rightId())
                        .filter(right -> right.authorises(listing.seller()))
                        .isEmpty();
    }

    private static final class Unread extends Exception {

        private static final long serialVersionUID = 1;

        private final String reason;
        private final String remedy;

        Unread(String reason, String remedy) {
            super(reason);
            this.reason = reason;
            this.remedy = remedy;
        }
    }
}
