package org.hengjian.leads;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hengjian.access.Viewer;
import org.hengjian.agencies.Agencies;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What people wrote about leads: verifications with photos, extensions, transfers, and steps that can be taken back. */
@Component
class WorkTable {

    private static final String ADD_VERIFICATION =
            """
            insert into leads.verification (lead_id, outcome, place, notes, visited_on, person_id, person, recorded_at)
            values (:lead, :outcome, :place, :notes, :visitedOn, :person, :name, :at)
            returning id
            """;
    private static final String ADD_PHOTO =
            """
            insert into leads.photo (lead_id, verification_id, file_name, media_type, bytes, sha256, content)
            values (:lead, :verification, :name, :type, :bytes, :sha256, :content)
            """;
    private static final String VERIFICATIONS =
            """
            select id, outcome, place, notes, visited_on, person, recorded_at
              from leads.verification where lead_id = :lead order by id desc
            """;
    private static final String PHOTOS =
            """
            select id, verification_id as verification, file_name, media_type, bytes, sha256
              from leads.photo where lead_id = :lead order by id
            """;
    private static final String PHOTO =
            "select file_name, media_type, content, sha256 from leads.photo where id = :id and lead_id = :lead";
    private static final String ADD_EXTENSION =
            """
            insert into leads.extension (lead_id, reason, asked_by, asked_name, asked_at)
            values (:lead, :reason, :by, :name, :at)
            """;
    private static final String EXTENSIONS =
            """
            select id, reason, asked_by, asked_name, asked_at, answer, answered_by, answered_at, answer_words
              from leads.extension where lead_id = :lead order by id desc
            """;
    private static final String ANSWER_EXTENSION =
            """
            update leads.extension
               set answer = :answer, answered_by = :by, answered_at = :at, answer_words = :words
             where id = :id and answer = 'OPEN'
            """;
    private static final String ADD_TRANSFER =
            """
            insert into leads.transfer (lead_id, from_name, to_name, to_agency, reason, person, moved_at)
            values (:lead, :from, :to, :toAgency, :reason, :person, :at)
            """;
    private static final String TRANSFERS =
            """
            select from_name, to_name, reason, person, moved_at
              from leads.transfer where lead_id = :lead order by id desc
            """;
    private static final String ADD_STEP =
            "insert into leads.step (person_id, done_at, before) values (:person, :at, :before::jsonb) returning id";
    private static final String STEP =
            """
            select before::text from leads.step where id = :id and person_id = :person and done_at >= :since
            """;
    private static final String FORGET = "delete from leads.step where id = :id";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    WorkTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Verification(
            long id, Outcome outcome, String place, String notes, LocalDate visitedOn, String person, Instant recordedAt) {}

    record PhotoRow(long id, long verification, String fileName, String mediaType, long bytes, String sha256) {}

    record Extension(
            long id,
            String reason,
            long askedBy,
            String askedName,
            Instant askedAt,
            String answer,
            String answeredBy,
            @Nullable Instant answeredAt,
            String answerWords) {}

    record Transfer(String fromName, String toName, String reason, String person, Instant movedAt) {}

    /** How a lead stood before a step, and the version that the step made. */
    record Before(String number, int version, String state, @Nullable Long assignee, String assigneeName, long from) {

        static Before of(Lead was, int versionAfter) {
            return new Before(
                    was.number(),
                    versionAfter,
                    was.stage().code(),
                    was.assignee(),
                    was.assigneeName(),
                    was.stage() instanceof Stage.Transferred moved ? moved.from() : 0);
        }

        Lead restore(Lead now) {
            long who = assignee == null ? 0 : assignee;
            Stage stage = Stage.open(state, who, assigneeName, from);
            return assignee == null ? now.heldByNobody(stage) : now.workedBy(who, assigneeName, stage);
        }
    }

    void addVerification(long lead, Visit visit, Viewer viewer, Instant at) {
        long id = jdbc.sql(ADD_VERIFICATION)
                .param("lead", lead)
                .param("outcome", visit.outcome().name())
                .param("place", visit.place())
                .param("notes", visit.notes())
                .param("visitedOn", visit.visitedOn())
                .param("person", viewer.person())
                .param("name", viewer.name())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        for (Photo photo : visit.photos()) {
            jdbc.sql(ADD_PHOTO)
                    .param("lead", lead)
                    .param("verification", id)
                    .param("name", photo.fileName())
                    .param("type", photo.mediaType())
                    .param("bytes", photo.content().length)
                    .param("sha256", photo.sha256())
                    .param("content", photo.content())
                    .update();
        }
    }

    List<Verification> verifications(long lead) {
        return jdbc.sql(VERIFICATIONS).param("lead", lead).query(Verification.class).list();
    }

    List<PhotoRow> photos(long lead) {
        return jdbc.sql(PHOTOS).param("lead", lead).query(PhotoRow.class).list();
    }

    Optional<Photo> photo(long lead, long id) {
        return jdbc.sql(PHOTO).param("id", id).param("lead", lead).query(Photo.class).optional();
    }

    void addExtension(long lead, String reason, Viewer viewer, Instant at) {
        jdbc.sql(ADD_EXTENSION)
                .param("lead", lead)
                .param("reason", reason)
                .param("by", viewer.person())
                .param("name", viewer.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    List<Extension> extensions(long lead) {
        return jdbc.sql(EXTENSIONS).param("lead", lead).query(Extension.class).list();
    }

    Optional<Extension> openExtension(long lead) {
        return extensions(lead).stream().filter(one -> one.answer().equals("OPEN")).findFirst();
    }

    void answerExtension(long id, boolean approved, Viewer viewer, Instant at, String words) {
        jdbc.sql(ANSWER_EXTENSION)
                .param("id", id)
                .param("answer", approved ? "APPROVED" : "REFUSED")
                .param("by", viewer.name())
                .param("at", Timestamp.from(at))
                .param("words", words)
                .update();
    }

    void addTransfer(long lead, String from, Agencies.Agency to, String reason, Viewer viewer, Instant at) {
        jdbc.sql(ADD_TRANSFER)
                .param("lead", lead)
                .param("from", from)
                .param("to", to.name())
                .param("toAgency", to.id())
                .param("reason", reason)
                .param("person", viewer.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    List<Transfer> transfers(long lead) {
        return jdbc.sql(TRANSFERS).param("lead", lead).query(Transfer.class).list();
    }

    long addStep(long person, Instant at, List<Before> before) {
        return jdbc.sql(ADD_STEP)
                .param("person", person)
                .param("at", Timestamp.from(at))
                .param("before", json.writeValueAsString(before))
                .query(Long.class)
                .single();
    }

    /** Empty when the step is not this person's, too long ago, or taken back already. */
    List<Before> step(long id, long person, Instant since) {
        return jdbc.sql(STEP)
                .param("id", id)
                .param("person", person)
                .param("since", Timestamp.from(since))
                .query(String.class)
                .optional()
                .map(text -> Arrays.asList(json.readValue(text, Before[].class)))
                .orElse(List.of());
    }

    void forget(long step) {
        jdbc.sql(FORGET).param("id", step).update();
    }
}
