package org.hengjian.goods;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Viewer;
import org.hengjian.facilities.Method;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code goods.destruction} with its lines. */
@Repository
class DestructionTable {

    private static final int GRAM_SCALE = 3; // weights are shown in kilograms

    private static final String COLUMNS =
            """
            id, version, number, state, case_id, case_number, ground, consent, evidence, method, facility_id, facility,
                   applied_by, applicant, applied_on, decided_by, decider, decided_on, decision, executed_by, executor,
                   executed_on, place, grams_before, grams_after, witnesses, video_sha256, note
            """;
    private static final String FIND = "select " + COLUMNS + " from goods.destruction where id = :id";
    private static final String LOCK = "select id from goods.destruction where id = :id for no key update";
    private static final String BY_KEY =
            "select " + COLUMNS + " from goods.destruction where applied_by = :person and request_key = :key";
    private static final String OF_CASE = "select " + COLUMNS + " from goods.destruction where case_id = :case order by id";
    private static final String NEWEST = "select " + COLUMNS
            + """
              from goods.destruction
             where id < :before
               and (:state = '' or state = :state)
             order by id desc
             limit :most
            """;
    private static final String WAITING = "select count(*) from goods.destruction where state = 'APPLIED'";
    private static final String ADD =
            """
            insert into goods.destruction (number, case_id, case_number, ground, consent, evidence, method, facility_id,
                   facility, applied_by, applicant, applied_on, applied_at, request_key, agency_id, line, region)
            values (:number, :case, :caseNumber, :ground, :consent, :evidence, :method, :facilityId,
                   :facility, :by, :person, :on, :at, :key, :agency, :line, :region)
            returning id
            """;
    private static final String ADD_LINE =
            "insert into goods.destruction_line (destruction_id, item_id, quantity) values (:id, :item, :quantity)";
    private static final String LINES =
            "select item_id, quantity, destroyed from goods.destruction_line where destruction_id = :id order by item_id";
    private static final String PROMISED =
            """
            select l.item_id, sum(l.quantity) as quantity
              from goods.destruction_line l
              join goods.destruction d on d.id = l.destruction_id
             where d.case_id = :case
               and d.id <> :except
               and d.state in ('APPLIED', 'APPROVED')
             group by l.item_id
            """;
    private static final String DECIDE =
            """
            update goods.destruction
               set version = version + 1,
                   state = :state,
                   decided_by = :by,
                   decider = :person,
                   decided_on = :on,
                   decision = :opinion
             where id = :id
            """;
    private static final String EXECUTE =
            """
            update goods.destruction
               set version = version + 1,
                   state = 'EXECUTED',
                   executed_by = :by,
                   executor = :person,
                   executed_on = :on,
                   place = :place,
                   grams_before = :before,
                   grams_after = :after,
                   witnesses = :witnesses,
                   sealed = :sealed,
                   video_sha256 = :video,
                   note = :note
             where id = :id
            """;

    private final JdbcClient jdbc;
    private final GoodsTable goods;

    DestructionTable(JdbcClient jdbc, GoodsTable goods) {
        this.jdbc = jdbc;
        this.goods = goods;
    }

    Optional<Destruction> find(long id) {
        return jdbc.sql(FIND).param("id", id).query((row, _) -> destruction(row)).optional();
    }

    /** Nobody else takes a step on it until this transaction ends. */
    Optional<Destruction> lock(long id) {
        return jdbc.sql(LOCK).param("id", id).query(Long.class).optional().flatMap(this::find);
    }

    Optional<Destruction> byKey(long person, String key) {
        return jdbc.sql(BY_KEY).param("person", person).param("key", key).query((row, _) -> destruction(row)).optional();
    }

    List<Destruction> ofCase(long caseId) {
        return jdbc.sql(OF_CASE).param("case", caseId).query((row, _) -> destruction(row)).list();
    }

    /** Newest first. @param state name of a state; empty for all */
    List<Destruction> newest(String state, long before, int most) {
        return jdbc.sql(NEWEST)
                .param("state", state)
                .param("before", before)
                .param("most", most)
                .query((row, _) -> destruction(row))
                .list();
    }

    long waiting() {
        return jdbc.sql(WAITING).query(Long.class).single();
    }

    /** What other applications of the case, open or approved, have a claim on, by item in steps of its unit. */
    Map<Long, Long> promised(long caseId, long except) {
        var promised = new HashMap<Long, Long>();
        jdbc.sql(PROMISED).param("case", caseId).param("except", except).query(row -> {
            promised.put(row.getLong("item_id"), row.getLong("quantity"));
        });
        return promised;
    }

