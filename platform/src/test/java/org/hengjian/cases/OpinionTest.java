package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.hengjian.documents.DocumentNumber;
import org.hengjian.law.Law;
import org.hengjian.statutes.Ground;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opinions of experts and identifications by right holders: who gives which, what waits for them, what they stop. */
class OpinionTest {

    private static final LocalDate DAY = CaseFiles.DAY;
    private static final Clocks CLOCKS = new Clocks(Law.load());
    private static final Procedure PROCEDURE = new Procedure(CLOCKS);
    private static final OpinionRules RULES = new OpinionRules();
    private static final DocumentNumber NUMBER = new DocumentNumber("杭西市监鉴告〔2026〕1号");

    static Paper.OpinionReceived opinion(int testing) {
        return opinion(testing, DAY);
    }

    static Paper.OpinionReceived opinion(int testing, LocalDate on) {
        return given(Testing.Kind.EXPERT_OPINION, testing, Paper.Standing.STATUTORY, on);
    }

    private static Paper.OpinionReceived given(Testing.Kind kind, int testing, Paper.Standing standing, LocalDate on) {
        return new Paper.OpinionReceived(
                kind, testing, "省知识产权鉴定中心", standing, "鉴定机构许可证 浙鉴001", "周某某", new byte[0],
                "商标标识是否相同", "外观比对", "相同。", on);
    }

    static Paper.OpinionTold told(int opinion) {
        return new Paper.OpinionTold(opinion, NUMBER, CaseFiles.delivered(DAY));
    }

    private static CaseFile put(CaseFile file, Paper... papers) {
        for (var paper : papers) {
            file = file.put(CaseFiles.by(CaseFiles.HANDLING, DAY), paper);
        }
        return file;
    }

    private static Paper decided(int request, boolean granted) {
        return new Paper.NewOpinionDecided(request, granted, "复核", NUMBER);
    }

    /** From the situation before on: an opinion, told, another one asked for, granted or refused, and given. */
    private static CaseFile in(CaseFile from, String situation) {
        int n = from.docket().entries().size() + 1;
        return switch (situation) {
            case "nothing" -> from;
            case "received" -> put(from, opinion(0));
            case "identified" ->
                put(from, given(Testing.Kind.IDENTIFICATION, 0, Paper.Standing.RIGHT_HOLDER, DAY));
            case "told" -> put(in(from, "received"), told(n));
            case "asked" -> put(in(from, "told"), new Paper.NewOpinionAsked(n, DAY, "比对方法不对"));
            case "refused" -> put(in(from, "asked"), decided(n + 2, false));
            case "granted" -> put(in(from, "asked"), decided(n + 2, true));
            case "taken back" -> put(in(from, "granted"), decided(n + 2, false));
            case "given" -> put(in(from, "granted"), opinion(0));
            case "given and told" -> put(in(from, "given"), told(n + 4));
            default -> throw new IllegalArgumentException(situation);
        };
    }

    @ParameterizedTest(name = "when {0}: {1}")
    @CsvSource({
        "nothing,        yes",
        "identified,     yes",
        "received,       OPINION_UNTOLD",
        "told,           yes",
        "asked,          REOPINION_OPEN",
        "refused,        yes",
        "granted,        REOPINION_OWED",
        "taken back,     yes",
        "given,          OPINION_UNTOLD",
        "given and told, yes",
    })
    void the_investigation_the_notice_and_the_decision_wait_for_it(String situation, String answer) {
        List<String> codes = "yes".equals(answer) ? List.of() : Arrays.asList(answer.split(" "));

        assertThat(codes(Verb.FINISH, in(CaseFiles.investigating(), situation), "handling", DAY)).isEqualTo(codes);
        assertThat(codes(Verb.INFORM, in(CaseFiles.reviewed(), situation), "head", DAY)).isEqualTo(codes);
        assertThat(codes(Verb.DECIDE, in(CaseFiles.informed(), situation), "head", DAY.plusDays(8))).isEqualTo(codes);
    }

