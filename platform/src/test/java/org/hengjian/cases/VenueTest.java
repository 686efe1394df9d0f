package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hengjian.documents.DocumentNumber;
import org.hengjian.law.Law;
import org.hengjian.statutes.Ground;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has jurisdiction over a case: what each answer leads to, what it stops, and whose clock runs. */
class VenueTest {

    private static final LocalDate DAY = CaseFiles.DAY;
    private static final Clocks CLOCKS = new Clocks(Law.load());
    private static final Procedure PROCEDURE = new Procedure(CLOCKS);
    private static final Office OWN = new Office(10, "青石县市场监管局");

    private static CaseFile in(String situation) {
        var file = CaseFiles.investigating();
        return switch (situation) {
            case "nothing" -> file;
            case "reviewed" -> CaseFiles.reviewed();
            case "closed" -> CaseFiles.in(Stage.CLOSED);
            case "transferred, not filed" -> CaseFiles.transferred(CaseFiles.proposed());
            case "not filed" -> CaseFiles.proposed();
            case "disputed" -> put(file, CaseFiles.disputed());
            case "disputed before notice" -> put(CaseFiles.reviewed(), CaseFiles.disputed());
            case "disputed, end proposed" ->
                put(in("disputed"), new Paper.TerminationProposed(Paper.Termination.ENTITY_ENDED, "已注销"));
            case "designated there, end proposed" ->
                put(in("designated there"), new Paper.TerminationProposed(Paper.Termination.ENTITY_ENDED, "已注销"));
            case "in vain" -> put(in("disputed"), CaseFiles.consulted(Paper.Consultation.FAILED));
            case "theirs" -> put(in("disputed"), CaseFiles.consulted(Paper.Consultation.THEIRS));
            case "ours" -> put(in("disputed"), CaseFiles.consulted(Paper.Consultation.OURS));
            case "theirs, agreed" -> put(in("theirs"), new Paper.VenueConfirmed(true, "渡口县市场监管局", "同意"));
            case "ours, agreed" -> put(in("ours"), new Paper.VenueConfirmed(true, "渡口县市场监管局", "同意"));
            case "ours, denied" -> put(in("ours"), new Paper.VenueConfirmed(false, "渡口县市场监管局", "不同意"));
            case "proposed" -> put(in("in vain"), CaseFiles.designationProposed(Paper.Designation.DISPUTE));
            case "not brought" -> put(in("proposed"), new Paper.DesignationRefused("再协商"));
            case "asked" -> put(in("proposed"), CaseFiles.designationAsked());
            case "asked, not filed" -> put(
                    in("transferred, not filed"), CaseFiles.designationProposed(Paper.Designation.OBJECTION), CaseFiles.designationAsked());
            case "designated here" -> put(in("asked"), CaseFiles.designated(OWN));
            case "designated there" -> put(in("asked"), CaseFiles.designated(CaseFiles.OTHER_SIDE));
            case "designated there, not filed" -> put(in("asked, not filed"), CaseFiles.designated(CaseFiles.OTHER_SIDE));
            case "taken up" -> put(file, new Paper.TakenUp(
                    new DocumentNumber("杭市监指管〔2026〕2号"), CaseFiles.ABOVE_BOTH, "云州市市场监管局", "重大"));
            case "leaving" -> put(file, new Paper.HandoverProposed(CaseFiles.OTHER_SIDE, "实际经营地在渡口县"));
            case "given up" -> put(in("asked"), new Paper.VenueWithdrawn("协商解决"));
            case "suspended" -> put(in("asked"), new Paper.Suspended(Paper.SuspensionGround.OTHER, "停"));
            case "gone" -> CaseFiles.handedOver();
            default -> throw new IllegalArgumentException(situation);
        };
    }

    private static CaseFile put(CaseFile file, Paper... papers) {
        for (var paper : papers) {
            file = file.put(CaseFiles.by(CaseFiles.OTHER, DAY), paper);
        }
        return file;
    }

