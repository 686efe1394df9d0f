package org.hengjian.rights;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.pictures.Fingerprint;
import org.hengjian.pictures.Picture;
import org.hengjian.shell.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reference pictures of the rights (参考图片): the door for the pages and for whoever compares pictures with them. */
@Service
@Transactional
public class RightPictures {

    /** What a photographer delivers for one product line; more say nothing new. */
    static final int OF_ONE_RIGHT_MAX = 60;

    private static final int NAME_CHARS_MAX = 120;

    private final PictureTable table;
    private final Rights rights;
    private final Viewers viewers;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RightPictures(
            PictureTable table,
            Rights rights,
            Viewers viewers,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.rights = rights;
        this.viewers = viewers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The next of those in use, by id; the first ones after 0. */
    @Transactional(readOnly = true)
    public List<RightPicture> inUse(long after) {
        return table.inUse(after);
    }

    @Transactional(readOnly = true)
    public Optional<RightPicture> find(long id) {
        return table.find(id);
    }

    /** Empty where it is removed. */
    @Transactional(readOnly = true)
    public Optional<Fingerprint> fingerprint(long id) {
        return table.fingerprint(id).map(Fingerprint::of);
    }

    /** Those of a right, removed ones last. */
    @Transactional(readOnly = true)
    List<RightPicture> of(long registration) {
        return table.of(registration);
    }

    @Transactional(readOnly = true)
    Optional<byte[]> content(long id) {
        return table.content(id);
    }

    /** How adding a picture ended. */
    sealed interface Added {

        record Done(long id) implements Added {}

        /** The right has the same picture already. */
        record There() implements Added {}

        record Full() implements Added {}
    }

    /** @param picture what {@code content} shows, read before */
    Added add(long registration, String name, byte[] content, Picture picture) {
        Registration right = kept(registration, "rights.add-picture");
        if (table.count(registration) >= OF_ONE_RIGHT_MAX) {
            return new Added.Full();
        }
        var viewer = viewers.require();
        String sha256 = sha256(content);
        String shown = name.isBlank() ? sha256.substring(0, 12) : name.strip();
        shown = shown.length() > NAME_CHARS_MAX ? shown.substring(shown.length() - NAME_CHARS_MAX) : shown;
        var added = table.add(
                registration,
                shown,
                picture.mediaType(),
                sha256,
                content,
                Fingerprint.of(picture.image()).toBytes(),
                Instant.now(clock),
                viewer.name(),
                viewer.agencyName());
        if (added.isEmpty()) {
            return new Added.There();
        }
        audit.enter(Deed.of("rights.add-picture", "right", right.reference())
                .because(shown)
                .with(Map.of("picture", added.get(), "sha256", sha256)));
        events.publishEvent(new RightPictureChanged(added.get()));
        return new Added.Done(added.get());
    }

    /** It is kept with who removed it and why, and is compared with nothing any more. Told twice it stays as it is. */
    RightPicture remove(long id, String why) {
        var picture = table.find(id).orElseThrow(() -> new NotFound("reference picture " + id));
        kept(picture.registration(), "rights.remove-picture");
        if (table.remove(id, Instant.now(clock), viewers.require().name(), why)) {
            audit.enter(Deed.of("rights.remove-picture", "right", picture.right())
                    .because(why)
                    .with(Map.of("picture", id, "name", picture.name(), "sha256", picture.sha256())));
            events.publishEvent(new RightPictureChanged(id));
        }
        return picture;
    }

    private Registration kept(long registration, String deed) {
        var right = rights.find(registration).orElseThrow(() -> new NotFound("right " + registration));
        if (!rights.mayKeep(right.facts().holderAgency())) {
            throw new Forbidden(deed);
        }
        return right;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
