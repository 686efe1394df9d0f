package org.hengjian.referrals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hengjian.access.Viewer;
import org.hengjian.cases.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Referrals in the database. The state's row is changed under its version, papers are only added. */
@Component
class ReferralTable {

    private static final String ADD =
            """
            insert into referrals.referral (state, report_number, case_id, case_number, title, cause, act, place,
                   party_name, party_code, party_address, crime, team, agency_name, proposed_on, due_on, due_at, due_duty,
                   due_side, agency_id, line, region)
            values ('PROPOSED', :report, :case, :caseNumber, :title, :cause, :act, :place,
                   :party, :partyCode, :partyAddress, :crime, cast(:team as jsonb), :agencyName, :on, :dueOn, :dueAt, :dueDuty,
                   :dueSide, :agency, :line, :region)
            returning id
            """;
    private static final String ADD_PAPER =
            """
            insert into referrals.paper (referral_id, n, kind, content, person, name, agency, agency_name, on_day, at)
            values (:referral, :n, :kind, cast(:content as jsonb), :person, :name, :agency, :agencyName, :on, :at)
            """;
    private static final String SAVE =
            """
            update referrals.referral
               set version = version + 1, state = :state, letter_number = :letter, police_id = :police,
                   police_name = :policeName, procuratorate_id = :procuratorate, court_id = :court, sent_on = :sentOn,
                   accepted_on = :acceptedOn, filed_on = :filedOn, declined_on = :declinedOn, due_on = :dueOn,
                   due_at = :dueAt, due_duty = :dueDuty, due_side = :dueSide, late_sides = cast(:lateSides as text[]),
                   shared_with = (select coalesce(array_agg(distinct reader), '{}')
                                    from unnest(shared_with || cast(:readers as bigint[])) reader)
             where id = :id
               and version = :version
            """;
    private static final String FIND =
            """
            select id, version, state, agency_id, agency_name, region, report_number, case_id, case_number, title, cause, act,
                   place, party_name, party_code, party_address, team::text as team
              from referrals.referral
             where id = :id
            """;
    private static final String LOCK = FIND + "   for update";
    private static final String PAPERS =
            """
            select n, kind, content::text as content, person, name, agency, agency_name, on_day, at
              from referrals.paper
             where referral_id = :id
             order by n
            """;
    private static final String OF_CASE = "select id from referrals.referral where case_id = :case order by id desc";
    private static final String OPEN =
            """
            select id
              from referrals.referral
             where id > :after
               and due_at is not null
             order by id
             limit :most
            """;
    // One proposal of a case at a time: the second waits and sees the first.
    private static final String ONE_PROPOSAL = "select pg_advisory_xact_lock(hashtextextended('referral', :case))";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReferralTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The id of a new referral in state proposed; its report comes with it. */
    long add(Dossier dossier, Viewer viewer, Optional<Clocks.Clock> due) {
        var matter = dossier.matter();
        var report = dossier.last(Paper.Report.class).orElseThrow();
        long id = jdbc.sql(ADD)
                .param("report", dossier.report())
                .param("case", matter.caseId())
                .param("caseNumber", matter.caseNumber())
                .param("title", matter.title())
                .param("cause", matter.cause())
                .param("act", matter.act())
                .param("place", matter.place())
                .param("party", matter.party())
                .param("partyCode", matter.partyCode())
                .param("partyAddress", matter.partyAddress())
                .param("crime", dossier.need(Paper.Report.class).crime())
                .param("team", json.writeValueAsString(dossier.team()))
                .param("agencyName", dossier.agency().name())
                .param("on", report.by().on())
                .param("dueOn", due.map(Clocks.Clock::due).orElse(null), Types.DATE)
                .param("dueAt", moment(due), Types.TIMESTAMP)
                .param("dueDuty", due.map(Clocks.Clock::duty).orElse(""))
                .param("dueSide", due.map(clock -> clock.side().name()).orElse(""))
                .param("agency", dossier.agency().id())
                .param("line", viewer.line())
                .param("region", dossier.region())
                .query(Long.class)
                .single();
        addPaper(id, report);
        return id;
    }

