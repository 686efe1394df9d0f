package org.hengjian.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hengjian.access.Forbidden;
import org.hengjian.audit.Audit;
import org.hengjian.cases.CaseWork;
import org.hengjian.postgres.DatabaseAddress;
import org.hengjian.shell.NotFound;
import org.hengjian.statutes.Ground;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A slip in an issued decision: proposed, approved by the head, numbered, served; the decision stays as it was. */
@OnThePlatform
@Tag("browser")
class CorrectingADocumentTests {

    private static final String OFFICER = "shen.zhiyao";
    private static final String SECOND = "lu.wendi";
    private static final String BYSTANDER = "lin.wan";
    private static final String HEAD = "jiang.lin";
    private static final String FOREIGN = "fang.qing";
    private static final String ABOVE = "qin.shan";
    private static final String REASON = "制作决定书时件数输入错误，与扣押清单、询问笔录不符。";

    @LocalServerPort
    int port;

    @Autowired
    CaseWork work;

    @Autowired
    Corrections corrections;

    @Autowired
    Documents documents;

    @Autowired
    Persons persons;

    @Autowired
    Audit audit;

    @Autowired
    DatabaseAddress address;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void the_officer_proposes_the_head_issues_it_is_served_and_the_decision_stays() throws IOException {
        long caseId = work.decidedId();
        long decision = work.decisionOf(caseId);
        var before = issued(decision);
        try (var browser = Browser.desktop(port)) {
            browser.signIn(OFFICER).go("/documents/" + decision + "/corrections").sees("没有补正").isAccessible();
            browser.click("提请补正…").sees("文书原文").isAccessible();
            browser.choose("fault", "文字表述错误").type("reason", REASON);
            browser.type("wrong", "卫衣").type("right", "衣").click("提请批准").sees("处相同").isAccessible();
            browser.type("wrong", "罚款60,000.00元").type("right", "罚款6,000.00元").click("提请批准")
                    .sees("改变了决定的金额").sees("重新作出决定").isAccessible().picture("correction-refused");
            browser.type("wrong", "连帽卫衣730件").type("right", "连帽卫衣430件").picture("correction-form");
            browser.click("提请批准").sees("等别人批准").sees("由机关负责人批准").isAccessible();

            browser.signIn(HEAD).go("/documents").sees("待办的补正").picture("corrections-waiting");
            browser.find("#corrections a").click();
            browser.sees("批准并签发").isAccessible().picture("correction-decide");
            browser.click("先看文书").sees("这一步还没有办").sees("监补〔").isAccessible().picture("correction-proof");
            assertThat(issued(decision).corrected()).as("looked at only").isEmpty();
            browser.click("按此办理").sees("补正通知书已签发").isAccessible();

            browser.signIn(OFFICER).go("/cases/" + caseId).sees("已补正").picture("correction-on-the-case");
            browser.go("/documents/" + decision + "/corrections").sees("已签发").isAccessible();
            browser.find("h2 a").click();
            browser.sees("登记送达").choose("way", "直接送达").type("recipient", "赵小禾").click("登记送达")
                    .sees("送达已登记").sees("已办结").isAccessible().picture("correction-served");
        }
        try (var phone = Browser.phone(port)) {
            phone.signIn(OFFICER).go("/documents/" + decision + "/corrections?lang=en").sees("Done").isAccessible()
                    .picture("corrections-phone-en");
            phone.go("/documents/" + decision + "/corrections/new?lang=en").sees("Text of the document").isAccessible()
                    .picture("correction-form-phone-en");
        }

        var after = issued(decision);
        assertThat(after.sha256()).isEqualTo(before.sha256());
        assertThat(text(decision)).as("the decision is as it was").contains("连帽卫衣730件");
        var notice = ofCase(caseId).stream().filter(one -> one.corrects() == decision).findFirst().orElseThrow();
        assertThat(notice.number()).matches("杭西市监补〔\\d{4}〕\\d+号").isEqualTo(after.corrected());
        assertThat(text(notice.id()))
                .contains("云岫禾木服饰有限公司：", before.number(), "正文第", "连帽卫衣730件", "连帽卫衣430件", REASON, "文字表述错误");
        assertThat(ofCase(caseId)).filteredOn(one -> one.kind().equals("correction-receipt")).singleElement()
                .satisfies(receipt -> assertThat(text(receipt.id())).contains("补正通知书", notice.number(), "赵小禾", "直接送达"));
        assertThat(persons.as(HEAD, () -> documents.bound("case", caseId)).stream().map(Documents.Issued::id).toList())
                .containsSubsequence(decision, notice.id())
                .satisfies(ids -> assertThat(ids.indexOf(notice.id())).isEqualTo(ids.indexOf(decision) + 1));
        try (var officer = Visitor.signedIn(port, OFFICER)) {
            var book = officer.post("/evidence/case/" + caseId + "/export", Map.of("form", "PDF", "purpose", "移送审查"));
            assertThat(book.statusCode()).isEqualTo(200);
            assertThat(text(book.body())).contains("行政处罚决定书（已补正，见" + notice.number() + "）", "补正通知书" + notice.number());
        }
        assertThat(persons.as(HEAD, () -> audit.of("document", Long.toString(decision))))
                .extracting(org.hengjian.audit.Entry::deed)
                .contains("documents.correct", "documents.correct-approve", "documents.correct-serve");
    }

