package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.documents.Documents;
import org.hengjian.evidence.EvidenceWork;
import org.hengjian.goods.GoodsWork;
import org.hengjian.shell.NotFound;
import org.hengjian.statutes.Ground;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Disputes over jurisdiction between two counties and their city on a real database, with documents, readers and duties. */
@OnThePlatform
class SettlingJurisdictionTests {

    private static final String THEIR_HEAD = "bai.shu";
    private static final String SUPERIOR = "tao.ran";
    private static final String NATION = "song.wei";

    @Autowired
    CaseWork work;

    @Autowired
    Venues venues;

    @Autowired
    GoodsWork goodsWork;

    @Autowired
    EvidenceWork evidenceWork;

    @Autowired
    VenueRules rules;

    @Autowired
    Cases cases;

    @Autowired
    CaseApi api;

    @Autowired
    CaseForms forms;

    @Autowired
    CaseReaders readers;

    @Autowired
    AskedCases askedCases;

    @Autowired
    Documents documents;

    @Autowired
    Persons persons;

    @Autowired
    Viewers viewers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void two_counties_dispute_the_city_designates_and_the_case_goes_over_with_its_papers() throws IOException {
        var disputed = disputed();
        assertThat(codes(disputed, THEIR_HEAD, (room, step) -> room.confirm(step, true, "同意")))
                .contains("ORDER.CONFIRM_VENUE");
        var consulted = step(CaseWork.OFFICER, disputed, (room, step) -> room.consult(
                step, work.today(), "沈知遥、方晴", "双方都认为由对方管辖更合适。", Paper.Consultation.OURS));
        assertThat(codes(consulted, CaseWork.HEAD, (room, step) -> room.confirm(step, true, "同意")))
                .containsExactly("NOT_COUNTERPART");
        assertThat(codes(consulted, SUPERIOR, (room, step) -> room.confirm(step, true, "同意")))
                .containsExactly("NOT_COUNTERPART");
        var denied = step(THEIR_HEAD, consulted, (room, step) -> room.confirm(step, false, "本局先发现线索。"));
        var proposed = step(CaseWork.OFFICER, denied, (room, step) ->
                room.proposeDesignation(step, Paper.Designation.DISPUTE, Optional.empty(), "协商不成，请予指定。"));
        assertThat(codes(proposed, SUPERIOR, (room, step) -> room.designate(step, theirs(), "越级")))
                .contains("ORDER.DESIGNATE", "NOT_SUPERIOR");
        assertThat(codes(proposed, CaseWork.OFFICER, Venues::askDesignation)).contains("ROLE.HEAD", "DECIDES_OWN");
        var asked = step(CaseWork.HEAD, proposed, Venues::askDesignation);
        assertThat(codes(asked, THEIR_HEAD, (room, step) -> room.designate(step, theirs(), "自己指定")))
                .containsExactly("NOT_SUPERIOR");
        assertThat(codes(asked, SUPERIOR, (room, step) -> room.designate(step, agency("market-330000"), "上级的上级")))
                .containsExactly("NOT_BELOW");
        var designated = step(SUPERIOR, asked, (room, step) -> room.designate(step, theirs(), "实际经营地在余杭区。"));
        assertThat(codes(work.attempt(CaseWork.OFFICER, designated, (room, step) -> room.record(
                        step, Paper.RecordKind.OTHER, work.today(), "", "材料", ""))))
                .containsExactly("VENUE_ELSEWHERE");
        var gone = step(CaseWork.HEAD, designated, Venues::handOver);

        assertThat(gone.stage()).isEqualTo(Stage.HANDED_OVER);
        assertThat(titles(CaseWork.OFFICER, gone)).contains("管辖权争议协商记录", "关于指定管辖的请示", "指定管辖通知书", "案件移送函");
        assertThat(text(gone, "管辖权争议协商记录")).contains("杭州市西湖区市场监督管理局、杭州市余杭区市场监督管理局", "由杭州市西湖区市场监督管理局管辖");
        assertThat(text(gone, "关于指定管辖的请示"))
                .contains("杭州市市场监督管理局：", "第十三条、第十六条", "不同意协商意见：本局先发现线索", "报请杭州市市场监督管理局指定管辖");
        assertThat(text(gone, "指定管辖通知书"))
                .contains("杭州市市场监督管理局指定管辖通知书", "杭市监指管〔", "由杭州市余杭区市场监督管理局管辖", "实际经营地在余杭区");
        assertThat(text(gone, "案件移送函")).contains("杭州市余杭区市场监督管理局：", "确定由你局管辖", "案件材料（笔录和证据1份）");
        // Who got the case reads it with all that was issued before.
        await().until(() -> sees(THEIR_HEAD, gone));
        assertThat(titles(THEIR_HEAD, gone)).contains("立案审批表", "现场笔录", "案件移送函");
        var closing = work.step(CaseWork.OFFICER, gone, (room, step) -> room.proposeClosing(step, "已移送余杭区局。"));
        assertThat(work.step(CaseWork.HEAD, closing, (room, step) -> room.close(step, ""))).isInstanceOf(CaseFile.Closed.class);
    }

