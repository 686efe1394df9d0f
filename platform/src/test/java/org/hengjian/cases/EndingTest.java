package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.hengjian.law.Law;
import org.hengjian.statutes.Ground;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Collective discussion, termination, decisions without a penalty, and what the reporter is told. */
class EndingTest {

    private static final LocalDate DAY = CaseFiles.DAY;
    private static final Clocks CLOCKS = new Clocks(Law.load());
    private static final Procedure PROCEDURE = new Procedure(CLOCKS);

    private static CaseFile in(String situation) {
        return switch (situation) {
            case "filed" -> CaseFiles.filed();
            case "proposed" -> reported(CaseFiles.proposed());
            case "reviewed" -> CaseFiles.reviewed();
            case "informed" -> CaseFiles.informed();
            case "reviewed, grave" -> put(CaseFiles.reviewed(), new Paper.GraveMarked(Paper.Gravity.COMPLICATED, ""));
            case "informed, grave" -> put(CaseFiles.informed(), new Paper.GraveMarked(Paper.Gravity.COMPLICATED, ""));
            case "grave, reviewed again" -> ((CaseFile.Informed) in("informed, grave"))
                    .review(CaseFiles.by(CaseFiles.REVIEWER, DAY), CaseFiles.consent("同意"));
            case "decided" -> CaseFiles.decided();
            case "to be terminated" -> put(CaseFiles.investigating(), new Paper.TerminationProposed(Paper.Termination.OTHER, ""));
            case "not to be terminated" -> put(in("to be terminated"), new Paper.TerminationRefused("继续"));
            case "terminated" -> CaseFiles.terminated();
            case "reported" -> reported(CaseFiles.filed());
            case "reported and refused" -> reported(CaseFiles.in(Stage.REFUSED));
            case "told" -> put(in("reported"), new Paper.ReporterTold(DAY, Paper.ReporterWay.PHONE, "", new byte[0], true));
            default -> throw new IllegalArgumentException(situation);
        };
    }

    private static CaseFile put(CaseFile file, Paper paper) {
        return file.put(CaseFiles.by(CaseFiles.HEAD, DAY), paper);
    }

    private static CaseFile reported(CaseFile file) {
        var docket = file.docket();
        var matter = docket.matter();
        return file.stage().of(new Docket(
                docket.id(), docket.version(), docket.agency(), docket.proposalNumber(),
                new Docket.Matter(
                        matter.title(), matter.cause(), matter.act(), matter.place(), matter.span(), matter.rightName(),
                        Docket.Source.REPORT, "举〔2026〕1", matter.foundOn()),
                docket.party(), docket.officers(), docket.entries()));
    }