    @Test
    void only_who_handles_it_proposes_and_only_a_head_who_did_not_decides() {
        long decision = work.decisionOf(work.decidedId());

        assertThat(grounds(propose(BYSTANDER, decision, "730件", "430件"))).containsExactly("NOT_HANDLING");
        assertThat(grounds(propose(HEAD, decision, "730件", "430件"))).containsExactly("NOT_HANDLING");
        assertThat(grounds(propose(ABOVE, decision, "730件", "430件"))).containsExactly("ELSEWHERE");
        assertThatThrownBy(() -> propose(FOREIGN, decision, "730件", "430件")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> propose("tang.yue", decision, "730件", "430件")).isInstanceOf(Forbidden.class);

        long id = done(propose(OFFICER, decision, "730件", "430件"));
        assertThat(grounds(propose(SECOND, decision, "730件", "430件"))).containsExactly("WAITING");
        assertThat(grounds(approve(SECOND, id))).containsExactly("NOT_HEAD");
        assertThat(grounds(approve(OFFICER, id))).containsExactly("NOT_HEAD", "OWN_PROPOSAL");
        assertThatThrownBy(() -> persons.as(ABOVE, () -> corrections.refuse(id, "不"))).isInstanceOf(NotFound.class);
        assertThat(persons.as(ABOVE, () -> corrections.find(id)).orElseThrow().against()).extracting(Ground::code)
                .as("who sees it from above decides nothing").containsExactly("ELSEWHERE");
        assertThatThrownBy(() -> approve("bai.shu", id)).isInstanceOf(NotFound.class);
        assertThat(grounds(serve(OFFICER, id, 0))).containsExactly("NOT_ISSUED");

        approve(HEAD, id);
        assertThat(grounds(approve(HEAD, id))).containsExactly("DECIDED");
        assertThat(grounds(persons.as(HEAD, () -> corrections.refuse(id, "不")))).containsExactly("DECIDED");
        assertThat(grounds(serve(BYSTANDER, id, 0))).containsExactly("NOT_HANDLING");
        assertThat(grounds(serve(OFFICER, id, 1))).containsExactly("NO_ADDRESSEE");
        serve(OFFICER, id, 0);
        assertThat(grounds(serve(SECOND, id, 0))).containsExactly("SERVED");
    }

    @Test
    void what_changes_the_substance_is_refused_with_what_to_do_instead() {
        long decision = work.decisionOf(work.decidedId());
        String number = issued(decision).number();

        assertThat(grounds(propose(OFFICER, decision, "云岫禾木服饰有限公司", "云岫木禾服饰有限公司"))).containsExactly("PARTY");
        assertThat(grounds(propose(OFFICER, decision, "罚款60,000.00元", "罚款61,000.00元"))).containsExactly("AMOUNT");
        assertThat(grounds(propose(OFFICER, decision, "处罚依据：《中华人民共和国商标法》第六十条", "处罚依据：《中华人民共和国商标法》第六十三条")))
                .containsExactly("BASIS");
        assertThat(grounds(propose(OFFICER, decision, "没收侵权连帽卫衣430件", "没收侵权连帽卫衣730件"))).containsExactly("SANCTION");
        assertThat(grounds(propose(OFFICER, decision, "情节一般。", "情节不一般。"))).containsExactly("FINDING");
        assertThat(grounds(propose(OFFICER, decision, number, number.replace("罚〔", "案〔")))).contains("RECORDED");
        assertThat(persons.as(OFFICER, () -> corrections.of(decision)).corrections()).isEmpty();
    }

