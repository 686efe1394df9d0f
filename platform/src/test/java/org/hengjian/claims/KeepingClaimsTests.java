package org.hengjian.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Forbidden;
import org.hengjian.claims.Wording.Content;
import org.hengjian.intake.Batch;
import org.hengjian.intake.Intake;
import org.hengjian.leads.CurrentScreening;
import org.hengjian.screening.Kind;
import org.hengjian.screening.Listing;
import org.hengjian.screening.Standing;
import org.hengjian.shell.Conflict;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A draft is tried, another person publishes it, and offers are screened with it from then on. */
@OnThePlatform
class KeepingClaimsTests {

    private static final String WRITER = "qin.shan"; // officer and analyst
    private static final String OTHER = "xie.lan"; // analyst
    private static final String OFFICER = "shen.zhiyao";

    @Autowired
    Claims claims;

    @Autowired
    Trials trials;

    @Autowired
    Intake intake;

    @Autowired
    CurrentScreening screening;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @BeforeEach // whatever others published
    @AfterEach
    void leave_the_shipped_words() {
        persons.as(OTHER, () -> claims.list("", "", "PUBLISHED", 0, 100)
                .forEach(wording -> claims.withdraw(wording.id(), wording.version(), "测试结束")));
        await().until(() -> screening.screening().claims().size()
                == org.hengjian.screening.ShippedClaims.all().size());
    }

    private Content content(String words) {
        return new Content(
                words,
                "zh",
                false,
                Kind.COUNTERFEIT_CLAIM,
                5,
                "fakery",
                List.of("玩具"),
                LocalDate.now(clock),
                null,
                "西湖区案件",
                "");
    }

    private long tried(Content content) {
        return persons.as(WRITER, () -> {
            long id = claims.draft(content, null);
            assertThat(claims.tryOut(id)).isEmpty();
            return id;
        });
    }

    private Standing standing(String title) {
        return screening.screening().screen(Listing.of("1", title)).standing();
    }

    @Test
    void what_was_published_is_used_at_once_and_what_was_withdrawn_no_more() {
        assertThat(standing("衡溪 卫衣 阁楼货 现货")).isEqualTo(Standing.CLEAR);
        long id = tried(content("阁楼货"));

        assertThat(persons.as(OTHER, () -> claims.publish(id, 1, "三起案件里都这样写")))
                .isEmpty();
        await().until(() -> standing("衡溪 卫衣 阁楼货 现货") == Standing.SUSPECT);
        assertThat(standing("衡溪 卫衣 阁★楼货 现货")).as("in disguise").isEqualTo(Standing.SUSPECT);
        assertThat(standing("阁楼货 玩具 模型")).as("beside its honest sense").isEqualTo(Standing.CLEAR);

        assertThat(persons.as(OTHER, () -> claims.withdraw(id, 2, "误伤"))).isEmpty();
        await().until(() -> standing("衡溪 卫衣 阁楼货 现货") == Standing.CLEAR);
    }

    @Test
    void shipped_words_are_switched_off_and_come_back() {
        assertThat(standing("卫衣 高仿 现货")).isEqualTo(Standing.SUSPECT);
        var shipped = WordingForm.shipped("高仿", "zh").orElseThrow();
        var off = new Content(
                "高仿", "zh", true, shipped.kind(), 5, "fakery", List.of(), LocalDate.now(clock), null, "试验", "");
        long id = tried(off);

        assertThat(persons.as(OTHER, () -> claims.publish(id, 1, "试验停用"))).isEmpty();
        await().until(() -> screening.screening().claims().stream().noneMatch(c -> c.text().equals("高仿")));
    }

    @Test
    void a_trial_says_what_would_change_and_is_gone_when_the_draft_changes() {
        long id = tried(content("阁楼货"));
        assertThat(persons.as(WRITER, () -> claims.find(id)).map(Wording::trial))
                .hasValueSatisfying(trial -> assertThat(trial.changed()).isZero());

        persons.as(WRITER, () -> claims.change(id, 1, content("阁楼鞋")));

        assertThat(persons.as(OTHER, () -> claims.publish(id, 2, "看过"))).hasValue(Claims.Refusal.NOT_TRIED);
    }

