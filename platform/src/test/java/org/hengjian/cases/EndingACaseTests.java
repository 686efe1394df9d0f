package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hengjian.documents.Documents;
import org.hengjian.statutes.Ground;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Discussion, termination and decisions without a penalty on a real database, with their documents. */
@OnThePlatform
class EndingACaseTests {

    @Autowired
    CaseWork work;

    @Autowired
    Endings endings;

    @Autowired
    Documents documents;

    @Autowired
    Persons persons;

    @Test
    void a_grave_case_is_discussed_before_its_penalty_is_decided() throws IOException {
        var waived = work.step(CaseWork.OFFICER, work.informed(), (room, step) ->
                room.defend(step, new Paper.Defence(true, work.today(), "书面放弃", "")));
        var grave = step(CaseWork.REVIEWER, waived, (room, step) ->
                room.markGrave(step, Paper.Gravity.COMPLICATED, "涉及多个法律关系"));

        refused(CaseWork.HEAD, grave, (room, step) ->
                room.decide(step, Paper.Result.PENALTY, CaseWork.PENALTY, "情节严重。"), "LEGAL_REVIEW_OWED");
        refused(CaseWork.REVIEWER, grave, (room, step) -> room.review(
                step, Optional.of(Paper.ReviewKind.CASE), Paper.Advice.CONSENT, List.of(), "同意"), "LEGAL_REVIEW_OWED");
        refused(CaseWork.REVIEWER, grave, (room, step) -> room.review(
                step, Optional.empty(), Paper.Advice.CONSENT, List.of(Paper.ReviewPoint.FACTS), "同意"), "CONSENT_WITH_DOUBTS");
        var reviewed = work.step(CaseWork.REVIEWER, grave, (room, step) -> room.review(step, true, "同意处理意见。"));
        assertThat(text(reviewed, "法制审核意见")).contains("是否具有管辖权是", "同意案件处理意见");

        assertThat(work.attempt(CaseWork.HEAD, reviewed, (room, step) ->
                        room.decide(step, Paper.Result.PENALTY, CaseWork.PENALTY, "情节严重。")))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused ->
                        assertThat(refused.grounds()).extracting(Ground::code).containsExactly("NOT_DISCUSSED"));
        var discussed = step(CaseWork.HEAD, reviewed, (room, step) ->
                room.discuss(step, work.today(), "江临、周安", "周安：事实清楚。江临：同意。", "同意处罚建议"));
        var decided = work.step(CaseWork.HEAD, discussed, (room, step) ->
                room.decide(step, Paper.Result.PENALTY, CaseWork.PENALTY, "情节严重。"));

