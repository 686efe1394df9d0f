package org.hengjian.documents;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hengjian.access.Rehearsal;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.shell.Conflict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door of the documents' room: preview, issue, list, read. */
@Service
public class Documents {

    private static final int HASH_BYTES = 32;
    private static final String COLUMNS =
            """
            id, object, object_id, kind, number, title, encode(sha256, 'hex') as sha256, size, pages, issued_on, issuer,
                   worded, coalesce(corrects, 0) as corrects,
                   coalesce((select string_agg(notice.number, '、' order by notice.id)
                               from documents.document notice
                              where notice.corrects = document.id), '') as corrected
            """;
    private static final String ISSUE =
            """
            insert into documents.document (object, object_id, kind, number, title, sha256, size, pages,
                   issued_on, issued_at, issued_by, issuer, worded, corrects, agency_id, line, region)
            values (:object, :objectId, :kind, :number, :title, :sha256, :size, :pages,
                   :on, :at, :by, :issuer, :worded, nullif(:corrects, 0), :agency, :line, :region)
            returning id
            """;
    private static final String BY_ID = "select " + COLUMNS + " from documents.document where id = :id";
    private static final String OF_OBJECT = "select " + COLUMNS
            + """
              from documents.document
             where object = :object
               and object_id = :objectId
             order by id
            """;
    private static final String NEWEST = "select " + COLUMNS
            + """
              from documents.document
             where id < :before
               and (:words = '' or number like '%' || :words || '%' or title like '%' || :words || '%')
             order by id desc
             limit :most
            """;