    @Test
    void lines_that_find_no_place_are_named() {
        long decision = work.decisionOf(work.decidedId());

        var proposed = persons.as(OFFICER, () -> corrections.propose(decision, Correction.Fault.WRITING, List.of(
                new Corrections.Typed("", "甲"), new Corrections.Typed("从来没有这句话", "乙"),
                new Corrections.Typed("情节一般。", "情节一般。"), new Corrections.Typed("处罚", "处置")), REASON));

        assertThat(proposed.answer()).isEmpty();
        assertThat(proposed.faults()).extracting(Corrections.Fault::key)
                .containsExactly("wrong-empty", "not-there", "same", "often");
        try (var officer = Visitor.signedIn(port, OFFICER)) {
            var missing = officer.post("/documents/" + decision + "/corrections", Map.of("wrong", "", "right", ""));
            assertThat(new String(missing.body(), java.nio.charset.StandardCharsets.UTF_8)).contains("没有填原文", "错误种类", "理由");
            var tooLong = officer.post("/documents/" + decision + "/corrections",
                    Map.of("wrong", "字".repeat(201), "right", "", "fault", "WRITING", "reason", "长"));
            assertThat(new String(tooLong.body(), java.nio.charset.StandardCharsets.UTF_8)).contains("笔误没有这么长");
        }
    }

    @Test
    void a_second_correction_reads_the_document_with_the_first() {
        long decision = work.decisionOf(work.decidedId());
        approve(HEAD, done(propose(OFFICER, decision, "卫衣730件", "卫衣430件")));

        var again = persons.as(OFFICER, () -> corrections.propose(
                decision, Correction.Fault.WRITING, List.of(new Corrections.Typed("卫衣730件", "卫衣430件")), REASON));
        long second = done(propose(OFFICER, decision, "情节一般。", "情节较轻。"));
        var refused = persons.as(HEAD, () -> corrections.refuse(second, "不是笔误。"));
        var third = propose(OFFICER, decision, "情节一般。", "情节属于一般。");

        assertThat(again.faults()).extracting(Corrections.Fault::key).containsExactly("not-there");
        assertThat(refused).isInstanceOfSatisfying(Correction.Answer.Done.class, done -> {
            assertThat(done.correction().state()).isEqualTo(Correction.State.REFUSED);
            assertThat(done.correction().opinion()).isEqualTo("不是笔误。");
        });
        approve(HEAD, done(third));
        assertThat(issued(decision).corrected()).matches(".+号、.+号");
    }

    @Test
    void what_others_signed_and_notices_themselves_are_not_corrected_so_and_inner_papers_need_but_another() {
        long caseId = work.decidedId();
        long receipt = ofKind(caseId, "service-receipt");
        long record = ofKind(caseId, "investigation-record");
        long findings = ofKind(caseId, "findings-report");
        approve(HEAD, done(propose(OFFICER, work.decisionOf(caseId), "卫衣730件", "卫衣430件")));
        long notice = ofKind(caseId, "correction-notice");

        assertThat(grounds(propose(OFFICER, receipt, "赵小禾", "赵小和"))).containsExactly("SIGNED");
        assertThat(grounds(propose(OFFICER, record, "430件", "43件"))).containsExactly("SIGNED");
        assertThat(grounds(propose(OFFICER, notice, "730件", "73件"))).containsExactly("NOTICE");
        long inner = done(propose(OFFICER, findings, "730件", "430件"));
        assertThat(grounds(approve(OFFICER, inner))).containsExactly("OWN_PROPOSAL");
        assertThat(approve(SECOND, inner)).isInstanceOfSatisfying(Correction.Answer.Done.class, done ->
                assertThat(done.correction().isServed()).as("goes to nobody").isTrue());
        assertThat(grounds(serve(OFFICER, inner, 0))).containsExactly("NO_ADDRESSEE");
    }

