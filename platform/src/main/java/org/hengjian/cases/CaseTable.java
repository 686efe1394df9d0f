package org.hengjian.cases;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.law.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Case files in the database. The state's row is changed under its version, papers are only added. */
@Component
class CaseTable {

    private static final String STAGES = "select id, state from cases.case_file where id = any (cast(:ids as bigint[]))";
    private static final String ADD =
            """
            insert into cases.case_file (state, proposal_number, title, cause, act, place, act_from, act_to, right_name,
                   turnover_fen, source, source_number, found_on, party_kind, party_name, party_code, party_address,
                   party_sealed, party_trace, proposed_by, proposed_on, due_on, due_duty, kind, kind_version, agency_id, line, region)
            values ('PROPOSED', :proposalNumber, :title, :cause, :act, :place, :from, :to, :rightName,
                   :turnover, :source, :sourceNumber, :foundOn, :partyKind, :partyName, :partyCode, :partyAddress,
                   :sealed, :trace, :by, :on, :dueOn, :dueDuty, :kind, :kindVersion, :agency, :line, :region)
            returning id
            """;
    private static final String LEAVE =
            """
            update cases.case_officer
               set left_on = :on
             where case_id = :case
               and left_on is null
               and not person_id = any (:stay)
            """;
    private static final String JOIN =
            """
            insert into cases.case_officer (case_id, person_id, name, licence)
            values (:case, :person, :name, :licence)
            on conflict (case_id, person_id) do update set left_on = null
            """;
    private static final String ADD_PAPERS =
            """
            with officers as (
                insert into cases.case_officer (case_id, person_id, name, licence)
                select :case, person, name, licence
                  from unnest(cast(:persons as bigint[]), cast(:names as text[]), cast(:licences as text[])) as o (person, name, licence))
            insert into cases.paper (case_id, n, kind, content, person, name, on_day, at)
            values (:case, :n, :kind, cast(:content as jsonb), :person, :name, :on, :at)
            """;
    // The row and its paper in one statement: one is never there without the other.
    private static final String SAVE =
            """
            select cases.go_on(:case, :version, :state, :caseNumber, :decisionNumber, cast(:filedOn as date),
                   cast(:decidedOn as date), cast(:closedOn as date), :fine, :confiscated, :surcharge, :paid,
                   cast(:dueOn as date), :dueDuty, :n, :kind, cast(:content as jsonb), :person, :name, cast(:on as date), :at)
            """;
    private static final String COLUMNS =
            """
            id, version, state, agency_id, proposal_number, title, cause, act, place, act_from, act_to, right_name,
                   source, source_number, found_on, party_kind, party_name, party_code, party_address
            """;
    private static final String FIND = "select " + COLUMNS + " from cases.case_file where id = ?";
    private static final String OFFICERS =
            "select person_id as id, name, licence from cases.case_officer where case_id = ? and left_on is null order by person_id";
    private static final String PAPER = "n, kind, content::text as content, person, name, on_day, at";
    private static final String PAPERS = "select " + PAPER + " from cases.paper where case_id = ? order by n";
    // Three statements in one message; each sees what was committed when it begins, so that the papers are those of the row
    // as it was locked.
    private static final String READ = FIND + ";" + OFFICERS + ";" + PAPERS;
    // A step asks by keys alone, for which one plan is as good as another; planning each anew takes longer than running it.
    private static final String LOCK = "set local plan_cache_mode = force_generic_plan;"
            + "select " + COLUMNS + " from cases.hold(?);"
            + "select id, name, licence from cases.officers_held(?);"
            + "select " + PAPER + " from cases.papers_held(?)";
    // For people of another agency, whom the question of jurisdiction concerns: the database decides whether it does.
    private static final String HOLD = "select cases.hold_to_answer(:id)";
    private static final String IS_ASKED = "select cases.is_asked(:id)";
    private static final String ANSWER =
            """
            select cases.answer(:case, :version, :n, :kind, cast(:content as jsonb), :person, :name, :on, :at,
                   cast(:dueOn as date), :dueDuty)
            """;
    private static final String SEALED = "select party_sealed from cases.case_file where id = :id";
    private static final String OF_SOURCE =
            """
            select id
              from cases.case_file
             where source_number = :number
               and state <> 'REFUSED'
             order by id
             limit 1
            """;
    private static final String KNOWN =
            "select exists (select from cases.case_file where source = :source and source_number = :number)";
    private static final String HANDED_OVER =
            """
            select case_id
              from cases.paper
             where kind = 'HandedOver'
               and content #>> '{number,text}' = :number
             order by case_id
             limit 1
            """;
    private static final String BY_NUMBER =
            """
            select id
              from cases.case_file
             where case_number = :number
                or proposal_number = :number
             order by id
             limit 1
            """;

    private static final String OPEN =
            """
            select id
              from cases.case_file
             where state not in ('REFUSED', 'CLOSED')
               and id > :after
             order by id
             limit :most
            """;

    private static final int PARTS = 3; // of a reading, each asking for the same case

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final JsonMapper json;

