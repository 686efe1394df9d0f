package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hengjian.law.Law;
import org.hengjian.law.Money;
import org.hengjian.statutes.Ground;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The circumstances that the tables of {@link EveryStepInEveryStageTest} cannot hold. */
class WhatTheProcedureAllowsTest {

    private static final Law LAW = Law.load();
    private static final Clocks CLOCKS = new Clocks(LAW);
    private static final Procedure PROCEDURE = new Procedure(CLOCKS);
    private static final TeamRules TEAM = new TeamRules();

    private static List<String> codes(Verb verb, CaseFile file, String person, LocalDate today) {
        return PROCEDURE.against(verb, file, CaseFiles.person(person), today).stream()
                .map(Ground::code)
                .toList();
    }

    @Test
    void the_decision_waits_until_the_party_has_had_its_five_working_days() {
        var informed = CaseFiles.informed(); // notice served on Monday 7 September 2026

        assertThat(codes(Verb.DECIDE, informed, "head", LocalDate.of(2026, 9, 14))).containsExactly("TERM_RUNNING");
        assertThat(codes(Verb.DECIDE, informed, "head", LocalDate.of(2026, 9, 15))).isEmpty();
    }

    @Test
    void a_written_waiver_ends_the_wait() {
        var waived = CaseFiles.informed()
                .record(CaseFiles.by(CaseFiles.HANDLING, CaseFiles.DAY), new Paper.Defence(true, CaseFiles.DAY, "", ""));

        assertThat(codes(Verb.DECIDE, waived, "head", CaseFiles.DAY)).isEmpty();
    }

    @Test
    void a_hearing_is_asked_for_within_the_term() {
        assertThat(PROCEDURE.againstHearing(CaseFiles.informed(), LocalDate.of(2026, 9, 14))).isEmpty();
        assertThat(PROCEDURE.againstHearing(CaseFiles.informed(), LocalDate.of(2026, 9, 15)))
                .extracting(Ground::code)
                .containsExactly("HEARING_LATE");
    }

    @Test
    void after_a_hearing_comes_review_and_then_the_decision() {
        var heard = CaseFiles.heard();
        var reviewed = heard.review(
                CaseFiles.by(CaseFiles.REVIEWER, CaseFiles.DAY), CaseFiles.consent("同意"));

        assertThat(codes(Verb.DECIDE, heard, "head", CaseFiles.DAY)).containsExactly("ORDER.DECIDE");
        assertThat(codes(Verb.DECIDE, reviewed, "head", CaseFiles.DAY)).isEmpty();
        assertThat(codes(Verb.REVIEW, reviewed, "reviewer", CaseFiles.DAY)).containsExactly("ORDER.REVIEW");
    }

    @Test
    void the_penalty_never_becomes_heavier_than_the_notice_said() {
        var heavier = new Penalty(Money.ofFen(6_000_001), Money.ZERO, "", "");

        assertThat(PROCEDURE.againstDecision(CaseFiles.informed(), Paper.Result.PENALTY, heavier, CaseFiles.DAY))
                .extracting(Ground::code)
                .containsExactly("HEAVIER");
        assertThat(PROCEDURE.againstDecision(CaseFiles.informed(), Paper.Result.PENALTY, CaseFiles.PENALTY, CaseFiles.DAY)).isEmpty();
    }

    @Test
    void no_penalty_without_notice_and_no_money_without_penalty() {
        assertThat(PROCEDURE.againstDecision(CaseFiles.reviewed(), Paper.Result.PENALTY, CaseFiles.PENALTY, CaseFiles.DAY))
                .extracting(Ground::code)
                .containsExactly("NOT_INFORMED");
        assertThat(PROCEDURE.againstDecision(CaseFiles.reviewed(), Paper.Result.EXEMPT, CaseFiles.PENALTY, CaseFiles.DAY))
                .extracting(Ground::code)
                .containsExactly("PENALTY_WITHOUT_PENALTY");
        assertThat(PROCEDURE.againstDecision(CaseFiles.informed(), Paper.Result.PENALTY, Penalty.NONE, CaseFiles.DAY))
                .extracting(Ground::code)
                .containsExactly("EMPTY_PENALTY");
    }

    @Test
    void a_case_is_closed_when_all_is_paid_and_nobody_pays_more() {
        var short1 = CaseFiles.executing(80_999);

        assertThat(codes(Verb.PROPOSE_CLOSING, short1, "handling", CaseFiles.DAY)).containsExactly("NOT_EXECUTED");
        assertThat(PROCEDURE.againstPayment(short1, Money.ofFen(101)))
                .extracting(Ground::code)
                .containsExactly("OVERPAID");
        assertThat(PROCEDURE.againstPayment(short1, Money.ofFen(100))).isEmpty();
        assertThat(codes(Verb.PROPOSE_CLOSING, CaseFiles.executing(81_000), "handling", CaseFiles.DAY)).isEmpty();
    }