    private static final String SHARE =
            """
            update documents.document
               set shared_with = (select array_agg(distinct reader) from unnest(shared_with || cast(:readers as bigint[])) reader)
             where id = :id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Viewers viewers;
    private final Audit audit;
    private final Vault vault;
    private final Typesetter typesetter;
    private final Wordings wordings;
    private final List<DocumentHome> homes;

    Documents(
            JdbcClient jdbc,
            Clock clock,
            Viewers viewers,
            Audit audit,
            Vault vault,
            Typesetter typesetter,
            Wordings wordings,
            List<DocumentHome> homes) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.viewers = viewers;
        this.audit = audit;
        this.vault = vault;
        this.typesetter = typesetter;
        this.wordings = wordings;
        this.homes = homes;
    }

    /**
     * What is to be issued.
     *
     * @param object   kind of thing it belongs to, {@code case}
     * @param objectId its id
     * @param kind     name of the template
     * @param number   its number, empty where it carries none
     * @param words    what the template says
     * @param corrects the document whose error it mends; 0 for any other
     */
    public record Draft(
            String object, long objectId, String kind, String number, String title, Map<String, ?> words, long corrects) {
        public Draft {
            words = Map.copyOf(words);
        }

        public Draft(String object, long objectId, String kind, String number, String title, Map<String, ?> words) {
            this(object, objectId, kind, number, title, words, 0);
        }
    }

    /**
     * A document as issued.
     *
     * @param sha256 of its PDF, 64 hexadecimal digits
     * @param size   of its PDF in bytes
     * @param worded    how many passages a person worded otherwise than the machine
     * @param corrects  the document whose error it mends; 0 for any other
     * @param corrected numbers of the notices that mend errors in it; empty for none
     */
    public record Issued(
            long id,
            String object,
            long objectId,
            String kind,
            String number,
            String title,
            String sha256,
            int size,
            int pages,
            LocalDate issuedOn,
            String issuer,
            int worded,
            long corrects,
            String corrected) {

        /** As a table of contents names it: with the notices that correct it. */
        public String contents() {
            return corrected.isEmpty() ? title : title + "（已补正，见" + corrected + "）";
        }
    }

    /** A document and its bytes, which are those that were issued. */
    public record Copy(Issued document, byte[] pdf) {}

    /** Where work on a document goes on: the name of what it belongs to, and the address of the page. */
    public record Place(String name, String address) {}

    /**
     * A document before its issue 校样.
     *
     * @param page    XHTML as the machine would set it
     * @param worded  what a person worded otherwise, and still fits
     * @param stale   what a person worded for something that the machine no longer says
     * @param person  who worded last; empty for nobody
     * @param version of the wording that is kept; empty for none
     */
    public record Proof(
            String object,
            long objectId,
            String kind,
            String number,
            String title,
            String page,
            List<Revision> worded,
            List<Revision> stale,
            String person,
            String version) {

        /** Its name in the form that it is sent back with. */
        public String sheet() {
            return Typed.name(this);
        }

        /** The page as HTML with a field for each passage; see {@link Sheet#fields}. */
        public String fields(int at, String name, String was) {
            return Sheet.of(page).fields(at, worded, n -> name + " " + n, was);
        }
    }

    /**
     * The PDF as it would be issued, with what people worded; kept nowhere. For what a room enters in the log itself; a draft
     * to be looked at is a {@link #proof}.
     */
    @Transactional(readOnly = true)
    public byte[] preview(Draft draft) {
        String page = typesetter.page(draft.kind(), draft.words());
        var kept = wordings.open(draft).map(wordings::revisions).orElse(List.of());
        return typesetter.pdf(Sheet.of(page).worded(kept).page());
    }

    /** The PDF of a proof, which whoever made it has entered. */
    public byte[] pdf(Proof proof) {
        return typesetter.pdf(Sheet.of(proof.page()).worded(proof.worded()).page());
    }

    /** A draft as it lies there, to be worded. It names people, so that looking at it is a deed. */
    @Transactional
    public Proof proof(Draft draft) {
        var proof = proof(draft, typesetter.page(draft.kind(), draft.words()));
        looked(proof);
        return proof;
    }

    @Transactional
    void looked(Proof proof) {
        audit.enter(Deed.of("documents.proof", proof.object(), Long.toString(proof.objectId()))
                .because("核对待签发的" + proof.title())
                .with(Map.of("kind", proof.kind(), "title", proof.title())));
    }

    private Proof proof(Draft draft, String page) {
        var kept = wordings.open(draft);
        var keptRevisions = kept.map(wordings::revisions).orElse(List.of());
        var revisions = Typed.now(draft).map(Typed.Sheet::revisions).orElse(keptRevisions);
        var stale = Sheet.of(page).worded(revisions).stale();
        String person = revisions.isEmpty()
                ? ""
                : revisions.equals(keptRevisions)
                        ? kept.map(Wordings.Row::person).orElse("")
                        : viewers.require().name();
        return new Proof(
                draft.object(), draft.objectId(), draft.kind(), draft.number(), draft.title(), page,
                revisions.stream().filter(one -> !stale.contains(one)).toList(), stale,
                person,
                kept.map(Wordings.Row::version).orElse(""));
    }

    /**
     * Keeps what was worded on the page of a proof, until the document is issued.
     *
     * @return how many passages are now worded otherwise
     * @throws StaleWording if the machine no longer says what was on the page
     * @throws Conflict if somebody else worded it meanwhile
     */
    @Transactional
    public int word(Draft draft, Place place, Typed typed) {
        return keep(draft, typesetter.page(draft.kind(), draft.words()), place, typed);
    }

    /** Whether what is worded in a proof can be kept for later: not where the step itself makes what it belongs to. */
    @Transactional(readOnly = true)
    public boolean isKeepable(Proof proof) {
        return !name(proof).isEmpty();
    }

    /**
     * The same from the proof of a step that is not taken yet.
     *
     * @param address of the form that the step is taken with
     * @return how many passages of it are now worded otherwise
     */
    @Transactional
    int keep(Proof proof, String address, Typed typed) {
        var draft = new Draft(proof.object(), proof.objectId(), proof.kind(), proof.number(), proof.title(), Map.of());
        String name = name(proof);
        return name.isEmpty() || typed.of(draft).isEmpty() ? 0 : keep(draft, proof.page(), new Place(name, address), typed);
    }

    private String name(Proof proof) {
        return homes.stream()
                .filter(home -> home.object().equals(proof.object()))
                .findFirst()
                .map(home -> home.names().of(List.of(proof.objectId())).getOrDefault(proof.objectId(), ""))
                .orElse("");
    }

    private int keep(Draft draft, String page, Place place, Typed typed) {
        var sheet = typed.of(draft).orElse(Typed.Sheet.empty(draft));
        var kept = wordings.open(draft);
        kept.filter(row -> !row.version().equals(sheet.version())).ifPresent(Documents::conflict);
        var stale = Sheet.of(page).worded(sheet.revisions()).stale();
        if (!stale.isEmpty()) {
            throw new StaleWording(draft.title(), stale);
        }
        wordings.keep(draft, place, sheet.revisions());
        audit.enter(Deed.of("documents.word", draft.object(), Long.toString(draft.objectId()))
                .with(Map.of("kind", draft.kind(), "title", draft.title(), "passages", sheet.revisions().size())));
        return sheet.revisions().size();
    }

    private static void conflict(Wordings.Row row) {
        throw new Conflict(row.name() + " " + row.title(), row.person(), row.at());
    }

    /** What people worded and did not issue yet, of one object or (newest first, before that id) of the agency. */
    public record Waiting(long id, String name, String address, String title, int passages, String person, Instant at) {
        private static Waiting of(Wordings.Row row) {
            return new Waiting(
                    row.id(), row.name(), row.address(), row.title(), row.passages(), row.person(), row.at());
        }
    }

    @Transactional(readOnly = true)
    public List<Waiting> waiting(String object, long objectId) {
        return wordings.waiting(object, objectId).stream().map(Waiting::of).toList();
    }

    @Transactional(readOnly = true)
    public List<Waiting> waiting(long before, int most) {
        return wordings.waiting(before, most).stream().map(Waiting::of).toList();
    }

    /**
     * Sets the PDF, keeps it for good and enters it, in the transaction of the deed that it speaks of. What a person worded
     * stands in it; in a {@link Rehearsal} it is a proof and nothing more.
     *
     * @throws StaleWording if what was worded is about something that the machine no longer says
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Issued issue(Draft draft) {
        String page = typesetter.page(draft.kind(), draft.words());
        if (Rehearsal.isOn()) {
            Proofs.add(proof(draft, page));
            return enter(draft, page.getBytes(StandardCharsets.UTF_8), new byte[HASH_BYTES], 1, 0);
        }
        var kept = wordings.open(draft);
        var typed = Typed.now(draft);
        if (typed.isPresent()) {
            kept.filter(row -> !row.version().equals(typed.get().version())).ifPresent(Documents::conflict);
        }
        var revisions = typed.map(Typed.Sheet::revisions).or(() -> kept.map(wordings::revisions)).orElse(List.of());
        var sheet = Sheet.of(page).worded(revisions);
        if (!sheet.stale().isEmpty()) {
            throw new StaleWording(draft.title(), sheet.stale());
        }
        var printed = typesetter.set(sheet.page());
        var issued = enter(draft, printed.pdf(), vault.keep(printed.pdf()), printed.pages(), revisions.size());
        if (typed.isPresent() && (kept.isPresent() || !revisions.isEmpty())) {
            wordings.issued(wordings.keep(draft, new Place(draft.title(), "/documents"), revisions), issued.id());
        } else {
            kept.ifPresent(row -> wordings.issued(row.id(), issued.id()));
        }
        return issued;
    }

    private Issued enter(Draft draft, byte[] pdf, byte[] hash, int pages, int worded) {
        var viewer = viewers.require();
        var today = LocalDate.now(clock);
        String sha256 = HexFormat.of().formatHex(hash);
        long id = jdbc.sql(ISSUE)
                .param("object", draft.object())
                .param("objectId", draft.objectId())
                .param("kind", draft.kind())
                .param("number", draft.number())
                .param("title", draft.title())
                .param("sha256", hash)
                .param("size", pdf.length)
                .param("pages", pages)
                .param("on", today)
                .param("at", Timestamp.from(Instant.now(clock)))
                .param("by", viewer.person())
                .param("issuer", viewer.name())
                .param("worded", worded)
                .param("corrects", draft.corrects())
                .param("agency", viewer.agency())
                .param("line", viewer.line())
                .param("region", viewer.region())
                .query(Long.class)
                .single();
        audit.enter(Deed.of("documents.issue", "document", Long.toString(id))
                .with(Map.of(
                        "kind", draft.kind(),
                        "number", draft.number(),
                        "sha256", sha256,
                        "worded", worded)));
        return new Issued(
                id, draft.object(), draft.objectId(), draft.kind(), draft.number(), draft.title(), sha256, pdf.length, pages,
                today, viewer.name(), worded, draft.corrects(), "");
    }

    /** Gives up what was worded and not issued. @return false where there is none of that id for the viewer */
    @Transactional
    public boolean drop(long wording) {
        var dropped = wordings.drop(wording);
        dropped.ifPresent(row -> audit.enter(Deed.of("documents.drop-wording", row.object(), Long.toString(row.objectId()))
                .with(Map.of("kind", row.kind(), "title", row.title(), "passages", row.passages()))));
        return dropped.isPresent();
    }

    /** What a person worded otherwise in an issued document, with what the machine had said; reading it is a deed. */
    public record Worded(Issued document, String person, Instant at, List<Revision> revisions) {}

    @Transactional
    public Optional<Worded> worded(long id) {
        var row = wordings.of(id);
        return row.isEmpty()
                ? Optional.empty()
                : find(id).map(document -> {
                    audit.enter(Deed.of("documents.read", "document", Long.toString(id))
                            .with(Map.of("kind", document.kind(), "number", document.number(), "part", "wording")));
                    return new Worded(document, row.get().person(), row.get().at(), wordings.revisions(row.get()));
                });
    }

    /**
     * Lets other agencies read a document, which goes to them with the file that it belongs to; for good.
     *
     * @return false if the viewer has no such document, or may not pass it on
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean share(long id, Collection<Long> readers) {
        boolean shared = jdbc.sql(SHARE)
                        .param("id", id)
                        .param("readers", readers.toArray(Long[]::new))
                        .update()
                == 1;
        if (shared) {
            audit.enter(Deed.of("documents.share", "document", Long.toString(id)).with(Map.of("readers", List.copyOf(readers))));
        }
        return shared;
    }

    @Transactional(readOnly = true)
    public Optional<Issued> find(long id) {
        return jdbc.sql(BY_ID).param("id", id).query(Issued.class).optional();
    }

    /** In the order of issue, each followed by the notices that correct it: as a file is bound. */
    @Transactional(readOnly = true)
    public List<Issued> bound(String object, long objectId) {
        var all = of(object, objectId);
        return all.stream()
                .filter(one -> one.corrects() == 0)
                .flatMap(one -> Stream.concat(Stream.of(one), all.stream().filter(notice -> notice.corrects() == one.id())))
                .toList();
    }

    /** In the order of issue. */
    @Transactional(readOnly = true)
    public List<Issued> of(String object, long objectId) {
        return jdbc.sql(OF_OBJECT)
                .param("object", object)
                .param("objectId", objectId)
                .query(Issued.class)
                .list();
    }

    /** Newest first, those issued before the one of that id. */
    @Transactional(readOnly = true)
    public List<Issued> newest(String words, long before, int most) {
        return jdbc.sql(NEWEST)
                .param("words", words)
                .param("before", before)
                .param("most", most)
                .query(Issued.class)
                .list();
    }

    /**
     * The document to read. It names people, so that reading it is a deed.
     *
     * @throws DocumentDamaged if the bytes are not those that were issued
     */
    @Transactional
    public Optional<Copy> read(long id) {
        var issued = find(id);
        issued.ifPresent(document -> audit.enter(Deed.of("documents.read", "document", Long.toString(id))
                .with(Map.of("kind", document.kind(), "number", document.number()))));
        return issued.map(
                document -> new Copy(document, vault.read(HexFormat.of().parseHex(document.sha256()))));
    }

    /** A document as a Word file, made from the words that were frozen in its PDF. */
    public record Working(Issued document, byte[] docx) {}

    /**
     * A copy to work with (Word 文本); the document itself is the PDF. Reading it is a deed like reading that.
     *
     * @return empty where there is no such document for the viewer, or it was issued without its words
     * @throws DocumentDamaged if the PDF is not the one that was issued
     */
    @Transactional
    public Optional<Working> word(long id) {
        return read(id).flatMap(copy -> PageInside.of(copy.pdf())
                .map(page -> new Working(
                        copy.document(),
                        WordWriter.write(page, copy.document().title(), copy.document().issuedOn()))));
    }
}