    /**
     * The paper before the row: whoever passes a referral on puts the paper on it while it is still theirs.
     *
     * @return false if someone else was first
     */
    boolean save(Referral referral, Optional<Clocks.Clock> due, Set<Side> late) {
        var dossier = referral.dossier();
        addPaper(dossier.id(), dossier.entries().getLast());
        var readers = new TreeSet<Long>();
        dossier.police().map(Office::id).ifPresent(readers::add);
        dossier.procuratorate().map(Office::id).ifPresent(readers::add);
        dossier.court().map(Office::id).ifPresent(readers::add);
        return jdbc.sql(SAVE)
                        .param("id", dossier.id())
                        .param("version", dossier.version())
                        .param("state", referral.stage().name())
                        .param("letter", dossier.letter().orElse(null), Types.VARCHAR)
                        .param("police", dossier.police().map(Office::id).orElse(null), Types.BIGINT)
                        .param("policeName", dossier.police().map(Office::name).orElse(""))
                        .param("procuratorate", dossier.procuratorate().map(Office::id).orElse(null), Types.BIGINT)
                        .param("court", dossier.court().map(Office::id).orElse(null), Types.BIGINT)
                        .param("sentOn", dayOf(dossier.last(Paper.Sent.class)), Types.DATE)
                        .param("acceptedOn", dayOf(dossier.last(Paper.Accepted.class)), Types.DATE)
                        .param("filedOn", dayOf(dossier.last(Paper.Filed.class)), Types.DATE)
                        .param("declinedOn", dayOf(dossier.last(Paper.Declined.class)), Types.DATE)
                        .param("dueOn", due.map(Clocks.Clock::due).orElse(null), Types.DATE)
                        .param("dueAt", moment(due), Types.TIMESTAMP)
                        .param("dueDuty", due.map(Clocks.Clock::duty).orElse(""))
                        .param("dueSide", due.map(clock -> clock.side().name()).orElse(""))
                        .param("lateSides", late.stream().map(Side::name).sorted().toArray(String[]::new))
                        .param("readers", readers.toArray(Long[]::new))
                        .update()
                == 1;
    }

    Optional<Referral> find(long id) {
        return referral(FIND, id);
    }

    /** The referral, which nobody else changes until this transaction ends. */
    Optional<Referral> lock(long id) {
        return referral(LOCK, id);
    }

    /** Newest first. */
    List<Referral> ofCase(long caseId) {
        return jdbc.sql(OF_CASE).param("case", caseId).query(Long.class).list().stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** Those in which a duty runs. */
    List<Long> open(long after, int most) {
        return jdbc.sql(OPEN).param("after", after).param("most", most).query(Long.class).list();
    }

    void lockCase(long caseId) {
        jdbc.sql(ONE_PROPOSAL).param("case", caseId).query((_, _) -> true).single();
    }

    private Optional<Referral> referral(String sql, long id) {
        return jdbc.sql(sql)
                .param("id", id)
                .query((row, _) -> Stage.valueOf(row.getString("state")).of(dossier(row)))
                .optional();
    }

    private Dossier dossier(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Dossier(
                id,
                row.getInt("version"),
                new Office(row.getLong("agency_id"), row.getString("agency_name")),
                row.getInt("region"),
                row.getString("report_number"),
                new Dossier.Matter(
                        row.getLong("case_id"),
                        row.getString("case_number"),
                        row.getString("title"),
                        row.getString("cause"),
                        row.getString("act"),
                        row.getString("place"),
                        row.getString("party_name"),
                        row.getString("party_code"),
                        row.getString("party_address")),
                List.of(json.readValue(row.getString("team"), Officer[].class)),
                jdbc.sql(PAPERS).param("id", id).query((paper, _) -> entry(paper)).list());
    }

    private Entry entry(ResultSet row) throws SQLException {
        var type = Paper.KINDS.get(row.getString("kind"));
        if (type == null) {
            throw new IllegalStateException("unknown kind of paper: " + row.getString("kind"));
        }
        return new Entry(
                row.getInt("n"),
                (Paper) json.readValue(row.getString("content"), type),
                new Signature(
                        row.getLong("person"),
                        row.getString("name"),
                        row.getLong("agency"),
                        row.getString("agency_name"),
                        row.getObject("on_day", LocalDate.class),
                        row.getTimestamp("at").toInstant()));
    }

    private void addPaper(long id, Entry entry) {
        jdbc.sql(ADD_PAPER)
                .param("referral", id)
                .param("n", entry.n())
                .param("kind", entry.paper().type())
                .param("content", json.writeValueAsString(entry.paper()))
                .param("person", entry.by().person())
                .param("name", entry.by().name())
                .param("agency", entry.by().agency())
                .param("agencyName", entry.by().agencyName())
                .param("on", entry.by().on())
                .param("at", Timestamp.from(entry.by().at()))
                .update();
    }

    private static @Nullable Timestamp moment(Optional<Clocks.Clock> due) {
        return due.map(clock -> Timestamp.from(clock.dueAt())).orElse(null);
    }

    private static @Nullable LocalDate dayOf(Optional<Entry> entry) {
        return entry.map(found -> found.by().on()).orElse(null);
    }

    static Set<Side> late(List<Clocks.Clock> clocks, Instant now) {
        return clocks.stream()
                .filter(clock -> !clock.runs() && clock.late(now))
                .map(Clocks.Clock::side)
                .collect(Collectors.toUnmodifiableSet());
    }
}
