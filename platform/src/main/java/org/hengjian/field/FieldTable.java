package org.hengjian.field;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hengjian.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the room. */
@Repository
class FieldTable {

    private static final String ONE_BY_ONE = "select pg_advisory_xact_lock(hashtextextended('field ' || :key, :person))";
    private static final String ANSWERED =
            """
            select content, result_id, kind, answer::text as answer
              from field.answered
             where person_id = :person
               and key = :key
            """;
    private static final String ANSWER =
            """
            insert into field.answered (person_id, key, kind, content, result_id, answer, received_at)
            values (:person, :key, :kind, :content, :id, cast(:answer as jsonb), :at)
            """;
    private static final String VISITS =
            """
            select key, coalesce(case_id, 0) as case_id, lead_number as lead, title, purpose, place, starts_at, officers,
                   officer_names, planner, called_off_by, called_off_for,
                   exists (select from field.inspection i where i.visit_key = v.key) as is_inspected
              from field.visit v
            """;
    private static final String OF_OFFICER = VISITS
            + """
             where officers @> array[cast(:person as bigint)]
               and starts_at >= :from
               and called_off_at is null
             order by starts_at, id
             limit :most
            """;
    private static final String OF_CASE = VISITS + " where case_id = :case order by starts_at desc, id desc";
    private static final String BY_KEY = VISITS + " where key = :key";
    private static final String PLAN =
            """
            insert into field.visit (key, case_id, lead_number, title, purpose, place, starts_at, officers, officer_names,
                   planned_by, planner, planned_at, agency_id, line, region)
            values (:key, nullif(:case, 0), :lead, :title, :purpose, :place, :startsAt, :officers, :officerNames,
                   :person, :planner, :at, :agency, :line, :region)
            returning id
            """;
    private static final String CALL_OFF =
            """
            update field.visit
               set called_off_at = :at, called_off_by = :person, called_off_for = :why
             where key = :key
               and called_off_at is null
            returning id
            """;
    private static final String INSPECTIONS =
            """
            select id, key, case_id, paper, begun_at, ended_at, place, officers, showed, told, present, facts, statement,
                   content, made_at, received_at, receiver
              from field.inspection
            """;
    private static final String INSPECTION = INSPECTIONS + " where id = :id";
    private static final String INSPECTION_BY_KEY = INSPECTIONS + " where key = :key";
    private static final String INSPECTIONS_OF_CASE = INSPECTIONS + " where case_id = :case order by id desc";
    private static final String COUNT = "select count(*) from field.inspection where case_id = :case";
    private static final String PRESENT = "select present_sealed from field.inspection where id = :id";
    private static final String ADD =
            """
            insert into field.inspection (key, case_id, visit_key, paper, begun_at, ended_at, place, officers, showed,
                   told, present, present_sealed, facts, statement, content, made_at, received_at, received_by, receiver)
            values (:key, :case, :visit, :paper, :begun, :ended, :place, :officers, :showed, :told, :present, :sealed,
                   :facts, :statement, :content, :madeAt, :at, :person, :receiver)
            returning id
            """;
    private static final String SIGN =
            """
            insert into field.signature (key, case_id, inspection_id, part, name, name_sealed, evidence_id, refused_for,
                   witness, witness_sealed, made_at, received_at, received_by, receiver)
            values (:key, :case, :inspection, :part, :name, :sealed, :evidence, :refused, :witness, :witnessSealed,
                   :madeAt, :at, :person, :receiver)
            returning id
            """;
    private static final String SIGNATURES =
            """
            select part, name, evidence_id, refused_for, witness, made_at
              from field.signature
             where inspection_id = :id
             order by id
            """;
    private static final String SHOW =
            """
            insert into field.photo (evidence_id, case_id, inspection_id, made_at, received_by)
            values (:evidence, :case, :inspection, :madeAt, :person)
            on conflict (evidence_id) do nothing
            """;
    private static final String PHOTOS = "select evidence_id from field.photo where inspection_id = :id order by made_at, evidence_id";

    private final JdbcClient jdbc;

    FieldTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same key twice at once: the second waits until the first is done. */
    void oneByOne(UUID key, long person) {
        jdbc.sql(ONE_BY_ONE).param("key", key.toString()).param("person", person).query((_, _) -> true).list();
    }

    /** @param answer as JSON */
    record Answered(byte[] content, long resultId, String kind, String answer) {}

    Optional<Answered> answered(long person, UUID key) {
        return jdbc.sql(ANSWERED)
                .param("person", person)
                .param("key", key)
                .query((row, _) -> new Answered(
                        row.getBytes("content"), row.getLong("result_id"), row.getString("kind"), row.getString("answer")))
                .optional();
    }