    @Test
    void a_second_extension_needs_the_heads_together() {
        var by = CaseFiles.by(CaseFiles.HEAD, CaseFiles.DAY);
        var once = CaseFiles.investigating().extend(by, "案情复杂");

        var fixed = new Paper.FixedExtension(45, "江临、周安", "同意继续延期");
        var twice = once.extend(by, new Paper.Extended("案情特别复杂", java.util.Optional.of(fixed)));

        assertThat(codes(Verb.EXTEND, CaseFiles.investigating(), "head", CaseFiles.DAY)).isEmpty();
        assertThat(extension(CaseFiles.investigating(), false)).isEmpty();
        assertThat(extension(CaseFiles.investigating(), true)).containsExactly("EXTENSION_BY_HEAD");
        assertThat(codes(Verb.EXTEND, once, "head", CaseFiles.DAY)).isEmpty();
        assertThat(extension(once, false)).containsExactly("EXTENSION_SPENT");
        assertThat(extension(once, true)).isEmpty();
        assertThat(codes(Verb.EXTEND, twice, "head", CaseFiles.DAY)).containsExactly("EXTENSION_SPENT");
        assertThat(handling(twice)).isEqualTo(handling(once).plusDays(45));
    }

    private static List<String> extension(CaseFile.Pending file, boolean together) {
        return PROCEDURE.againstExtension(file, together).stream().map(Ground::code).toList();
    }

    @Test
    void a_case_has_two_officers_with_licences_of_its_own_agency() {
        var one = List.of(new Officer(1, "沈知遥", "浙A1"));
        var twice = List.of(new Officer(1, "沈知遥", "浙A1"), new Officer(1, "沈知遥", "浙A1"));
        var unlicensed = List.of(new Officer(1, "沈知遥", "浙A1"), new Officer(2, "陆闻笛", ""));
        var foreign = List.of(new Officer(1, "沈知遥", "浙A1"), new Officer(9, "方晴", "浙A9"));
        var ours = java.util.Set.of(1L, 2L);

        assertThat(TEAM.againstOfficers(one, ours, CaseFiles.HANDLING)).extracting(Ground::code).containsExactly("TOO_FEW_OFFICERS");
        assertThat(TEAM.againstOfficers(twice, ours, CaseFiles.HANDLING)).extracting(Ground::code).containsExactly("TOO_FEW_OFFICERS");
        assertThat(TEAM.againstOfficers(unlicensed, ours, CaseFiles.HANDLING)).extracting(Ground::code).containsExactly("NO_LICENCE");
        assertThat(TEAM.againstOfficers(foreign, ours, CaseFiles.HANDLING)).extracting(Ground::code).containsExactly("OFFICER_ELSEWHERE");
        assertThat(TEAM.againstOfficers(unlicensed.subList(0, 1), ours, CaseFiles.HEAD)).extracting(Ground::code).contains("ROLE.OFFICER");
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void a_state_without_its_papers_cannot_be_made(Stage stage) {
        var empty = new Docket(
                7, 1, 10, "x", CaseFiles.proposed().docket().matter(), CaseFiles.proposed().docket().party(), List.of(), List.of());

        assertThatThrownBy(() -> stage.of(empty)).isInstanceOf(IllegalStateException.class).hasMessageContaining("lacks its paper");
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void every_open_state_has_a_step_and_a_clock_or_waits_for_the_party(Stage stage) {
        var file = CaseFiles.in(stage);

        assertThat(Course.steps(file).isEmpty()).isEqualTo(stage.isEnd());
        if (!stage.isEnd()) {
            assertThat(CLOCKS.of(file).stream().anyMatch(Clocks.Clock::runs)).isTrue();
        }
    }

    @Test
    void ninety_days_become_a_hundred_and_twenty_by_extension_and_the_hearing_does_not_count() {
        var filed = LocalDate.of(2026, 9, 7);
        // The ninetieth day is Sunday 6 December 2026: the last day is the Monday.
        assertThat(handling(CaseFiles.investigating())).isEqualTo(filed.plusDays(91));
        assertThat(handling(CaseFiles.investigating().extend(CaseFiles.by(CaseFiles.HEAD, filed), "复杂")))
                .isEqualTo(filed.plusDays(120));
        var heard = CaseFiles.informed()
                .askHearing(CaseFiles.by(CaseFiles.HANDLING, filed), filed.plusDays(3))
                .hear(CaseFiles.by(CaseFiles.REVIEWER, filed), new Paper.Heard(filed.plusDays(12), "报告"));
        assertThat(handling(heard)).isEqualTo(filed.plusDays(100));
    }

    private static LocalDate handling(CaseFile file) {
        return CLOCKS.of(file).stream()
                .filter(clock -> clock.duty().equals(Clocks.HANDLING))
                .findFirst()
                .orElseThrow()
                .due();
    }

    @Test
    void every_ground_quotes_a_sentence_of_the_law_word_for_word() {
        var texts = Map.of(
                "程序规定", LAW.instruments().body("xingzhengchufa-chengxu-guiding-2022.md"), "行政处罚法", LAW.instruments().body("xingzhengchufafa-2021.md"), "行政强制法", LAW.instruments().body("xingzhengqiangzhifa-2011.md"),
                "行政复议法", LAW.instruments().body("guojia-xingzheng-fuyi-fa-2023.md"));

        PROCEDURE.provisions().all().forEach((code, provision) -> {
            String text = texts.get(provision.instrument());
            assertThat(text).as("text of %s", provision.instrument()).isNotNull();
            assertThat(text).as("quote of %s", code).contains(provision.quote());
        });
    }
}