        assertThat(text(decided, "行政处罚案件集体讨论记录")).contains("江临、周安", "同意处罚建议", "建议没收违法所得并处罚款");
        assertThat(text(decided, "行政处罚决定书")).contains("集体讨论决定");
    }

    @Test
    void a_second_extension_is_discussed_by_the_heads_and_has_its_record() throws IOException {
        var fixed = new Paper.FixedExtension(60, "江临、周安", "周安：协查未回。江临：同意。");
        refused(CaseWork.HEAD, work.investigating(), (room, step) -> room.extend(step, "复杂", fixed), "EXTENSION_BY_HEAD");
        var once = work.step(CaseWork.HEAD, work.investigating(), (room, step) -> room.extend(step, "案情复杂"));
        refused(CaseWork.HEAD, once, (room, step) -> room.extend(step, "案情复杂"), "EXTENSION_SPENT");
        assertThat(text(once, "延长办案期限审批表")).contains("第六十四条", "案情复杂", "同意。", "江临", "延长至");
        var twice = work.step(CaseWork.HEAD, once, (room, step) -> room.extend(step, "案情特别复杂", fixed));

        assertThat(text(twice, "延长办案期限集体讨论记录")).contains("江临、周安", "协查未回", "继续延期60日");
        refused(CaseWork.HEAD, twice, (room, step) -> room.extend(step, "复杂", fixed), "EXTENSION_SPENT");
    }

    @Test
    void a_review_that_finds_something_wanting_sends_the_case_back_and_says_what() throws IOException {
        var back = work.step(CaseWork.REVIEWER, work.underReview(), (room, step) -> room.review(
                step, Optional.empty(), Paper.Advice.CORRECT,
                List.of(Paper.ReviewPoint.BASIS, Paper.ReviewPoint.PROPRIETY), "法律适用有误。"));

        assertThat(back).isInstanceOf(CaseFile.Investigating.class);
        assertThat(text(back, "案件审核意见")).contains("适用依据是否正确否", "处理是否适当否", "程序是否合法未提出问题", "建议纠正。", "法律适用有误");
    }

    @Test
    void an_investigation_that_cannot_go_on_is_terminated_by_the_head_and_closed() throws IOException {
        var proposed = step(CaseWork.OFFICER, work.investigating(), (room, step) ->
                room.proposeTermination(step, Paper.Termination.ENTITY_ENDED, "已注销，没有承受人。"));
        var terminated = step(CaseWork.HEAD, proposed, (room, step) -> room.terminate(step, ""));
        assertThat(terminated).isInstanceOf(CaseFile.Terminated.class);
        assertThat(text(terminated, "终止调查审批表")).contains("已注销，没有承受人", "同意终止调查", "提请人：沈知遥");
        var closing = work.step(CaseWork.OFFICER, terminated, (room, step) -> room.proposeClosing(step, "终止调查，无执行内容。"));
        var closed = work.step(CaseWork.HEAD, closing, (room, step) -> room.close(step, ""));

        assertThat(closed).isInstanceOf(CaseFile.Closed.class);
        assertThat(text(closed, "结案审批表")).contains("终止调查。已注销", "同意结案");
    }

    @Test
    void a_case_of_another_agency_is_transferred_with_its_letter_and_one_without_penalty_names_its_rule() throws IOException {
        var reviewed = work.step(CaseWork.REVIEWER, work.underReview(), (room, step) -> room.review(step, true, "同意"));
        var transferred = work.step(CaseWork.HEAD, reviewed, (room, step) -> room.decide(
                step, Paper.Result.TRANSFERRED, Penalty.NONE, "属于著作权行政管理部门管辖。",
                new Disposal(Disposal.Exemption.NONE, "杭州市西湖区文化和广电旅游体育局")));
        assertThat(text(transferred, "案件移送函"))
                .contains("移〔", "杭州市西湖区文化和广电旅游体育局：", "属于著作权行政管理部门管辖", "不得再自行移送");

        var other = work.step(CaseWork.REVIEWER, work.underReview(), (room, step) -> room.review(step, true, "同意"));
        var exempt = work.step(CaseWork.HEAD, other, (room, step) -> room.decide(
                step, Paper.Result.EXEMPT, Penalty.NONE, "能证明合法取得。", new Disposal(Disposal.Exemption.NO_FAULT, "")));
        assertThat(exempt.docket().need(Paper.Decided.class).disposal()).get()
                .extracting(Disposal::exemption).isEqualTo(Disposal.Exemption.NO_FAULT);
        assertThat(text(exempt, "不予行政处罚决定书")).contains("足以证明没有主观过错", "第三十三条第二款", "进行教育");
    }

    private void refused(String signIn, CaseFile file, BiFunction<Cases, Step, Outcome> verb, String ground) {
        assertThat(work.attempt(signIn, file, verb))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused ->
                        assertThat(refused.grounds()).extracting(Ground::code).containsExactly(ground));
    }

    private CaseFile step(String signIn, CaseFile file, BiFunction<Endings, Step, Outcome> verb) {
        return CaseWork.done(persons.as(
                signIn, () -> verb.apply(endings, new Step(file.docket().id(), file.docket().version()))));
    }

    private String text(CaseFile file, String title) throws IOException {
        long document = persons.as(CaseWork.OFFICER, () -> documents.of("case", file.docket().id())).stream()
                .filter(issued -> title.endsWith(issued.title()))
                .findFirst()
                .orElseThrow()
                .id();
        byte[] pdf = persons.as(CaseWork.OFFICER, () -> documents.read(document).orElseThrow().pdf());
        try (var loaded = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(loaded).replaceAll("\\s", "");
        }
    }
}
