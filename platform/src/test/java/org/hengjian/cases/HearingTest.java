package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.hengjian.law.Law;
import org.hengjian.law.Money;
import org.hengjian.statutes.Ground;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hearing from its request to its report: who, when, and in which order. */
class HearingTest {

    private static final LocalDate DAY = CaseFiles.DAY; // Monday 7 September 2026
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 16); // the seventh working day after it
    private static final Procedure PROCEDURE = new Procedure(new Clocks(Law.load()));
    private static final long PRESIDING = CaseFiles.REVIEWER.person();

    private static CaseFile.HearingAsked in(String situation) {
        return switch (situation) {
            case "asked" -> CaseFiles.hearingAsked();
            case "called" -> CaseFiles.hearingCalled(FIRST);
            case "served" -> CaseFiles.hearingServed(FIRST);
            case "called anew" -> CaseFiles.hearingServed(FIRST).put(
                    CaseFiles.by(CaseFiles.HEAD, DAY), CaseFiles.hearingCalled(FIRST).docket().need(Paper.HearingCalled.class));
            case "held" -> CaseFiles.hearingHeld();
            default -> throw new IllegalArgumentException(situation);
        };
    }

    @ParameterizedTest(name = "{2} {1} when {0}, {3} days later: {4}")
    @CsvSource({
        "asked,       CALL_HEARING,     head,      0, yes",
        "asked,       CALL_HEARING,     handling,  0, ROLE.HEAD DECIDES_OWN",
        "asked,       CALL_HEARING,     reviewer,  0, ROLE.HEAD",
        "asked,       SERVE_HEARING,    handling,  0, ORDER.SERVE_HEARING",
        "asked,       HOLD_HEARING,     reviewer,  0, ORDER.HOLD_HEARING NOT_PRESIDING",
        "asked,       WITHDRAW_HEARING, handling,  0, yes",
        "asked,       WITHDRAW_HEARING, other,     0, NOT_HANDLING",
        "called,      SERVE_HEARING,    handling,  0, yes",
        "called,      SERVE_HEARING,    abroad,    0, ELSEWHERE NOT_HANDLING",
        "called,      CALL_HEARING,     head,      0, yes",
        "called,      HOLD_HEARING,     reviewer,  9, ORDER.HOLD_HEARING",
        "served,      HOLD_HEARING,     reviewer,  8, HEARING_NOT_YET",
        "served,      HOLD_HEARING,     reviewer,  9, yes",
        "served,      HOLD_HEARING,     reviewing, 9, NOT_PRESIDING",
        "served,      HOLD_HEARING,     head,      9, ROLE.REVIEWER",
        "served,      END_HEARING,      reviewer,  8, HEARING_NOT_YET",
        "served,      END_HEARING,      reviewer,  9, yes",
        "served,      HEAR,             reviewer,  9, ORDER.HEAR",
        "called anew, HOLD_HEARING,     reviewer,  9, ORDER.HOLD_HEARING",
        "called anew, SERVE_HEARING,    handling,  0, yes",
        "held,        HEAR,             reviewer,  0, yes",
        "held,        CALL_HEARING,     head,      0, ORDER.CALL_HEARING",
        "held,        WITHDRAW_HEARING, handling,  0, ORDER.WITHDRAW_HEARING",
        "held,        DECIDE,           head,      0, ORDER.DECIDE",
    })
    void each_step_has_its_people_and_its_time(String situation, Verb verb, String person, int days, String answer) {
        List<String> expected = "yes".equals(answer) ? List.of() : Arrays.asList(answer.split(" "));

        assertThat(PROCEDURE.against(verb, in(situation), CaseFiles.person(person), DAY.plusDays(days)))
                .extracting(Ground::code)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void it_is_called_seven_working_days_ahead_by_one_who_does_not_handle_the_case() {
        assertThat(calling(PRESIDING, true, FIRST)).isEmpty();
        assertThat(PROCEDURE.againstCalling(in("asked"), PRESIDING, true, FIRST.minusDays(1), DAY))
                .singleElement()
                .satisfies(ground -> {
                    assertThat(ground.code()).isEqualTo("HEARING_SHORT");
                    assertThat(ground.arguments()).containsExactly(FIRST.toString());
                });
        assertThat(calling(CaseFiles.HANDLING.person(), true, FIRST)).containsExactly("PRESIDES_OWN");
        assertThat(calling(99, false, FIRST)).containsExactly("PRESIDES_OWN");
    }

    private static List<String> calling(long presiding, boolean known, LocalDate day) {
        return PROCEDURE.againstCalling(in("asked"), presiding, known, day, DAY).stream().map(Ground::code).toList();
    }

    @Test
    void a_notice_that_reaches_the_party_too_late_needs_another_day() {
        assertThat(PROCEDURE.againstServingCall(in("called"), CaseFiles.delivered(DAY))).isEmpty();
        assertThat(PROCEDURE.againstServingCall(in("called"), CaseFiles.delivered(DAY.plusDays(1))))
                .extracting(Ground::code)
                .containsExactly("HEARING_SERVED_LATE");
    }

    @Test
    void who_stays_away_has_given_it_up_and_who_withdraws_may_ask_again_in_time() {
        var by = CaseFiles.by(CaseFiles.REVIEWER, DAY);
        var away = in("served").end(by, new Paper.HearingEnded(Paper.HearingEnding.ABSENT, DAY, ""));
        var withdrawn = in("served").end(by, new Paper.HearingEnded(Paper.HearingEnding.WITHDRAWN, DAY, ""));

        assertThat(PROCEDURE.againstHearing(away, DAY)).extracting(Ground::code).containsExactly("HEARING_GIVEN_UP");
        assertThat(PROCEDURE.againstHearing(withdrawn, DAY)).isEmpty();
        assertThat(PROCEDURE.against(Verb.DECIDE, away, CaseFiles.HEAD, DAY.plusDays(9))).isEmpty();
    }

    @Test
    void the_notice_must_tell_of_the_right_from_the_figures_of_the_law_on() {
        assertThat(owed(Party.Kind.FIRM, 99_999, 0)).isFalse();
        assertThat(owed(Party.Kind.FIRM, 100_000, 0)).isTrue();
        assertThat(owed(Party.Kind.FIRM, 0, 100_000)).isTrue();
        assertThat(owed(Party.Kind.PERSON, 9_999, 9_999)).isFalse();
        assertThat(owed(Party.Kind.PERSON, 10_000, 0)).isTrue();
    }

    private static boolean owed(Party.Kind kind, long fine, long confiscation) {
        var penalty = new Penalty(Money.ofYuan(fine), Money.ofYuan(confiscation), "", "");
        var proposed = CaseFiles.reviewed().docket();
        var party = new Party(kind, "当事人", "", "住所");
        var docket = new Docket(
                proposed.id(), 1, proposed.agency(), proposed.proposalNumber(), proposed.matter(), party, proposed.officers(),
                proposed.entries()).with(new Paper.Findings("事实", "意见", penalty), CaseFiles.by(CaseFiles.HANDLING, DAY));
        var file = new CaseFile.Reviewed(docket);
        assertThat(PROCEDURE.againstNotice(file, true, DAY)).isEmpty();
        var silent = PROCEDURE.againstNotice(file, false, DAY);
        assertThat(silent).allSatisfy(ground -> assertThat(ground.code()).isEqualTo("HEARING_OWED"));
        return !silent.isEmpty();
    }

    @Test
    void the_figures_are_shown_for_what_they_are_not_checked() {
        assertThat(HearingRight.of(Law.load(), Party.Kind.FIRM, DAY)).get().extracting(HearingRight::certain).isEqualTo(false);
    }
}
