package org.hengjian.field;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.cases.Cases;
import org.hengjian.evidence.Capture;
import org.hengjian.evidence.Evidence;
import org.hengjian.evidence.Item;
import org.hengjian.evidence.Kind;
import org.hengjian.evidence.Receipt;
import org.hengjian.goods.GoodsPhotos;
import org.hengjian.shell.NotFound;
import org.hengjian.time.PlatformTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door of the field's room: takes what a phone kept, one entry at a time, each once however often it is sent. What is
 * refused leaves nothing behind, so that the phone may mend it and send it under the same key.
 */
@Service
public class Field {

    private static final int TEXT_MOST = 200;

    private final FieldTable table;
    private final Visits visits;
    private final Inspections inspections;
    private final FieldGoods goods;
    private final GoodsPhotos goodsPhotos;
    private final Evidence evidence;
    private final Cases cases;
    private final Viewers viewers;
    private final Clock clock;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    Field(
            FieldTable table,
            Visits visits,
            Inspections inspections,
            FieldGoods goods,
            GoodsPhotos goodsPhotos,
            Evidence evidence,
            Cases cases,
            Viewers viewers,
            Clock clock,
            JsonMapper json,
            TransactionTemplate transaction) {
        this.table = table;
        this.visits = visits;
        this.inspections = inspections;
        this.goods = goods;
        this.goodsPhotos = goodsPhotos;
        this.evidence = evidence;
        this.cases = cases;
        this.viewers = viewers;
        this.clock = clock;
        this.json = json;
        this.transaction = transaction;
    }

    /** A file that came with an entry; may be opened more than once. */
    @FunctionalInterface
    public interface Attached {
        InputStream open() throws IOException;
    }