    void answer(long person, UUID key, Sent.Kind kind, byte[] content, long id, String answer, Instant at) {
        jdbc.sql(ANSWER)
                .param("person", person)
                .param("key", key)
                .param("kind", kind.name())
                .param("content", content)
                .param("id", id)
                .param("answer", answer)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Those of an officer that were not called off, from a moment on. */
    List<Visit> visits(long person, Instant from, int most) {
        return jdbc.sql(OF_OFFICER)
                .param("person", person)
                .param("from", Timestamp.from(from))
                .param("most", most)
                .query(FieldTable::visit)
                .list();
    }

    List<Visit> visits(long caseId) {
        return jdbc.sql(OF_CASE).param("case", caseId).query(FieldTable::visit).list();
    }

    Optional<Visit> visit(UUID key) {
        return jdbc.sql(BY_KEY).param("key", key).query(FieldTable::visit).optional();
    }

    long plan(Visit visit, Viewer by, Instant at) {
        return jdbc.sql(PLAN)
                .param("key", visit.key())
                .param("case", visit.caseId())
                .param("lead", visit.lead())
                .param("title", visit.title())
                .param("purpose", visit.purpose())
                .param("place", visit.place())
                .param("startsAt", Timestamp.from(visit.startsAt()))
                .param("officers", visit.officers().toArray(Long[]::new))
                .param("officerNames", visit.officerNames())
                .param("person", by.person())
                .param("planner", by.name())
                .param("at", Timestamp.from(at))
                .param("agency", by.agency())
                .param("line", by.line())
                .param("region", by.region())
                .query(Long.class)
                .single();
    }

    /** Its id; empty where it was called off before. */
    Optional<Long> callOff(UUID key, String why, Viewer by, Instant at) {
        return jdbc.sql(CALL_OFF)
                .param("key", key)
                .param("why", why)
                .param("person", by.name())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional();
    }

    Optional<Inspection> inspection(long id) {
        return jdbc.sql(INSPECTION).param("id", id).query(FieldTable::inspection).optional();
    }

    Optional<Inspection> inspection(UUID key) {
        return jdbc.sql(INSPECTION_BY_KEY).param("key", key).query(FieldTable::inspection).optional();
    }

    List<Inspection> inspections(long caseId) {
        return jdbc.sql(INSPECTIONS_OF_CASE).param("case", caseId).query(FieldTable::inspection).list();
    }

    int count(long caseId) {
        return jdbc.sql(COUNT).param("case", caseId).query(Integer.class).single();
    }

    byte[] present(long id) {
        return jdbc.sql(PRESENT).param("id", id).query((row, _) -> row.getBytes(1)).single();
    }

    /** @param sealed who was there, by name */
    long add(Inspection record, @Nullable UUID visit, byte[] sealed, Viewer by) {
        return jdbc.sql(ADD)
                .param("key", record.key())
                .param("case", record.caseId())
                .param("visit", visit, java.sql.Types.OTHER)
                .param("paper", record.paper())
                .param("begun", Timestamp.from(record.begunAt()))
                .param("ended", Timestamp.from(record.endedAt()))
                .param("place", record.place())
                .param("officers", record.officers())
                .param("showed", record.showed())
                .param("told", record.told())
                .param("present", record.present())
                .param("sealed", sealed)
                .param("facts", record.facts())
                .param("statement", record.statement())
                .param("content", record.content())
                .param("madeAt", Timestamp.from(record.madeAt()))
                .param("at", Timestamp.from(record.receivedAt()))
                .param("person", by.person())
                .param("receiver", by.name())
                .query(Long.class)
                .single();
    }

    long sign(
            UUID key, Inspection of, Inspection.Signature signature, byte[] name, byte @Nullable [] witness, Viewer by, Instant at) {
        return jdbc.sql(SIGN)
                .param("key", key)
                .param("case", of.caseId())
                .param("inspection", of.id())
                .param("part", signature.part().name())
                .param("name", signature.name())
                .param("sealed", name)
                .param("evidence", signature.evidence().orElse(null), java.sql.Types.BIGINT)
                .param("refused", signature.refusedFor())
                .param("witness", signature.witness())
                .param("witnessSealed", witness, java.sql.Types.BINARY)
                .param("madeAt", Timestamp.from(signature.madeAt()))
                .param("at", Timestamp.from(at))
                .param("person", by.person())
                .param("receiver", by.name())
                .query(Long.class)
                .single();
    }

    List<Inspection.Signature> signatures(long inspection) {
        return jdbc.sql(SIGNATURES)
                .param("id", inspection)
                .query((row, _) -> new Inspection.Signature(
                        Inspection.Part.valueOf(row.getString("part")),
                        row.getString("name"),
                        Optional.ofNullable(row.getObject("evidence_id", Long.class)),
                        row.getString("refused_for"),
                        row.getString("witness"),
                        row.getTimestamp("made_at").toInstant()))
                .list();
    }

    void show(long evidence, long caseId, @Nullable Long inspection, Instant madeAt, Viewer by) {
        jdbc.sql(SHOW)
                .param("evidence", evidence)
                .param("case", caseId)
                .param("inspection", inspection, java.sql.Types.BIGINT)
                .param("madeAt", Timestamp.from(madeAt))
                .param("person", by.person())
                .update();
    }

    List<Long> photos(long inspection) {
        return jdbc.sql(PHOTOS).param("id", inspection).query(Long.class).list();
    }

    private static Visit visit(ResultSet row, int number) throws SQLException {
        return new Visit(
                row.getObject("key", UUID.class),
                row.getLong("case_id"),
                row.getString("lead"),
                row.getString("title"),
                row.getString("purpose"),
                row.getString("place"),
                row.getTimestamp("starts_at").toInstant(),
                Arrays.asList((Long[]) row.getArray("officers").getArray()),
                row.getString("officer_names"),
                row.getString("planner"),
                row.getBoolean("is_inspected"),
                row.getString("called_off_by"),
                row.getString("called_off_for"));
    }

    private static Inspection inspection(ResultSet row, int number) throws SQLException {
        return new Inspection(
                row.getLong("id"),
                row.getObject("key", UUID.class),
                row.getLong("case_id"),
                row.getInt("paper"),
                row.getTimestamp("begun_at").toInstant(),
                row.getTimestamp("ended_at").toInstant(),
                row.getString("place"),
                row.getString("officers"),
                row.getBoolean("showed"),
                row.getBoolean("told"),
                row.getString("present"),
                row.getString("facts"),
                row.getString("statement"),
                row.getBytes("content"),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("received_at").toInstant(),
                row.getString("receiver"));
    }
}
