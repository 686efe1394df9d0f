package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hengjian.documents.DocumentNumber;
import org.hengjian.law.Law;
import org.hengjian.statutes.Ground;
import org.hengjian.time.PlatformTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The table of beside.csv: measures, tests, suspension; and what they do to the clocks. */
class BesideTheMainLineTest {

    private static final Law LAW = Law.load();
    private static final Clocks CLOCKS = new Clocks(LAW);
    private static final Procedure PROCEDURE = new Procedure(CLOCKS);
    private static final MeasureRules MEASURES = new MeasureRules(CLOCKS);
    private static final LocalDate DAY = CaseFiles.DAY; // Monday 7 September 2026
    private static final Instant NOON = DAY.atTime(12, 0).atZone(PlatformTime.ZONE).toInstant();
    private static final DocumentNumber NUMBER = new DocumentNumber("杭西市监强制〔2026〕1号");
    private static final Measure.Taking TAKING = new Measure.Taking(
            "仓前路8号", "有证据证明是侵权商品", "《商标法》第六十二条", List.of(new Measure.Thing("卫衣", "XL", new BigDecimal(430), "件")));

    private static CaseFile in(String situation) {
        var filed = CaseFiles.investigating();
        int next = filed.docket().entries().size() + 1;
        return switch (situation) {
            case "proposed" -> CaseFiles.proposed();
            case "decided" -> CaseFiles.decided();
            case "closed" -> CaseFiles.in(Stage.CLOSED);
            case "filed" -> filed;
            case "asked" -> put(filed, new Paper.MeasureAsked(Measure.Kind.SEIZURE, TAKING));
            case "taken" -> put(filed, new Paper.MeasureTaken(Measure.Kind.SEIZURE, TAKING, NOON, DAY, NUMBER));
            case "seized" -> put(in("asked"), new Paper.MeasureImposed(next, NUMBER));
            case "extended" -> put(in("seized"), new Paper.MeasureExtended(next, "案情复杂", NUMBER));
            case "lifted" -> put(in("seized"), new Paper.MeasureLifted(next, Measure.Lifting.UNRELATED, "", NUMBER));
            case "registered" -> put(
                    put(filed, new Paper.MeasureAsked(Measure.Kind.REGISTRATION, TAKING)), new Paper.MeasureImposed(next, NUMBER));
            case "testing" -> put(in("seized"), tested(next));
            case "suspended" -> put(filed, new Paper.Suspended(Paper.SuspensionGround.OTHER_CASE, "待判决"));
            case "resumed" -> put(in("suspended"), new Paper.Resumed("已判决"));
            default -> throw new IllegalArgumentException(situation);
        };
    }

    private static Paper tested(int measure) {
        return new Paper.TestingCommissioned(
                Testing.Kind.TESTING, measure, "省纤检院", "卫衣3件", "是否正品", DAY.plusDays(9), NUMBER, NUMBER);
    }

    private static CaseFile put(CaseFile file, Paper paper) {
        return file.put(CaseFiles.by(CaseFiles.HEAD, DAY), paper);
    }

    @ParameterizedTest(name = "{2} {1} when {0}, after {3}: {4}")
    @CsvFileSource(resources = "/cases/beside.csv", useHeadersInDisplayName = true)
    void each_step_beside_the_main_line_has_its_time_and_its_people(
            String situation, Verb verb, String person, String after, String answer) {
        var file = in(situation);
        var now = after.startsWith("PT")
                ? NOON.plus(Duration.parse(after))
                : DAY.plus(Period.parse(after)).atTime(12, 0).atZone(PlatformTime.ZONE).toInstant();

        var grounds = new ArrayList<>(
                PROCEDURE.against(verb, file, CaseFiles.person(person), LocalDate.ofInstant(now, PlatformTime.ZONE)));
        if (grounds.isEmpty() && verb.name().matches(".*_MEASURE|SETTLE_REGISTRATION") && !verb.name().matches("(ASK|TAKE)_.*")) {
            grounds.addAll(MEASURES.against(verb, file, Measure.of(file.docket()).getLast().n(), now));
        }

        assertThat(grounds).extracting(Ground::code).containsExactlyInAnyOrderElementsOf(
                "yes".equals(answer) ? List.of() : Arrays.asList(answer.split(" ")));
    }

