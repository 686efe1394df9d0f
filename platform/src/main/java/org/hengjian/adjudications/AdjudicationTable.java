package org.hengjian.adjudications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hengjian.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Adjudications in the database. The state's row is changed under its version, papers are only added. */
@Component
class AdjudicationTable {

    private static final String ADD =
            """
            insert into adjudications.adjudication (state, request_number, patent_number, title, requester_name,
                   respondent_name, dispute, sealed, received_on, due_on, due_duty, agency_name, agency_id, line, region)
            values ('REQUESTED', :request, :patent, :title, :requester, :respondent, cast(:dispute as jsonb), :sealed,
                   :received, :dueOn, :dueDuty, :agencyName, :agency, :line, :region)
            returning id
            """;
    private static final String ADD_PAPER =
            """
            insert into adjudications.paper (adjudication_id, n, kind, content, person, name, on_day, at)
            values (:adjudication, :n, :kind, cast(:content as jsonb), :person, :name, :on, :at)
            """;
    private static final String SAVE =
            """
            update adjudications.adjudication
               set version = version + 1, state = :state, case_number = :number, accepted_on = :acceptedOn,
                   ruled_on = :ruledOn, conclusion = :conclusion, due_on = :dueOn, due_duty = :dueDuty
             where id = :id
               and version = :version
            """;
    private static final String FIND =
            """
            select id, version, state, dispute::text as dispute, agency_id, agency_name, region
              from adjudications.adjudication
             where id = :id
            """;
    private static final String LOCK = FIND + "   for update";
    private static final String SEALED = "select sealed from adjudications.adjudication where id = :id";
    private static final String PAPERS =
            """
            select n, kind, content::text as content, person, name, on_day, at
              from adjudications.paper
             where adjudication_id = :id
             order by n
            """;
    private static final String SAME_PATENT =
            """
            select id
              from adjudications.adjudication
             where patent_number = :patent
               and agency_id = :agency
               and id <> :but
               and state in ('ACCEPTED', 'COPY_SERVED', 'EXAMINING', 'HEARING_CALLED', 'SUSPENDED')
             order by id
             limit :most
            """;
    private static final String KNOWS =
            "select exists (select from adjudications.adjudication where patent_number = :patent)";
    private static final String ONE_OF_A_PATENT =
            "select pg_advisory_xact_lock(hashtextextended('adjudication ' || :patent, :agency))";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AdjudicationTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The id of a new one in state requested; its first paper comes with it. */
    long add(Dossier dossier, Viewer viewer, byte[] sealed, Optional<Clocks.Clock> due) {
        var dispute = dossier.dispute();
        long id = jdbc.sql(ADD)
                .param("request", dossier.name())
                .param("patent", dispute.patent().text())
                .param("title", dispute.title())
                .param("requester", dispute.requester().name())
                .param("respondent", dispute.respondent().name())
                .param("dispute", json.writeValueAsString(dispute))
                .param("sealed", sealed)
                .param("received", dispute.receivedOn())
                .param("dueOn", due.map(Clocks.Clock::due).orElse(null), Types.DATE)
                .param("dueDuty", due.map(Clocks.Clock::duty).orElse(""))
                .param("agencyName", dossier.agencyName())
                .param("agency", dossier.agency())
                .param("line", viewer.line())
                .param("region", dossier.region())
                .query(Long.class)
                .single();
        dossier.entries().forEach(entry -> addPaper(id, entry));
        return id;
    }

    String json(Party.Both personal) {
        return json.writeValueAsString(personal);
    }

    Party.Both personal(String text) {
        return json.readValue(text, Party.Both.class);
    }

    /** @param before how many papers there were @return false if someone else was first */
    boolean save(Adjudication adjudication, int before, Optional<Clocks.Clock> due) {
        var dossier = adjudication.dossier();
        var ruled = dossier.last(Paper.Ruled.class);
        boolean saved = jdbc.sql(SAVE)
                        .param("id", dossier.id())
                        .param("version", dossier.version())
                        .param("state", adjudication.stage().name())
                        .param("number", dossier.paper(Paper.Accepted.class).map(one -> one.number().text()).orElse(null), Types.VARCHAR)
                        .param("acceptedOn", dayOf(dossier.last(Paper.Accepted.class)), Types.DATE)
                        .param("ruledOn", dayOf(ruled), Types.DATE)
                        .param("conclusion", dossier.paper(Paper.Ruled.class).map(one -> one.conclusion().name()).orElse(""))
                        .param("dueOn", due.map(Clocks.Clock::due).orElse(null), Types.DATE)
                        .param("dueDuty", due.map(Clocks.Clock::duty).orElse(""))
                        .update()
                == 1;
        if (saved) {
            dossier.entries().stream().skip(before).forEach(entry -> addPaper(dossier.id(), entry));
        }
        return saved;
    }

    Optional<Adjudication> find(long id) {
        return adjudication(FIND, id);
    }

    /** The adjudication, which nobody else changes until this transaction ends. */
    Optional<Adjudication> lock(long id) {
        return adjudication(LOCK, id);
    }

    byte[] sealed(long id) {
        return jdbc.sql(SEALED).param("id", id).query(byte[].class).single();
    }

    /** Those of an agency that are open about a patent, oldest first. */
    List<Adjudication> open(String patent, long agency, long but, int most) {
        return jdbc.sql(SAME_PATENT)
                .param("patent", patent)
                .param("agency", agency)
                .param("but", but)
                .param("most", most)
                .query(Long.class)
                .list()
                .stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    boolean knows(String patent) {
        return jdbc.sql(KNOWS).param("patent", patent).query(Boolean.class).single();
    }

    /** Two acceptances over one patent, one after the other. */
    void lockPatent(String patent, long agency) {
        jdbc.sql(ONE_OF_A_PATENT).param("patent", patent).param("agency", agency).query((_, _) -> true).single();
    }

    private Optional<Adjudication> adjudication(String sql, long id) {
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
                row.getLong("agency_id"),
                row.getString("agency_name"),
                row.getInt("region"),
                json.readValue(row.getString("dispute"), Dispute.class),
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
                        row.getObject("on_day", LocalDate.class),
                        row.getTimestamp("at").toInstant()));
    }

    private void addPaper(long id, Entry entry) {
        jdbc.sql(ADD_PAPER)
                .param("adjudication", id)
                .param("n", entry.n())
                .param("kind", entry.paper().type())
                .param("content", json.writeValueAsString(entry.paper()))
                .param("person", entry.by().person())
                .param("name", entry.by().name())
                .param("on", entry.by().on())
                .param("at", Timestamp.from(entry.by().at()))
                .update();
    }

    private static @Nullable LocalDate dayOf(Optional<Entry> entry) {
        return entry.map(found -> found.by().on()).orElse(null);
    }
}
