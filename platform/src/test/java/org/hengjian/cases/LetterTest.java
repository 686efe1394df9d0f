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

/** Orders to put right, letters that ask for assistance, and the address of service: what they follow and what waits for them. */
class LetterTest {

    private static final LocalDate DAY = CaseFiles.DAY; // Monday 7 September 2026
    private static final Clocks CLOCKS = new Clocks(Law.load());
    private static final Procedure PROCEDURE = new Procedure(CLOCKS);
    private static final LetterRules RULES = new LetterRules();
    private static final DocumentNumber NUMBER = new DocumentNumber("杭西市监责改〔2026〕1号");

    /** @param days of the term; 0 for at once */
    static Paper.CorrectionOrdered ordered(int days) {
        return new Paper.CorrectionOrdered(
                NUMBER, "销售侵权商品", "停止销售", "《中华人民共和国行政处罚法》第二十八条第一款",
                days == 0 ? Optional.empty() : Optional.of(DAY.plusDays(days)));
    }

    static Paper.AssistanceAsked asked() {
        return asked(Optional.empty());
    }

    private static Paper.AssistanceAsked asked(Optional<LocalDate> until) {
        return new Paper.AssistanceAsked(
                NUMBER, until.isEmpty() ? Paper.Assistant.MARKET : Paper.Assistant.OTHER, "青石县市场监督管理局", "进货渠道", "", until);
    }

    private static CaseFile put(CaseFile file, Paper... papers) {
        for (var paper : papers) {
            file = file.put(CaseFiles.by(CaseFiles.HANDLING, DAY), paper);
        }
        return file;
    }

    private static CaseFile served(CaseFile from, int days) {
        int n = from.docket().entries().size() + 1;
        return put(from, ordered(days), new Paper.CorrectionServed(n, CaseFiles.delivered(DAY)));
    }

    private static Paper.AssistanceNoted noted(int letter, Paper.AssistanceNote note, LocalDate on, LocalDate... until) {
        return new Paper.AssistanceNoted(letter, note, on, Arrays.stream(until).findFirst(), "");
    }

    private static List<Clocks.Clock> clocks(CaseFile file, String duty) {
        return CLOCKS.of(file).stream().filter(clock -> clock.duty().equals(duty)).toList();
    }

    @Test
    void the_check_is_due_on_the_day_of_the_order_and_done_when_somebody_has_looked() {
        var within = served(CaseFiles.investigating(), 15);
        int n = within.docket().entries().size() - 1;

        assertThat(clocks(within, "procedure.correction")).singleElement().satisfies(clock -> {
            assertThat(clock.due()).isEqualTo(DAY.plusDays(15));
            assertThat(clock.runs()).isTrue();
            assertThat(clock.deadline().uncertain().isEmpty()).as("no law sets this day").isFalse();
        });
        assertThat(clocks(served(CaseFiles.investigating(), 0), "procedure.correction")).singleElement()
                .satisfies(clock -> assertThat(clock.due()).isEqualTo(DAY));
        assertThat(clocks(put(within, new Paper.CorrectionChecked(n, DAY.plusDays(3), Paper.Corrected.DONE, "已下架")), "procedure.correction"))
                .singleElement()
                .satisfies(clock -> assertThat(clock.met()).contains(DAY.plusDays(3)));
    }

    @ParameterizedTest(name = "{1} on day {0} of fifteen: {2}")
    @CsvSource({
        "-1, DONE,   CHECKED_BEFORE",
        "3,  DONE,   yes",
        "14, PARTLY, CORRECTION_RUNNING",
        "14, NOT,    CORRECTION_RUNNING",
        "15, NOT,    yes",
        "20, PARTLY, yes",
    })
    void nobody_has_failed_before_the_time_is_over(int day, Paper.Corrected corrected, String answer) {
        var file = served(CaseFiles.investigating(), 15);
        int n = file.docket().entries().size() - 1;

        assertThat(RULES.againstChecking(file.docket(), n, DAY.plusDays(day), corrected))
                .extracting(Ground::code)
                .isEqualTo("yes".equals(answer) ? List.of() : Arrays.asList(answer.split(" ")));
    }

    @Test
    void an_order_is_served_once_checked_once_and_not_before() {
        var issued = put(CaseFiles.investigating(), ordered(15)).docket();
        int n = issued.entries().size();
        var served = served(CaseFiles.investigating(), 15);
        var checked = put(served, new Paper.CorrectionChecked(n, DAY, Paper.Corrected.DONE, "")).docket();

        assertThat(codes(RULES.againstServing(issued, n, DAY))).isEmpty();
        assertThat(codes(RULES.againstServing(issued, n, DAY.minusDays(1)))).containsExactly("SERVED_BEFORE");
        assertThat(codes(RULES.againstServing(issued, 1, DAY))).containsExactly("NO_SUCH_ORDER");
        assertThat(codes(RULES.againstServing(served.docket(), n, DAY))).containsExactly("NO_SUCH_ORDER");
        assertThat(codes(RULES.againstChecking(issued, n, DAY, Paper.Corrected.DONE))).containsExactly("CORRECTION_UNSERVED");
        assertThat(codes(RULES.againstChecking(checked, n, DAY, Paper.Corrected.DONE))).containsExactly("NO_SUCH_ORDER");
    }

