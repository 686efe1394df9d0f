package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hengjian.documents.DocumentNumber;
import org.hengjian.law.Law;
import org.hengjian.statutes.Ground;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who keeps out of a case, who decides so, and who handles it instead. */
class RecusalTest {

    private static final LocalDate DAY = CaseFiles.DAY;
    private static final Procedure PROCEDURE = new Procedure(new Clocks(Law.load()));
    private static final TeamRules TEAM = new TeamRules();
    private static final Set<Long> OFFICERS = Set.of(1L, 2L, 3L);
    private static final Officer FIRST = new Officer(1, "沈知遥", "浙A330106001");
    private static final Officer THIRD = new Officer(3, "林晚", "浙A330106003");

    private static CaseFile asked(CaseFile file, long person) {
        return file.put(CaseFiles.by(CaseFiles.HANDLING, DAY), new Paper.RecusalAsked(
                person, "某人", Paper.RecusalAsker.PARTY, DAY, "有利害关系"));
    }

    private static CaseFile decided(CaseFile file, boolean granted, List<Officer> team) {
        return file.put(CaseFiles.by(CaseFiles.HEAD, DAY), new Paper.RecusalDecided(
                file.docket().entries().size(), granted, Paper.RecusalLevel.HEAD, "理由",
                new DocumentNumber("杭西市监回决〔2026〕1号"), team));
    }

    private static CaseFile in(String situation) {
        var file = CaseFiles.investigating();
        return switch (situation) {
            case "nothing" -> file;
            case "proposed" -> CaseFiles.proposed();
            case "closed" -> CaseFiles.in(Stage.CLOSED);
            case "asked" -> asked(file, 2);
            case "asked of the head" -> asked(file, 5);
            case "refused" -> decided(asked(file, 2), false, List.of());
            case "granted" -> decided(asked(file, 2), true, List.of(FIRST, THIRD));
            case "reviewer recused" -> decided(asked(CaseFiles.underReview(), 4), true, List.of());
            case "presiding recused" -> decided(asked(CaseFiles.hearingHeld(), 4), true, List.of());
            case "suspended" -> file.put(
                    CaseFiles.by(CaseFiles.HEAD, DAY), new Paper.Suspended(Paper.SuspensionGround.OTHER, "停"));
            default -> throw new IllegalArgumentException(situation);
        };
    }