    @ParameterizedTest(name = "{1} when {0}: {2}")
    @CsvSource({
        "nothing,    TELL_OPINION,       handling, ORDER.TELL_OPINION",
        "nothing,    ASK_NEW_OPINION,    handling, ORDER.ASK_NEW_OPINION",
        "nothing,    DECIDE_NEW_OPINION, head,     ORDER.DECIDE_NEW_OPINION",
        "received,   TELL_OPINION,       handling, yes",
        "received,   ASK_NEW_OPINION,    handling, ORDER.ASK_NEW_OPINION",
        "identified, TELL_OPINION,       handling, yes",
        "told,       TELL_OPINION,       handling, ORDER.TELL_OPINION",
        "told,       ASK_NEW_OPINION,    handling, yes",
        "asked,      DECIDE_NEW_OPINION, head,     yes",
        "asked,      DECIDE_NEW_OPINION, handling, ROLE.HEAD DECIDES_OWN",
        "refused,    DECIDE_NEW_OPINION, head,     ORDER.DECIDE_NEW_OPINION",
        "granted,    DECIDE_NEW_OPINION, head,     yes",
        "given,      DECIDE_NEW_OPINION, head,     ORDER.DECIDE_NEW_OPINION",
    })
    void each_step_has_its_time(String situation, Verb verb, String person, String answer) {
        assertThat(codes(verb, in(CaseFiles.investigating(), situation), person, DAY))
                .isEqualTo("yes".equals(answer) ? List.of() : Arrays.asList(answer.split(" ")));
    }

    private static List<String> codes(Verb verb, CaseFile file, String person, LocalDate today) {
        return PROCEDURE.against(verb, file, CaseFiles.person(person), today).stream().map(Ground::code).toList();
    }

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @CsvSource({
        "EXPERT_OPINION, STATUTORY,    yes",
        "EXPERT_OPINION, CAPABLE,      yes",
        "EXPERT_OPINION, RIGHT_HOLDER, OPINION_BY_RIGHT_HOLDER",
        "EXPERT_OPINION, AUTHORISED,   OPINION_BY_RIGHT_HOLDER",
        "IDENTIFICATION, RIGHT_HOLDER, yes",
        "IDENTIFICATION, AUTHORISED,   yes",
        "IDENTIFICATION, STATUTORY,    IDENTIFIED_BY_OTHERS",
        "IDENTIFICATION, CAPABLE,      IDENTIFIED_BY_OTHERS",
    })
    void experts_and_right_holders_do_not_stand_in_for_each_other(Testing.Kind kind, Paper.Standing standing, String answer) {
        assertThat(RULES.againstReceiving(CaseFiles.investigating().docket(), given(kind, 0, standing, DAY)))
                .extracting(Ground::code)
                .isEqualTo("yes".equals(answer) ? List.of() : List.of(answer));
    }

    private static CaseFile commissioned(Testing.Kind kind) {
        return put(CaseFiles.investigating(), new Paper.TestingCommissioned(
                kind, 0, "省知识产权鉴定中心", "卫衣3件", "是否相同", DAY.plusDays(9), NUMBER, NUMBER));
    }

    @Test
    void an_opinion_ends_its_commission_and_the_days_that_do_not_count() {
        var waiting = commissioned(Testing.Kind.EXPERT_OPINION);
        int testing = waiting.docket().entries().size();
        var came = put(waiting, opinion(testing, DAY.plusDays(4)));

        assertThat(Testing.of(came.docket())).singleElement().satisfies(one -> assertThat(one.ended()).contains(DAY.plusDays(4)));
        // The ninetieth day is Sunday 6 December 2026; four days more are Thursday 10 December.
        assertThat(CLOCKS.handlingDue(came)).isEqualTo(DAY.plusDays(90 + 4));
    }

    @Test
    void an_opinion_is_no_older_than_its_commission_and_of_its_kind() {
        var waiting = commissioned(Testing.Kind.IDENTIFICATION).docket();
        int testing = waiting.entries().size();

        assertThat(RULES.againstReceiving(waiting, given(Testing.Kind.IDENTIFICATION, testing, Paper.Standing.RIGHT_HOLDER, DAY)))
                .isEmpty();
        assertThat(RULES.againstReceiving(
                        waiting, given(Testing.Kind.IDENTIFICATION, testing, Paper.Standing.RIGHT_HOLDER, DAY.minusDays(1))))
                .extracting(Ground::code)
                .containsExactly("TESTED_BEFORE");
        assertThat(RULES.againstReceiving(waiting, opinion(testing))).extracting(Ground::code).containsExactly("NO_SUCH_TESTING");
        assertThat(RULES.againstReceiving(waiting, opinion(1))).extracting(Ground::code).containsExactly("NO_SUCH_TESTING");
    }

    @Test
    void the_plain_result_of_a_test_is_no_opinion() {
        assertThat(RULES.againstEnding(Testing.of(commissioned(Testing.Kind.TESTING).docket()).getFirst())).isEmpty();
        assertThat(RULES.againstEnding(Testing.of(commissioned(Testing.Kind.EXPERT_OPINION).docket()).getFirst()))
                .extracting(Ground::code)
                .containsExactly("OPINION_OWED");
    }

