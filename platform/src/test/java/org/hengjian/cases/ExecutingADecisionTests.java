package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hengjian.documents.Documents;
import org.hengjian.law.Money;
import org.hengjian.statutes.Ground;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What follows a decision on a real database, with its documents. */
@OnThePlatform
@RecordApplicationEvents
class ExecutingADecisionTests {

    @Autowired
    CaseWork work;

    @Autowired
    Executions executions;

    @Autowired
    Archive archive;

    @Autowired
    Documents documents;

    @Autowired
    Persons persons;

    @Autowired
    ApplicationEvents events;

    @Test
    void a_fine_not_paid_grows_is_demanded_and_paid_with_what_was_added() throws IOException {
        var served = work.served(40);
        var added = step(CaseWork.HEAD, served, Executions::surcharge);
        assertThat(text(added, "加处罚款决定书")).contains("每日百分之三加处罚款", "罚款60,000.00元", "行政复议");
        var demanded = step(CaseWork.HEAD, added, Executions::demand);
        assertThat(text(demanded, "催告书")).contains("十个工作日内", "申请人民法院强制执行", "陈述和申辩");
        var reached = step(CaseWork.OFFICER, demanded, (room, step) -> room.serveDemand(step, delivery()));
        assertThat(attempt(CaseWork.HEAD, reached, (room, step) -> room.apply(step, "杭州市西湖区人民法院")))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.grounds())
                        .extracting(Ground::code)
                        .containsExactly("REMEDY_TERM_RUNNING", "DEMAND_RUNNING"));

        var owed = ((CaseFile.Concluded) reached).owed();
        assertThat(owed).isGreaterThan(CaseWork.PENALTY.total());
        var paid = work.step(CaseWork.OFFICER, reached, (room, step) -> room.pay(step, owed, work.today(), "浙票009"));
        assertThat(((CaseFile.Concluded) paid).owed()).isEqualTo(Money.ZERO);
    }

    @Test
    void instalments_are_asked_for_refused_asked_for_again_and_granted() throws IOException {
        var asked = step(CaseWork.OFFICER, work.served(3), (room, step) -> room.askInstalments(step, work.today(), "资金困难"));
        var refused = step(CaseWork.HEAD, asked, (room, step) -> room.refuseInstalments(step, "没有证明材料"));
        var again = step(CaseWork.OFFICER, refused, (room, step) -> room.askInstalments(step, work.today(), "补交材料"));
        var granted = step(CaseWork.HEAD, again, (room, step) -> room.grantInstalments(
                step,
                List.of(
                        new Paper.Instalment(work.today().plusDays(30), Money.ofYuan(30_000)),
                        new Paper.Instalment(work.today().plusDays(60), Money.ofYuan(30_000))),
                "确有困难"));

        assertThat(text(refused, "延期（分期）缴纳罚款决定书")).contains("不同意你（单位）的申请");
        var issued = persons.as(CaseWork.OFFICER, () -> documents.of("case", granted.docket().id())).getLast();
        assertThat(text(issued.id())).contains("30,000.00", "叁万元整", "确有困难", "缓缴〔");
    }

    @Test
    void a_court_is_asked_in_time_after_all_remedies_and_its_end_of_the_execution_closes_the_case() throws IOException {
        var served = work.served(230);
        var day = work.today();
        var demanded = work.daysAgo(30, () -> step(CaseWork.HEAD, served, Executions::demand));
        var reached = work.daysAgo(30, () -> step(CaseWork.OFFICER, demanded, (room, step) -> room.serveDemand(step, delivery())));
        var applied = step(CaseWork.HEAD, reached, (room, step) -> room.apply(step, "杭州市西湖区人民法院"));
        assertThat(text(applied, "强制执行申请书")).contains("杭州市西湖区人民法院", "执行标的81,000.50元", "行政机关负责人签名");
        var granted = step(CaseWork.OFFICER, applied, (room, step) ->
                room.rule(step, Paper.Ruling.GRANTED, day, "（2026）浙0106行审1号", ""));
        var ended = step(CaseWork.OFFICER, granted, (room, step) ->
                room.rule(step, Paper.Ruling.ENDED, day, "（2026）浙0106执1号", "没有可供执行的财产"));
        var closing = work.step(CaseWork.OFFICER, ended, (room, step) -> room.proposeClosing(step, "人民法院裁定终结执行。"));

        assertThat(closing).isInstanceOf(CaseFile.Closing.class);
    }

    @Test
    void a_revoked_decision_costs_nothing_more_and_others_hear_of_it() {
        var begun = step(CaseWork.OFFICER, work.served(20), (room, step) -> room.markRemedy(
                step, Paper.RemedyKind.RECONSIDERATION, work.today().minusDays(5), "西湖区人民政府", "西政复〔2026〕1号"));
        assertThat(attempt(CaseWork.OFFICER, begun, (room, step) -> room.endRemedy(
                        step, Paper.RemedyOutcome.CHANGED, work.today(), "变更",
                        Optional.of(new Penalty(Money.ofYuan(99_999), Money.ZERO, "", "")))))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused ->
                        assertThat(refused.grounds()).extracting(Ground::code).containsExactly("REMEDY_HEAVIER"));
        var ended = step(CaseWork.OFFICER, begun, (room, step) -> room.endRemedy(
                step, Paper.RemedyOutcome.REVOKED, work.today(), "事实不清", Optional.empty()));

        assertThat(((CaseFile.Concluded) ended).owed()).isEqualTo(Money.ZERO);
        assertThat(events.stream(RemedyConcluded.class)).singleElement()
                .satisfies(event -> assertThat(event.outcome()).isEqualTo(Paper.RemedyOutcome.REVOKED));
    }

    @Test
    void a_remedy_that_goes_on_while_the_case_is_investigated_anew_gets_its_result() {
        var begun = step(CaseWork.OFFICER, work.closed(), (room, step) -> room.markRemedy(
                step, Paper.RemedyKind.LITIGATION, work.today(), "西湖区人民法院", "（2026）浙0106行初1号"));
        var anew = CaseWork.done(persons.as(CaseWork.HEAD, () -> archive.reopen(
                new Step(begun.docket().id(), begun.docket().version()), Paper.Reopening.INVESTIGATION, "自行纠正")));

        assertThat(attempt(CaseWork.OFFICER, anew, (room, step) -> room.endRemedy(
                        step, Paper.RemedyOutcome.CHANGED, work.today(), "变更",
                        Optional.of(new Penalty(Money.ofYuan(99_999), Money.ZERO, "", "")))))
                .isInstanceOf(Outcome.Refused.class);
        var ended = step(CaseWork.OFFICER, anew, (room, step) -> room.endRemedy(
                step, Paper.RemedyOutcome.UNLAWFUL, work.today(), "确认违法", Optional.empty()));

        assertThat(ended).isInstanceOf(CaseFile.Investigating.class);
        assertThat(Remedy.of(ended.docket())).noneMatch(Remedy::isOpen);
    }

    private Paper.Delivery delivery() {
        return new Paper.Delivery(Paper.Way.DIRECT, work.today(), work.today(), "赵小禾", "");
    }

    private CaseFile step(String signIn, CaseFile file, BiFunction<Executions, Step, Outcome> verb) {
        return CaseWork.done(attempt(signIn, file, verb));
    }

    private Outcome attempt(String signIn, CaseFile file, BiFunction<Executions, Step, Outcome> verb) {
        return persons.as(signIn, () -> verb.apply(executions, new Step(file.docket().id(), file.docket().version())));
    }

    private String text(CaseFile file, String title) throws IOException {
        return text(persons.as(CaseWork.OFFICER, () -> documents.of("case", file.docket().id())).stream()
                .filter(issued -> issued.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id());
    }

    private String text(long document) throws IOException {
        byte[] pdf = persons.as(CaseWork.OFFICER, () -> documents.read(document).orElseThrow().pdf());
        try (var loaded = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(loaded).replaceAll("\\s", "");
        }
    }
}