    @Test
    void seizure_runs_thirty_days_and_sixty_when_extended_and_a_test_told_to_the_party_does_not_count() {
        assertThat(due(in("seized"), Clocks.SEIZURE)).isEqualTo(DAY.plusDays(30));
        assertThat(due(in("extended"), Clocks.SEIZURE)).isEqualTo(DAY.plusDays(60));
        assertThat(due(in("testing"), Clocks.SEIZURE)).isEqualTo(DAY.plusDays(30 + 9));
    }

    @Test
    void the_right_holders_own_identification_stops_the_case_but_not_the_seizure() {
        var seized = in("seized");
        int measure = Measure.of(seized.docket()).getLast().n();
        var asked = put(seized, new Paper.TestingCommissioned(
                Testing.Kind.IDENTIFICATION, measure, "权利人", "卫衣3件", "真伪", DAY.plusDays(9), NUMBER, NUMBER));

        assertThat(due(asked, Clocks.SEIZURE)).isEqualTo(DAY.plusDays(30));
        assertThat(due(asked, Clocks.HANDLING)).isAfter(due(seized, Clocks.HANDLING));
    }

    @Test
    void a_test_that_ends_early_gives_back_the_days_and_one_that_ends_late_takes_none() {
        var testing = in("testing");
        int n = Testing.of(testing.docket()).getLast().n();

        assertThat(due(put(testing, new Paper.TestingEnded(n, DAY.plusDays(4), "假")), Clocks.SEIZURE)).isEqualTo(DAY.plusDays(30 + 4));
        assertThat(due(put(testing, new Paper.TestingEnded(n, DAY.plusDays(20), "假")), Clocks.SEIZURE)).isEqualTo(DAY.plusDays(30 + 9));
    }

    @Test
    void a_test_of_other_goods_does_not_stop_the_seizure() {
        assertThat(due(put(in("seized"), tested(0)), Clocks.SEIZURE)).isEqualTo(DAY.plusDays(30));
    }

    @Test
    void while_a_case_stands_still_nothing_is_due_and_the_light_is_grey() {
        var suspended = in("suspended");
        var handling = clock(suspended, Clocks.HANDLING);

        assertThat(handling.pausedOn(DAY.plusYears(3))).isTrue();
        assertThat(handling.late(DAY.plusYears(3))).isFalse();
        assertThat(CLOCKS.light(handling, DAY.plusYears(3)).getStyle()).isEqualTo("grey");
        assertThat(CLOCKS.next(suspended)).isEmpty();
        assertThat(CLOCKS.next(in("resumed"))).isPresent();
    }

    @Test
    void a_term_that_was_over_before_the_suspension_stays_over() {
        var late = CaseFiles.investigating().put(
                CaseFiles.by(CaseFiles.HEAD, DAY.plusDays(200)), new Paper.Suspended(Paper.SuspensionGround.OTHER, "停"));

        assertThat(clock(late, Clocks.HANDLING).late(DAY.plusDays(201))).isTrue();
    }

    @Test
    void a_case_is_not_closed_while_a_measure_stands() {
        var paid = CaseFiles.executing(81_000);
        int next = paid.docket().entries().size() + 1;
        var standing = put(put(paid, new Paper.MeasureAsked(Measure.Kind.SEALING, TAKING)), new Paper.MeasureImposed(next, NUMBER));

        assertThat(PROCEDURE.against(Verb.PROPOSE_CLOSING, standing, CaseFiles.HANDLING, DAY))
                .extracting(Ground::code)
                .containsExactly("MEASURE_STANDS");
        assertThat(PROCEDURE.against(
                        Verb.PROPOSE_CLOSING,
                        put(standing, new Paper.MeasureLifted(next, Measure.Lifting.DECIDED, "", NUMBER)),
                        CaseFiles.HANDLING,
                        DAY))
                .isEmpty();
    }

    private static Clocks.Clock clock(CaseFile file, String duty) {
        return CLOCKS.of(file).stream().filter(clock -> clock.duty().equals(duty)).findFirst().orElseThrow();
    }

    private static LocalDate due(CaseFile file, String duty) {
        return clock(file, duty).due();
    }
}