    CaseTable(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json.rebuild().addMixIn(Money.class, WholeFen.class).build();
    }

    /** An amount is stored as its fen alone. */
    @com.fasterxml.jackson.annotation.JsonIgnoreProperties({"negative"})
    private interface WholeFen {}

    /** @param sealed and @param trace the party's personal data */
    record New(FilingRequest request, String proposalNumber, byte[] sealed, byte[] trace, String line, int region) {}

    /** The id of a new file in state proposed; its papers and officers come with it. */
    long add(New file, Docket docket, Optional<Clocks.Clock> due) {
        var matter = docket.matter();
        var proposal = docket.last(Paper.Proposal.class).orElseThrow();
        long id = jdbc.sql(ADD)
                .param("proposalNumber", file.proposalNumber())
                .param("title", matter.title())
                .param("cause", matter.cause())
                .param("act", matter.act())
                .param("place", matter.place())
                .param("from", matter.span().from())
                .param("to", matter.span().to().orElse(null), Types.DATE)
                .param("rightName", matter.rightName())
                .param("turnover", file.request().turnover().map(Money::fen).orElse(null), Types.BIGINT)
                .param("source", matter.source().name())
                .param("sourceNumber", matter.sourceNumber())
                .param("foundOn", matter.foundOn())
                .param("partyKind", docket.party().kind().name())
                .param("partyName", docket.party().name())
                .param("partyCode", docket.party().code())
                .param("partyAddress", docket.party().address())
                .param("sealed", file.sealed())
                .param("trace", file.trace())
                .param("by", proposal.by().person())
                .param("on", proposal.by().on())
                .param("dueOn", due.map(Clocks.Clock::due).orElse(null), Types.DATE)
                .param("dueDuty", due.map(Clocks.Clock::duty).orElse(""))
                .param("kind", file.request().kind())
                .param("kindVersion", file.request().kindVersion())
                .param("agency", docket.agency())
                .param("line", file.line())
                .param("region", file.region())
                .query(Long.class)
                .single();
        with(proposal, jdbc.sql(ADD_PAPERS))
                .param("case", id)
                .param("persons", docket.officers().stream().map(Officer::id).toArray(Long[]::new))
                .param("names", docket.officers().stream().map(Officer::name).toArray(String[]::new))
                .param("licences", docket.officers().stream().map(Officer::licence).toArray(String[]::new))
                .update();
        return id;
    }

    /** @return false if someone else was first */
    boolean save(CaseFile file, Optional<Clocks.Clock> due) {
        var docket = file.docket();
        var decision = docket.last(Paper.Decided.class);
        var penalty = docket.paper(Paper.Decided.class).map(Paper.Decided::penalty).orElse(Penalty.NONE);
        var last = docket.entries().getLast();
        boolean saved = with(last, jdbc.sql(SAVE))
                .param("case", docket.id())
                .param("version", docket.version())
                .param("state", file.stage().name())
                .param("caseNumber", file.number().map(CaseNumber::text).orElse(null), Types.VARCHAR)
                .param("decisionNumber", docket.paper(Paper.Decided.class)
                        .map(paper -> paper.number().text()).orElse(null), Types.VARCHAR)
                .param("filedOn", dayOf(docket.last(Paper.Filed.class)), Types.DATE)
                .param("decidedOn", dayOf(decision), Types.DATE)
                .param("closedOn", dayOf(file instanceof CaseFile.Closed ? docket.last(Paper.Closed.class) : Optional.empty()), Types.DATE)
                .param("fine", penalty.fine().fen())
                .param("confiscated", penalty.confiscation().fen())
                .param("surcharge", file instanceof CaseFile.Concluded concluded ? concluded.surcharge().fen() : 0L)
                .param("paid", file instanceof CaseFile.Concluded concluded ? concluded.paid().fen() : 0L)
                .param("dueOn", due.map(Clocks.Clock::due).orElse(null), Types.DATE)
                .param("dueDuty", due.map(Clocks.Clock::duty).orElse(""))
                .query(Boolean.class)
                .single();
        if (saved) {
            if (last.paper() instanceof Paper.OfficersChanged || last.paper() instanceof Paper.RecusalDecided) {
                change(docket, last.by().on());
            }
        }
        return saved;
    }

    private void change(Docket docket, LocalDate on) {
        jdbc.sql(LEAVE)
                .param("case", docket.id())
                .param("on", on)
                .param("stay", docket.officers().stream().map(Officer::id).toArray(Long[]::new))
                .update();
        for (var officer : docket.officers()) {
            jdbc.sql(JOIN)
                    .param("case", docket.id())
                    .param("person", officer.id())
                    .param("name", officer.name())
                    .param("licence", officer.licence())
                    .update();
        }
    }

    /** Those that have not ended, in the order of their ids. */
    List<Long> open(long after, int most) {
        return jdbc.sql(OPEN).param("after", after).param("most", most).query(Long.class).list();
    }

    Optional<CaseFile> find(long id) {
        return file(READ, id);
    }