    @ParameterizedTest(name = "{0}, sampled on day {1}: {2}")
    @CsvSource({
        "nothing,             0,  yes",
        "commissioned,        3,  yes",
        "result on day 4,     3,  yes",
        "result on day 4,     4,  SAMPLED_AFTER_RESULT",
        "result on day 4,     9,  SAMPLED_AFTER_RESULT",
        "commissioned anew,   9,  yes",
        "opinion on day 4,    9,  SAMPLED_AFTER_RESULT",
        "identified on day 4, 9,  yes",
        "another one granted, 9,  yes",
    })
    void samples_are_taken_before_the_result_that_stands_on_them(String situation, int day, String answer) {
        var waiting = commissioned(Testing.Kind.TESTING);
        int n = waiting.docket().entries().size();
        var result = put(waiting, new Paper.TestingEnded(n, DAY.plusDays(4), "不合格"));
        var file = switch (situation) {
            case "nothing" -> CaseFiles.investigating();
            case "commissioned" -> waiting;
            case "result on day 4" -> result;
            case "commissioned anew" -> put(result, waiting.docket().entries().getLast().paper());
            case "opinion on day 4" -> put(commissioned(Testing.Kind.EXPERT_OPINION), opinion(n, DAY.plusDays(4)));
            case "identified on day 4" -> put(
                    commissioned(Testing.Kind.IDENTIFICATION),
                    given(Testing.Kind.IDENTIFICATION, n, Paper.Standing.RIGHT_HOLDER, DAY.plusDays(4)));
            case "another one granted" -> put(
                    commissioned(Testing.Kind.EXPERT_OPINION), opinion(n, DAY.plusDays(4)), told(n + 1),
                    new Paper.NewOpinionAsked(n + 1, DAY.plusDays(5), "异议"), decided(n + 3, true));
            default -> throw new IllegalArgumentException(situation);
        };

        assertThat(RULES.againstRecording(file.docket(), Paper.RecordKind.SAMPLING, DAY.plusDays(day)))
                .extracting(Ground::code)
                .isEqualTo("yes".equals(answer) ? List.of() : List.of(answer));
        assertThat(RULES.againstRecording(file.docket(), Paper.RecordKind.INSPECTION, DAY.plusDays(day))).isEmpty();
    }

    @Test
    void nobody_is_told_or_asks_before_there_is_something_to_tell() {
        var received = in(CaseFiles.investigating(), "received").docket();
        int n = received.entries().size();
        var told = in(CaseFiles.investigating(), "told").docket();
        var identified = put(in(CaseFiles.investigating(), "identified"), told(n)).docket();

        assertThat(RULES.againstTelling(received, n, DAY)).isEmpty();
        assertThat(RULES.againstTelling(received, n, DAY.minusDays(1))).extracting(Ground::code).containsExactly("SERVED_BEFORE");
        assertThat(RULES.againstTelling(received, 1, DAY)).extracting(Ground::code).containsExactly("NO_SUCH_OPINION");
        assertThat(RULES.againstTelling(told, n, DAY)).extracting(Ground::code).containsExactly("NO_SUCH_OPINION");
        assertThat(RULES.againstAsking(told, n, DAY)).isEmpty();
        assertThat(RULES.againstAsking(told, n, DAY.minusDays(1))).extracting(Ground::code).containsExactly("REOPINION_BEFORE");
        assertThat(RULES.againstAsking(received, n, DAY)).extracting(Ground::code).containsExactly("NO_SUCH_OPINION");
        assertThat(RULES.againstAsking(identified, n, DAY)).extracting(Ground::code).containsExactly("NO_SUCH_OPINION");
    }

    @Test
    void one_request_at_a_time_and_another_after_a_refusal() {
        int n = CaseFiles.investigating().docket().entries().size() + 1;
        for (String open : List.of("asked", "granted")) {
            assertThat(RULES.againstAsking(in(CaseFiles.investigating(), open).docket(), n, DAY))
                    .extracting(Ground::code)
                    .containsExactly("REOPINION_ASKED");
        }
        assertThat(RULES.againstAsking(in(CaseFiles.investigating(), "refused").docket(), n, DAY)).isEmpty();
        assertThat(RULES.againstDeciding(in(CaseFiles.investigating(), "asked").docket(), n + 2)).isEmpty();
        assertThat(RULES.againstDeciding(in(CaseFiles.investigating(), "asked").docket(), n))
                .extracting(Ground::code)
                .containsExactly("NO_SUCH_REOPINION");
    }
}
