package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hengjian.documents.Documents;
import org.hengjian.law.Law;
import org.hengjian.law.Money;
import org.hengjian.statutes.Ground;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A closed case is archived in the order of the rules, and taken up again by the head alone. */
class ArchiveTest {

    private static final LocalDate DAY = CaseFiles.DAY;
    private static final Clocks CLOCKS = new Clocks(Law.load());
    private static final Procedure PROCEDURE = new Procedure(CLOCKS);

    private static CaseFile.Closed closed() {
        return (CaseFile.Closed) CaseFiles.in(Stage.CLOSED);
    }

    private static CaseFile reopened(Paper.Reopening kind) {
        return closed().reopen(CaseFiles.by(CaseFiles.HEAD, DAY.plusDays(30)), new Paper.Reopened(kind, "决定被撤销"));
    }

    private static CaseFile in(String situation) {
        return switch (situation) {
            case "closing" -> CaseFiles.closing();
            case "closed" -> closed();
            case "archived" -> closed().put(
                    CaseFiles.by(CaseFiles.HANDLING, DAY), new Paper.Archived(Paper.Retention.TEN_YEARS, "柜", 9, ""));
            case "anew" -> reopened(Paper.Reopening.INVESTIGATION);
            case "executed again" -> reopened(Paper.Reopening.EXECUTION);
            default -> throw new IllegalArgumentException(situation);
        };
    }

