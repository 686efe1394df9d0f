package org.hengjian.referrals;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hengjian.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code referrals.alert} with what became of each, and the questions asked in writing. */
@Component
class AlertTable {

    private static final String SELECT =
            """
            select id, version, case_id, case_number, title, level, crime, ratio, state, raised_on, weighed_on, reason,
                   dismissed_on, dismissed_by, penalty, penalised_on, agency_id, agency_name
              from referrals.alert
            """;
    private static final String BY_ID = SELECT + " where id = :id";
    private static final String OF_CASE = SELECT + " where case_id = :case";
    private static final String LOCK_OF_CASE = OF_CASE + " for update";
    private static final String LOCK = BY_ID + " for update";
    private static final String RAISE =
            """
            insert into referrals.alert (case_id, case_number, title, level, crime, ratio, state, raised_on, weighed_on,
                   agency_name, agency_id, line, region, shared_with)
            values (:case, :caseNumber, :title, :level, :crime, :ratio, 'OPEN', :on, :on,
                   :agencyName, :agency, :line, :region, :readers)
            on conflict (case_id) do nothing
            """;
    private static final String WEIGH =
            """
            update referrals.alert
               set version = version + 1, level = :level, crime = :crime, ratio = :ratio, weighed_on = :on, state = :state,
                   reason = case when :state = 'DISMISSED' then reason else '' end,
                   dismissed_by = case when :state = 'DISMISSED' then dismissed_by else '' end,
                   dismissed_on = case when :state = 'DISMISSED' then dismissed_on end
             where id = :id
            """;
    private static final String DISMISS =
            """
            update referrals.alert
               set version = version + 1, state = 'DISMISSED', reason = :reason, dismissed_on = :on, dismissed_by = :by
             where id = :id
            """;
    private static final String REFERRED =
            """
            update referrals.alert
               set version = version + 1, state = 'REFERRED', reason = '', dismissed_on = null, dismissed_by = ''
             where id = :id
            """;
    private static final String PENALISED =
            """
            update referrals.alert
               set version = version + 1, penalty = :penalty, penalised_on = :on
             where id = :id
            """;
    private static final String NOTE =
            """
            insert into referrals.alert_entry (alert_id, n, kind, level, text, person, name, at)
            select :alert, coalesce(max(n), 0) + 1, :kind, :level, :text, :person, :name, :at
              from referrals.alert_entry
             where alert_id = :alert
            """;
    private static final String HAPPENINGS =
            """
            select kind, level, text, name, at
              from referrals.alert_entry
             where alert_id = :alert
             order by n desc
            """;
    private static final String ASK =
            """
            insert into referrals.question (alert_id, referral_id, subject, text, asker, asked_by, asked_at, addressee_id,
                   addressee, agency_id, line, region, shared_with)
            values (:alert, :referral, :subject, :text, :asker, :by, :at, :to, :addressee, :agency, :line, :region, :readers)
            """;
    private static final String ANSWER =
            """
            update referrals.question
               set answer = :answer, answerer = :answerer, answered_by = :by, answered_at = :at
             where id = :id
               and answered_at is null
            """;
    private static final String QUESTION =
            """
            select id, subject, text, asker, asked_at, addressee_id, addressee, answer, answerer, answered_at,
                   alert_id, referral_id
              from referrals.question
            """;
    private static final String QUESTION_BY_ID = QUESTION + " where id = :id";
    private static final String OF_ALERT = QUESTION + " where alert_id = :alert order by id desc";
    private static final String OF_REFERRAL = QUESTION + " where referral_id = :referral order by id desc";

    private final JdbcClient jdbc;

    AlertTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A case as an alert names it, and whose it is. @param readers who sees it beside its agency */
    record Subject(
            long caseId, String caseNumber, String title, Office agency, String line, int region, List<Long> readers) {}

    /** What a question is about; one of both ids is none. */
    record About(@Nullable Long alert, @Nullable Long referral, String subject, List<Long> readers) {}

    Optional<Alert> find(long id) {
        return jdbc.sql(BY_ID).param("id", id).query(AlertTable::alert).optional();
    }

    Optional<Alert> ofCase(long caseId) {
        return jdbc.sql(OF_CASE).param("case", caseId).query(AlertTable::alert).optional();
    }

    Optional<Alert> lockOfCase(long caseId) {
        return jdbc.sql(LOCK_OF_CASE).param("case", caseId).query(AlertTable::alert).optional();
    }

    Optional<Alert> lock(long id) {
        return jdbc.sql(LOCK).param("id", id).query(AlertTable::alert).optional();
    }