    @Test
    void the_database_decides_once_by_the_head_and_keeps_the_words_sealed() {
        long decision = work.decisionOf(work.decidedId());
        long id = done(propose(OFFICER, decision, "730件", "430件"));
        var owner = JdbcClient.create(new DriverManagerDataSource(
                address.url(), address.owner().role(), address.owner().password()));

        assertThat(owner.sql("select position(convert_to('430件', 'UTF8') in sealed) from documents.correction where id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
        // What a head may decide no officer may, whatever the application would let through.
        assertThatThrownBy(() -> decideAs(SECOND, id)).hasMessageContaining("for the head to decide");
        assertThat(decideAs(FOREIGN, id)).isZero();
        assertThatThrownBy(() -> as(OFFICER, () -> jdbc.sql(
                        """
                        insert into documents.correction (document_id, approval, fault, sealed, proposed_by, proposer, proposed_at,
                               agency_id, line, region)
                        select document_id, 'OTHER', fault, sealed, proposed_by, proposer, proposed_at, agency_id + 1, line, region
                          from documents.correction where id = :id
                        """).param("id", id).update()))
                .hasMessageContaining("is not corrected by agency");
        approve(HEAD, id);
        assertThatThrownBy(() -> decideAs(HEAD, id)).hasMessageContaining("is decided");
        assertThatThrownBy(() -> as(OFFICER, () -> jdbc
                        .sql("update documents.document set corrects = null where id = :id")
                        .param("id", decision)
                        .update()))
                .hasStackTraceContaining("permission denied");
    }

    private int as(String who, Supplier<Integer> work) {
        return persons.as(who, () -> java.util.Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    private int decideAs(String who, long id) {
        var viewer = persons.viewer(who);
        return as(who, () -> jdbc.sql(
                        """
                        update documents.correction
                           set state = 'REFUSED', decided_by = :by, decider = 'x', decided_at = now()
                         where id = :id
                        """)
                .param("id", id)
                .param("by", viewer.person())
                .update());
    }

    private Correction.Answer propose(String who, long document, String wrong, String right) {
        var proposed = persons.as(who, () -> corrections.propose(
                document, Correction.Fault.WRITING, List.of(new Corrections.Typed(wrong, right)), REASON));
        assertThat(proposed.faults()).isEmpty();
        return proposed.answer().orElseThrow();
    }

    private Correction.Answer approve(String who, long id) {
        return persons.as(who, () -> corrections.approve(id, ""));
    }

    private Correction.Answer serve(String who, long id, int addressee) {
        return persons.as(who, () -> corrections.serve(
                id, addressee, Correction.Way.PUBLIC_NOTICE, work.today(), "公告栏", ""));
    }

    private static long done(Correction.Answer answer) {
        return switch (answer) {
            case Correction.Answer.Done done -> done.correction().id();
            case Correction.Answer.Refused refused -> throw new AssertionError("refused: " + refused.grounds());
        };
    }

    private static List<String> grounds(Correction.Answer answer) {
        return switch (answer) {
            case Correction.Answer.Done done -> throw new AssertionError("done: " + done);
            case Correction.Answer.Refused refused -> refused.grounds().stream().map(Ground::code).toList();
        };
    }

    private long ofKind(long caseId, String kind) {
        return ofCase(caseId).stream().filter(one -> one.kind().equals(kind)).findFirst().orElseThrow().id();
    }

    private List<Documents.Issued> ofCase(long caseId) {
        return persons.as(OFFICER, () -> documents.of("case", caseId));
    }

    private Documents.Issued issued(long id) {
        return persons.as(OFFICER, () -> documents.find(id)).orElseThrow();
    }

    private String text(long document) {
        return text(persons.as(OFFICER, () -> documents.read(document).orElseThrow().pdf()));
    }

    private static String text(byte[] pdf) {
        try (var loaded = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(loaded).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