    /**
     * Takes one entry.
     *
     * @param key  made by the phone; the same key with the same words is answered as it was the first time
     * @param text the entry as JSON, to the letter as it stands on the phone
     */
    public Answer take(UUID key, String text, Optional<Attached> file) {
        var viewer = viewers.require("field.send", Role.OFFICER);
        Sent sent;
        try {
            sent = new Sent(key, text, json.readTree(text), Instant.now(clock));
        } catch (JacksonException e) {
            return Answer.Refused.of(Problem.of("UNREADABLE"));
        }
        if (sent.number("person") != viewer.person()) {
            return Answer.Refused.of(Problem.of("OTHER_PERSON"));
        }
        var kind = sent.kind();
        if (kind.isEmpty()) {
            return Answer.Refused.of(Problem.of("UNREADABLE"));
        }
        try {
            return take(sent, kind.get(), file, viewer);
        } catch (NotFound e) {
            return Answer.Refused.of(Problem.of("NOT_THERE"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer take(Sent sent, Sent.Kind kind, Optional<Attached> file, Viewer viewer) throws IOException {
        var before = inOne(() -> answered(sent, viewer));
        if (before.isPresent()) {
            return before.get();
        }
        // A picture goes to the evidence first and by itself: the same bytes once more do no harm there.
        Optional<Item> picture = Optional.empty();
        if (kind == Sent.Kind.PHOTO || kind == Sent.Kind.SIGNATURE && file.isPresent()) {
            switch (picture(sent, kind, file)) {
                case Answer.Refused refused -> {
                    return refused;
                }
                case Answer.Received received -> picture = evidence.find(received.id());
            }
        }
        var shown = picture;
        return Objects.requireNonNull(transaction.execute(status -> {
            table.oneByOne(sent.key(), viewer.person());
            var meanwhile = answered(sent, viewer);
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            var answer = work(sent, kind, shown, viewer);
            switch (answer) {
                case Answer.Refused _ -> status.setRollbackOnly();
                case Answer.Received received -> table.answer(
                        viewer.person(), sent.key(), kind, sent.hash(), received.id(), json.writeValueAsString(received),
                        Instant.now(clock));
            }
            return answer;
        }));
    }

    private Answer work(Sent sent, Sent.Kind kind, Optional<Item> picture, Viewer viewer) {
        return switch (kind) {
            case VISIT -> visits.plan(sent, viewer);
            case CALL_OFF -> visits.callOff(sent, viewer);
            case RECORD -> inspections.record(sent, viewer);
            case SIGNATURE -> inspections.sign(sent, picture, viewer);
            case ITEM -> goods.register(sent);
            case PHOTO -> photo(sent, picture.orElseThrow(), viewer);
        };
    }

    /** What was answered under this key before; a refusal where other words came under it. */
    private Optional<Answer> answered(Sent sent, Viewer viewer) {
        return table.answered(viewer.person(), sent.key())
                .map(before -> MessageDigest.isEqual(before.content(), sent.hash())
                        ? json.readValue(before.answer(), Answer.Received.class)
                        : Answer.Refused.of(Problem.of("KEY_USED")));
    }

    /** Into the evidence of the case. @return the id of the item there, or why not */
    private Answer picture(Sent sent, Sent.Kind kind, Optional<Attached> file) throws IOException {
        long caseId = sent.number("case");
        boolean isPhoto = kind == Sent.Kind.PHOTO;
        var at = sent.past("madeAt");
        String origin = isPhoto ? sent.text("place", TEXT_MOST) : "现场笔录签名";
        String proves = isPhoto ? sent.optional("caption", TEXT_MOST) : "";
        String position = sent.optional("position", TEXT_MOST);
        if (file.isEmpty()) {
            sent.bad("file", "no-file");
        } else if (!sha256(file.get()).equals(sent.raw("sha256"))) {
            return Answer.Refused.of(Problem.of("ALTERED"));
        }
        if (!sent.isGood() || file.isEmpty()) {
            return new Answer.Refused(sent.faults());
        }
        var against = inOne(() -> {
            if (cases.find(caseId).isEmpty()) {
                throw new NotFound("case " + caseId);
            }
            return isPhoto ? againstPhoto(sent) : inspections.againstSignature(sent);
        });
        if (against.isPresent()) {
            return against.get();
        }
        var receipt = new Receipt(
                caseId, (isPhoto ? "现场照片-" : "签名-") + sent.key().toString().substring(0, 8) + ending(sent.raw("fileName")),
                isPhoto ? Kind.ELECTRONIC : Kind.INSPECTION, origin, proves, sent.day(at), false);
        try (var content = file.get().open()) {
            return switch (evidence.receive(receipt, new Capture(PlatformTime.minute(at), position), content)) {
                case org.hengjian.evidence.Answer.Done done ->
                    new Answer.Received(done.item().id(), Integer.toString(done.item().n()), "/evidence/" + done.item().id());
                case org.hengjian.evidence.Answer.Refused refused -> new Answer.Refused(refused.grounds().stream()
                        .map(ground -> Problem.of("evidence", ground.code(), ground.arguments()))
                        .toList());
            };
        }
    }

    /** What a photo belongs to must be here before it: an item or a record that was sent earlier. */
    private Optional<Answer.Refused> againstPhoto(Sent sent) {
        return !sent.raw("of").isEmpty() && shown(sent).isEmpty()
                ? Optional.of(Answer.Refused.of(Problem.of("WHAT_IT_SHOWS_FIRST")))
                : Optional.empty();
    }

    private Optional<FieldTable.Answered> shown(Sent sent) {
        return sent.reference("of")
                .flatMap(of -> table.answered(viewers.require().person(), of))
                .filter(one -> List.of(Sent.Kind.RECORD.name(), Sent.Kind.ITEM.name()).contains(one.kind()));
    }

    private Answer photo(Sent sent, Item picture, Viewer viewer) {
        var of = shown(sent);
        if (of.isPresent() && of.get().kind().equals(Sent.Kind.ITEM.name())) {
            if (goodsPhotos.tie(of.get().resultId(), picture.id())
                    instanceof org.hengjian.goods.Answer.Refused refused) {
                return new Answer.Refused(refused.grounds().stream()
                        .map(ground -> Problem.of("goods", ground.code(), ground.arguments()))
                        .toList());
            }
        }
        inspections.show(
                picture, of.filter(one -> one.kind().equals(Sent.Kind.RECORD.name())).flatMap(one -> table.inspection(one.resultId())),
                sent.past("madeAt"), viewer);
        return new Answer.Received(picture.id(), Integer.toString(picture.n()), "/evidence/" + picture.id());
    }

    /** A record with what is under it, as far as the viewer may see its case. */
    public Optional<Inspection.Whole> inspection(long id) {
        return inOne(() -> table.inspection(id)
                .map(one -> new Inspection.Whole(one, table.signatures(id), table.photos(id))));
    }

    /** The records of a case, newest first. */
    public List<Inspection> inspections(long caseId) {
        return inOne(() -> table.inspections(caseId));
    }

    int count(long caseId) {
        return inOne(() -> table.count(caseId));
    }

    private <T> T inOne(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot).toLowerCase(java.util.Locale.ROOT);
        return ending.matches("\\.[a-z0-9]{1,5}") ? ending : "";
    }

    private static String sha256(Attached file) throws IOException {
        try (var in = new DigestInputStream(file.open(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