    @ParameterizedTest(name = "{2} {1} when {0}: {3}")
    @CsvSource({
        "closing,        ARCHIVE,         handling, ORDER.ARCHIVE",
        "closing,        REOPEN,          head,     ORDER.REOPEN",
        "closed,         ARCHIVE,         handling, yes",
        "closed,         ARCHIVE,         other,    NOT_HANDLING",
        "closed,         ARCHIVE,         head,     ROLE.OFFICER",
        "closed,         REOPEN,          head,     yes",
        "closed,         REOPEN,          handling, ROLE.HEAD DECIDES_OWN",
        "closed,         REOPEN,          heading,  DECIDES_OWN",
        "closed,         REOPEN,          abroad,   ELSEWHERE",
        "archived,       ARCHIVE,         handling, ORDER.ARCHIVE",
        "archived,       REOPEN,          head,     yes",
        "anew,           RECORD,          handling, yes",
        "anew,           ARCHIVE,         handling, ORDER.ARCHIVE",
        "executed again, PROPOSE_CLOSING, handling, yes",
    })
    void each_step_has_its_people(String situation, Verb verb, String person, String answer) {
        List<String> expected = "yes".equals(answer) ? List.of() : Arrays.asList(answer.split(" "));

        assertThat(PROCEDURE.against(verb, in(situation), CaseFiles.person(person), DAY.plusDays(40)))
                .extracting(Ground::code)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void nothing_is_executed_of_a_case_without_a_served_decision() {
        var terminated = CaseFiles.terminated()
                .proposeClosing(CaseFiles.by(CaseFiles.HANDLING, DAY), "终止")
                .close(CaseFiles.by(CaseFiles.HEAD, DAY), "");

        assertThat(PROCEDURE.againstReopening(terminated, Paper.Reopening.EXECUTION))
                .extracting(Ground::code)
                .containsExactly("NOTHING_TO_EXECUTE");
        assertThat(PROCEDURE.againstReopening(terminated, Paper.Reopening.INVESTIGATION)).isEmpty();
        assertThat(PROCEDURE.againstReopening(closed(), Paper.Reopening.EXECUTION)).isEmpty();
    }

    @Test
    void what_was_before_does_not_count_for_what_is_decided_anew() {
        var by = CaseFiles.by(CaseFiles.HANDLING, DAY.plusDays(31));
        var head = CaseFiles.by(CaseFiles.HEAD, DAY.plusDays(31));
        var anew = (CaseFile.Investigating) reopened(Paper.Reopening.INVESTIGATION);
        var smaller = new Penalty(Money.ofYuan(10_000), Money.ZERO, "", "");
        var informed = ((CaseFile.Reviewed) anew.finish(by, new Paper.Findings("事实", "意见", smaller))
                        .review(CaseFiles.by(CaseFiles.REVIEWER, DAY.plusDays(31)), CaseFiles.consent("同意")))
                .inform(head, new Paper.Notice(CaseFiles.decided().decision().number(), smaller, true))
                .serve(by, CaseFiles.delivered(DAY.plusDays(31)));

        assertThat(informed.waived()).isFalse();
        assertThat(PROCEDURE.against(Verb.DECIDE, informed, CaseFiles.HEAD, DAY.plusDays(32)))
                .extracting(Ground::code)
                .containsExactly("TERM_RUNNING");
        var decided = informed.decide(head, new Paper.Decided(
                CaseFiles.decided().decision().number(), Paper.Result.PENALTY, smaller, ""));
        assertThat(decided.paid()).isEqualTo(Money.ZERO);
        assertThat(decided.owed()).isEqualTo(Money.ofYuan(10_000));
        assertThat(decided.served()).isEmpty();
    }

    @Test
    void a_decision_whose_case_is_investigated_anew_imposes_nothing_when_that_ends_without_another() {
        var by = CaseFiles.by(CaseFiles.HANDLING, DAY.plusDays(31));
        var anew = reopened(Paper.Reopening.INVESTIGATION)
                .put(by, new Paper.TerminationProposed(Paper.Termination.ENTITY_ENDED, "已注销"));
        var terminated = ((CaseFile.Pending) anew).terminate(CaseFiles.by(CaseFiles.HEAD, DAY.plusDays(31)), "");

        assertThat(terminated.penalty()).isEqualTo(Penalty.NONE);
        assertThat(terminated.owed()).isEqualTo(Money.ZERO);
    }

    @Test
    void a_case_taken_up_anew_has_its_time_anew() {
        var handling = CLOCKS.of(in("anew")).stream()
                .filter(clock -> clock.duty().equals(Clocks.HANDLING))
                .findFirst()
                .orElseThrow();

        assertThat(handling.runs()).isTrue();
        assertThat(handling.due()).isAfter(DAY.plusDays(30 + 89));
    }

    @Test
    void contents_stand_in_the_order_of_the_rules_with_their_pages() {
        var documents = List.of(
                issued(1, "filing-approval", "立案审批表", 1),
                issued(2, "penalty-notice", "行政处罚告知书", 2),
                issued(3, "service-receipt", "送达回证", 1),
                issued(4, "penalty-decision", "行政处罚决定书", 3),
                issued(5, "service-receipt", "送达回证", 1),
                issued(6, "closing-approval", "结案审批表", 1),
                issued(7, "archive-cover", "卷宗封面", 1));

        var contents = FileContents.of(closed().docket(), documents);

        assertThat(contents.main()).extracting(FileContents.Item::title).containsExactly(
                "立案审批表", "行政处罚决定书", "送达回证", "行政处罚告知书", "送达回证", "现场笔录", "罚没款缴款票据");
        assertThat(contents.main()).extracting(FileContents.Item::first).containsExactly(1, 2, 5, 6, 8, 0, 0);
        assertThat(contents.second()).extracting(FileContents.Item::title)
                .containsExactly("案源材料", "调查终结报告", "审核意见", "结案审批表");
        assertThat(contents.pages()).isEqualTo(9);
    }

    @Test
    void what_has_a_document_of_its_own_stands_with_its_pages_and_not_twice() {
        var documents = List.of(
                issued(1, "investigation-record", "现场笔录", 2),
                issued(2, "findings-report", "调查终结报告", 1),
                issued(3, "review-opinion", "审核意见", 1));

        var contents = FileContents.of(closed().docket(), documents);

        assertThat(contents.main()).extracting(FileContents.Item::title).containsExactly("现场笔录", "罚没款缴款票据");
        assertThat(contents.main().getFirst().pages()).isEqualTo(2);
        assertThat(contents.second()).extracting(FileContents.Item::title)
                .containsExactly("案源材料", "调查终结报告", "审核意见");
    }

    private static Documents.Issued issued(long id, String kind, String title, int pages) {
        return new Documents.Issued(id, "case", 7, kind, "", title, "0".repeat(64), 1, pages, DAY, "江临", 0, 0, "");
    }

    @Test
    void a_remedy_that_ended_before_the_new_decision_does_not_touch_it() {
        var closed = closed();
        var sued = closed.put(CaseFiles.by(CaseFiles.HANDLING, DAY), new Paper.RemedyBegun(Paper.RemedyKind.LITIGATION, DAY, "法院", ""));
        var revoked = (CaseFile.Closed) sued.put(CaseFiles.by(CaseFiles.HANDLING, DAY), new Paper.RemedyEnded(
                Remedy.of(sued.docket()).getFirst().n(), Paper.RemedyOutcome.REVOKED, DAY, "撤销", Optional.empty()));

        assertThat(revoked.penalty()).isEqualTo(Penalty.NONE);
        var anew = revoked.reopen(CaseFiles.by(CaseFiles.HEAD, DAY), new Paper.Reopened(Paper.Reopening.INVESTIGATION, "重作"));
        assertThat(anew).isInstanceOf(CaseFile.Investigating.class);
    }
}
