package org.hengjian.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hengjian.audit.Audit;
import org.hengjian.documents.Documents;
import org.hengjian.shell.Conflict;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** From the report to the filing, on a real database: papers, documents, events, and what is done once. */
@OnThePlatform
@RecordApplicationEvents
class ReferringACaseTests {

    @Autowired
    ReferralWork work;

    @Autowired
    Referrals referrals;

    @Autowired
    Documents documents;

    @Autowired
    Persons persons;

    @Autowired
    Audit audit;

    @Autowired
    ApplicationEvents events;

    @Test
    void a_case_goes_from_the_report_to_the_filing_with_its_documents() throws IOException {
        var filed = work.filed();

        assertThat(filed.stage()).isEqualTo(Stage.FILED);
        assertThat(filed.dossier().entries())
                .extracting(entry -> entry.paper().type())
                .containsExactly("Report", "Approved", "Sent", "Received", "Accepted", "Filed");
        var titles = List.of("涉嫌犯罪案件移送书", "涉嫌犯罪案件情况调查报告", "涉案物品清单", "涉嫌犯罪案件移送书（回执）", "立案通知书");
        for (var who : List.of(ReferralWork.OFFICER, ReferralWork.POLICE, ReferralWork.PROSECUTOR)) {
            assertThat(work.titles(who, filed)).as(who).containsExactlyElementsOf(titles);
        }
        var issued = persons.as(ReferralWork.POLICE, () -> documents.of("referral", filed.dossier().id()));
        assertThat(text(issued.getFirst().id()))
                .contains("西湖区分局：", "云岫禾木服饰有限公司", "销售假冒注册商标的商品罪", "市质检院〔2026〕7号", "抄送：杭州市西湖区人民检察院");
        assertThat(text(issued.get(1).id())).contains("赵小禾", "330106199001010011", "专案组", "陆闻笛");
        assertThat(text(issued.getLast().id())).contains("杭西公立字〔2026〕7号", "移交涉案物品");
        assertThat(events.stream(ReferralMoved.class)).extracting(ReferralMoved::paper).containsExactly("Sent", "Received", "Accepted", "Filed");
        assertThat(persons.as(ReferralWork.HEAD, () -> audit.of("referral", filed.dossier().report())))
                .extracting(entry -> entry.deed())
                .contains("referrals.propose", "referrals.approve", "referrals.send");
    }

    @Test
    void the_documents_of_the_case_that_go_along_are_read_by_the_police_and_no_others() {
        var sent = work.sent();
        var papers = sent.dossier().paper(Paper.Sent.class).orElseThrow().documents();

        assertThat(papers).isNotEmpty();
        for (long paper : papers) {
            assertThat(persons.as(ReferralWork.POLICE, () -> documents.find(paper))).isPresent();
            assertThat(persons.as(ReferralWork.PROSECUTOR, () -> documents.find(paper))).isPresent();
            assertThat(persons.as("fang.qing", () -> documents.find(paper))).isEmpty();
        }
    }

    @Test
    void a_request_with_a_key_is_done_once_and_the_key_is_not_used_for_another() {
        var approved = work.approved();
        var step = new Step(approved.dossier().id(), approved.dossier().version(), "key-" + approved.dossier().id());
        long police = work.police(approved);

        var first = persons.as(ReferralWork.OFFICER, () -> referrals.send(step, police, "检验报告1份", "笔录1份", List.of()));
        var again = persons.as(ReferralWork.OFFICER, () -> referrals.send(step, police, "检验报告1份", "笔录1份", List.of()));

        assertThat(ReferralWork.done(again)).isEqualTo(ReferralWork.done(first));
        assertThat(work.titles(ReferralWork.OFFICER, ReferralWork.done(first))).hasSize(3);
        assertThatThrownBy(() -> persons.as(
                        ReferralWork.OFFICER, () -> referrals.send(step, police, "检验报告2份", "笔录1份", List.of())))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void of_two_at_once_the_second_is_told() {
        var proposed = work.proposed();
        work.step(ReferralWork.HEAD, proposed, (room, step) -> room.approve(step, "", false));

        assertThatThrownBy(() -> work.attempt(ReferralWork.HEAD, proposed, (room, step) -> room.reject(step, "证据不足")))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_case_has_one_referral_at_a_time_and_another_after_the_head_has_said_no() {
        long id = work.investigatingCase();
        var first = ReferralWork.done(work.attemptProposal(ReferralWork.OFFICER, id, ""));

        assertThat(ReferralWork.codes(work.attemptProposal(ReferralWork.OFFICER, id, ""))).containsExactly("ALREADY_OPEN");

        work.step(ReferralWork.HEAD, first, (room, step) -> room.reject(step, "现有证据不足，继续调查。"));
        assertThat(ReferralWork.done(work.attemptProposal(ReferralWork.OFFICER, id, "")).stage()).isEqualTo(Stage.PROPOSED);
    }

    @Test
    void only_the_officers_of_a_filed_case_propose() {
        long id = work.investigatingCase();

        assertThat(ReferralWork.codes(work.attemptProposal(ReferralWork.HEAD, id, ""))).containsExactlyInAnyOrder("ROLE.OFFICER", "NOT_HANDLING");
        assertThatThrownBy(() -> work.attemptProposal("fang.qing", id, "")).hasMessageContaining("case " + id);
        assertThatThrownBy(() -> work.attemptProposal(ReferralWork.POLICE, id, "")).hasMessageContaining("case " + id);
    }

    @Test
    void without_its_five_parts_or_to_another_level_it_is_not_sent() {
        var approved = work.approved();
        long police = work.police(approved);

        assertThat(work.attempt(ReferralWork.OFFICER, approved, (room, step) -> room.send(step, police, " ", "", List.of())))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.grounds()).singleElement()
                        .satisfies(ground -> {
                            assertThat(ground.code()).isEqualTo("BUNDLE");
                            assertThat(ground.arguments()).containsExactly("有关检验报告或者鉴定结论、其他有关涉嫌犯罪的材料");
                            assertThat(ground.provision().article()).isEqualTo("第六条");
                        }));
        assertThat(ReferralWork.codes(work.attempt(ReferralWork.OFFICER, approved, (room, step) ->
                        room.send(step, approved.dossier().agency().id(), "无", "笔录", List.of()))))
                .containsExactly("NOT_THE_SAME_LEVEL");
    }

    private String text(long document) throws IOException {
        byte[] pdf = persons.as(ReferralWork.POLICE, () -> documents.read(document).orElseThrow().pdf());
        try (var loaded = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(loaded).replaceAll("\\s", "");
        }
    }
}