    /** @return false if there was one for this case already */
    boolean raise(Subject subject, Alert.Weight weight, LocalDate on) {
        return jdbc.sql(RAISE)
                        .param("case", subject.caseId())
                        .param("caseNumber", subject.caseNumber())
                        .param("title", subject.title())
                        .param("level", weight.level().name())
                        .param("crime", weight.crime())
                        .param("ratio", weight.ratio(), Types.NUMERIC)
                        .param("on", on)
                        .param("agencyName", subject.agency().name())
                        .param("agency", subject.agency().id())
                        .param("line", subject.line())
                        .param("region", subject.region())
                        .param("readers", subject.readers().toArray(Long[]::new))
                        .update()
                == 1;
    }

    void weigh(long id, Alert.Weight weight, Alert.State state, LocalDate on) {
        jdbc.sql(WEIGH)
                .param("id", id)
                .param("level", weight.level().name())
                .param("crime", weight.crime())
                .param("ratio", weight.ratio(), Types.NUMERIC)
                .param("state", state.name())
                .param("on", on)
                .update();
    }

    void dismiss(long id, String reason, Viewer by, LocalDate on) {
        jdbc.sql(DISMISS)
                .param("id", id)
                .param("reason", reason)
                .param("by", by.name())
                .param("on", on)
                .update();
    }

    void referred(long id) {
        jdbc.sql(REFERRED).param("id", id).update();
    }

    void penalised(long id, String penalty, LocalDate on) {
        jdbc.sql(PENALISED).param("id", id).param("penalty", penalty).param("on", on).update();
    }

    void note(long alert, String kind, Alert.Level level, String text, Viewer by, Instant at) {
        jdbc.sql(NOTE)
                .param("alert", alert)
                .param("kind", kind)
                .param("level", level.name())
                .param("text", text)
                .param("person", by.person())
                .param("name", by.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Newest first. */
    List<Alert.Happening> happenings(long alert) {
        return jdbc.sql(HAPPENINGS)
                .param("alert", alert)
                .query((row, _) -> new Alert.Happening(
                        row.getString("kind"),
                        Alert.Level.valueOf(row.getString("level")),
                        row.getString("text"),
                        row.getString("name"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    void ask(About about, String text, Office to, Viewer by, Instant at) {
        jdbc.sql(ASK)
                .param("alert", about.alert(), Types.BIGINT)
                .param("referral", about.referral(), Types.BIGINT)
                .param("subject", about.subject())
                .param("text", text)
                .param("asker", by.agencyName() + " " + by.name())
                .param("by", by.person())
                .param("at", Timestamp.from(at))
                .param("to", to.id())
                .param("addressee", to.name())
                .param("agency", by.agency())
                .param("line", by.line())
                .param("region", by.region())
                .param("readers", about.readers().toArray(Long[]::new))
                .update();
    }

    /** @return false if it was answered already, or the viewer was not asked */
    boolean answer(long question, String answer, Viewer by, Instant at) {
        return jdbc.sql(ANSWER)
                        .param("id", question)
                        .param("answer", answer)
                        .param("answerer", by.agencyName() + " " + by.name())
                        .param("by", by.person())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<Question> question(long id) {
        return jdbc.sql(QUESTION_BY_ID).param("id", id).query(AlertTable::question).optional();
    }

    /** Newest first. */
    List<Question> questionsOfAlert(long alert) {
        return jdbc.sql(OF_ALERT).param("alert", alert).query(AlertTable::question).list();
    }

    /** Newest first. */
    List<Question> questionsOfReferral(long referral) {
        return jdbc.sql(OF_REFERRAL).param("referral", referral).query(AlertTable::question).list();
    }

    private static Question question(ResultSet row, int number) throws SQLException {
        var answered = row.getTimestamp("answered_at");
        return new Question(
                row.getLong("id"),
                row.getString("subject"),
                row.getString("text"),
                row.getString("asker"),
                row.getTimestamp("asked_at").toInstant(),
                row.getLong("addressee_id"),
                row.getString("addressee"),
                row.getString("answer"),
                row.getString("answerer"),
                answered == null ? null : answered.toInstant());
    }

    private static Alert alert(ResultSet row, int number) throws SQLException {
        BigDecimal ratio = row.getBigDecimal("ratio");
        return new Alert(
                row.getLong("id"),
                row.getInt("version"),
                row.getLong("case_id"),
                row.getString("case_number"),
                row.getString("title"),
                Alert.Level.valueOf(row.getString("level")),
                row.getString("crime"),
                ratio,
                Alert.State.valueOf(row.getString("state")),
                row.getObject("raised_on", LocalDate.class),
                row.getObject("weighed_on", LocalDate.class),
                row.getString("reason"),
                row.getObject("dismissed_on", LocalDate.class),
                row.getString("dismissed_by"),
                row.getString("penalty"),
                row.getObject("penalised_on", LocalDate.class),
                row.getLong("agency_id"),
                row.getString("agency_name"));
    }
}
