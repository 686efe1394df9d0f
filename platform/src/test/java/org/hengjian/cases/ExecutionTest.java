package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hengjian.documents.DocumentNumber;
import org.hengjian.law.Law;
import org.hengjian.law.Money;
import org.hengjian.statutes.Ground;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What follows a decision: a fine of 60,000 and a confiscation of 21,000, served on Monday 7 September 2026; payment is due
 * by Tuesday 22 September, remedies are over on Monday 8 March 2027 (the seventh is a Sunday).
 */
class ExecutionTest {

    private static final LocalDate DAY = CaseFiles.DAY;
    private static final LocalDate DUE = LocalDate.of(2026, 9, 22);
    private static final LocalDate OVER = LocalDate.of(2027, 3, 8);
    private static final Law LAW = Law.load();
    private static final Clocks CLOCKS = new Clocks(LAW);
    private static final Procedure PROCEDURE = new Procedure(CLOCKS);
    private static final DocumentNumber NUMBER = new DocumentNumber("杭西市监催〔2026〕1号");

    private static CaseFile in(String situation) {
        var served = CaseFiles.served();
        return switch (situation) {
            case "decided" -> CaseFiles.decided();
            case "served" -> served;
            case "paid" -> CaseFiles.executing(81_000);
            case "asked" -> put(served, new Paper.InstalmentsAsked(DAY, "经济困难"));
            case "granted" -> granted();
            case "demanded" -> put(served, DUE.plusDays(1), new Paper.Demanded(NUMBER, Money.ofYuan(81_000), Money.ZERO));
            case "demand served" -> put(in("demanded"), DUE.plusDays(1), new Paper.DemandServed(CaseFiles.delivered(DUE.plusDays(1))));
            case "late demand" -> put(
                    put(served, OVER, new Paper.Demanded(NUMBER, Money.ofYuan(81_000), Money.ZERO)),
                    OVER, new Paper.DemandServed(CaseFiles.delivered(OVER)));
            case "sued" -> put(in("demand served"), new Paper.RemedyBegun(Paper.RemedyKind.LITIGATION, DUE, "法院", ""));
            case "applied" -> put(in("demand served"), new Paper.EnforcementApplied(NUMBER, "法院", Money.ofYuan(81_000)));
            case "ended" -> put(in("applied"), new Paper.CourtRuled(Paper.Ruling.ENDED, DAY, "1", ""));
            default -> throw new IllegalArgumentException(situation);
        };
    }

    private static CaseFile granted() {
        return put(in("asked"), new Paper.InstalmentsGranted(
                NUMBER,
                List.of(
                        new Paper.Instalment(LocalDate.of(2026, 10, 31), Money.ofYuan(30_000)),
                        new Paper.Instalment(LocalDate.of(2027, 4, 30), Money.ofYuan(30_000))),
                "同意"));
    }

    private static CaseFile put(CaseFile file, Paper paper) {
        return put(file, DAY, paper);
    }

    private static CaseFile put(CaseFile file, LocalDate on, Paper paper) {
        return file.put(CaseFiles.by(CaseFiles.HEAD, on), paper);
    }

    private static CaseFile paid(CaseFile file, long yuan, LocalDate on) {
        var by = CaseFiles.by(CaseFiles.HANDLING, on);
        var paid = new Paper.Paid(Money.ofYuan(yuan), on, "1");
        return file instanceof CaseFile.Served served ? served.pay(by, paid) : ((CaseFile.Executing) file).pay(by, paid);
    }