    @Test
    void a_case_is_not_closed_before_somebody_has_looked() {
        var paid = served(CaseFiles.executing(81_000), 15);
        int n = paid.docket().entries().size() - 1;
        var looked = put(paid, new Paper.CorrectionChecked(n, DAY, Paper.Corrected.DONE, "已下架"));

        assertThat(codes(PROCEDURE.against(Verb.PROPOSE_CLOSING, paid, CaseFiles.HANDLING, DAY))).containsExactly("CORRECTION_UNCHECKED");
        assertThat(codes(PROCEDURE.against(Verb.PROPOSE_CLOSING, looked, CaseFiles.HANDLING, DAY))).isEmpty();
    }

    @Test
    void another_regulator_has_fifteen_working_days_from_the_arrival_and_longer_if_it_said_so() {
        var sent = put(CaseFiles.investigating(), asked());
        int n = sent.docket().entries().size();
        var arrived = put(sent, noted(n, Paper.AssistanceNote.RECEIVED, DAY.plusDays(2)));
        var longer = put(arrived, noted(n, Paper.AssistanceNote.PROLONGED, DAY.plusDays(10), DAY.plusDays(40)));
        var answered = put(longer, noted(n, Paper.AssistanceNote.ANSWERED, DAY.plusDays(30)));

        // Friday 25 September 2026 is Mid-Autumn, Sunday 20 September is worked.
        assertThat(clocks(sent, "procedure.assist")).singleElement()
                .satisfies(clock -> assertThat(clock.due()).isEqualTo(LocalDate.of(2026, 9, 28)));
        assertThat(clocks(arrived, "procedure.assist")).singleElement()
                .satisfies(clock -> assertThat(clock.due()).isEqualTo(LocalDate.of(2026, 9, 30)));
        assertThat(clocks(longer, "procedure.assist")).singleElement().satisfies(clock -> {
            assertThat(clock.pausedOn(DAY.plusDays(40))).isTrue();
            assertThat(clock.pausedOn(DAY.plusDays(41))).isFalse();
            assertThat(clock.late(DAY.plusDays(41))).isTrue();
        });
        assertThat(clocks(answered, "procedure.assist")).singleElement().satisfies(clock -> assertThat(clock.runs()).isFalse());
    }

    @Test
    void another_authority_answers_by_the_day_asked_for_or_the_one_it_named() {
        var sent = put(CaseFiles.investigating(), asked(Optional.of(DAY.plusDays(20))));
        int n = sent.docket().entries().size();
        var longer = put(sent, noted(n, Paper.AssistanceNote.PROLONGED, DAY.plusDays(10), DAY.plusDays(30)));

        assertThat(clocks(sent, "procedure.assist-by-day")).singleElement()
                .satisfies(clock -> assertThat(clock.due()).isEqualTo(DAY.plusDays(20)));
        assertThat(clocks(longer, "procedure.assist-by-day")).singleElement()
                .satisfies(clock -> assertThat(clock.due()).isEqualTo(DAY.plusDays(30)));
    }

    @Test
    void an_answer_follows_its_letter_and_more_time_reaches_forward() {
        var sent = put(CaseFiles.investigating(), asked());
        int n = sent.docket().entries().size();
        var answered = put(sent, noted(n, Paper.AssistanceNote.ANSWERED, DAY)).docket();

        assertThat(codes(RULES.againstNoting(sent.docket(), n, DAY, Optional.empty()))).isEmpty();
        assertThat(codes(RULES.againstNoting(sent.docket(), n, DAY.minusDays(1), Optional.empty()))).containsExactly("ANSWERED_BEFORE");
        assertThat(codes(RULES.againstNoting(sent.docket(), n, DAY, Optional.of(DAY)))).containsExactly("ASSISTANCE_BACKWARDS");
        assertThat(codes(RULES.againstNoting(answered, n, DAY, Optional.empty()))).containsExactly("NO_SUCH_LETTER");
    }

    @ParameterizedTest(name = "{0} when {1} was agreed to: {2}")
    @CsvSource({
        "ELECTRONIC, nothing, ELECTRONIC_UNCONFIRMED",
        "ELECTRONIC, NONE,    ELECTRONIC_UNCONFIRMED",
        "ELECTRONIC, EMAIL,   yes",
        "DIRECT,     nothing, yes",
        "MAIL,       NONE,    yes",
    })
    void who_did_not_agree_is_not_served_by_electronic_means(Paper.Way way, String agreed, String answer) {
        var file = CaseFiles.investigating();
        var docket = "nothing".equals(agreed)
                ? file.docket()
                : put(file, new Paper.AddressConfirmed(DAY, "仓前路8号", "", Paper.Electronic.valueOf(agreed), new byte[0])).docket();

        assertThat(codes(RULES.againstWay(docket, way))).isEqualTo("yes".equals(answer) ? List.of() : List.of(answer));
    }

    @Test
    void answers_come_while_the_case_stands_still_and_new_letters_do_not_go_out() {
        var suspended = put(
                CaseFiles.investigating(), ordered(15), asked(), new Paper.Suspended(Paper.SuspensionGround.OTHER, "停"));

        for (var verb : List.of(Verb.SERVE_CORRECTION, Verb.CHECK_CORRECTION, Verb.RECORD_ASSISTANCE, Verb.CONFIRM_ADDRESS)) {
            assertThat(codes(PROCEDURE.against(verb, suspended, CaseFiles.HANDLING, DAY))).as("%s", verb).isEmpty();
        }
        for (var verb : List.of(Verb.ASK_ASSISTANCE, Verb.SUMMON)) {
            assertThat(codes(PROCEDURE.against(verb, suspended, CaseFiles.HANDLING, DAY))).as("%s", verb).containsExactly("SUSPENDED");
        }
    }

    private static List<String> codes(List<Ground> grounds) {
        return grounds.stream().map(Ground::code).toList();
    }
}
