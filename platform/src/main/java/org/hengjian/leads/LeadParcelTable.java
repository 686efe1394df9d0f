package org.hengjian.leads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.intake.Parcel;
import org.hengjian.screening.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** {@code leads.parcel} and {@code leads.parcel_opening}. */
@Component
class LeadParcelTable {

    private static final String COLUMNS =
            "select p.lead_id, p.facts::text as facts, p.standing, p.score, p.attached_at from leads.parcel p";
    // With those of leads that were merged into it: nothing of a sender is lost by that.
    private static final String OF_LEAD = COLUMNS
            + """
             where p.lead_id = :lead
                or p.lead_id in (select m.id from leads.lead m where m.merged_into = :number)
             order by p.parcel_id desc
             limit :most
            """;
    private static final String ONE = COLUMNS + " where p.parcel_id = :parcel";
    // The open lead of the same sender, or of the same shop, about the same right at the agency that is competent now.
    private static final String HOLDER =
            """
            select l.number
              from leads.lead l
             where l.agency_id = :agency
               and l.right_id = :right
               and l.state in ('RECEIVED', 'SCREENED', 'ASSIGNED', 'VERIFYING', 'VERIFIED', 'TRANSFERRED')
               and (l.id in (select p.lead_id from leads.parcel p where p.sender = :sender)
                    or :seller <> '' and l.seller = :seller and l.platform = :platform and :platform <> '')
             order by l.id
             limit 1
            """;
    private static final String ADD =
            """
            insert into leads.parcel (parcel_id, first_id, lead_id, sender, facts, standing, score, attached_at)
            select :parcel, :first, l.id, :sender, cast(:facts as jsonb), :standing, :score, :at
              from leads.lead l
             where l.number = :number
                on conflict (parcel_id) do nothing
            """;
    private static final String LEADS_OF =
            """
            select distinct p.first_id, l.number
              from leads.parcel p
              join leads.lead l on l.id = p.lead_id
             where p.first_id = any (cast(:firsts as bigint[]))
             order by 1, 2
            """;
    private static final String FIRSTS_OF =
            """
            select distinct l.number, p.first_id
              from leads.lead l
              join leads.parcel p on p.lead_id = l.id
             where l.number = any (cast(:numbers as text[]))
             order by 1, 2
            """;
    private static final String OPEN =
            """
            insert into leads.parcel_opening (person_id, parcel_id, case_number, purpose, opened_at, closes_at)
            values (:reader, :parcel, :caseNumber, :purpose, :now, :closes)
            """;
    private static final String OPEN_UNTIL =
            """
            select parcel_id, max(closes_at) as until
              from leads.parcel_opening
             where person_id = :reader
               and opened_at <= :now
               and closes_at > :now
             group by parcel_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LeadParcelTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Newest first. */
    List<LeadParcel> of(Lead lead, int most) {
        return jdbc.sql(OF_LEAD)
                .param("lead", lead.id())
                .param("number", lead.number())
                .param("most", most)
                .query(this::parcel)
                .list();
    }

    Optional<LeadParcel> find(long parcel) {
        return jdbc.sql(ONE).param("parcel", parcel).query(this::parcel).optional();
    }

    /** Number of the lead that a parcel of this sender, or of this shop, joins. */
    Optional<String> holder(Parcel parcel, String seller, long agency, String right) {
        return jdbc.sql(HOLDER)
                .param("agency", agency)
                .param("right", right)
                .param("sender", parcel.sender())
                .param("seller", seller)
                .param("platform", parcel.platform())
                .query(String.class)
                .optional();
    }

    void add(String number, Parcel parcel, Standing standing, double score, Instant at) {
        jdbc.sql(ADD)
                .param("number", number)
                .param("parcel", parcel.id())
                .param("first", parcel.first())
                .param("sender", parcel.sender())
                .param("facts", json.writeValueAsString(parcel))
                .param("standing", standing.name())
                .param("score", LeadTable.tenThousandths(score))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Numbers of the leads at which parcels hang, by the parcel's first version. */
    Map<Long, List<String>> leadsOf(Collection<Long> firsts) {
        var numbers = new HashMap<Long, List<String>>();
        jdbc.sql(LEADS_OF).param("firsts", firsts.toArray(Long[]::new)).query(row -> {
            numbers.computeIfAbsent(row.getLong("first_id"), _ -> new java.util.ArrayList<>()).add(row.getString("number"));
        });
        return numbers;
    }

    /** First versions of the parcels at leads, by the lead's number. */
    Map<String, List<Long>> firstsOf(Collection<String> numbers) {
        var firsts = new HashMap<String, List<Long>>();
        jdbc.sql(FIRSTS_OF).param("numbers", numbers.toArray(String[]::new)).query(row -> {
            firsts.computeIfAbsent(row.getString("number"), _ -> new java.util.ArrayList<>()).add(row.getLong("first_id"));
        });
        return firsts;
    }

    void open(long reader, long parcel, String caseNumber, String purpose, Instant now, Instant closes) {
        jdbc.sql(OPEN)
                .param("reader", reader)
                .param("parcel", parcel)
                .param("caseNumber", caseNumber)
                .param("purpose", purpose)
                .param("now", Timestamp.from(now))
                .param("closes", Timestamp.from(closes))
                .update();
    }

    /** What the reader has open now, and until when. */
    Map<Long, Instant> open(long reader, Instant now) {
        var open = new HashMap<Long, Instant>();
        jdbc.sql(OPEN_UNTIL).param("reader", reader).param("now", Timestamp.from(now)).query(row -> {
            open.put(row.getLong("parcel_id"), row.getTimestamp("until").toInstant());
        });
        return open;
    }

    private LeadParcel parcel(ResultSet row, int number) throws SQLException {
        return new LeadParcel(
                row.getLong("lead_id"),
                json.readValue(row.getString("facts"), Parcel.class),
                Standing.valueOf(row.getString("standing")),
                row.getInt("score") / 10_000.0,
                row.getTimestamp("attached_at").toInstant());
    }
}
