package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hengjian.access.Viewer;
import org.hengjian.documents.DocumentNumber;
import org.hengjian.law.Law;
import org.hengjian.law.Money;
import org.hengjian.statutes.Ground;
import org.hengjian.testing.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step in every stage by every kind of person, as transitions.csv and people.csv have it; neither leaves one out. */
class EveryStepInEveryStageTest {

    private static final Procedure PROCEDURE = new Procedure(new Clocks(Law.load()));
    private static final DocumentNumber NUMBER = new DocumentNumber("杭西市监〔2026〕1号");
    private static final Measure.Taking TAKING = new Measure.Taking(
            "仓前路8号", "有证据证明是侵权商品", "《商标法》第六十二条", List.of(new Measure.Thing("卫衣", "XL", BigDecimal.TEN, "件")));
    private static final Table TRANSITIONS = Table.of("/cases/transitions.csv", "step");
    private static final Table PEOPLE = Table.of("/cases/people.csv", "step");

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static List<String> codes(String cell) {
        return cell.equals("yes") ? List.of() : List.of(cell.split(" "));
    }

    @Test
    void no_step_no_stage_and_nobody_is_missing() {
        assertThat(TRANSITIONS.rows()).containsExactlyElementsOf(names(Verb.values()));
        assertThat(PEOPLE.rows()).containsExactlyElementsOf(names(Verb.values()));
        assertThat(TRANSITIONS.columns()).containsAll(names(Stage.values()));
        assertThat(PEOPLE.columns()).containsAll(CaseFiles.PEOPLE);
    }

