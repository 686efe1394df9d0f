package org.hengjian.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hengjian.law.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Case files in the database. The state's row is changed under its version, papers are only added. */
@Component
class CaseTable {

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
    private static final String ADD_OFFICER =
            "insert into cases.case_officer (case_id, person_id, name, licence) values (:case, :person, :name, :licence)";
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
    private static final String ADD_PAPER =
            """
            insert into cases.paper (case_id, n, kind, content, person, name, on_day, at)
            values (:case, :n, :kind, cast(:content as jsonb), :person, :name, :on, :at)
            """;
    private static final String SAVE =
            """
            update cases.case_file
               set version = version + 1, state = :state, case_number = :caseNumber, decision_number = :decisionNumber,
                   filed_on = :filedOn, decided_on = :decidedOn, closed_on = :closedOn, fine_fen = :fine,
                   confiscated_fen = :confiscated, paid_fen = :paid, surcharge_fen = :surcharge, due_on = :dueOn, due_duty = :dueDuty
             where id = :id
               and version = :version
            """;
    private static final String FIND =
            """
            select id, version, state, agency_id, proposal_number, title, cause, act, place, act_from, act_to, right_name,
                   source, source_number, found_on, party_kind, party_name, party_code, party_address
              from cases.case_file
             where id = :id
            """;
    private static final String LOCK = FIND + "   for update";
    private static final String OFFICERS =
            "select person_id as id, name, licence from cases.case_officer where case_id = :id and left_on is null order by person_id";
    private static final String PAPERS =
            """
            select n, kind, content::text as content, person, name, on_day, at
              from cases.paper
             where case_id = :id
             order by n
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

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CaseTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
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
        for (var officer : docket.officers()) {
            jdbc.sql(ADD_OFFICER)
                    .param("case", id)
                    .param("person", officer.id())
                    .param("name", officer.name())
                    .param("licence", officer.licence())
                    .update();
        }
        addPaper(id, proposal);
        return id;
    }

    /** @return false if someone else was first */
    boolean save(CaseFile file, Optional<Clocks.Clock> due) {
        var docket = file.docket();
        var decision = docket.last(Paper.Decided.class);
        var penalty = docket.paper(Paper.Decided.class).map(Paper.Decided::penalty).orElse(Penalty.NONE);
        int rows = jdbc.sql(SAVE)
                .param("id", docket.id())
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
                .update();
        if (rows == 1) {
            var last = docket.entries().getLast();
            addPaper(docket.id(), last);
            if (last.paper() instanceof Paper.OfficersChanged || last.paper() instanceof Paper.RecusalDecided) {
                change(docket, last.by().on());
            }
        }
        return rows == 1;
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
        return file(FIND, id);
    }

    /** The file, which nobody else changes until this transaction ends. */
    Optional<CaseFile> lock(long id) {
        return file(LOCK, id);
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

    Optional<Long> byNumber(String number) {
        return jdbc.sql(BY_NUMBER).param("number", number).query(Long.class).optional();
    }

    private Optional<CaseFile> file(String sql, long id) {
        return jdbc.sql(sql)
                .param("id", id)
                .query((row, _) -> Stage.valueOf(row.getString("state")).of(docket(row)))
                .optional();
    }

    private Docket docket(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Docket(
                id,
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
                        row.getString("party_address")),
                jdbc.sql(OFFICERS).param("id", id).query(Officer.class).list(),
                papers(id));
    }

    private List<Entry> papers(long id) {
        return jdbc.sql(PAPERS).param("id", id).query((row, _) -> entry(row)).list();
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
                .param("case", id)
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