    @ParameterizedTest(name = "{2} {1} when {0}, on {3}: {4}")
    @CsvSource({
        "decided,       MARK_REMEDY,        handling, 2026-09-08, ORDER.MARK_REMEDY",
        "served,        MARK_REMEDY,        handling, 2026-09-08, yes",
        "served,        MARK_REMEDY,        head,     2026-09-08, ROLE.OFFICER",
        "served,        END_REMEDY,         handling, 2026-09-08, ORDER.END_REMEDY",
        "sued,          END_REMEDY,         handling, 2026-12-08, yes",
        "served,        ASK_INSTALMENTS,    handling, 2026-09-08, yes",
        "paid,          ASK_INSTALMENTS,    handling, 2026-09-08, ORDER.ASK_INSTALMENTS",
        "served,        GRANT_INSTALMENTS,  head,     2026-09-08, ORDER.GRANT_INSTALMENTS",
        "asked,         GRANT_INSTALMENTS,  head,     2026-09-08, yes",
        "asked,         GRANT_INSTALMENTS,  handling, 2026-09-08, ROLE.HEAD DECIDES_OWN",
        "asked,         REFUSE_INSTALMENTS, head,     2026-09-08, yes",
        "granted,       GRANT_INSTALMENTS,  head,     2026-09-08, ORDER.GRANT_INSTALMENTS",
        "served,        IMPOSE_SURCHARGE,   head,     2026-09-22, NOTHING_TO_ADD",
        "served,        IMPOSE_SURCHARGE,   head,     2026-09-23, yes",
        "served,        IMPOSE_SURCHARGE,   handling, 2026-09-23, ROLE.HEAD DECIDES_OWN",
        "granted,       IMPOSE_SURCHARGE,   head,     2026-10-31, NOTHING_TO_ADD",
        "granted,       IMPOSE_SURCHARGE,   head,     2026-11-01, yes",
        "served,        DEMAND,             head,     2026-09-22, NOT_OVERDUE",
        "served,        DEMAND,             head,     2026-09-23, yes",
        "demanded,      DEMAND,             head,     2026-09-24, DEMAND_UNSERVED",
        "demanded,      SERVE_DEMAND,       handling, 2026-09-24, yes",
        "demand served, SERVE_DEMAND,       handling, 2026-09-24, ORDER.SERVE_DEMAND",
        "served,        APPLY_ENFORCEMENT,  head,     2027-03-09, NOT_DEMANDED",
        "demand served, APPLY_ENFORCEMENT,  head,     2027-03-08, REMEDY_TERM_RUNNING",
        "demand served, APPLY_ENFORCEMENT,  head,     2027-03-09, yes",
        "demand served, APPLY_ENFORCEMENT,  head,     2027-06-08, yes",
        "demand served, APPLY_ENFORCEMENT,  head,     2027-06-09, ENFORCEMENT_LATE",
        "demand served, APPLY_ENFORCEMENT,  handling, 2027-03-09, ROLE.HEAD DECIDES_OWN",
        "late demand,   APPLY_ENFORCEMENT,  head,     2027-03-22, DEMAND_RUNNING",
        "late demand,   APPLY_ENFORCEMENT,  head,     2027-03-23, yes",
        "sued,          APPLY_ENFORCEMENT,  head,     2027-03-09, REMEDY_PENDING",
        "applied,       RECORD_RULING,      handling, 2027-03-09, yes",
        "served,        RECORD_RULING,      handling, 2027-03-09, ORDER.RECORD_RULING",
        "applied,       PROPOSE_CLOSING,    handling, 2027-03-09, NOT_EXECUTED",
        "ended,         PROPOSE_CLOSING,    handling, 2027-03-09, yes",
    })
    void each_step_has_its_people_and_its_time(String situation, Verb verb, String person, LocalDate on, String answer) {
        List<String> expected = "yes".equals(answer) ? List.of() : Arrays.asList(answer.split(" "));

        assertThat(PROCEDURE.against(verb, in(situation), CaseFiles.person(person), on))
                .extracting(Ground::code)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void delay_adds_three_percent_of_what_is_overdue_a_day_and_never_more_than_the_fine() {
        var served = CaseFiles.served();

        assertThat(added(served, DUE.plusDays(1))).isEqualTo(Money.ofYuan(1_800));
        assertThat(added(served, DUE.plusDays(10))).isEqualTo(Money.ofYuan(18_000));
        assertThat(added(served, DUE.plusDays(33))).isEqualTo(Money.ofYuan(59_400));
        assertThat(added(served, DUE.plusDays(34))).isEqualTo(Money.ofYuan(60_000));
        assertThat(added(served, DUE.plusYears(3))).isEqualTo(Money.ofYuan(60_000));
    }

    @Test
    void what_was_paid_of_the_fine_no_longer_counts() {
        var half = paid(CaseFiles.served(), 30_000, DUE.plusDays(1));

        assertThat(added(half, DUE.plusDays(11))).isEqualTo(Money.ofYuan(900 * 11)); // the day of payment is not added in full
        assertThat(added(paid(CaseFiles.served(), 60_000, DUE), DUE.plusDays(100))).isEqualTo(Money.ZERO);
    }

    @Test
    void days_of_a_lawsuit_do_not_count() {
        var sued = put(CaseFiles.served(), new Paper.RemedyBegun(Paper.RemedyKind.LITIGATION, DUE.plusDays(3), "法院", ""));
        int n = Remedy.of(sued.docket()).getFirst().n();
        var ended = put(sued, new Paper.RemedyEnded(
                n, Paper.RemedyOutcome.MAINTAINED, DUE.plusDays(90), "驳回", Optional.empty()));

        assertThat(added(sued, DUE.plusDays(80))).isEqualTo(Money.ofYuan(1_800 * 2));
        assertThat(added(ended, DUE.plusDays(91))).isEqualTo(Money.ofYuan(1_800 * 3));
        assertThat(execution(ended).surcharge(DUE.plusDays(91)).paused()).isEqualTo(88);
    }

    @Test
    void each_instalment_is_overdue_from_its_own_day_and_the_court_waits_for_the_last() {
        var granted = granted();

        assertThat(added(granted, LocalDate.of(2026, 10, 31))).isEqualTo(Money.ZERO);
        assertThat(added(granted, LocalDate.of(2026, 11, 2))).isEqualTo(Money.ofYuan(1_800));
        assertThat(execution(granted).remediesOver()).isEqualTo(LocalDate.of(2027, 4, 30));
        assertThat(execution(CaseFiles.served()).remediesOver()).isEqualTo(OVER);
        assertThat(CLOCKS.of(granted)).noneMatch(clock -> clock.duty().equals(Clocks.PAYMENT));
    }

    @Test
    void instalments_are_all_of_the_fine_that_is_left_on_days_to_come() {
        var served = CaseFiles.served();
        var part = paid(served, 10_000, DAY);

        assertThat(instalments(served, 30_000, 30_000)).isEmpty();
        assertThat(instalments(served, 30_000, 20_000)).containsExactly("INSTALMENTS_SUM");
        assertThat(instalments(part, 30_000, 20_000)).isEmpty();
        assertThat(codes(PROCEDURE.againstInstalments(
                        served, List.of(new Paper.Instalment(DAY, Money.ofYuan(60_000))), DAY)))
                .containsExactly("INSTALMENTS_ORDER");
    }

    private static List<String> instalments(CaseFile file, long first, long second) {
        return codes(PROCEDURE.againstInstalments(
                (CaseFile.Concluded) file,
                List.of(
                        new Paper.Instalment(DAY.plusDays(30), Money.ofYuan(first)),
                        new Paper.Instalment(DAY.plusDays(60), Money.ofYuan(second))),
                DAY));
    }

    @Test
    void a_remedy_that_revokes_leaves_nothing_to_pay_and_one_that_changes_leaves_what_it_says() {
        var sued = put(CaseFiles.served(), new Paper.RemedyBegun(Paper.RemedyKind.RECONSIDERATION, DAY, "区政府", ""));
        int n = Remedy.of(sued.docket()).getFirst().n();

        assertThat(owed(ended(sued, n, Paper.RemedyOutcome.REVOKED, Optional.empty()))).isEqualTo(Money.ZERO);
        assertThat(owed(ended(sued, n, Paper.RemedyOutcome.CHANGED, Optional.of(
                        new Penalty(Money.ofYuan(20_000), Money.ofYuan(21_000), "", "")))))
                .isEqualTo(Money.ofYuan(41_000));
        assertThat(owed(ended(sued, n, Paper.RemedyOutcome.MAINTAINED, Optional.empty()))).isEqualTo(Money.ofYuan(81_000));
        assertThat(owed(ended(
                        put(paid(CaseFiles.served(), 30_000, DAY), sued.docket().entries().getLast().paper()), n + 1,
                        Paper.RemedyOutcome.REVOKED, Optional.empty())))
                .isEqualTo(Money.ZERO);
    }

    @Test
    void a_remedy_against_an_earlier_decision_leaves_the_new_one_as_it_is() {
        var sued = put(CaseFiles.served(), new Paper.RemedyBegun(Paper.RemedyKind.LITIGATION, DAY, "法院", ""));
        int n = Remedy.of(sued.docket()).getFirst().n();
        var earlier = sued.docket().need(Paper.Decided.class);
        var again = put(sued, new Paper.Decided(
                earlier.number(), Paper.Result.PENALTY, new Penalty(Money.ofYuan(40_000), Money.ZERO, "", ""), ""));

        assertThat(owed(ended(again, n, Paper.RemedyOutcome.REVOKED, Optional.empty()))).isEqualTo(Money.ofYuan(40_000));
        assertThat(Remedy.of(again.docket()).getFirst().decision(again.docket())).isEqualTo(earlier);
    }

    private static CaseFile ended(CaseFile file, int n, Paper.RemedyOutcome outcome, Optional<Penalty> left) {
        return put(file, new Paper.RemedyEnded(n, outcome, DAY.plusDays(40), "结果", left));
    }

    @Test
    void what_was_added_is_owed_and_paid_like_the_fine() {
        var added = put(CaseFiles.served(), new Paper.Surcharged(NUMBER, Money.ofYuan(18_000), 10, DUE.plusDays(10)));

        assertThat(owed(added)).isEqualTo(Money.ofYuan(99_000));
        assertThat(codes(PROCEDURE.againstPayment((CaseFile.Concluded) added, Money.ofYuan(99_001)))).containsExactly("OVERPAID");
        assertThat(owed(paid(added, 99_000, DAY))).isEqualTo(Money.ZERO);
    }

    private static Money owed(CaseFile file) {
        return ((CaseFile.Concluded) file).owed();
    }

    private static Execution execution(CaseFile file) {
        return CLOCKS.execution(file).orElseThrow();
    }

    private static Money added(CaseFile file, LocalDate on) {
        return execution(file).surcharge(on).amount();
    }

    private static List<String> codes(List<Ground> grounds) {
        return grounds.stream().map(Ground::code).toList();
    }
}
