package org.hengjian.referrals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Role;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Agencies;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.cases.CaseFile;
import org.hengjian.cases.Cases;
import org.hengjian.documents.Documents;
import org.hengjian.documents.Numbers;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 涉税线索: what was found in a case and looks like a tax offence goes to the tax authority with a letter; it signs for it
 * and says what became of it. The case itself goes on.
 */
@Service
@Transactional
class TaxLeads {

    static final String OBJECT = "tax-lead";
    static final int TEXT_MOST = 8_000; // five pages of a letter

    private static final String WORD = "税线";
    private static final int SIZE = 50;
    private static final String SELECT =
            """
            select id, number, case_id, case_number, title, party_name, party_code, suspicion, materials, sent_on, sender,
                   agency_name, agency_id as agency, tax_id as tax, tax_name, received_on, receiver, outcome, answer,
                   answered_on, answerer
              from referrals.tax_lead
            """;
    private static final String BY_ID = SELECT + " where id = :id";
    private static final String NEWEST = SELECT + " where id < :before order by id desc limit :most";
    private static final String OF_CASE = SELECT + " where case_id = :case order by id desc";
    private static final String ADD =
            """
            insert into referrals.tax_lead (number, case_id, case_number, title, party_name, party_code, suspicion, materials,
                   sent_on, sender, sent_by, agency_name, tax_id, tax_name, agency_id, line, region, shared_with)
            values (:number, :case, :caseNumber, :title, :party, :code, :suspicion, :materials,
                   :on, :sender, :by, :agencyName, :tax, :taxName, :agency, :line, :region, array[cast(:tax as bigint)])
            returning id
            """;
    private static final String RECEIVE =
            """
            update referrals.tax_lead
               set received_on = :on, receiver = :name, received_by = :by
             where id = :id
               and tax_id = :agency
               and received_on is null
            """;
    private static final String ANSWER =
            """
            update referrals.tax_lead
               set outcome = :outcome, answer = :answer, answered_on = :on, answerer = :name
             where id = :id
               and tax_id = :agency
               and received_on is not null
               and answered_on is null
            """;

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Agencies agencies;
    private final Documents documents;
    private final Numbers numbers;
    private final Viewers viewers;
    private final Audit audit;
    private final Clock clock;