    @ParameterizedTest(name = "{2} {1} when {0}, {3} days later: {4}")
    @CsvSource({
        "filed,                MARK_GRAVE,          reviewer, 0, ORDER.MARK_GRAVE",
        "reviewed,             MARK_GRAVE,          reviewer, 0, yes",
        "reviewed,             MARK_GRAVE,          handling, 0, ROLE.REVIEWER DECIDES_OWN",
        "decided,              MARK_GRAVE,          reviewer, 0, ORDER.MARK_GRAVE",
        "'reviewed, grave',       INFORM,            head,     0, LEGAL_REVIEW_OWED",
        "'reviewed, grave',       REVIEW,            reviewer, 0, yes",
        "'informed, grave',       DECIDE,            head,     8, LEGAL_REVIEW_OWED",
        "'informed, grave',       DISCUSS,           head,     8, LEGAL_REVIEW_OWED",
        "'informed, grave',       REVIEW,            handling, 8, ROLE.REVIEWER REVIEWS_OWN",
        "'informed, grave',       ASK_HEARING,       handling, 0, yes",
        "'grave, reviewed again', REVIEW,            reviewer, 8, ORDER.REVIEW",
        "'grave, reviewed again', DISCUSS,           head,     8, yes",
        "reviewed,             DISCUSS,             head,     0, ORDER.DISCUSS",
        "informed,             DISCUSS,             head,     0, TERM_RUNNING",
        "informed,             DISCUSS,             head,     8, yes",
        "informed,             DISCUSS,             reviewer, 8, ROLE.HEAD",
        "informed,             DISCUSS,             heading,  8, DECIDES_OWN",
        "filed,                PROPOSE_TERMINATION, handling, 0, yes",
        "filed,                PROPOSE_TERMINATION, head,     0, ROLE.OFFICER",
        "filed,                TERMINATE,           head,     0, ORDER.TERMINATE",
        "decided,              PROPOSE_TERMINATION, handling, 0, ORDER.PROPOSE_TERMINATION",
        "to be terminated,     TERMINATE,           head,     0, yes",
        "to be terminated,     TERMINATE,           handling, 0, ROLE.HEAD DECIDES_OWN",
        "to be terminated,     TERMINATE,           heading,  0, DECIDES_OWN",
        "to be terminated,     REFUSE_TERMINATION,  head,     0, yes",
        "to be terminated,     PROPOSE_TERMINATION, handling, 0, ORDER.PROPOSE_TERMINATION",
        "not to be terminated, TERMINATE,           head,     0, ORDER.TERMINATE",
        "not to be terminated, PROPOSE_TERMINATION, handling, 0, yes",
        "terminated,           PROPOSE_CLOSING,     handling, 0, yes",
        "terminated,           RECORD,              handling, 0, ORDER.RECORD",
        "filed,                TELL_REPORTER,       handling, 0, ORDER.TELL_REPORTER",
        "proposed,             TELL_REPORTER,       handling, 0, ORDER.TELL_REPORTER",
        "reported,             TELL_REPORTER,       handling, 0, yes",
        "reported,             TELL_REPORTER,       other,    0, NOT_HANDLING",
        "reported and refused, TELL_REPORTER,       handling, 0, yes",
        "told,                 TELL_REPORTER,       handling, 0, ORDER.TELL_REPORTER",
    })
    void each_step_has_its_people_and_its_time(String situation, Verb verb, String person, int days, String answer) {
        List<String> expected = "yes".equals(answer) ? List.of() : Arrays.asList(answer.split(" "));

        assertThat(PROCEDURE.against(verb, in(situation), CaseFiles.person(person), DAY.plusDays(days)))
                .extracting(Ground::code)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource(Paper.Gravity.class)
    void a_penalty_in_a_grave_case_needs_the_discussion_of_the_heads(Paper.Gravity gravity) {
        var grave = put(CaseFiles.informed(), new Paper.GraveMarked(gravity, "复杂"));
        var discussed = put(grave, new Paper.Discussed(DAY, "江临、周安", "讨论", "同意"));

        assertThat(penalty(grave)).containsExactly("NOT_DISCUSSED");
        assertThat(penalty(discussed)).isEmpty();
        assertThat(PROCEDURE.againstDecision(grave, Paper.Result.EXEMPT, Penalty.NONE, DAY)).isEmpty();
    }

    @Test
    void so_does_a_penalty_after_a_hearing_and_a_discussion_before_the_last_review_is_not_enough() {
        var reviewed = CaseFiles.heard().review(CaseFiles.by(CaseFiles.REVIEWER, DAY), CaseFiles.consent("同意"));
        var early = ((CaseFile.Heard) put(CaseFiles.heard(), new Paper.Discussed(DAY, "江临、周安", "讨论", "同意")))
                .review(CaseFiles.by(CaseFiles.REVIEWER, DAY), CaseFiles.consent("同意"));

        assertThat(penalty(reviewed)).containsExactly("NOT_DISCUSSED");
        assertThat(penalty(early)).containsExactly("NOT_DISCUSSED");
        assertThat(penalty(put(reviewed, new Paper.Discussed(DAY, "江临、周安", "讨论", "同意")))).isEmpty();
        assertThat(penalty(CaseFiles.informed())).isEmpty();
    }

    private static List<String> penalty(CaseFile file) {
        return PROCEDURE.againstDecision(file, Paper.Result.PENALTY, CaseFiles.PENALTY, DAY).stream().map(Ground::code).toList();
    }

    @Test
    void a_decision_without_penalty_names_its_rule_and_a_transfer_its_receiver() {
        assertThat(codes(Paper.Result.EXEMPT, Disposal.NONE)).containsExactly("EXEMPTION_UNNAMED");
        assertThat(codes(Paper.Result.EXEMPT, new Disposal(Disposal.Exemption.MINOR, ""))).isEmpty();
        assertThat(codes(Paper.Result.TRANSFERRED, Disposal.NONE)).containsExactly("RECEIVER_UNNAMED");
        assertThat(codes(Paper.Result.TRANSFERRED, new Disposal(Disposal.Exemption.NONE, "某市文化和旅游局"))).isEmpty();
        assertThat(codes(Paper.Result.UNFOUNDED, Disposal.NONE)).isEmpty();
        assertThat(codes(Paper.Result.PENALTY, Disposal.NONE)).isEmpty();
    }

    private static List<String> codes(Paper.Result result, Disposal disposal) {
        return PROCEDURE.againstDisposal(result, disposal).stream().map(Ground::code).toList();
    }

    @Test
    void the_reporter_is_told_in_the_days_of_the_law_even_when_nothing_was_filed() {
        var refused = in("reported and refused");

        assertThat(CLOCKS.next(refused)).get().satisfies(clock -> {
            assertThat(clock.duty()).isEqualTo(Clocks.REPORTER);
            assertThat(clock.due()).isEqualTo(LocalDate.of(2026, 9, 14)); // the fifth working day
        });
        assertThat(CLOCKS.next(put(refused, new Paper.ReporterTold(
                        DAY, Paper.ReporterWay.ANONYMOUS, "", new byte[0], false))))
                .isEmpty();
        assertThat(CLOCKS.next(CaseFiles.in(Stage.REFUSED))).isEmpty();
    }

    @Test
    void a_terminated_case_owes_nothing_and_its_term_of_handling_is_met() {
        var terminated = CaseFiles.terminated();

        assertThat(terminated.owed().fen()).isZero();
        assertThat(CLOCKS.of(terminated)).filteredOn(clock -> clock.duty().equals(Clocks.HANDLING)).allMatch(clock -> !clock.runs());
        assertThat(CLOCKS.next(terminated)).get().extracting(Clocks.Clock::duty).isEqualTo(Clocks.CLOSING);
    }
}