    @ParameterizedTest(name = "{2} {1} when {0}: {3}")
    @CsvSource({
        "nothing,            ASK_RECUSAL,     handling,  yes",
        "nothing,            ASK_RECUSAL,     other,     NOT_HANDLING",
        "nothing,            DECLARE_RECUSAL, handling,  yes",
        "nothing,            DECLARE_RECUSAL, reviewer,  yes",
        "nothing,            DECLARE_RECUSAL, head,      yes",
        "nothing,            DECLARE_RECUSAL, abroad,    ELSEWHERE",
        "nothing,            DECIDE_RECUSAL,  head,      ORDER.DECIDE_RECUSAL",
        "nothing,            CHANGE_OFFICERS, head,      yes",
        "nothing,            CHANGE_OFFICERS, handling,  ROLE.HEAD DECIDES_OWN",
        "proposed,           ASK_RECUSAL,     handling,  ORDER.ASK_RECUSAL",
        "closed,             CHANGE_OFFICERS, head,      ORDER.CHANGE_OFFICERS",
        "asked,              DECIDE_RECUSAL,  head,      yes",
        "asked,              DECIDE_RECUSAL,  handling,  ROLE.HEAD",
        "asked,              DECIDE_RECUSAL,  heading,   RECUSAL_OWN",
        "asked,              RECORD,          handling,  yes",
        "asked,              RECORD,          reviewing, yes",
        "asked of the head,  DECIDE_RECUSAL,  head,      RECUSAL_OWN",
        "refused,            RECORD,          reviewing, yes",
        "granted,            RECORD,          reviewing, RECUSED NOT_HANDLING",
        "granted,            RECORD,          handling,  yes",
        "granted,            RECORD,          other,     yes",
        "granted,            CHANGE_OFFICERS, heading,   RECUSED",
        "reviewer recused,   REVIEW,          reviewer,  RECUSED",
        "presiding recused,  HEAR,            reviewer,  ORDER.HEAR RECUSED",
        "presiding recused,  CALL_HEARING,    head,      yes",
        "suspended,          ASK_RECUSAL,     handling,  yes",
        "suspended,          CHANGE_OFFICERS, head,      yes",
    })
    void each_step_has_its_people(String situation, Verb verb, String person, String answer) {
        List<String> expected = "yes".equals(answer) ? List.of() : Arrays.asList(answer.split(" "));

        assertThat(PROCEDURE.against(verb, in(situation), CaseFiles.person(person), DAY))
                .extracting(Ground::code)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void one_request_about_a_person_waits_at_a_time_and_only_people_of_the_agency_are_named() {
        assertThat(TEAM.againstAskingRecusal(in("nothing"), 2, true)).isEmpty();
        assertThat(codes(TEAM.againstAskingRecusal(in("asked"), 2, true))).containsExactly("RECUSAL_ASKED");
        assertThat(codes(TEAM.againstAskingRecusal(in("granted"), 2, true))).containsExactly("RECUSAL_ASKED");
        assertThat(TEAM.againstAskingRecusal(in("refused"), 2, true)).isEmpty();
        assertThat(codes(TEAM.againstAskingRecusal(in("nothing"), 77, false))).containsExactly("NOT_ON_THE_CASE");
    }

    @Test
    void a_heads_recusal_is_not_decided_by_one_head_and_never_by_themselves() {
        assertThat(codes(TEAM.againstDecidingRecusal(5, true, Paper.RecusalLevel.HEAD, 8))).containsExactly("RECUSAL_OF_HEAD");
        assertThat(TEAM.againstDecidingRecusal(5, true, Paper.RecusalLevel.COLLECTIVE, 8)).isEmpty();
        assertThat(codes(TEAM.againstDecidingRecusal(5, true, Paper.RecusalLevel.MAIN_HEAD, 5))).containsExactly("RECUSAL_OWN");
        assertThat(TEAM.againstDecidingRecusal(2, false, Paper.RecusalLevel.HEAD, 5)).isEmpty();
    }

    @Test
    void two_licensed_officers_stay_on_the_case_none_of_them_recused_or_a_judge_of_it() {
        var docket = in("granted").docket();
        var second = new Officer(2, "陆闻笛", "浙A330106002");

        assertThat(TEAM.againstTeam(List.of(FIRST, THIRD), OFFICERS, docket, 0)).isEmpty();
        assertThat(codes(TEAM.againstTeam(List.of(FIRST), OFFICERS, docket, 0))).containsExactly("TOO_FEW_OFFICERS");
        assertThat(codes(TEAM.againstTeam(List.of(FIRST, second), OFFICERS, docket, 0))).containsExactly("RECUSED_HANDLES");
        assertThat(codes(TEAM.againstTeam(List.of(FIRST, THIRD), OFFICERS, docket, 3))).containsExactly("RECUSED_HANDLES");
        assertThat(codes(TEAM.againstTeam(
                        List.of(FIRST, new Officer(4, "顾衡", "浙A4")), Set.of(1L, 4L), CaseFiles.reviewed().docket(), 0)))
                .containsExactly("TEAM_JUDGED");
    }

    @Test
    void who_handled_the_case_before_a_change_neither_reviews_nor_decides_in_it() {
        var changed = CaseFiles.underReview().put(CaseFiles.by(CaseFiles.HEAD, DAY), new Paper.OfficersChanged(
                CaseFiles.underReview().docket().officers(), List.of(FIRST, THIRD), "调岗"));

        assertThat(codes(PROCEDURE.against(Verb.REVIEW, changed, CaseFiles.REVIEWING, DAY))).containsExactly("REVIEWS_OWN");
    }

    private static List<String> codes(List<Ground> grounds) {
        return grounds.stream().map(Ground::code).toList();
    }
}