    @Test
    void past_offers_of_another_agency_are_counted_and_not_shown() {
        String titles = "编号,标题\nt1,衡溪 卫衣 楼梯间货 现货\nt2,纯棉 卫衣\nt3,衡溪 外套 楼梯间货\n";
        long batch = persons.as(OFFICER, () -> intake.receive(new Intake.Arriving(
                        intake.sourceCalled("claims-trial").id(),
                        Batch.Channel.API,
                        "titles.csv",
                        new ByteArrayInputStream(titles.getBytes(StandardCharsets.UTF_8)),
                        Map.of("id", "编号", "title", "标题"),
                        "claims-trial"))
                .id());
        await().until(() -> persons.as(OFFICER, () -> intake.batch(batch)).orElseThrow().state() == Batch.State.DONE);

        long id = tried(content("楼梯间货"));

        var trial = persons.as(WRITER, () -> claims.find(id)).map(Wording::trial).orElseThrow();
        assertThat(trial.offers()).isGreaterThanOrEqualTo(3);
        assertThat(trial.changed()).isEqualTo(2);
        assertThat(trial.suspects()).isEqualTo(2);
        assertThat(persons.as(OFFICER, () -> trials.shown(trial.examples())))
                .extracting(Trials.Shown::title)
                .containsExactlyInAnyOrder("衡溪 卫衣 楼梯间货 现货", "衡溪 外套 楼梯间货");
        assertThat(persons.as("fang.qing", () -> trials.shown(trial.examples())))
                .extracting(Trials.Shown::title)
                .containsOnly("");
    }

    @Test
    void nobody_publishes_what_they_wrote_themselves() {
        long id = tried(content("阁楼货"));

        assertThat(persons.as(WRITER, () -> claims.publish(id, 1, "我自己看过"))).hasValue(Claims.Refusal.OWN);
        assertThatThrownBy(() -> persons.as(WRITER, () -> transaction.execute(_ -> jdbc.sql(
                                """
                                update claims.wording
                                   set state = 'PUBLISHED', decided_by = '本人', decided_at = now()
                                 where id = :id
                                """)
                        .param("id", id)
                        .update())))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void publishing_needs_a_reason_and_the_version_that_was_read() {
        long id = tried(content("阁楼货"));

        assertThat(persons.as(OTHER, () -> claims.publish(id, 1, " "))).hasValue(Claims.Refusal.NO_REASON);
        assertThatThrownBy(() -> persons.as(OTHER, () -> claims.publish(id, 7, "看过")))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void the_same_words_are_in_use_once() {
        long first = tried(content("阁楼货"));
        assertThat(persons.as(OTHER, () -> claims.publish(first, 1, "看过"))).isEmpty();
        long second = tried(content("阁楼货"));

        assertThat(persons.as(OTHER, () -> claims.publish(second, 1, "看过")))
                .hasValue(Claims.Refusal.THERE_ALREADY);

        long correction = persons.as(WRITER, () -> claims.draft(content("阁楼货"), first));
        persons.as(WRITER, () -> claims.tryOut(correction));
        assertThat(persons.as(OTHER, () -> claims.publish(correction, 1, "改写"))).isEmpty();
        assertThat(persons.as(OTHER, () -> claims.find(first)).orElseThrow().state())
                .isEqualTo(Wording.State.WITHDRAWN);
    }

    @Test
    void an_officer_drafts_and_does_not_publish_and_a_platform_reads_nothing() {
        long id = persons.as(OFFICER, () -> claims.draft(content("阁楼货"), null));
        persons.as(OFFICER, () -> claims.tryOut(id));

        assertThatThrownBy(() -> persons.as(OFFICER, () -> claims.publish(id, 1, "看过")))
                .isInstanceOf(Forbidden.class);
        assertThat(persons.as("ji.shi", () -> claims.find(id))).as("a platform's person").isEmpty();
        assertThatThrownBy(() -> persons.as("ji.shi", () -> claims.draft(content("货"), null)))
                .isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @CsvSource({
        "words, , claims.fault.missing",
        "words, 货, claims.fault.too-short",
        "words, ★★★, claims.fault.too-short",
        "words, 拆机…, claims.fault.half",
        "words, 癌…治愈, claims.fault.half",
        "kind, compatible-use, claims.fault.choose",
        "language, fr, claims.fault.choose",
        "weight, 0, claims.fault.weight",
        "weight, 6.5, claims.fault.weight",
        "weight, 很重, claims.fault.weight",
        "from, 2026-02-30, claims.fault.day",
        "to, 2020-01-01, claims.fault.turned",
        "source, , claims.fault.missing",
        "off, 1, claims.fault.nothing-to-switch-off",
    })
    void a_wrong_field_is_named(String field, String value, String fault) {
        var typed = new java.util.HashMap<>(Map.of(
                "words", "阁楼货",
                "language", "zh",
                "kind", "counterfeit-claim",
                "weight", "3",
                "topic", "fakery",
                "from", "2026-11-01",
                "source", "案件"));
        assertThat(new WordingForm(typed).content()).isPresent();
        typed.put(field, value == null ? "" : value);

        var form = new WordingForm(typed);

        assertThat(form.content()).isEqualTo(Optional.empty());
        assertThat(form.faults()).containsValue(fault);
    }
}