    @ParameterizedTest(name = "{2} {1} when {0}: {3}")
    @CsvSource(delimiter = ';', value = {
        "nothing;                    DISPUTE_VENUE;       handling;    yes",
        "nothing;                    TAKE_UP;             superior;    yes",
        "nothing;                    TAKE_UP;             head;        NOT_ABOVE",
        "nothing;                    CONSULT_VENUE;       handling;    ORDER.CONSULT_VENUE",
        "nothing;                    DESIGNATE;           superior;    ORDER.DESIGNATE NOT_SUPERIOR",
        "nothing;                    HAND_OVER;           head;        ORDER.HAND_OVER",
        "closed;                     DISPUTE_VENUE;       handling;    ORDER.DISPUTE_VENUE",
        "closed;                     TAKE_UP;             superior;    ORDER.TAKE_UP",
        "not filed;                  STATE_VENUE;         handling;    yes",
        "not filed;                  PROPOSE_DESIGNATION; handling;    ORDER.PROPOSE_DESIGNATION",
        "transferred, not filed;     PROPOSE_DESIGNATION; handling;    yes",
        "disputed;                   RECORD;              handling;    yes",
        "disputed;                   DISPUTE_VENUE;       handling;    ORDER.DISPUTE_VENUE",
        "disputed;                   CONFIRM_VENUE;       counterpart; ORDER.CONFIRM_VENUE NOT_COUNTERPART",
        "disputed;                   TAKE_UP;             counterpart; NOT_ABOVE",
        "disputed before notice;     INFORM;              head;        VENUE_OPEN",
        "disputed before notice;     DECIDE;              head;        VENUE_OPEN",
        "disputed, end proposed;     TERMINATE;           head;        VENUE_OPEN",
        "designated there, end proposed; TERMINATE;       head;        VENUE_ELSEWHERE",
        "disputed before notice;     EXTEND;              head;        yes",
        "in vain;                    PROPOSE_DESIGNATION; handling;    yes",
        "in vain;                    CONFIRM_VENUE;       counterpart; ORDER.CONFIRM_VENUE NOT_COUNTERPART",
        "ours;                       CONFIRM_VENUE;       counterpart; yes",
        "ours;                       CONFIRM_VENUE;       abroad;      NOT_COUNTERPART",
        "ours;                       CONFIRM_VENUE;       superior;    NOT_COUNTERPART",
        "ours;                       CONFIRM_VENUE;       head;        NOT_COUNTERPART",
        "ours;                       CONSULT_VENUE;       handling;    yes",
        "ours, agreed;               DISPUTE_VENUE;       handling;    yes",
        "ours, agreed;               FINISH;              handling;    yes",
        "ours, denied;               CONFIRM_VENUE;       counterpart; ORDER.CONFIRM_VENUE NOT_COUNTERPART",
        "ours, denied;               PROPOSE_DESIGNATION; handling;    yes",
        "theirs, agreed;             HAND_OVER;           head;        yes",
        "theirs, agreed;             HAND_OVER;           handling;    ROLE.HEAD DECIDES_OWN",
        "theirs, agreed;             FINISH;              handling;    VENUE_ELSEWHERE",
        "theirs, agreed;             RECORD;              handling;    VENUE_ELSEWHERE",
        "proposed;                   ASK_DESIGNATION;     head;        yes",
        "proposed;                   ASK_DESIGNATION;     handling;    ROLE.HEAD DECIDES_OWN",
        "proposed;                   DESIGNATE;           superior;    ORDER.DESIGNATE NOT_SUPERIOR",
        "not brought;                CONSULT_VENUE;       handling;    yes",
        "asked;                      DESIGNATE;           superior;    yes",
        "asked;                      DESIGNATE;           counterpart; NOT_SUPERIOR",
        "asked;                      DESIGNATE;           head;        NOT_SUPERIOR",
        "asked;                      WITHDRAW_VENUE;      head;        yes",
        "asked;                      ASK_DESIGNATION;     head;        ORDER.ASK_DESIGNATION",
        "asked, not filed;           APPROVE;             head;        VENUE_OPEN",
        "asked, not filed;           REFUSE;              head;        yes",
        "designated here;            FINISH;              handling;    yes",
        "designated here;            DESIGNATE;           superior;    ORDER.DESIGNATE NOT_SUPERIOR",
        "designated there;           HAND_OVER;           head;        yes",
        "designated there;           FINISH;              handling;    VENUE_ELSEWHERE",
        "designated there;           WITHDRAW_VENUE;      head;        ORDER.WITHDRAW_VENUE",
        "designated there, not filed; APPROVE;            head;        VENUE_ELSEWHERE",
        "designated there, not filed; HAND_OVER;          head;        ORDER.HAND_OVER",
        "designated there, not filed; REFUSE;             head;        yes",
        "taken up;                   HAND_OVER;           head;        yes",
        "leaving;                    HAND_OVER;           head;        yes",
        "leaving;                    WITHDRAW_VENUE;      head;        yes",
        "given up;                   FINISH;              handling;    yes",
        "suspended;                  DESIGNATE;           superior;    yes",
        "suspended;                  RECORD;              handling;    SUSPENDED",
        "gone;                       PROPOSE_CLOSING;     handling;    yes",
        "gone;                       RECORD;              handling;    ORDER.RECORD",
        "gone;                       HAND_OVER;           head;        ORDER.HAND_OVER",
    })
    void each_step_has_its_time_and_its_people(String situation, Verb verb, String person, String answer) {
        List<String> expected = "yes".equals(answer) ? List.of() : Arrays.asList(answer.split(" "));

        assertThat(PROCEDURE.against(verb, in(situation), CaseFiles.person(person), DAY))
                .extracting(Ground::code)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void consulting_and_designating_have_seven_working_days_each_and_one_ends_where_the_other_begins() {
        var disputed = clock(in("disputed"), Clocks.CONSULTATION).orElseThrow();
        assertThat(disputed.due()).isEqualTo(LocalDate.of(2026, 9, 16)); // from Monday 7 September
        assertThat(disputed.runs()).isTrue();
        assertThat(clock(in("in vain"), Clocks.CONSULTATION).orElseThrow().runs()).isTrue();
        assertThat(clock(in("ours, agreed"), Clocks.CONSULTATION).orElseThrow().met()).contains(DAY);
        assertThat(clock(in("asked"), Clocks.CONSULTATION).orElseThrow().met()).contains(DAY);

        assertThat(clock(in("proposed"), Clocks.DESIGNATION)).isEmpty();
        var asked = clock(in("asked"), Clocks.DESIGNATION).orElseThrow();
        assertThat(asked.due()).isEqualTo(LocalDate.of(2026, 9, 16));
        assertThat(asked.party()).as("it binds the superior").isTrue();
        assertThat(clock(in("designated here"), Clocks.DESIGNATION).orElseThrow().met()).contains(DAY);
        assertThat(clock(in("given up"), Clocks.DESIGNATION).orElseThrow().met()).contains(DAY);
    }

    /** Art. 64 names what does not count; a dispute over jurisdiction is not among it. */
    @Test
    void the_term_of_handling_runs_on_meanwhile_and_ends_with_the_handing_over() {
        var undisputed = clock(in("nothing"), Clocks.HANDLING).orElseThrow();
        var asked = clock(in("asked"), Clocks.HANDLING).orElseThrow();

        assertThat(asked.due()).isEqualTo(undisputed.due());
        assertThat(asked.pausedUntil()).isEmpty();
        assertThat(clock(in("gone"), Clocks.HANDLING).orElseThrow().met()).contains(DAY);
        assertThat(clock(in("gone"), Clocks.CLOSING).orElseThrow().runs()).isTrue();
    }

    @Test
    void the_other_agency_is_asked_without_reading_the_case_and_reads_it_when_it_gets_it() {
        for (String before : List.of("nothing", "designated here")) {
            assertThat(Venue.asked(in(before).docket())).as(before).isEmpty();
            assertThat(Venue.readers(in(before).docket())).as(before).isEmpty();
        }
        assertThat(Venue.asked(in("disputed").docket())).containsExactly(12L);
        assertThat(Venue.asked(in("asked").docket())).containsExactly(12L, 13L);
        for (String question : List.of("disputed", "asked")) {
            assertThat(Venue.readers(in(question).docket())).as(question).isEmpty();
        }
        for (String over : List.of("designated there", "gone")) {
            assertThat(Venue.asked(in(over).docket())).as(over).isEmpty();
            assertThat(Venue.readers(in(over).docket())).as(over).containsExactly(12L);
        }
        var refused = ((CaseFile.Proposed) in("asked, not filed")).refuse(CaseFiles.by(CaseFiles.HEAD, DAY), "OTHER", "不属于本局管辖");
        assertThat(Venue.asked(refused.docket())).isEmpty();
        assertThat(Venue.readers(refused.docket())).isEmpty();
        assertThat(clock(refused, Clocks.DESIGNATION).orElseThrow().met()).contains(DAY);
        assertThat(Venue.concerned(in("designated here").docket())).containsExactly(12L, 13L);
    }

    @Test
    void a_case_that_was_handed_over_and_is_opened_anew_is_nobody_elses() {
        var closed = CaseFiles.handedOver().proposeClosing(CaseFiles.by(CaseFiles.HANDLING, DAY), "移送")
                .close(CaseFiles.by(CaseFiles.HEAD, DAY), "");
        var anew = closed.reopen(
                CaseFiles.by(CaseFiles.HEAD, DAY), new Paper.Reopened(Paper.Reopening.INVESTIGATION, "对方退回"));

        assertThat(Venue.of(anew.docket())).isInstanceOf(Venue.Unquestioned.class);
        assertThat(clock(anew, Clocks.HANDLING).orElseThrow().runs()).isTrue();
    }

    private static Optional<Clocks.Clock> clock(CaseFile file, String duty) {
        return CLOCKS.of(file).stream().filter(clock -> clock.duty().equals(duty)).findFirst();
    }
}