    TaxLeads(
            JdbcClient jdbc,
            Cases cases,
            Agencies agencies,
            Documents documents,
            Numbers numbers,
            Viewers viewers,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.agencies = agencies;
        this.documents = documents;
        this.numbers = numbers;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the tax authority did with it. */
    enum Result {
        /** 立案检查. */
        FILED,
        /** 不予立案. */
        NOT_FILED,
        /** 已追缴税款. */
        COLLECTED,
        /** 不属于管辖. */
        NOT_COMPETENT
    }

    /** @param receivedOn null until the tax authority has signed for it @param outcome null until it has answered */
    record TaxLead(
            long id,
            String number,
            long caseId,
            String caseNumber,
            String title,
            String partyName,
            String partyCode,
            String suspicion,
            String materials,
            LocalDate sentOn,
            String sender,
            String agencyName,
            long agency,
            long tax,
            String taxName,
            @Nullable LocalDate receivedOn,
            String receiver,
            @Nullable Result outcome,
            String answer,
            @Nullable LocalDate answeredOn,
            String answerer) {

        public String state() {
            return answeredOn != null ? "ANSWERED" : receivedOn != null ? "RECEIVED" : "SENT";
        }
    }

    /** The tax authority that is nearest to a region. */
    @Transactional(readOnly = true)
    Optional<Office> authority(int region) {
        return agencies.competent("tax", region, today()).map(agency -> new Office(agency.id(), agency.name()));
    }

    /** Whether the viewer may pass on what was found in a case: an officer on it, once it has a number. */
    @Transactional(readOnly = true)
    boolean maySend(CaseFile file) {
        var viewer = viewers.require();
        return viewer.has(Role.OFFICER)
                && viewer.agency() == file.docket().agency()
                && file.number().isPresent()
                && file.docket().officers().stream().anyMatch(officer -> officer.id() == viewer.person());
    }

    /** 移送涉税线索: the letter is issued, and the tax authority reads it from here. */
    long send(long caseId, String suspicion, String materials) {
        var viewer = viewers.require("referrals.send-tax-lead", Role.OFFICER);
        var file = cases.find(caseId).filter(this::maySend).orElseThrow(() -> new NotFound("case " + caseId));
        var docket = file.docket();
        var tax = authority(viewer.region()).orElseThrow(() -> new NotFound("tax authority of " + viewer.region()));
        String number = numbers.draw(WORD).text();
        long id = jdbc.sql(ADD)
                .param("number", number)
                .param("case", caseId)
                .param("caseNumber", file.name())
                .param("title", docket.matter().title())
                .param("party", docket.party().name())
                .param("code", docket.party().code())
                .param("suspicion", suspicion)
                .param("materials", materials)
                .param("on", today())
                .param("sender", viewer.name())
                .param("by", viewer.person())
                .param("agencyName", viewer.agencyName())
                .param("tax", tax.id())
                .param("taxName", tax.name())
                .param("agency", viewer.agency())
                .param("line", viewer.line())
                .param("region", viewer.region())
                .query(Long.class)
                .single();
        var letter = documents.issue(new Documents.Draft(OBJECT, id, OBJECT, number, "涉税违法线索移送函", Map.of(
                "agency", viewer.agencyName(),
                "number", number,
                "tax", tax.name(),
                "title", docket.matter().title(),
                "caseNumber", file.name(),
                "party", docket.party().name(),
                "code", docket.party().code(),
                "suspicion", suspicion,
                "materials", materials,
                "today", today())));
        documents.share(letter.id(), List.of(tax.id()));
        audit.enter(Deed.of("referrals.send-tax-lead", OBJECT, number).with(Map.of("case", file.name(), "tax", tax.id())));
        return id;
    }

    /** 签收. @return false if it was signed for before, or is not the viewer's to sign for */
    boolean receive(long id) {
        var viewer = viewers.require("referrals.receive-tax-lead", Role.OFFICER, Role.HEAD);
        boolean done = jdbc.sql(RECEIVE)
                        .param("id", id)
                        .param("on", today())
                        .param("name", viewer.name())
                        .param("by", viewer.person())
                        .param("agency", viewer.agency())
                        .update()
                == 1;
        if (done) {
            audit.enter(Deed.of("referrals.receive-tax-lead", OBJECT, find(id).orElseThrow().number()));
        }
        return done;
    }

    /** 反馈处理结果. @return false if it was answered before, not signed for, or is not the viewer's to answer */
    boolean answer(long id, Result outcome, String answer) {
        var viewer = viewers.require("referrals.answer-tax-lead", Role.OFFICER, Role.HEAD);
        boolean done = jdbc.sql(ANSWER)
                        .param("id", id)
                        .param("outcome", outcome.name())
                        .param("answer", answer)
                        .param("on", today())
                        .param("name", viewer.name())
                        .param("agency", viewer.agency())
                        .update()
                == 1;
        if (done) {
            audit.enter(Deed.of("referrals.answer-tax-lead", OBJECT, find(id).orElseThrow().number())
                    .because(answer)
                    .with(Map.of("outcome", outcome.name())));
        }
        return done;
    }

    @Transactional(readOnly = true)
    Optional<TaxLead> find(long id) {
        return jdbc.sql(BY_ID).param("id", id).query(TaxLead.class).optional();
    }

    @Transactional(readOnly = true)
    List<TaxLead> ofCase(long caseId) {
        return jdbc.sql(OF_CASE).param("case", caseId).query(TaxLead.class).list();
    }

    @Transactional(readOnly = true)
    Page<TaxLead> page(@Nullable String after) {
        long before = Cursor.before(after);
        var rows = jdbc.sql(NEWEST).param("before", before).param("most", SIZE + 1).query(TaxLead.class).list();
        return Page.of(rows, SIZE, row -> Cursor.of(row.id()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