    @Test
    void an_agreement_counts_once_the_other_agency_confirms_it_and_the_case_goes_on() {
        var consulted = step(CaseWork.OFFICER, disputed(), (room, step) -> room.consult(
                step, work.today(), "沈知遥、方晴", "本局先立案。", Paper.Consultation.OURS));
        await().until(() -> isAsked(THEIR_HEAD, consulted));
        await().until(() -> runs("procedure.jurisdiction-consultation", THEIR_HEAD, consulted));
        var agreed = step(THEIR_HEAD, consulted, (room, step) -> room.confirm(step, true, "同意。"));

        await().until(() -> !isAsked(THEIR_HEAD, agreed));
        await().until(() -> !runs("procedure.jurisdiction-consultation", CaseWork.HEAD, agreed));
        assertThat(work.step(CaseWork.OFFICER, agreed, (room, step) ->
                        room.finish(step, "事实", "意见", CaseWork.PENALTY)).stage())
                .isEqualTo(Stage.UNDER_REVIEW);
    }

    @Test
    void the_superior_has_its_days_from_the_request_and_nobody_is_told_of_a_penalty_meanwhile() {
        var reviewed = work.step(CaseWork.REVIEWER, work.underReview(), (room, step) -> room.review(step, true, "同意。"));
        var proposed = step(CaseWork.OFFICER, reviewed, (room, step) ->
                room.proposeDesignation(step, Paper.Designation.HARDSHIP, Optional.empty(), "当事人是本局工作人员的亲属企业。"));
        assertThat(codes(work.attempt(CaseWork.HEAD, proposed, (room, step) -> room.inform(step, true))))
                .containsExactly("VENUE_OPEN");
        var asked = step(CaseWork.HEAD, proposed, Venues::askDesignation);

        await().until(() -> runs("procedure.jurisdiction-designation", SUPERIOR, asked));
        var here = step(SUPERIOR, asked, (room, step) -> room.designate(step, ours(), "由西湖区局继续办理。"));
        await().until(() -> !runs("procedure.jurisdiction-designation", SUPERIOR, here));
        assertThat(work.step(CaseWork.HEAD, here, (room, step) -> room.inform(step, true)).stage()).isEqualTo(Stage.NOTICE_ISSUED);
    }

    @Test
    void a_transferred_case_is_not_transferred_on_but_brought_before_the_common_superior() {
        var received = transferred();
        assertThat(codes(received, CaseWork.OFFICER, (room, step) -> room.proposeHandover(step, theirs(), "不属于本局")))
                .containsExactly("TRANSFERRED_AGAIN");
        assertThat(codes(received, CaseWork.OFFICER, (room, step) ->
                        room.proposeDesignation(step, Paper.Designation.DISPUTE, Optional.empty(), "没有争议")))
                .containsExactly("NOT_DISPUTED");
        var agreed = step(CaseWork.OFFICER, received, (room, step) ->
                room.dispute(step, theirs(), work.today(), Optional.empty(), "移送机关也认为不属于它管辖。"));
        agreed = step(CaseWork.OFFICER, agreed, (room, step) ->
                room.consult(step, work.today(), "双方", "由对方管辖。", Paper.Consultation.THEIRS));
        agreed = step(THEIR_HEAD, agreed, (room, step) -> room.confirm(step, true, "同意。"));
        assertThat(codes(agreed, CaseWork.HEAD, Venues::handOver)).containsExactly("TRANSFERRED_AGAIN");

        var objected = step(CaseWork.OFFICER, transferred(), (room, step) -> room.proposeDesignation(
                step, Paper.Designation.OBJECTION, Optional.of(theirs()), "实际经营地不在西湖区。"));
        var asked = step(CaseWork.HEAD, objected, Venues::askDesignation);
        var designated = step(SUPERIOR, asked, (room, step) -> room.designate(step, theirs(), "由移送机关管辖。"));
        assertThat(step(CaseWork.HEAD, designated, Venues::handOver).stage()).isEqualTo(Stage.HANDED_OVER);
    }