    /** The file, which nobody else changes until this transaction ends. */
    Optional<CaseFile> lock(long id) {
        return file(LOCK, id);
    }

    /** Whether the viewer's agency is asked who has jurisdiction over it. */
    boolean isAsked(long id) {
        return jdbc.sql(IS_ASKED).param("id", id).query(Boolean.class).single();
    }

    /** The same for people of another agency, as far as they read the case; not locked where the question does not concern them, since they change nothing. */
    Optional<CaseFile> hold(long id) {
        jdbc.sql(HOLD).param("id", id).query(Boolean.class).single();
        return find(id);
    }

    /** What another agency puts on file about jurisdiction. @return false if someone else was first, or it may not */
    boolean answer(CaseFile file, Optional<Clocks.Clock> due) {
        var docket = file.docket();
        return with(docket.entries().getLast(), jdbc.sql(ANSWER))
                .param("case", docket.id())
                .param("version", docket.version())
                .param("dueOn", due.map(Clocks.Clock::due).orElse(null), Types.DATE)
                .param("dueDuty", due.map(Clocks.Clock::duty).orElse(""))
                .query(Boolean.class)
                .single();
    }

    Optional<byte[]> sealed(long id) {
        return jdbc.sql(SEALED).param("id", id).query(byte[].class).optional();
    }

    /** A file that was proposed from that lead and not refused. */
    Optional<Long> ofSource(String number) {
        return jdbc.sql(OF_SOURCE).param("number", number).query(Long.class).optional();
    }

    boolean knows(Docket.Source source, String number) {
        return jdbc.sql(KNOWN)
                .param("source", source.name())
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    /** The case that was handed over with a letter of that number. */
    Optional<Long> handedOver(String number) {
        return number.isEmpty() ? Optional.empty() : jdbc.sql(HANDED_OVER).param("number", number).query(Long.class).optional();
    }

    Optional<Long> byNumber(String number) {
        return jdbc.sql(BY_NUMBER).param("number", number).query(Long.class).optional();
    }

    private Optional<CaseFile> file(String sql, long id) {
        return template.execute(sql, (PreparedStatement statement) -> {
            for (int part = 1; part <= PARTS; part++) {
                statement.setLong(part, id);
            }
            for (boolean rows = statement.execute(); !rows; ) {
                rows = statement.getMoreResults();
            }
            Row row;
            try (var rows = statement.getResultSet()) {
                if (!rows.next()) {
                    return Optional.<CaseFile>empty();
                }
                row = row(rows);
            }
            statement.getMoreResults();
            var officers = new ArrayList<Officer>();
            try (var rows = statement.getResultSet()) {
                while (rows.next()) {
                    officers.add(new Officer(rows.getLong("id"), rows.getString("name"), rows.getString("licence")));
                }
            }
            statement.getMoreResults();
            var entries = new ArrayList<Entry>();
            try (var rows = statement.getResultSet()) {
                while (rows.next()) {
                    entries.add(entry(rows));
                }
            }
            return Optional.of(row.state().of(row.docket(officers, entries)));
        });
    }

    /** Of those that may be seen. */
    Map<Long, Stage> stages(Collection<Long> ids) {
        var stages = new HashMap<Long, Stage>();
        jdbc.sql(STAGES).param("ids", ids.toArray(Long[]::new)).query(row -> {
            stages.put(row.getLong("id"), Stage.valueOf(row.getString("state")));
        });
        return stages;
    }

    private record Row(
            Stage state, long id, int version, long agency, String proposalNumber, Docket.Matter matter, Party party) {

        Docket docket(List<Officer> officers, List<Entry> entries) {
            return new Docket(id, version, agency, proposalNumber, matter, party, officers, entries);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                Stage.valueOf(row.getString("state")),
                row.getLong("id"),
                row.getInt("version"),
                row.getLong("agency_id"),
                row.getString("proposal_number"),
                new Docket.Matter(
                        row.getString("title"),
                        row.getString("cause"),
                        row.getString("act"),
                        row.getString("place"),
                        new Docket.Span(
                                row.getObject("act_from", LocalDate.class),
                                Optional.ofNullable(row.getObject("act_to", LocalDate.class))),
                        row.getString("right_name"),
                        Docket.Source.valueOf(row.getString("source")),
                        row.getString("source_number"),
                        row.getObject("found_on", LocalDate.class)),
                new Party(
                        Party.Kind.valueOf(row.getString("party_kind")),
                        row.getString("party_name"),
                        row.getString("party_code"),
                        row.getString("party_address")));
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

    private JdbcClient.StatementSpec with(Entry entry, JdbcClient.StatementSpec statement) {
        return statement
                .param("n", entry.n())
                .param("kind", entry.paper().type())
                .param("content", json.writeValueAsString(entry.paper()))
                .param("person", entry.by().person())
                .param("name", entry.by().name())
                .param("on", entry.by().on())
                .param("at", Timestamp.from(entry.by().at()));
    }

    private static @Nullable LocalDate dayOf(Optional<Entry> entry) {
        return entry.map(found -> found.by().on()).orElse(null);
    }
}
