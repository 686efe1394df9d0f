package org.hengjian.adjudications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.hengjian.law.Law;
import org.hengjian.statutes.Ground;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of steps.csv and persons.csv, and the terms and rules that a table cannot hold. */
class WhatAnAdjudicationAllowsTest {

    private static final Law LAW = Law.load();
    private static final Clocks CLOCKS = new Clocks(LAW);
    private static final Procedure PROCEDURE = new Procedure(CLOCKS);
    private static final LocalDate DAY = OfAdjudications.DAY;

    private static List<String> codes(Verb verb, Adjudication adjudication, String person, LocalDate today) {
        return codes(PROCEDURE.against(verb, adjudication, OfAdjudications.person(person), today));
    }

    private static List<String> codes(List<Ground> grounds) {
        return grounds.stream().map(Ground::code).toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/adjudications/steps.csv", useHeadersInDisplayName = true, maxCharsPerColumn = 2000)
    void each_state_offers_its_steps_and_no_other(ArgumentsAccessor row) {
        var stage = Stage.valueOf(Objects.requireNonNull(row.getString(0)));
        var adjudication = OfAdjudications.in(stage);
        String offered = row.getString(1);

        assertThat(adjudication.stage()).isEqualTo(stage);
        assertThat(Procedure.steps(stage).stream().map(Verb::name))
                .containsExactlyElementsOf(offered == null ? List.of() : Arrays.asList(offered.split(" ")));
        for (Verb verb : Verb.values()) {
            if (!Procedure.steps(stage).contains(verb)) {
                assertThat(codes(verb, adjudication, "head", DAY)).as("%s in %s", verb, stage).contains("ORDER." + verb);
            }
        }
        assertThat(Procedure.steps(stage).isEmpty()).isEqualTo(stage.isEnd());
    }

    @ParameterizedTest(name = "{2} {1} in {0} on day {3}: {4}")
    @CsvFileSource(resources = "/adjudications/persons.csv", useHeadersInDisplayName = true)
    void each_step_is_for_its_people_in_its_time(Stage stage, Verb step, String person, int day, String answer) {
        List<String> expected = "yes".equals(answer) ? List.of() : Arrays.asList(answer.split(" "));

        assertThat(codes(step, OfAdjudications.in(stage), person, DAY.plusDays(day)))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void a_ruling_follows_a_deliberation_that_knows_all_that_was_heard() {
        var deliberated = OfAdjudications.deliberated();
        var more = deliberated.put(OfAdjudications.by("panel"), new Paper.EvidenceExchanged(DAY, "新证据"));

        assertThat(codes(Verb.RULE, OfAdjudications.examining(), "head", DAY)).containsExactly("NOT_DELIBERATED");
        assertThat(codes(Verb.RULE, deliberated, "head", DAY)).isEmpty();
        assertThat(codes(Verb.RULE, more, "head", DAY)).containsExactly("NOT_DELIBERATED");
        assertThat(codes(Verb.RULE, deliberated, "heading", DAY)).containsExactly("OWN_PANEL");
    }

    @Test
    void while_a_recusal_is_asked_nobody_rules_and_the_one_meant_does_nothing() {
        var asked = OfAdjudications.deliberated().put(
                OfAdjudications.by("clerk"), new Paper.RecusalAsked(Party.Side.RESPONDENT, 1, "岑柏", "与请求人有利害关系"));

        assertThat(codes(Verb.RULE, asked, "head", DAY)).containsExactly("RECUSAL_PENDING");
        assertThat(codes(Verb.MEDIATE, asked, "panel", DAY)).containsExactly("RECUSAL_PENDING");
        assertThat(codes(Verb.DECIDE_RECUSAL, asked, "head", DAY)).isEmpty();
        var replaced = asked.put(OfAdjudications.by("head"), new Paper.RecusalDecided(
                OfAdjudications.NUMBER, true, 1, "岑柏", OfAdjudications.PANEL.replacing(1, new Panel.Member(5, "林晚")), "属实"));
        assertThat(codes(Verb.MEDIATE, replaced, "panel", DAY)).containsExactly("NOT_OF_THE_PANEL");
        assertThat(codes(Verb.MEDIATE, replaced, "officer", DAY)).isEmpty();
        assertThat(codes(Verb.RULE, replaced, "head", DAY)).containsExactly("NOT_DELIBERATED");
    }

    @Test
    void three_months_without_suspension_and_appraisal_and_one_more_with_approval() {
        assertThat(decide(OfAdjudications.examining(), DAY)).isEqualTo(LocalDate.of(2026, 12, 7));
        assertThat(decide(
                        OfAdjudications.examining().put(OfAdjudications.by("head"), new Paper.Extended("复杂")), DAY))
                .isEqualTo(LocalDate.of(2027, 1, 7));
        var resumed = OfAdjudications.suspended()
                .resume(OfAdjudications.by("head", DAY.plusDays(10)), new Paper.Resumed(OfAdjudications.NUMBER, "维持有效"));
        assertThat(decide(resumed, DAY.plusDays(10))).isEqualTo(LocalDate.of(2026, 12, 16)); // the day that starts the term did not count anyway
        var still = CLOCKS.of(OfAdjudications.suspended(), DAY.plusDays(200)).stream()
                .filter(clock -> clock.duty().equals(Clocks.DECIDE))
                .findFirst()
                .orElseThrow();
        assertThat(still.paused()).isTrue();
        assertThat(still.late(DAY.plusDays(200))).isFalse();
        var appraised = OfAdjudications.examining()
                .put(OfAdjudications.by("panel"), new Paper.AppraisalCommissioned("某鉴定所", "比对"))
                .put(OfAdjudications.by("clerk", DAY.plusDays(5)), new Paper.AppraisalReceived("鉴1", "相同"));
        assertThat(decide(appraised, DAY.plusDays(5))).isEqualTo(LocalDate.of(2026, 12, 11));
    }

    private static LocalDate decide(Adjudication adjudication, LocalDate today) {
        return CLOCKS.of(adjudication, today).stream()
                .filter(clock -> clock.duty().equals(Clocks.DECIDE))
                .findFirst()
                .orElseThrow()
                .due();
    }

    @Test
    void it_is_extended_once_and_in_time() {
        var extended = OfAdjudications.examining().put(OfAdjudications.by("head"), new Paper.Extended("复杂"));

        assertThat(codes(Verb.EXTEND, OfAdjudications.examining(), "head", DAY.plusMonths(3))).isEmpty();
        assertThat(codes(Verb.EXTEND, OfAdjudications.examining(), "head", DAY.plusMonths(3).plusDays(1)))
                .containsExactly("EXTENSION_LATE");
        assertThat(codes(Verb.EXTEND, extended, "head", DAY)).containsExactly("EXTENDED_ALREADY");
    }

    @Test
    void a_hearing_is_called_three_working_days_before() {
        var friday = LocalDate.of(2026, 9, 18);

        assertThat(PROCEDURE.againstCalling(friday, LocalDate.of(2026, 9, 15))).isEmpty();
        assertThat(codes(PROCEDURE.againstCalling(friday, LocalDate.of(2026, 9, 16)))).containsExactly("HEARING_TOO_SOON");
    }

    @ParameterizedTest(name = "line {0}, able {1}, region {2}, respondent {3}, act {4}, sued {5}: {6}")
    @CsvSource({
        "market, true, 330100, 330106, 310000, false, yes",
        "market, true, 330100, 310000, 330110, false, yes",
        "market, true, 330100, 310115, 310115, false, JURISDICTION",
        "market, false, 330106, 330106, 330106, false, LEVEL",
        "ip, true, 330000, 330106, 330106, true, BEFORE_COURT",
    })
    void who_may_accept(String line, boolean able, int region, int respondent, int act, boolean sued, String answer) {
        var grounds = PROCEDURE.againstAccepting(
                OfAdjudications.dispute(respondent, act, sued), new Procedure.Office(line, able, region), List.of());

        assertThat(codes(grounds)).isEqualTo(answer.equals("yes") ? List.of() : List.of(answer));
    }

    @Test
    void a_panel_is_odd_of_the_agency_and_without_its_clerk_or_head() {
        var officers = Set.of(1L, 2L, 3L, 4L);
        var two = new Panel(OfAdjudications.PANEL.members().subList(0, 2), OfAdjudications.PANEL.clerk());
        var ownClerk = new Panel(OfAdjudications.PANEL.members(), OfAdjudications.PANEL.presiding());

        assertThat(PROCEDURE.againstPanel(OfAdjudications.PANEL, officers, 6, DAY)).isEmpty();
        assertThat(codes(PROCEDURE.againstPanel(two, officers, 6, DAY))).containsExactly("PANEL_NUMBER");
        assertThat(codes(PROCEDURE.againstPanel(ownClerk, officers, 6, DAY))).containsExactly("PANEL_NUMBER");
        assertThat(codes(PROCEDURE.againstPanel(OfAdjudications.PANEL, Set.of(1L, 2L, 4L), 6, DAY))).containsExactly("PANEL_FOREIGN");
        assertThat(codes(PROCEDURE.againstPanel(OfAdjudications.PANEL, officers, 2, DAY))).containsExactly("OWN_PANEL");
    }

    @Test
    void a_lawsuit_is_recorded_within_fifteen_days_of_that_partys_service() {
        var dossier = OfAdjudications.rulingServed().dossier();

        assertThat(PROCEDURE.againstSuing(dossier, Party.Side.RESPONDENT, DAY.plusDays(15))).isEmpty();
        assertThat(PROCEDURE.againstSuing(dossier, Party.Side.RESPONDENT, DAY.plusDays(16)))
                .singleElement()
                .satisfies(ground -> {
                    assertThat(ground.code()).isEqualTo("LAWSUIT_LATE");
                    assertThat(ground.provision().article()).isEqualTo("第六十五条");
                });
    }

    @Test
    void enforcement_waits_for_the_lawsuit_the_demand_and_comes_within_three_months() {
        var demanded = OfAdjudications.demanded(); // on the 23rd: ten working days run over the National Day week

        assertThat(codes(Verb.DEMAND, OfAdjudications.rulingServed(), "clerk", DAY.plusDays(15))).containsExactly("LAWSUIT_RUNNING");
        assertThat(codes(Verb.DEMAND, OfAdjudications.rulingServed(), "clerk", DAY.plusDays(16))).isEmpty();
        assertThat(codes(Verb.APPLY_ENFORCEMENT, OfAdjudications.rulingServed(), "head", DAY.plusDays(16))).containsExactly("NOT_DEMANDED");
        assertThat(codes(Verb.APPLY_ENFORCEMENT, demanded, "head", DAY.plusDays(20))).containsExactly("DEMAND_RUNNING");
        assertThat(codes(Verb.APPLY_ENFORCEMENT, demanded, "head", DAY.plusDays(60))).isEmpty();
        assertThat(codes(Verb.APPLY_ENFORCEMENT, demanded, "head", DAY.plusDays(150))).containsExactly("ENFORCEMENT_LATE");
    }

    @Test
    void what_the_court_holds_decides_where_it_goes_on() {
        assertThat(judged(Paper.Judgment.UPHELD).stage()).isEqualTo(Stage.RULING_SERVED);
        assertThat(judged(Paper.Judgment.REVOKED).stage()).isEqualTo(Stage.CLOSED);
        assertThat(judged(Paper.Judgment.REVOKED_REDO).stage()).isEqualTo(Stage.EXAMINING);
        assertThat(codes(Verb.RULE, judged(Paper.Judgment.REVOKED_REDO), "head", DAY)).containsExactly("NOT_DELIBERATED");
        assertThat(codes(Verb.SUE, judged(Paper.Judgment.UPHELD), "clerk", DAY)).containsExactly("JUDGED_ALREADY");
        assertThat(codes(Verb.CLOSE, judged(Paper.Judgment.UPHELD), "head", DAY)).isEmpty();
    }

    private static Adjudication judged(Paper.Judgment judgment) {
        return OfAdjudications.sued().judge(OfAdjudications.by("clerk"), new Paper.Judged(judgment, DAY, "行初1", "主文"));
    }

    @ParameterizedTest(name = "“{0}”: {1}")
    @CsvSource(
            nullValues = "none",
            value = {
                "ZL202110123456.7, ZL202110123456.7",
                "zl 2021 1 0123456 7, ZL202110123456.7",
                "2021101234567, ZL202110123456.7",
                "ZL202110123456.5, none",
                "ZL202140123456.6, none",
                "202110123456, none",
            })
    void a_patent_number_is_read_as_people_type_it_and_its_check_character_is_tested(String typed, String read) {
        assertThat(PatentNumber.read(typed).map(PatentNumber::text).orElse(null)).isEqualTo(read);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void a_state_without_its_papers_cannot_be_made(Stage stage) {
        var empty = new Dossier(1, 1, 10, "某局", 330_100, OfAdjudications.dispute(330_106, 330_106, false), List.of());

        assertThatThrownBy(() -> stage.of(empty)).isInstanceOf(IllegalStateException.class).hasMessageContaining("lacks");
    }

    @Test
    void every_ground_quotes_the_law_word_for_word_or_says_that_its_text_was_not_at_hand() throws Exception {
        var texts = Map.of(
                "专利法", "zhuanlifa-2020.md",
                "专利法实施细则", "zhuanlifa-shishixize-2023.md",
                "行政强制法", "xingzhengqiangzhifa-2011.md",
                "民事诉讼法", "minshisusongfa-2023.md");
        var messages = new Properties();
        try (var in = new java.io.InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("/messages/adjudications.properties")),
                java.nio.charset.StandardCharsets.UTF_8)) {
            messages.load(in);
        }

        PROCEDURE.provisions().all().forEach((code, provision) -> {
            assertThat(messages).as(code).containsKeys("adjudications.ground." + code, "adjudications.remedy." + code);
            if (provision.quote().isEmpty()) {
                assertThat(provision.article()).as(code).isEqualTo("条文未取得");
            } else {
                assertThat(LAW.instruments().body(Objects.requireNonNull(texts.get(provision.instrument()), code)))
                        .as(code)
                        .contains(provision.quote());
            }
        });
        for (Verb verb : Verb.values()) {
            assertThat(PROCEDURE.provisions().all()).containsKey("ORDER." + verb);
            assertThat(messages).containsKey("adjudications.verb." + verb);
        }
        Paper.KINDS.keySet().forEach(kind -> assertThat(messages).containsKey("adjudications.paper." + kind));
        for (Stage stage : Stage.values()) {
            assertThat(messages).containsKey("adjudications.state." + stage);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // step, where it stands, what a day before that which it follows is refused with
        "SERVE_COPY, ACCEPTED, SERVED_BEFORE",
        "ANSWER, COPY_SERVED, ANSWERED_BEFORE",
        "FORWARD_ANSWER, EXAMINING, FORWARDED_BEFORE",
        "EXCHANGE_EVIDENCE, EXAMINING, EXAMINED_BEFORE",
        "INVESTIGATE, EXAMINING, EXAMINED_BEFORE",
        "SERVE_RULING, RULED, SERVED_BEFORE",
        "SUE, RULING_SERVED, SUED_BEFORE",
        "JUDGE, SUED, JUDGED_BEFORE",
        "CONFIRM, MEDIATED, CONFIRMED_BEFORE",
    })
    void a_day_before_what_the_step_follows_is_refused(Verb verb, Stage stage, String refusal) {
        var adjudication = OfAdjudications.in(stage);

        assertThat(PROCEDURE.againstDay(verb, adjudication, DAY)).isEmpty();
        assertThat(codes(PROCEDURE.againstDay(verb, adjudication, DAY.minusDays(1)))).containsExactly(refusal);
    }
}