    @Test
    void a_decision_cannot_transfer_it_on_to_market_regulation_either() {
        var reviewed = work.step(CaseWork.OFFICER, transferred(), (room, step) -> room.record(
                step, Paper.RecordKind.OTHER, work.today(), "", "材料", ""));
        reviewed = work.step(CaseWork.OFFICER, reviewed, (room, step) -> room.finish(step, "事实", "移送", Penalty.NONE));
        reviewed = work.step(CaseWork.REVIEWER, reviewed, (room, step) -> room.review(step, true, "同意。"));

        assertThat(codes(work.attempt(CaseWork.HEAD, reviewed, (room, step) -> room.decide(
                        step, Paper.Result.TRANSFERRED, Penalty.NONE, "不属于本局", new Disposal(
                                Disposal.Exemption.NONE, "杭州市余杭区市场监督管理局")))))
                .containsExactly("TRANSFERRED_AGAIN");
        assertThat(work.attempt(CaseWork.HEAD, reviewed, (room, step) -> room.decide(
                        step, Paper.Result.TRANSFERRED, Penalty.NONE, "属于药监部门管辖", new Disposal(
                                Disposal.Exemption.NONE, "浙江省药品监督管理局"))))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void an_agency_that_has_no_jurisdiction_hands_over_and_the_other_takes_the_case_up() {
        var proposed = step(CaseWork.OFFICER, work.investigating(), (room, step) ->
                room.proposeHandover(step, theirs(), "当事人实际经营地在余杭区。"));
        assertThat(codes(proposed, CaseWork.OFFICER, Venues::handOver)).contains("ROLE.HEAD");
        var gone = step(CaseWork.HEAD, proposed, Venues::handOver);
        String letter = gone.docket().need(Paper.HandedOver.class).number().text();

        await().until(() -> runs("procedure.verification", THEIR_HEAD, gone));
        // The county has one officer in the demonstration and cannot file with two: its head proposes anew from the papers.
        var matter = gone.docket().matter();
        var fields = persons.as(THEIR_HEAD, () -> forms.proposal(gone, work.today().toString()).orElseThrow());
        assertThat(fields).filteredOn(field -> field.name().equals("source")).extracting(CaseForms.Field::start).containsExactly("TRANSFER");
        assertThat(fields).filteredOn(field -> field.name().equals("sourceNumber")).extracting(CaseForms.Field::start).containsExactly(letter);
        assertThat(fields).filteredOn(field -> field.name().equals("act")).extracting(CaseForms.Field::start).containsExactly(matter.act());
    }

    @Test
    void the_approval_of_the_filing_prints_what_jurisdiction_rests_on_and_a_later_step_corrects_it() throws IOException {
        var filed = work.filed();
        assertThat(text(filed, "立案审批表")).contains("管辖依据", "违法行为发生地", "仓前路8号在本局辖区");

        var corrected = step(CaseWork.OFFICER, filed, (room, step) ->
                room.state(step, Paper.VenueGround.SHOP_PLACE, "实际经营地在西湖区"));

        assertThat(Venue.ground(corrected.docket())).contains(new Paper.VenueStated(Paper.VenueGround.SHOP_PLACE, "实际经营地在西湖区"));
    }

    @Test
    void a_case_that_comes_back_by_letter_is_proposed_under_its_number_and_the_days_of_the_receiver_are_met() {
        var file = step(SUPERIOR, work.investigating(), (room, step) -> room.takeUp(step, agency("market-330100"), "重大复杂。"));
        var gone = step(CaseWork.HEAD, file, Venues::handOver);
        await().until(() -> runs("procedure.verification", SUPERIOR, gone));
        var matter = gone.docket().matter();
        var letter = gone.docket().need(Paper.HandedOver.class).number().text();

        CaseWork.done(persons.as("cen.bo", () -> cases.propose(new FilingRequest(
                new Docket.Matter(
                        matter.title(), matter.cause(), matter.act(), matter.place(), matter.span(), matter.rightName(),
                        Docket.Source.TRANSFER, letter, work.today()),
                gone.docket().party(), work.usual().personal(), List.of(work.id("cen.bo"), work.id("yan.shu")), Optional.empty(),
                "移送材料属实。",
                Optional.of(new Paper.VenueStated(Paper.VenueGround.DESIGNATED, "市局决定由本局管辖"))))));

        await().until(() -> !runs("procedure.verification", SUPERIOR, gone));
    }

    @Test
    void a_superior_takes_a_case_up_or_gives_it_to_another_county_and_hands_its_own_down() {
        var file = work.investigating();
        assertThat(codes(file, SUPERIOR, (room, step) -> room.takeUp(step, ours(), "没有变化"))).containsExactly("HAS_IT");
        assertThat(codes(file, SUPERIOR, (room, step) -> room.takeUp(step, agency("market-330200"), "宁波不是下级")))
                .containsExactly("NOT_BELOW");
        assertThat(codes(file, NATION, (room, step) -> room.takeUp(step, ours(), "双打办不是上级"))).containsExactly("NOT_ABOVE");
        var taken = step(SUPERIOR, file, (room, step) -> room.takeUp(step, agency("market-330100"), "重大复杂。"));
        assertThat(step(CaseWork.HEAD, taken, Venues::handOver).docket().need(Paper.HandedOver.class).why())
                .isEqualTo(Paper.Handover.TAKEN_UP);

        assertThat(codes(work.investigating(), CaseWork.HEAD, (room, step) ->
                        room.handDown(step, theirs(), false, "余杭区局不是下级")))
                .containsExactly("NOT_BELOW");
        assertThat(codes(work.investigating(), CaseWork.HEAD, (room, step) ->
                        room.handDown(step, theirs(), true, "规定由上级管辖")))
                .containsExactly("NOT_BELOW", "RESERVED");
    }

    @Test
    void who_disputes_with_itself_or_has_no_superior_in_common_is_told_so() {
        var file = work.investigating();
        assertThat(codes(file, CaseWork.OFFICER, (room, step) ->
                        room.dispute(step, ours(), work.today(), Optional.empty(), "自己")))
                .containsExactly("SAME_AGENCY");
        assertThat(codes(file, CaseWork.OFFICER, (room, step) ->
                        room.dispute(step, agency("tax-330106"), work.today(), Optional.empty(), "税务")))
                .containsExactly("NO_COMMON_SUPERIOR");
        assertThat(codes(file, CaseWork.OFFICER, (room, step) ->
                        room.dispute(step, theirs(), work.today().minusDays(1), Optional.empty(), "早于线索")))
                .containsExactly("DISPUTED_BEFORE");
        assertThat(codes(disputed(), CaseWork.OFFICER, (room, step) -> room.consult(
                        step, work.today().minusDays(1), "双方", "早于争议", Paper.Consultation.FAILED)))
                .containsExactly("CONSULTED_BEFORE");
        long far = agency("market-330200").id();
        assertThat(persons.as(CaseWork.OFFICER, () -> rules.commonSuperior(ours().id(), far)).orElseThrow().name())
                .isEqualTo("浙江省市场监督管理局");
    }

    /** The database asks too: what the procedure refuses is not written past it. */
    @ParameterizedTest
    @CsvSource({
        "bai.shu,   VenueConfirmed, disputed",
        "fang.qing, VenueConfirmed, consulted",
        "tao.ran,   VenueConfirmed, consulted",
        "jiang.lin, VenueConfirmed, consulted",
        "tao.ran,   Designated,     consulted",
        "bai.shu,   Designated,     asked",
        "cen.bo,    Designated,     asked",
        "jiang.lin, Designated,     asked",
        "bai.shu,   TakenUp,        asked",
        "song.wei,  TakenUp,        asked",
        "tao.ran,   Designated,     not filed",
        "tao.ran,   Closed,         asked",
        "tao.ran,   Filed,          asked"
    })
    void nobody_else_answers_in_the_database(String who, String paper, String situation) {
        var file = situation(situation);

        assertThat(answered(who, paper, file)).isFalse();
        assertThat(persons.as(CaseWork.OFFICER, () -> cases.find(file.docket().id()).orElseThrow()).docket().version())
                .isEqualTo(file.docket().version());
    }

    @ParameterizedTest
    @CsvSource({"bai.shu, consulted", "tao.ran, asked"})
    void those_who_answer_change_nothing_else_of_the_file(String who, String situation) {
        var file = situation(situation);
        await().until(() -> sees(who, file) || isAsked(who, file));

        assertThat(as(who, () -> jdbc.sql("update cases.case_file set title = 'x' where id = :id")
                        .param("id", file.docket().id()).update()))
                .isZero();
        assertThatThrownBy(() -> as(who, () -> jdbc.sql("""
                        insert into cases.paper (case_id, n, kind, content, person, name, on_day, at)
                        values (:id, 99, 'Designated', '{}', 1, 'x', current_date, now())
                        """)
                        .param("id", file.docket().id()).update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void who_saw_an_older_version_is_told_and_a_stranger_does_not_even_see_the_case() {
        var asked = situation("asked");
        var stale = new Step(asked.docket().id(), asked.docket().version() - 1);

        assertThatThrownBy(() -> persons.as(SUPERIOR, () -> venues.designate(stale, theirs(), "旧版本")))
                .isInstanceOf(org.hengjian.shell.Conflict.class);
        assertThatThrownBy(() -> persons.as("mu.qing", () -> venues.confirm(stale, true, "无关")))
                .isInstanceOf(NotFound.class);
    }

    /** Who is only asked reads nothing of the case in the database; who gets it reads all. */
    @ParameterizedTest
    @CsvSource({
        "cases.case_file, id", "cases.paper, case_id", "cases.case_officer, case_id", "evidence.item, case_id",
        "goods.item, case_id", "documents.document, object_id", "field.inspection, case_id", "field.photo, case_id", "field.signature, case_id"})
    void who_is_only_asked_reads_no_row_of_the_case(String table, String reference) {
        var disputed = disputed();
        await().until(() -> isAsked(THEIR_HEAD, disputed));
        long id = disputed.docket().id();
        goodsWork.register(goodsWork.hoodies(id, "430"));
        evidenceWork.received(id, "台账.txt", "七月售出430件");

        if (!table.startsWith("field.")) {
            assertThat(rows(CaseWork.OFFICER, table, reference, id)).as("there is something to see").isPositive();
        }
        assertThat(rows(THEIR_HEAD, table, reference, id)).isZero();
        assertThat(persons.as(THEIR_HEAD, () -> cases.find(id))).isEmpty();
        assertThatThrownBy(() -> persons.as(THEIR_HEAD, () -> cases.unmask(id, "看看"))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> persons.as(THEIR_HEAD, () -> cases.draft(id))).isInstanceOf(NotFound.class);
        assertThat(titles(THEIR_HEAD, disputed)).as("no document of the case but those given to it").isEmpty();
        assertThat(isAsked("mu.qing", disputed)).as("a third agency").isFalse();
        var elsewhere = step(CaseWork.OFFICER, disputed, (room, step) ->
                room.consult(step, work.today(), "双方", "由对方管辖。", Paper.Consultation.THEIRS));
        var agreed = step(THEIR_HEAD, elsewhere, (room, step) -> room.confirm(step, true, "同意。"));
        await().until(() -> sees(THEIR_HEAD, agreed));
        assertThat(isAsked(THEIR_HEAD, agreed)).isFalse();
        if (table.startsWith("cases.")) {
            assertThat(rows(THEIR_HEAD, table, reference, id)).isPositive();
        }
    }

    private long rows(String who, String table, String reference, long id) {
        return as(who, () -> jdbc.sql("select count(*) from " + table + " where " + reference + " = :id"
                        + (table.equals("documents.document") ? " and object = 'case'" : ""))
                .param("id", id)
                .query(Long.class)
                .single());
    }

    /** What referrals let read stays beside what jurisdiction lets read, and the other way round. */
    @Test
    void readers_of_other_rooms_stay() {
        var disputed = disputed();
        await().until(() -> isAsked(THEIR_HEAD, disputed));
        long police = persons.viewer("luo.jin").agency();
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> readers.are(disputed.docket().id(), List.of(police))));
        assertThat(persons.as(CaseWork.OFFICER, () -> readers.of(disputed.docket().id()))).containsExactly(police);
        assertThat(isAsked(THEIR_HEAD, disputed)).isTrue();

        var withdrawn = step(CaseWork.HEAD, disputed, (room, step) -> room.withdraw(step, "协商解决。"));
        await().until(() -> !isAsked(THEIR_HEAD, withdrawn));
        assertThat(persons.as(CaseWork.OFFICER, () -> readers.of(disputed.docket().id()))).containsExactly(police);
    }

    @Test
    void a_transferred_case_that_is_not_filed_ends_what_was_asked_of_the_superior() {
        var proposed = CaseWork.done(persons.as(CaseWork.OFFICER, () -> cases.propose(from(Docket.Source.TRANSFER))));
        var objected = step(CaseWork.OFFICER, proposed, (room, step) -> room.proposeDesignation(
                step, Paper.Designation.OBJECTION, Optional.of(theirs()), "实际经营地不在西湖区。"));
        var asked = step(CaseWork.HEAD, objected, Venues::askDesignation);
        await().until(() -> runs("procedure.jurisdiction-designation", SUPERIOR, asked) && isAsked(THEIR_HEAD, asked));
        assertThat(codes(work.attempt(CaseWork.HEAD, asked, Cases::approve))).containsExactly("VENUE_OPEN");

        var refused = work.step(CaseWork.HEAD, asked, (room, step) -> room.refuse(step, "OTHER", "不属于本局管辖。"));

        await().until(() -> !runs("procedure.jurisdiction-designation", SUPERIOR, refused) && !isAsked(THEIR_HEAD, refused));
    }

    /** The same fields and refusals over HTTP; a key that comes again is answered as before. */
    @Test
    void the_interface_takes_the_steps_once_and_says_what_is_wrong() {
        var file = work.investigating();
        var typed = Map.of(
                "version", file.docket().version(), "counterpart", "market-330110", "on", work.today().toString(), "text", "都已立案");
        var body = JsonMapper.shared().valueToTree(typed);
        String key = "venue-" + file.docket().id();

        var first = persons.as(CaseWork.OFFICER, () -> api.take(file.docket().id(), "dispute-venue", key, body));
        var again = persons.as(CaseWork.OFFICER, () -> api.take(file.docket().id(), "dispute-venue", key, body));
        assertThat(first.getStatusCode().value()).isEqualTo(200);
        assertThat(again.getBody()).isEqualTo(first.getBody());
        assertThat(((CaseApi.Shown) Objects.requireNonNull(first.getBody())).next())
                .contains("consult-venue", "propose-designation", "withdraw-venue")
                .doesNotContain("dispute-venue");

        var unknown = JsonMapper.shared().valueToTree(Map.of(
                "version", file.docket().version() + 1, "handoverTo", "没有这个局", "ground", "理由"));
        var answer = persons.as(CaseWork.OFFICER, () -> api.take(file.docket().id(), "propose-handover", "", unknown));
        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(String.valueOf(answer.getBody())).contains("handoverTo");
    }

    private CaseFile situation(String name) {
        if (name.equals("not filed")) {
            var objected = step(
                    CaseWork.OFFICER,
                    CaseWork.done(persons.as(CaseWork.OFFICER, () -> cases.propose(from(Docket.Source.TRANSFER)))),
                    (room, step) -> room.proposeDesignation(step, Paper.Designation.OBJECTION, Optional.of(theirs()), "异议"));
            return work.step(CaseWork.HEAD, step(CaseWork.HEAD, objected, Venues::askDesignation), (room, step) ->
                    room.refuse(step, "OTHER", "不属于本局管辖。"));
        }
        var disputed = disputed();
        if (name.equals("disputed")) {
            return disputed;
        }
        var consulted = step(CaseWork.OFFICER, disputed, (room, step) ->
                room.consult(step, work.today(), "双方", "意见", Paper.Consultation.OURS));
        if (name.equals("consulted")) {
            return consulted;
        }
        var proposed = step(CaseWork.OFFICER, consulted, (room, step) ->
                room.proposeDesignation(step, Paper.Designation.DISPUTE, Optional.empty(), "请予指定。"));
        return step(CaseWork.HEAD, proposed, Venues::askDesignation);
    }

    private boolean answered(String who, String paper, CaseFile file) {
        long person = persons.viewer(who).person();
        return as(who, () -> jdbc.sql("""
                        select cases.answer(:id, :version, :n, :kind, '{}', :person, 'x', current_date, now(), null, '')
                        """)
                .param("id", file.docket().id())
                .param("version", file.docket().version())
                .param("n", file.docket().entries().size() + 1)
                .param("kind", paper)
                .param("person", person)
                .query(Boolean.class)
                .single());
    }

    private CaseFile disputed() {
        return step(CaseWork.OFFICER, work.investigating(), (room, step) -> room.dispute(
                step, theirs(), work.today(), Optional.of(work.today()), "同一当事人，双方都已立案。"));
    }

    private CaseFile transferred() {
        return work.step(
                CaseWork.HEAD,
                CaseWork.done(persons.as(CaseWork.OFFICER, () -> cases.propose(from(Docket.Source.TRANSFER)))),
                Cases::approve);
    }

    private FilingRequest from(Docket.Source source) {
        var usual = work.usual();
        var matter = usual.matter();
        return new FilingRequest(
                new Docket.Matter(
                        matter.title(), matter.cause(), matter.act(), matter.place(), matter.span(), matter.rightName(),
                        source, "", matter.foundOn()),
                usual.party(), usual.personal(), usual.officers(), usual.turnover(), usual.ground(),
                usual.venue());
    }

    private Office ours() {
        return agency("market-330106");
    }

    private Office theirs() {
        return agency("market-330110");
    }

    private Office agency(String code) {
        return persons.as(CaseWork.OFFICER, () -> rules.office(code).orElseThrow());
    }

    private boolean isAsked(String who, CaseFile file) {
        return persons.as(who, () -> askedCases.find(file.docket().id())).isPresent();
    }

    private boolean sees(String who, CaseFile file) {
        return persons.as(who, () -> cases.find(file.docket().id())).isPresent();
    }

    /** Whether the person's agency has that term on its list, still running. */
    private boolean runs(String duty, String who, CaseFile file) {
        return as(who, () -> jdbc.sql("""
                        select count(*)
                          from duties.duty
                         where object in ('venue', 'case')
                           and object_id = :id
                           and duty = :duty
                           and agency_id = :agency
                           and done_on is null
                        """)
                        .param("id", file.docket().id())
                        .param("duty", duty)
                        .param("agency", persons.viewer(who).agency())
                        .query(Long.class)
                        .single())
                > 0;
    }

    private <T> T as(String who, java.util.function.Supplier<T> done) {
        return persons.as(who, () -> Objects.requireNonNull(transaction.execute(_ -> done.get())));
    }

    private List<String> titles(String who, CaseFile file) {
        return persons.as(who, () -> documents.of("case", file.docket().id())).stream()
                .map(Documents.Issued::title)
                .toList();
    }

    private List<String> codes(CaseFile file, String who, BiFunction<Venues, Step, Outcome> verb) {
        return codes(attempt(who, file, verb));
    }

    private static List<String> codes(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).grounds().stream().map(Ground::code).toList();
    }

    private CaseFile step(String who, CaseFile file, BiFunction<Venues, Step, Outcome> verb) {
        return CaseWork.done(attempt(who, file, verb));
    }

    /** Once the person sees the case or is asked about it: those of another agency are when the machine has let them. */
    private Outcome attempt(String who, CaseFile file, BiFunction<Venues, Step, Outcome> verb) {
        await().until(() -> sees(who, file) || isAsked(who, file));
        return persons.as(who, () -> verb.apply(venues, new Step(file.docket().id(), file.docket().version())));
    }

    private String text(CaseFile file, String title) throws IOException {
        long document = persons.as(CaseWork.OFFICER, () -> documents.of("case", file.docket().id())).stream()
                .filter(issued -> issued.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
        byte[] pdf = persons.as(CaseWork.OFFICER, () -> documents.read(document).orElseThrow().pdf());
        try (var loaded = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(loaded).replaceAll("\\s", "");
        }
    }
}
