package org.hengjian.leads;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.pictures.Picture;
import org.hengjian.pictures.PictureScreening;
import org.hengjian.pictures.References;
import org.hengjian.pictures.Sketch;
import org.hengjian.shell.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Pictures of the offer that a lead is about (商品图片): kept as they came, and screened as they come. */
@Component
class OfferPictures {

    static final int OF_ONE_LEAD_MAX = 30; // a long page of goods has some twenty

    private static final int ELSEWHERE_SHOWN = 8;
    private static final int NAME_CHARS_MAX = 120;
    private static final String DEED = "leads.picture";

    private final LeadTable leads;
    private final OfferPictureTable table;
    private final PictureReading reading;
    private final CurrentReferences references;
    private final Viewers viewers;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OfferPictures(
            LeadTable leads,
            OfferPictureTable table,
            PictureReading reading,
            CurrentReferences references,
            Viewers viewers,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.leads = leads;
        this.table = table;
        this.reading = reading;
        this.references = references;
        this.viewers = viewers;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How adding a picture ended. */
    enum Added {
        DONE,
        /** The lead has the same picture already. */
        THERE,
        FULL
    }

    boolean mayAdd(Lead lead) {
        Viewer viewer = viewers.require();
        return viewer.hasAny(Role.OFFICER, Role.HEAD) && viewer.agency() == lead.agency();
    }

    List<OfferPicture> of(Lead lead) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> table.of(lead.id())));
    }

    /** The same files with other leads that the viewer sees, by their SHA-256. */
    Map<String, List<OfferPictureTable.Elsewhere>> elsewhere(Lead lead) {
        return java.util.Objects.requireNonNull(
                transaction.execute(_ -> table.elsewhere(lead.id(), ELSEWHERE_SHOWN)));
    }

    Lead lead(String number) {
        return java.util.Objects.requireNonNull(transaction.execute(
                _ -> leads.find(number).orElseThrow(() -> new NotFound("lead " + number))));
    }

    Optional<byte[]> content(Lead lead, long id) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> table.content(lead.id(), id)));
    }

    /** Reading takes a second or so and is done before the transaction. */
    Added add(Lead lead, String name, byte[] content, Picture picture) {
        viewers.require(DEED, Role.OFFICER, Role.HEAD);
        if (!mayAdd(lead)) {
            throw new Forbidden(DEED);
        }
        String sha256 = sha256(content);
        List<OfferPicture> there = of(lead);
        if (there.stream().anyMatch(one -> one.sha256().equals(sha256))) {
            return Added.THERE;
        }
        if (there.size() >= OF_ONE_LEAD_MAX) {
            return Added.FULL;
        }
        return references.comparing(known -> add(lead, name, sha256, content, picture, known));
    }

    private Added add(Lead lead, String name, String sha256, byte[] content, Picture picture, References known) {
        PictureScreening.Said said = reading.with(known).screen(picture, lead.goods().title());
        byte[] sketch = Sketch.of(picture.image()).toBytes();
        return java.util.Objects.requireNonNull(transaction.execute(_ -> {
            boolean added = table.add(
                    lead.id(),
                    shown(name, sha256),
                    picture.mediaType(),
                    sha256,
                    content,
                    sketch,
                    said,
                    known.size(),
                    viewers.require().name(),
                    Instant.now(clock));
            if (!added) {
                return Added.THERE;
            }
            audit.enter(Deed.of(DEED, "lead", lead.number())
                    .with(Map.of("sha256", sha256, "findings", said.findings().size())));
            return Added.DONE;
        }));
    }

    private static String shown(String name, String sha256) {
        String shown = name.isBlank() ? sha256.substring(0, 12) : name.strip();
        return shown.length() > NAME_CHARS_MAX ? shown.substring(shown.length() - NAME_CHARS_MAX) : shown;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
