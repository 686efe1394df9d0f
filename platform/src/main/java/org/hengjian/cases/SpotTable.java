package org.hengjian.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hengjian.access.Viewer;
import org.hengjian.documents.DocumentNumber;
import org.hengjian.law.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Penalties decided on the spot in the database. */
@Component
class SpotTable {

    private static final String ADD =
            """
            insert into cases.spot_penalty (token, number, party_kind, party_name, party_code, party_address, party_sealed,
                   party_trace, act, place, basis, evidence, defence, sanction, fine_fen, collected, receipt, decided_on,
                   paid_on, agency_id, line, region)
            values (:token, :number, :kind, :name, :code, :address, :sealed,
                   :trace, :act, :place, :basis, :evidence, :defence, :sanction, :fine, :collected, :receipt, :on,
                   :paidOn, :agency, :line, :region)
            returning id
            """;
    private static final String ADD_OFFICER =
            "insert into cases.spot_officer (penalty_id, person_id, name, licence) values (:penalty, :person, :name, :licence)";
    private static final String SAVE =
            """
            update cases.spot_penalty
               set version = version + 1, paid_on = :paidOn, receipt = :receipt, handed_in_on = :handedInOn
             where id = :id
               and version = :version
            """;
    private static final String COLUMNS =
            """
            select id, version, agency_id, number, party_kind, party_name, party_code, party_address, act, place, basis,
                   evidence, defence, sanction, fine_fen, collected, receipt, decided_on, paid_on, handed_in_on
              from cases.spot_penalty
            """;
    private static final String FIND = COLUMNS + " where id = :id";
    private static final String LOCK = FIND + " for update";
    private static final String NEWEST = COLUMNS
            + """
             where id < :before
             order by id desc
             limit :most
            """;
    private static final String OPEN = COLUMNS
            + """
             where agency_id = :agency
               and handed_in_on is null
               and exists (select from cases.spot_officer o where o.penalty_id = spot_penalty.id and o.person_id = :person)
             order by decided_on, id
             limit :most
            """;
    private static final String BY_TOKEN = "select id from cases.spot_penalty where agency_id = :agency and token = :token";
    private static final String SAME =
            """
            select number
              from cases.spot_penalty
             where agency_id = :agency
               and party_trace = :trace
               and act = :act
               and decided_on = :on
             order by id
             limit 1
            """;
    private static final String OFFICERS =
            "select person_id as id, name, licence from cases.spot_officer where penalty_id = :id order by person_id";
    private static final String SEALED = "select party_sealed from cases.spot_penalty where id = :id";

    private final JdbcClient jdbc;

    SpotTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(
            SpotPenalty.Request request, DocumentNumber number, byte[] sealed, byte[] trace, LocalDate on, List<Officer> officers,
            Viewer viewer) {
        boolean paid = request.collected() != SpotPenalty.Collection.NO;
        long id = jdbc.sql(ADD)
                .param("token", request.token())
                .param("number", number.text())
                .param("kind", request.party().kind().name())
                .param("name", request.party().name())
                .param("code", request.party().code())
                .param("address", request.party().address())
                .param("sealed", sealed)
                .param("trace", trace)
                .param("act", request.act())
                .param("place", request.place())
                .param("basis", request.basis())
                .param("evidence", request.evidence())
                .param("defence", request.defence())
                .param("sanction", request.sanction().name())
                .param("fine", request.fine().fen())
                .param("collected", request.collected().name())
                .param("receipt", request.receipt())
                .param("on", on)
                .param("paidOn", paid ? on : null, Types.DATE)
                .param("agency", viewer.agency())
                .param("line", viewer.line())
                .param("region", viewer.region())
                .query(Long.class)
                .single();
        for (var officer : officers) {
            jdbc.sql(ADD_OFFICER)
                    .param("penalty", id)
                    .param("person", officer.id())
                    .param("name", officer.name())
                    .param("licence", officer.licence())
                    .update();
        }
        return id;
    }

    /** @return false if someone else was first */
    boolean save(SpotPenalty penalty, Optional<LocalDate> paidOn, String receipt, Optional<LocalDate> handedInOn) {
        return jdbc.sql(SAVE)
                        .param("id", penalty.id())
                        .param("version", penalty.version())
                        .param("paidOn", paidOn.orElse(null), Types.DATE)
                        .param("receipt", receipt)
                        .param("handedInOn", handedInOn.orElse(null), Types.DATE)
                        .update()
                == 1;
    }

    Optional<SpotPenalty> find(long id) {
        return jdbc.sql(FIND).param("id", id).query((row, _) -> penalty(row)).optional();
    }

    /** Nobody else changes it until this transaction ends. */
    Optional<SpotPenalty> lock(long id) {
        return jdbc.sql(LOCK).param("id", id).query((row, _) -> penalty(row)).optional();
    }

    List<SpotPenalty> newest(long before, int most) {
        return jdbc.sql(NEWEST).param("before", before).param("most", most).query((row, _) -> penalty(row)).list();
    }

    /** Those of a person whose papers are not handed in. */
    List<SpotPenalty> open(long agency, long person, int most) {
        return jdbc.sql(OPEN)
                .param("agency", agency)
                .param("person", person)
                .param("most", most)
                .query((row, _) -> penalty(row))
                .list();
    }

    Optional<Long> byToken(long agency, String token) {
        return jdbc.sql(BY_TOKEN).param("agency", agency).param("token", token).query(Long.class).optional();
    }

    /** Number of a decision on the same act of the same party on that day. */
    Optional<String> same(long agency, byte[] trace, String act, LocalDate on) {
        return jdbc.sql(SAME)
                .param("agency", agency)
                .param("trace", trace)
                .param("act", act)
                .param("on", on)
                .query(String.class)
                .optional();
    }

    Optional<byte[]> sealed(long id) {
        return jdbc.sql(SEALED).param("id", id).query(byte[].class).optional();
    }

    private SpotPenalty penalty(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new SpotPenalty(
                id,
                row.getInt("version"),
                row.getLong("agency_id"),
                new DocumentNumber(row.getString("number")),
                new Party(
                        Party.Kind.valueOf(row.getString("party_kind")),
                        row.getString("party_name"),
                        row.getString("party_code"),
                        row.getString("party_address")),
                row.getString("act"),
                row.getString("place"),
                row.getString("basis"),
                row.getString("evidence"),
                row.getString("defence"),
                SpotPenalty.Sanction.valueOf(row.getString("sanction")),
                Money.ofFen(row.getLong("fine_fen")),
                SpotPenalty.Collection.valueOf(row.getString("collected")),
                row.getString("receipt"),
                row.getObject("decided_on", LocalDate.class),
                jdbc.sql(OFFICERS).param("id", id).query(Officer.class).list(),
                Optional.ofNullable(row.getObject("paid_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("handed_in_on", LocalDate.class)));
    }
}