    long add(
            Destroying.Application application,
            String number,
            String caseNumber,
            String facility,
            String key,
            Viewer by,
            LocalDate on,
            Instant at) {
        var plan = application.plan();
        long id = jdbc.sql(ADD)
                .param("number", number)
                .param("case", application.caseId())
                .param("caseNumber", caseNumber)
                .param("ground", plan.ground())
                .param("consent", plan.consent())
                .param("evidence", plan.evidence())
                .param("method", plan.method().code())
                .param("facilityId", plan.facilityId())
                .param("facility", facility)
                .param("by", by.person())
                .param("person", by.name())
                .param("on", on)
                .param("at", Timestamp.from(at))
                .param("key", key.isEmpty() ? null : key, java.sql.Types.VARCHAR)
                .param("agency", by.agency())
                .param("line", by.line())
                .param("region", by.region())
                .query(Long.class)
                .single();
        application.quantities().forEach((item, quantity) -> jdbc.sql(ADD_LINE)
                .param("id", id)
                .param("item", item)
                .param("quantity", quantity.steps())
                .update());
        return id;
    }

    void decide(long id, boolean approves, String opinion, Viewer by, LocalDate on) {
        jdbc.sql(DECIDE)
                .param("id", id)
                .param("state", approves ? "APPROVED" : "REFUSED")
                .param("by", by.person())
                .param("person", by.name())
                .param("on", on)
                .param("opinion", opinion)
                .update();
    }

    /** @param witnesses masked @param sealed the same in full */
    void execute(long id, Destroying.Executing executing, String witnesses, byte[] sealed, Viewer by) {
        jdbc.sql(EXECUTE)
                .param("id", id)
                .param("by", by.person())
                .param("person", by.name())
                .param("on", executing.on())
                .param("place", executing.place())
                .param("before", executing.before().steps())
                .param("after", executing.after().steps())
                .param("witnesses", witnesses)
                .param("sealed", sealed)
                .param("video", executing.video().isEmpty() ? null : executing.video(), java.sql.Types.VARCHAR)
                .param("note", executing.note())
                .update();
    }

    private List<Destruction.Line> lines(long id) {
        record Row(long item, long quantity, long destroyed) {}
        return jdbc.sql(LINES)
                .param("id", id)
                .query((row, _) -> new Row(row.getLong("item_id"), row.getLong("quantity"), row.getLong("destroyed")))
                .list()
                .stream()
                .map(row -> {
                    var item = goods.find(row.item()).orElseThrow();
                    int scale = item.unit().scale();
                    return new Destruction.Line(
                            item, new Quantity(row.quantity(), scale), new Quantity(row.destroyed(), scale));
                })
                .toList();
    }

    private Destruction destruction(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Destruction(
                id,
                row.getInt("version"),
                row.getString("number"),
                row.getLong("case_id"),
                row.getString("case_number"),
                new Destruction.Plan(
                        row.getString("ground"), row.getString("consent"), row.getString("evidence"),
                        Method.named(row.getString("method")), row.getLong("facility_id")),
                row.getString("facility"),
                lines(id),
                new Destruction.Signed(
                        row.getLong("applied_by"), row.getString("applicant"), row.getObject("applied_on", LocalDate.class)),
                state(row));
    }

    private static Destruction.State state(ResultSet row) throws SQLException {
        String state = row.getString("state");
        if (state.equals("APPLIED")) {
            return new Destruction.State.Applied();
        }
        var decider = new Destruction.Signed(
                row.getLong("decided_by"), row.getString("decider"), row.getObject("decided_on", LocalDate.class));
        return switch (state) {
            case "APPROVED" -> new Destruction.State.Approved(decider, row.getString("decision"));
            case "REFUSED" -> new Destruction.State.Refused(decider, row.getString("decision"));
            default -> {
                var on = row.getObject("executed_on", LocalDate.class);
                yield new Destruction.State.Executed(
                        decider,
                        new Destruction.Signed(row.getLong("executed_by"), row.getString("executor"), on),
                        new Destruction.Execution(
                                on,
                                row.getString("place"),
                                new Quantity(row.getLong("grams_before"), GRAM_SCALE),
                                new Quantity(row.getLong("grams_after"), GRAM_SCALE),
                                row.getString("witnesses"),
                                Optional.ofNullable(row.getString("video_sha256")).orElse(""),
                                Optional.ofNullable(row.getString("note")).orElse("")));
            }
        };
    }
}
