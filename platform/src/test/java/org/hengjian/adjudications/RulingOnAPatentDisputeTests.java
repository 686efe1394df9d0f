package org.hengjian.adjudications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hengjian.access.Forbidden;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.NotFound;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.hengjian.time.Days;
import org.hengjian.time.PlatformTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The procedure on the real database: what each step leaves, who is refused, who sees what. */
@OnThePlatform
class RulingOnAPatentDisputeTests {

    @LocalServerPort
    int port;

    @Autowired
    AdjudicationWork work;

    @Autowired
    Persons persons;

    @Autowired
    Days days;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void from_the_request_to_the_ruling_served_each_step_leaves_its_document() {
        var served = work.rulingServed();

        assertThat(served.stage()).isEqualTo(Stage.RULING_SERVED);
        assertThat(work.titles(served)).containsExactly(
                "受理通知书", "答辩通知书", "送达回证", "合议笔录", "专利侵权纠纷行政裁决书", "送达回证", "送达回证");
        assertThat(served.dossier().entries()).extracting(Entry::n).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void mediation_ends_it_with_a_letter_and_its_failure_lets_it_go_on() {
        var failed = work.step(AdjudicationWork.SECOND, work.examining(), step ->
                work.examinations.mediate(step, false, "金额分歧较大"));
        assertThat(failed.stage()).isEqualTo(Stage.EXAMINING);

        var agreed = work.step(AdjudicationWork.SECOND, failed, step ->
                work.examinations.mediate(step, true, "被请求人停止制造，补偿三万元。"));
        assertThat(work.titles(agreed)).contains("专利侵权纠纷调解书");
        assertThat(work.step(AdjudicationWork.HEAD, agreed, step -> work.rulings.close(step, "已履行")).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void it_stands_still_for_an_invalidation_and_goes_on() {
        var suspended = work.step(AdjudicationWork.HEAD, work.examining(), step -> work.examinations.suspend(
                step, Paper.SuspensionGround.INVALIDATION, "无效受理〔2026〕1号", "无效宣告请求已被受理"));
        assertThat(AdjudicationWork.codes(work.attempt(AdjudicationWork.PRESIDING, suspended, step ->
                        work.examinations.mediate(step, false, "x"))))
                .contains("ORDER.MEDIATE");
        var paused = persons.as(AdjudicationWork.CLERK, () -> transaction.execute(_ -> jdbc.sql(
                        "select count(*) from duties.duty where object = 'adjudication' and object_id = :id and paused_until = 'infinity'")
                .param("id", suspended.dossier().id())
                .query(Long.class)
                .single()));
        assertThat(paused).isEqualTo(1);

        var resumed = work.step(AdjudicationWork.HEAD, suspended, step -> work.examinations.resume(step, "专利权维持有效"));
        assertThat(resumed.stage()).isEqualTo(Stage.EXAMINING);
        assertThat(work.titles(resumed)).contains("中止处理决定书", "恢复处理通知书");
    }

    @Test
    void a_hearing_is_called_in_time_and_a_requester_who_stays_away_has_withdrawn() {
        var examining = work.examining();
        assertThat(AdjudicationWork.codes(work.attempt(AdjudicationWork.PRESIDING, examining, step -> work.examinations.callHearing(
                        step, work.today().plusDays(1).atTime(9, 30).atZone(PlatformTime.ZONE).toInstant(), "第一审理室", ""))))
                .containsExactly("HEARING_TOO_SOON");

        var day = work.today().plusDays(15);
        var called = work.step(AdjudicationWork.PRESIDING, examining, step -> work.examinations.callHearing(
                step, day.atTime(9, 30).atZone(PlatformTime.ZONE).toInstant(), "第一审理室", ""));
        assertThat(work.titles(called)).contains("口头审理通知书");
        assertThat(AdjudicationWork.codes(work.attempt(AdjudicationWork.PRESIDING, called, step ->
                        work.examinations.holdHearing(step, Paper.Attendance.BOTH, "钱小禾", "记录"))))
                .containsExactly("HEARING_NOT_YET");
        days.travelTo(day.atTime(9, 30).atZone(PlatformTime.ZONE));
        try {
            var ended = work.step(AdjudicationWork.PRESIDING, called, step -> work.examinations.holdHearing(
                    step, Paper.Attendance.REQUESTER_ABSENT, "赵小明", "请求人经通知没有到场。"));
            assertThat(ended.stage()).isEqualTo(Stage.WITHDRAWN);
            assertThat(work.titles(ended)).contains("口头审理笔录", "撤销案件通知书");
        } finally {
            days.returnToReality();
        }
    }

    @Test
    void a_recused_member_is_replaced_and_takes_no_more_steps() {
        var asked = work.step(AdjudicationWork.CLERK, work.examining(), step -> work.adjudications.askRecusal(
                step, Party.Side.RESPONDENT, work.id(AdjudicationWork.SECOND), "曾任请求人的顾问"));
        assertThat(AdjudicationWork.codes(work.attempt(AdjudicationWork.HEAD, asked, step ->
                        work.adjudications.decideRecusal(step, true, work.id(AdjudicationWork.CLERK), "属实"))))
                .containsExactly("PANEL_NUMBER");
        var kept = work.step(AdjudicationWork.HEAD, asked, step -> work.adjudications.decideRecusal(step, false, 0, "不属实"));

        assertThat(kept.dossier().panel().orElseThrow().judges(work.id(AdjudicationWork.SECOND))).isTrue();
        assertThat(work.titles(kept)).contains("回避决定书");
    }

    @Test
    void one_dispute_is_open_once_and_two_over_one_patent_can_go_together() {
        var patent = AdjudicationWork.patent();
        var first = work.accept(AdjudicationWork.done(work.attempt(AdjudicationWork.PRESIDING, patent, 330_106, false, "")));
        var second = AdjudicationWork.done(work.attempt(AdjudicationWork.PRESIDING, patent, 330_106, false, ""));

        assertThat(AdjudicationWork.codes(work.attempt(AdjudicationWork.HEAD, second, step -> work.adjudications.accept(
                        step, List.of(work.id(AdjudicationWork.PRESIDING), work.id(AdjudicationWork.SECOND), work.id(AdjudicationWork.THIRD)),
                        work.id(AdjudicationWork.CLERK)))))
                .containsExactly("SAME_OPEN");
        var other = work.accepted();
        assertThat(AdjudicationWork.codes(work.attempt(AdjudicationWork.HEAD, other, step ->
                        work.adjudications.merge(step, first.dossier().id(), "同一专利"))))
                .containsExactly("NOT_MERGEABLE");
    }

    @Test
    void what_is_elsewhere_before_the_court_or_in_a_district_is_not_accepted() {
        var panel = List.of(work.id(AdjudicationWork.PRESIDING), work.id(AdjudicationWork.SECOND), work.id(AdjudicationWork.THIRD));
        var sued = AdjudicationWork.done(work.attempt(AdjudicationWork.PRESIDING, AdjudicationWork.patent(), 330_106, true, ""));
        assertThat(AdjudicationWork.codes(work.attempt(AdjudicationWork.HEAD, work.requestedElsewhere(), step ->
                        work.adjudications.accept(step, panel, work.id(AdjudicationWork.CLERK)))))
                .containsExactly("JURISDICTION");
        assertThat(AdjudicationWork.codes(work.attempt(AdjudicationWork.HEAD, sued, step ->
                        work.adjudications.accept(step, panel, work.id(AdjudicationWork.CLERK)))))
                .containsExactly("BEFORE_COURT");
        var district = AdjudicationWork.done(
                work.attempt(AdjudicationWork.DISTRICT, AdjudicationWork.patent(), 330_106, false, ""));
        assertThat(persons.as("jiang.lin", () -> work.adjudications.against(Verb.ACCEPT, district)))
                .extracting(org.hengjian.statutes.Ground::code)
                .containsExactly("LEVEL");
        assertThat(AdjudicationWork.codes(work.attempt("mu.qing", AdjudicationWork.patent(), 330_106, false, "")))
                .containsExactly("NOT_A_PATENT_OFFICE");
        assertThatThrownBy(() -> work.attempt("ding.an", AdjudicationWork.patent(), 330_106, false, "")).isInstanceOf(Forbidden.class);
    }

    @Test
    void the_same_request_twice_is_one_and_of_two_at_once_the_second_is_told() {
        var patent = AdjudicationWork.patent();
        var first = AdjudicationWork.done(work.attempt(AdjudicationWork.PRESIDING, patent, 330_106, false, "key " + patent.text()));
        var again = AdjudicationWork.done(work.attempt(AdjudicationWork.PRESIDING, patent, 330_106, false, "key " + patent.text()));
        assertThat(again.dossier().id()).isEqualTo(first.dossier().id());
        assertThatThrownBy(() -> work.attempt(AdjudicationWork.PRESIDING, AdjudicationWork.patent(), 330_106, false, "key " + patent.text()))
                .isInstanceOf(Conflict.class);

        work.accept(first);
        assertThatThrownBy(() -> work.accept(first)).isInstanceOf(Conflict.class);
    }

    @Test
    void who_sees_it_is_the_agency_and_its_line_above() {
        var accepted = work.accepted();

        for (var who : List.of(AdjudicationWork.PRESIDING, AdjudicationWork.HEAD, "xie.lan", "ye.zhou")) {
            assertThat(persons.as(who, () -> work.adjudications.find(accepted.dossier().id()))).as(who).isPresent();
        }
        for (var who : List.of(AdjudicationWork.DISTRICT, "fang.qing", "mu.qing", "luo.jin", "he.ming", "ding.an", "ji.shi", "heng.an")) {
            assertThat(persons.as(who, () -> work.adjudications.find(accepted.dossier().id()))).as(who).isEmpty();
        }
        assertThatThrownBy(() -> work.attempt(AdjudicationWork.DISTRICT, accepted, step ->
                        work.adjudications.askRecusal(step, Party.Side.REQUESTER, 1, "x")))
                .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into adjudications.paper (adjudication_id, n, kind, content, person, name, on_day, at) values (%1$d, 99, 'Closed', '{}', 1, 'x', now(), now())",
                "update adjudications.paper set content = '{}' where adjudication_id = %1$d",
                "delete from adjudications.paper where adjudication_id = %1$d",
                "delete from adjudications.adjudication where id = %1$d",
                "update adjudications.adjudication set title = 'x' where id = %1$d",
                "update adjudications.adjudication set sealed = '' where id = %1$d",
                "update adjudications.adjudication set case_number = 'x' where id = %1$d",
                "update adjudications.adjudication set agency_id = 1 where id = %1$d",
                "insert into adjudications.adjudication (state, request_number, patent_number, title, requester_name, respondent_name, dispute, sealed, received_on, agency_name, agency_id, line, region) values ('REQUESTED', 'x%1$d', 'ZL202110123456.7', 'x', 'x', 'x', '{}', '', now(), 'x', access.agency(), 'ip', 330100)"
            })
    void past_the_application_nothing_is_forged_or_unsaid(String attempt) {
        var accepted = work.accepted();

        assertThatThrownBy(() -> persons.as(AdjudicationWork.PRESIDING, () -> transaction.executeWithoutResult(
                        _ -> jdbc.sql(attempt.formatted(accepted.dossier().id())).update())))
                .isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shen.zhiyao", "fang.qing", "mu.qing", "xie.lan", "ye.zhou", "jiang.lin"})
    void others_change_nothing_past_the_application_either(String other) {
        var accepted = work.accepted();

        Supplier<Integer> update = () -> java.util.Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(
                        "update adjudications.adjudication set state = 'CLOSED' where id = " + accepted.dossier().id())
                .update()));

        assertThat(persons.as(other, update)).isZero();
    }

    @Test
    void a_persons_name_is_masked_in_the_clear_and_sealed_in_full() {
        var accepted = work.accepted();

        var row = persons.as(AdjudicationWork.PRESIDING, () -> transaction.execute(_ -> jdbc.sql(
                        "select dispute::text || title || encode(sealed, 'escape') from adjudications.adjudication where id = :id")
                .param("id", accepted.dossier().id())
                .query(String.class)
                .single()));
        assertThat(row).contains("赵某某").doesNotContain("赵小明", "330106199001011234", "13800000000");
    }

    @Test
    void over_http_others_find_nothing_and_a_refusal_names_its_article() {
        long id = work.copyServed().dossier().id();
        try (var district = Visitor.signedIn(port, AdjudicationWork.DISTRICT);
                var court = Visitor.signedIn(port, "ding.an");
                var stranger = Visitor.stranger(port);
                var head = Visitor.signedIn(port, AdjudicationWork.HEAD);
                var clerk = Visitor.signedIn(port, AdjudicationWork.CLERK)) {
            assertThat(district.get("/adjudications/" + id).statusCode()).isEqualTo(404);
            assertThat(district.post("/adjudications/" + id + "/withdraw", Map.of("version", "3", "reasons", "x")).statusCode())
                    .isEqualTo(404);
            assertThat(court.get("/adjudications").statusCode()).isEqualTo(403);
            assertThat(stranger.get("/adjudications/" + id).statusCode()).isEqualTo(302);
            assertThat(head.get("/adjudications/" + id + "/nothing").statusCode()).isEqualTo(404);
            assertThat(head.get("/adjudications/register.xlsx").body()).startsWith('P', 'K');
            var refused = clerk.post("/adjudications/" + id + "/withdraw", Map.of("version", "3", "reasons", "和解"));
            assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("这一步由机关负责人办理", "条文未取得", "没有保存");
            var bad = head.post("/adjudications/" + id + "/withdraw", Map.of("version", "3"));
            assertThat(new String(bad.body(), StandardCharsets.UTF_8)).contains("没有填");
        }
    }

    @Test
    void what_is_due_stands_on_the_list_of_duties() {
        var accepted = work.accepted();
        try (var clerk = Visitor.signedIn(port, AdjudicationWork.CLERK)) {
            String due = new String(clerk.get("/due").body(), StandardCharsets.UTF_8);
            assertThat(due).contains(accepted.name()).contains("送达请求书副本");
        }
    }
}