    static Stream<Verb> steps() {
        return Arrays.stream(Verb.values());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void a_step_is_taken_or_refused_as_the_tables_say(Verb verb) {
        LocalDate today = CaseFiles.DAY.plusDays(Long.parseLong(TRANSITIONS.cell(verb.name(), "days")));
        for (var stage : Stage.values()) {
            String allowed = TRANSITIONS.cell(verb.name(), stage.name());
            if (allowed.equals("none")) {
                continue;
            }
            var file = ready(verb, CaseFiles.in(stage));
            for (String person : CaseFiles.PEOPLE) {
                var grounds = PROCEDURE.against(verb, file, CaseFiles.person(person), today);
                var said = grounds.stream().map(Ground::code).toList();
                if (allowed.isEmpty()) {
                    assertThat(said).as("%s in %s by %s", verb, stage, person).contains("ORDER." + verb);
                } else {
                    var personal = codes(PEOPLE.cell(verb.name(), person));
                    assertThat(said)
                            .as("%s in %s by %s", verb, stage, person)
                            .containsExactlyInAnyOrderElementsOf(personal.isEmpty() ? codes(allowed) : personal);
                }
                grounds.forEach(EveryStepInEveryStageTest::isSaid);
            }
        }
    }

    /** Whoever is refused is told the ground and the way out in both languages, and reads the article. */
    private static void isSaid(Ground ground) {
        for (var language : List.of(Locale.ROOT, Locale.ENGLISH)) {
            var messages = ResourceBundle.getBundle("messages.cases", language, ResourceBundle.Control.getNoFallbackControl(
                    ResourceBundle.Control.FORMAT_PROPERTIES));
            assertThat(messages.containsKey("cases.ground." + ground.code())).as("ground of %s", ground.code()).isTrue();
            assertThat(messages.containsKey("cases.remedy." + ground.code())).as("remedy of %s", ground.code()).isTrue();
        }
        assertThat(ground.provision().instrument()).as("instrument of %s", ground.code()).isNotEmpty();
        assertThat(ground.provision().article()).as("article of %s", ground.code()).isNotEmpty();
    }

    /** Every person of the table is allowed something, and each step is somebody's. */
    @Test
    void each_step_has_its_people_and_none_is_for_all() {
        for (var verb : Verb.values()) {
            Map<Boolean, List<String>> may = CaseFiles.PEOPLE.stream()
                    .collect(Collectors.partitioningBy(person -> PEOPLE.cell(verb.name(), person).equals("yes")));
            assertThat(may.get(true)).as("who may %s", verb).isNotEmpty();
            assertThat(may.get(false)).as("who may not %s", verb).contains("abroad", "auditor");
        }
    }

    /** The file with what the step is about: a measure that was asked for, a notice that was issued. */
    private static CaseFile ready(Verb verb, CaseFile file) {
        int next = file.docket().entries().size() + 1;
        return switch (verb) {
            case IMPOSE_MEASURE, REFUSE_MEASURE -> put(file, new Paper.MeasureAsked(Measure.Kind.SEIZURE, TAKING));
            case CONFIRM_MEASURE -> put(file, new Paper.MeasureTaken(
                    Measure.Kind.SEIZURE, TAKING, CaseFiles.DAY.atTime(2, 0).toInstant(ZoneOffset.UTC), CaseFiles.DAY, NUMBER));
            case EXTEND_MEASURE, LIFT_MEASURE ->
                put(file, new Paper.MeasureAsked(Measure.Kind.SEIZURE, TAKING), new Paper.MeasureImposed(next, NUMBER));
            case SETTLE_REGISTRATION ->
                put(file, new Paper.MeasureAsked(Measure.Kind.REGISTRATION, TAKING), new Paper.MeasureImposed(next, NUMBER));
            case PROLONG_TESTING, END_TESTING -> put(file, new Paper.TestingCommissioned(
                    Testing.Kind.TESTING, 0, "省纤检院", "卫衣3件", "是否正品", CaseFiles.DAY.plusDays(5), NUMBER, NUMBER));
            case TELL_OPINION -> put(file, OpinionTest.opinion(0));
            case ASK_NEW_OPINION -> put(file, OpinionTest.opinion(0), OpinionTest.told(next));
            case DECIDE_NEW_OPINION ->
                put(file, OpinionTest.opinion(0), OpinionTest.told(next), new Paper.NewOpinionAsked(next, CaseFiles.DAY, "异议"));
            case SERVE_CORRECTION, CHECK_CORRECTION -> put(file, LetterTest.ordered(0));
            case RECORD_ASSISTANCE -> put(file, LetterTest.asked());
            case RESUME -> put(file, new Paper.Suspended(Paper.SuspensionGround.OTHER_CASE, "待判决"));
            case CALL_HEARING -> file instanceof CaseFile.HearingAsked ? CaseFiles.hearingAsked() : file;
            case SERVE_HEARING -> file instanceof CaseFile.HearingAsked ? CaseFiles.hearingCalled(CaseFiles.DAY) : file;
            case HOLD_HEARING, END_HEARING, WITHDRAW_HEARING ->
                file instanceof CaseFile.HearingAsked ? CaseFiles.hearingServed(CaseFiles.DAY) : file;
            case DECIDE_RECUSAL -> put(file, new Paper.RecusalAsked(
                    CaseFiles.SECOND.person(), "陆闻笛", Paper.RecusalAsker.PARTY, CaseFiles.DAY, "有利害关系"));
            case TERMINATE, REFUSE_TERMINATION ->
                put(file, new Paper.TerminationProposed(Paper.Termination.ENTITY_ENDED, "已注销"));
            case TELL_REPORTER -> CaseFiles.reported(file);
            case END_REMEDY -> put(file, new Paper.RemedyBegun(Paper.RemedyKind.LITIGATION, CaseFiles.DAY, "法院", ""));
            case GRANT_INSTALMENTS, REFUSE_INSTALMENTS -> put(file, new Paper.InstalmentsAsked(CaseFiles.DAY, "困难"));
            case SERVE_DEMAND -> put(file, new Paper.Demanded(NUMBER, Money.ofYuan(1), Money.ZERO));
            case APPLY_ENFORCEMENT -> put(
                    file,
                    new Paper.Demanded(NUMBER, Money.ofYuan(1), Money.ZERO),
                    new Paper.DemandServed(CaseFiles.delivered(CaseFiles.DAY)));
            case CONSULT_VENUE, WITHDRAW_VENUE -> put(file, CaseFiles.disputed());
            case CONFIRM_VENUE -> put(file, CaseFiles.disputed(), CaseFiles.consulted(Paper.Consultation.OURS));
            case PROPOSE_DESIGNATION -> CaseFiles.transferred(file);
            case ASK_DESIGNATION, REFUSE_DESIGNATION ->
                put(file, CaseFiles.designationProposed(Paper.Designation.OBJECTION));
            case DESIGNATE ->
                put(file, CaseFiles.designationProposed(Paper.Designation.OBJECTION), CaseFiles.designationAsked());
            case HAND_OVER -> put(
                    file,
                    CaseFiles.designationProposed(Paper.Designation.OBJECTION),
                    CaseFiles.designationAsked(),
                    CaseFiles.designated(CaseFiles.OTHER_SIDE));
            case RECORD_RULING -> put(file, new Paper.EnforcementApplied(NUMBER, "法院", Money.ofYuan(1)));
            case APPROVE, REFUSE, EXTEND, RECORD, FINISH, REVIEW, INFORM, SERVE_NOTICE, DEFENCE, ASK_HEARING, HEAR, DECIDE, SERVE,
                    PAY, PROPOSE_CLOSING, CLOSE, ASK_MEASURE, TAKE_MEASURE, COMMISSION_TESTING, SUSPEND, ESTABLISH, DISCRETION,
                    RECORD_OPINION, ORDER_CORRECTION, ASK_ASSISTANCE, SUMMON, CONFIRM_ADDRESS,
                    ASK_RECUSAL, DECLARE_RECUSAL, CHANGE_OFFICERS, MARK_GRAVE, DISCUSS, PROPOSE_TERMINATION, MARK_REMEDY,
                    ASK_INSTALMENTS, IMPOSE_SURCHARGE, DEMAND, ARCHIVE, REOPEN, STATE_VENUE, DISPUTE_VENUE,
                    TAKE_UP, PROPOSE_HANDOVER, HAND_DOWN -> file;
        };
    }

    private static CaseFile put(CaseFile file, Paper... papers) {
        for (var paper : papers) {
            file = file.put(CaseFiles.by(CaseFiles.OTHER, CaseFiles.DAY), paper);
        }
        return file;
    }
}
