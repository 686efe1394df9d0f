package org.hengjian.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.hengjian.law.Law;
import org.hengjian.statutes.Ground;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of steps.csv and persons.csv, and the terms that a table cannot hold. */
class WhatAReferralAllowsTest {

    private static final Law LAW = Law.load();
    private static final Clocks CLOCKS = new Clocks(LAW);
    private static final Procedure PROCEDURE = new Procedure(CLOCKS);
    private static final LocalDate DAY = OfReferrals.DAY;

    private static List<String> codes(Verb verb, Referral referral, String person, Instant now) {
        return PROCEDURE.against(verb, referral, OfReferrals.person(person), now).stream()
                .map(Ground::code)
                .toList();
    }

    private static List<String> codes(Verb verb, Referral referral, String person) {
        return codes(verb, referral, person, OfReferrals.at(DAY, 11));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/referrals/steps.csv", useHeadersInDisplayName = true)
    void each_state_offers_its_steps_and_no_other(ArgumentsAccessor row) {
        var stage = Stage.valueOf(Objects.requireNonNull(row.getString(0)));
        var referral = OfReferrals.in(stage);

        assertThat(referral.stage()).isEqualTo(stage);
        for (Verb verb : Verb.values()) {
            boolean offered = "1".equals(row.getString(verb.ordinal() + 1));
            assertThat(Procedure.steps(referral).contains(verb)).as("%s in %s", verb, stage).isEqualTo(offered);
            if (!offered) {
                assertThat(codes(verb, referral, "head")).contains("ORDER." + verb);
            }
        }
        assertThat(Procedure.steps(referral).isEmpty()).isEqualTo(stage.isEnd());
    }

    @ParameterizedTest(name = "{2} {1} in {0}: {3}")
    @CsvFileSource(resources = "/referrals/persons.csv", useHeadersInDisplayName = true)
    void each_step_is_for_its_people(Stage stage, Verb step, String person, String answer) {
        List<String> expected = "yes".equals(answer) ? List.of() : Arrays.asList(answer.split(" "));

        assertThat(codes(step, OfReferrals.in(stage), person)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void more_is_asked_within_24_hours_of_the_receipt_and_a_supplement_begins_no_new_ones() {
        var supplied = OfReferrals.accepted()
                .askMore(OfReferrals.by("police"), new Paper.MoreAsked(OfReferrals.NUMBER, "鉴定意见"))
                .supply(OfReferrals.by("team", DAY.plusDays(1), 10), "鉴定意见1份");

        assertThat(codes(Verb.ASK_MORE, OfReferrals.accepted(), "police", OfReferrals.at(DAY.plusDays(1), 10))).isEmpty();
        assertThat(codes(Verb.ASK_MORE, OfReferrals.accepted(), "police", OfReferrals.at(DAY.plusDays(1), 11)))
                .containsExactly("MORE_LATE");
        assertThat(codes(Verb.ASK_MORE, supplied, "police", OfReferrals.at(DAY.plusDays(1), 11))).containsExactly("MORE_LATE");
    }

    @Test
    void the_police_decide_three_days_after_the_receipt_whatever_is_asked_meanwhile() {
        var asked = OfReferrals.in(Stage.MORE_ASKED);

        assertThat(due(OfReferrals.received())).contains(DAY.plusDays(3));
        assertThat(due(OfReferrals.accepted())).contains(DAY.plusDays(3));
        assertThat(CLOCKS.of(asked)).extracting(Clocks.Clock::duty).contains(Clocks.SUPPLY, Clocks.POLICE_DECIDE);
    }

    private static Optional<LocalDate> due(Referral referral) {
        return CLOCKS.next(referral).map(Clocks.Clock::due);
    }

    @Test
    void thirty_and_sixty_days_need_their_approvals_in_that_order_and_in_time() {
        var complex = OfReferrals.accepted().put(
                OfReferrals.by("police"), new Paper.Extended(Paper.Extension.COMPLEX, "局长", "跨区域"));
        var special = complex.put(OfReferrals.by("police"), new Paper.Extended(Paper.Extension.SPECIAL, "市局局长", "特殊"));

        assertThat(due(complex)).contains(LocalDate.of(2026, 10, 8)); // the 30th day falls into the National Day week
        assertThat(due(special)).contains(DAY.plusDays(60));
        assertThat(PROCEDURE.againstExtension(OfReferrals.accepted(), Paper.Extension.SPECIAL))
                .extracting(Ground::code)
                .containsExactly("EXTENSION_ORDER");
        assertThat(PROCEDURE.againstExtension(complex, Paper.Extension.COMPLEX)).isNotEmpty();
        assertThat(PROCEDURE.againstExtension(complex, Paper.Extension.SPECIAL)).isEmpty();
        assertThat(codes(Verb.EXTEND, OfReferrals.accepted(), "police", OfReferrals.at(DAY.plusDays(4), 9)))
                .containsExactly("EXTENSION_LATE");
    }

    @Test
    void a_late_request_for_reconsideration_is_refused_with_its_article_and_supervision_remains() {
        var declined = OfReferrals.declined();

        assertThat(codes(Verb.ASK_RECONSIDERATION, declined, "team", OfReferrals.at(DAY.plusDays(3), 23))).isEmpty();
        assertThat(PROCEDURE.against(
                        Verb.ASK_RECONSIDERATION, declined, OfReferrals.person("team"), OfReferrals.at(DAY.plusDays(4), 0)))
                .singleElement()
                .satisfies(ground -> {
                    assertThat(ground.code()).isEqualTo("RECONSIDERATION_LATE");
                    assertThat(ground.provision().article()).isEqualTo("第九条");
                });
        assertThat(codes(Verb.ASK_SUPERVISION, declined, "team", OfReferrals.at(DAY.plusDays(30), 9))).isEmpty();
    }

    @Test
    void silence_of_the_police_is_asked_about_when_the_term_is_over() {
        var accepted = OfReferrals.accepted();

        assertThat(codes(Verb.ASK_REASONS, accepted, "prosecutor", OfReferrals.at(DAY.plusDays(3), 23))).containsExactly("POLICE_IN_TIME");
        assertThat(codes(Verb.ASK_REASONS, accepted, "prosecutor", OfReferrals.at(DAY.plusDays(4), 0))).isEmpty();
        assertThat(codes(Verb.ASK_REASONS, OfReferrals.reconsideration(), "prosecutor", OfReferrals.at(DAY.plusDays(4), 0)))
                .isEmpty();
    }

    @Test
    void the_letter_goes_out_within_24_hours_and_is_late_for_ever_after() {
        var late = OfReferrals.approved().send(
                OfReferrals.by("team", DAY.plusDays(1), 11),
                new Paper.Sent(OfReferrals.NUMBER, OfReferrals.POLICE, OfReferrals.PROCURATORATE, "无", "笔录", List.of()));

        assertThat(codes(Verb.SEND, OfReferrals.approved(), "team", OfReferrals.at(DAY.plusDays(9), 11))).isEmpty();
        assertThat(ReferralTable.late(CLOCKS.of(late), OfReferrals.at(DAY.plusDays(1), 11))).containsExactly(Side.AGENCY);
        assertThat(ReferralTable.late(CLOCKS.of(OfReferrals.sent()), OfReferrals.at(DAY, 11))).isEmpty();
    }

    @Test
    void whoever_gets_it_forwarded_has_the_whole_term() {
        var forwarded = OfReferrals.received()
                .forward(
                        OfReferrals.by("police"),
                        new Paper.Forwarded(OfReferrals.NUMBER, OfReferrals.POLICE, OfReferrals.OTHER_POLICE, "犯罪地在白水县"))
                .receive(OfReferrals.by("otherPolice", DAY.plusDays(2), 9), new Paper.Received(OfReferrals.NUMBER));

        assertThat(due(forwarded)).contains(DAY.plusDays(5));
        assertThat(codes(Verb.ACCEPT, forwarded, "otherPolice")).isEmpty();
        assertThat(codes(Verb.ACCEPT, forwarded, "police")).containsExactly("ELSEWHERE.POLICE");
    }

    @Test
    void what_the_police_ended_is_handed_back_by_them_and_what_the_prosecutor_ended_by_the_prosecutor() {
        var withdrawn = OfReferrals.investigated(Paper.Investigation.WITHDRAWN);

        assertThat(Procedure.steps(withdrawn)).containsExactly(Verb.HAND_BACK);
        assertThat(Procedure.steps(OfReferrals.judged(Paper.Judgment.EXEMPT))).containsExactly(Verb.REVERSE);
        assertThat(OfReferrals.judged(Paper.Judgment.PUNISHED).stage().isEnd()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void a_state_without_its_papers_cannot_be_made(Stage stage) {
        var full = OfReferrals.proposed().dossier();
        var empty = new Dossier(1, 1, full.agency(), full.region(), full.report(), full.matter(), full.team(), List.of());

        assertThatThrownBy(() -> stage.of(empty)).isInstanceOf(IllegalStateException.class).hasMessageContaining("lacks its paper");
    }

    @Test
    void every_ground_quotes_a_sentence_of_the_law_word_for_word_and_has_its_words() throws Exception {
        var texts = Map.of(
                "移送规定", "yisong-guiding-2020.md",
                "公安程序规定", "gongan-xingshi-chengxu-guiding-2020.md",
                "办理经济犯罪规定", "partial-gongtongzi-2017-25.md",
                "刑事诉讼法", "xingsusongfa-2018.md",
                "行政处罚法", "xingzhengchufafa-2021.md",
                "移送意见", "partial-gaojianhui-2006-2.md");
        var messages = new Properties();
        try (var in = new java.io.InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("/messages/referrals.properties")),
                java.nio.charset.StandardCharsets.UTF_8)) {
            messages.load(in);
        }

        PROCEDURE.provisions().all().forEach((code, provision) -> {
            String text = LAW.instruments().body(Objects.requireNonNull(texts.get(provision.instrument()), code));
            assertThat(text).as("quote of %s", code).contains(provision.quote());
            assertThat(messages.getProperty("referrals.ground." + code)).as(code).isNotBlank();
            assertThat(messages.getProperty("referrals.remedy." + code)).as(code).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        // step, where it stands, what a day before that which it follows is refused with
        "CONCLUDE, FILED, INVESTIGATED_BEFORE",
        "PROSECUTE, UNDER_PROSECUTION, PROSECUTED_BEFORE",
        "REFRAIN, UNDER_PROSECUTION, PROSECUTED_BEFORE",
        "JUDGE, PROSECUTED, JUDGED_BEFORE",
    })
    void a_day_before_what_the_step_follows_is_refused(Verb verb, Stage stage, String refusal) {
        var referral = OfReferrals.in(stage);

        assertThat(PROCEDURE.againstDay(verb, referral, OfReferrals.DAY)).isEmpty();
        assertThat(PROCEDURE.againstDay(verb, referral, OfReferrals.DAY.minusDays(1)))
                .extracting(Ground::code)
                .containsExactly(refusal);
    }
}
