package org.hengjian.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hengjian.access.Seal;
import org.hengjian.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of corrections; what is wrong and right, and who received a notice, is sealed. */
@Component
class CorrectionTable {

    private static final String SELECT =
            """
            select id, document_id, approval, fault, sealed, state, proposed_by, proposer, proposed_at, decided_by, decider,
                   decided_at, opinion, coalesce(notice_id, 0) as notice_id, addressees
              from documents.correction
            """;
    private static final String BY_ID = SELECT + " where id = :id";
    private static final String LOCK = SELECT + " where id = :id for update";
    private static final String OF_DOCUMENT = SELECT + " where document_id = :document order by id";
    private static final String SERVICES =
            """
            select addressee, way, on_day, effective, sealed, receipt_id
              from documents.correction_service
             where correction_id = :id
             order by addressee
            """;
    private static final String WAITING =
            """
            select c.id, c.document_id as document, d.title, d.number, c.proposer, c.proposed_at, c.state
              from documents.correction c
              join documents.document d on d.id = c.document_id
             where c.agency_id = :agency
               and (c.state = 'PROPOSED' or c.state = 'ISSUED'
                    and c.addressees > (select count(*) from documents.correction_service s where s.correction_id = c.id))
             order by c.id desc
             limit :most
            """;
    private static final String AGENCY = "select agency_id from documents.document where id = :id";
    private static final String READERS = "select unnest(shared_with) from documents.document where id = :id";
    private static final String ADD =
            """
            insert into documents.correction (document_id, approval, fault, sealed, proposed_by, proposer, proposed_at,
                   agency_id, line, region)
            values (:document, :approval, :fault, :sealed, :by, :name, :at, :agency, :line, :region)
            on conflict (document_id) where state = 'PROPOSED' do nothing
            returning id
            """;
    private static final String DECIDE =
            """
            update documents.correction
               set state = :state, decided_by = :by, decider = :name, decided_at = :at, opinion = :opinion,
                   notice_id = :notice, addressees = :addressees
             where id = :id
            """;
    private static final String SERVE =
            """
            insert into documents.correction_service (correction_id, addressee, way, on_day, effective, sealed, receipt_id, by_id)
            values (:id, :addressee, :way, :on, :effective, :sealed, :receipt, :by)
            """;

    private final JdbcClient jdbc;
    private final Seal seal;
    private final JsonMapper json;
    private final Clock clock;

    CorrectionTable(JdbcClient jdbc, Seal seal, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    /** What is sealed of a correction. */
    record Content(List<Change> changes, String reason) {}

    /** What is sealed of a service. */
    record Receiver(String recipient, String note) {}

    /** What waits for a decision, or for its notice to be served. */
    record Waiting(long id, long document, String title, String number, String proposer, Instant proposedAt, Correction.State state) {}

    Optional<Correction> find(long id) {
        return jdbc.sql(BY_ID).param("id", id).query(this::correction).optional();
    }

    Optional<Correction> lock(long id) {
        return jdbc.sql(LOCK).param("id", id).query(this::correction).optional();
    }

    List<Correction> ofDocument(long document) {
        return jdbc.sql(OF_DOCUMENT).param("document", document).query(this::correction).list();
    }

    List<Waiting> waiting(long agency, int most) {
        return jdbc.sql(WAITING).param("agency", agency).param("most", most).query(Waiting.class).list();
    }

    /** Whose document it is. */
    long agencyOf(long document) {
        return jdbc.sql(AGENCY).param("id", document).query(Long.class).single();
    }

    List<Long> readersOf(long document) {
        return jdbc.sql(READERS).param("id", document).query(Long.class).list();
    }

    /** @return empty where one waits for the document already */
    Optional<Long> add(long document, Correction.By by, Correction.Fault fault, Content content, Viewer viewer) {
        return jdbc.sql(ADD)
                .param("document", document)
                .param("approval", by.name())
                .param("fault", fault.name())
                .param("sealed", seal.seal(json.writeValueAsString(content)))
                .param("by", viewer.person())
                .param("name", viewer.name())
                .param("at", Timestamp.from(Instant.now(clock)))
                .param("agency", viewer.agency())
                .param("line", viewer.line())
                .param("region", viewer.region())
                .query(Long.class)
                .optional();
    }

    /** @param notice as issued; empty where it is refused */
    void decide(long id, Optional<Long> notice, int addressees, String opinion, Viewer viewer) {
        jdbc.sql(DECIDE)
                .param("id", id)
                .param("state", (notice.isPresent() ? Correction.State.ISSUED : Correction.State.REFUSED).name())
                .param("by", viewer.person())
                .param("name", viewer.name())
                .param("at", Timestamp.from(Instant.now(clock)))
                .param("opinion", opinion)
                .param("notice", notice.orElse(null))
                .param("addressees", addressees)
                .update();
    }

    void serve(long id, Correction.Service service, Viewer viewer) {
        jdbc.sql(SERVE)
                .param("id", id)
                .param("addressee", service.addressee())
                .param("way", service.way().name())
                .param("on", service.on())
                .param("effective", service.effective())
                .param("sealed", seal.seal(json.writeValueAsString(new Receiver(service.recipient(), service.note()))))
                .param("receipt", service.receipt())
                .param("by", viewer.person())
                .update();
    }

    private Correction correction(ResultSet row, int number) throws SQLException {
        var content = json.readValue(seal.open(row.getBytes("sealed")), Content.class);
        var decidedAt = row.getTimestamp("decided_at");
        return new Correction(
                row.getLong("id"),
                row.getLong("document_id"),
                Correction.By.valueOf(row.getString("approval")),
                Correction.Fault.valueOf(row.getString("fault")),
                content.changes(),
                content.reason(),
                Correction.State.valueOf(row.getString("state")),
                new Correction.Signature(
                        row.getLong("proposed_by"), row.getString("proposer"), row.getTimestamp("proposed_at").toInstant()),
                decidedAt == null
                        ? Optional.empty()
                        : Optional.of(new Correction.Signature(
                                row.getLong("decided_by"), row.getString("decider"), decidedAt.toInstant())),
                row.getString("opinion"),
                row.getLong("notice_id"),
                row.getInt("addressees"),
                services(row.getLong("id")));
    }

    private List<Correction.Service> services(long id) {
        return jdbc.sql(SERVICES)
                .param("id", id)
                .query((row, _) -> {
                    var receiver = json.readValue(seal.open(row.getBytes("sealed")), Receiver.class);
                    return new Correction.Service(
                            row.getInt("addressee"),
                            Correction.Way.valueOf(row.getString("way")),
                            row.getObject("on_day", LocalDate.class),
                            row.getObject("effective", LocalDate.class),
                            receiver.recipient(),
                            receiver.note(),
                            row.getLong("receipt_id"));
                })
                .list();
    }
}
