package org.hengjian.documents;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door of the documents' room: preview, issue, list, read. */
@Service
public class Documents {

    private static final String COLUMNS =
            """
            id, object, object_id, kind, number, title, encode(sha256, 'hex') as sha256, size, pages, issued_on, issuer
            """;
    private static final String ISSUE =
            """
            insert into documents.document (object, object_id, kind, number, title, sha256, size, pages,
                   issued_on, issued_at, issued_by, issuer, agency_id, line, region)
            values (:object, :objectId, :kind, :number, :title, :sha256, :size, :pages,
                   :on, :at, :by, :issuer, :agency, :line, :region)
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

    Documents(
            JdbcClient jdbc, Clock clock, Viewers viewers, Audit audit, Vault vault, Typesetter typesetter) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.viewers = viewers;
        this.audit = audit;
        this.vault = vault;
        this.typesetter = typesetter;
    }

    /**
     * What is to be issued.
     *
     * @param object   kind of thing it belongs to, {@code case}
     * @param objectId its id
     * @param kind     name of the template
     * @param number   its number, empty where it carries none
     * @param words    what the template says
     */
    public record Draft(String object, long objectId, String kind, String number, String title, Map<String, ?> words) {
        public Draft {
            words = Map.copyOf(words);
        }
    }

    /**
     * A document as issued.
     *
     * @param sha256 of its PDF, 64 hexadecimal digits
     * @param size   of its PDF in bytes
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
            String issuer) {}

    /** A document and its bytes, which are those that were issued. */
    public record Copy(Issued document, byte[] pdf) {}

    /** The PDF as it would be issued, kept nowhere. */
    public byte[] preview(Draft draft) {
        return typesetter.set(draft.kind(), draft.words());
    }

    /** Sets the PDF, keeps it for good and enters it, in the transaction of the deed that it speaks of. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Issued issue(Draft draft) {
        var viewer = viewers.require();
        byte[] pdf = typesetter.set(draft.kind(), draft.words());
        byte[] hash = vault.keep(pdf);
        long id = jdbc.sql(ISSUE)
                .param("object", draft.object())
                .param("objectId", draft.objectId())
                .param("kind", draft.kind())
                .param("number", draft.number())
                .param("title", draft.title())
                .param("sha256", hash)
                .param("size", pdf.length)
                .param("pages", pages(pdf))
                .param("on", LocalDate.now(clock))
                .param("at", Timestamp.from(Instant.now(clock)))
                .param("by", viewer.person())
                .param("issuer", viewer.name())
                .param("agency", viewer.agency())
                .param("line", viewer.line())
                .param("region", viewer.region())
                .query(Long.class)
                .single();
        audit.enter(Deed.of("documents.issue", "document", Long.toString(id))
                .with(Map.of(
                        "kind", draft.kind(),
                        "number", draft.number(),
                        "sha256", HexFormat.of().formatHex(hash))));
        return find(id).orElseThrow();
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

    private static int pages(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
