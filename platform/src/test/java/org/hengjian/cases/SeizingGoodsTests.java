package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hengjian.documents.Documents;
import org.hengjian.statutes.Ground;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Measures and tests on a real database, with their documents, numbers and events. */
@OnThePlatform
@RecordApplicationEvents
class SeizingGoodsTests {

    private static final Measure.Taking TAKING = new Measure.Taking(
            "仓前路8号", "现场的连帽卫衣涉嫌侵犯注册商标专用权。", "《中华人民共和国商标法》第六十二条第一款第四项",
            List.of(
                    new Measure.Thing("带标连帽卫衣", "XL", new BigDecimal(430), "件"),
                    new Measure.Thing("吊牌", "", new BigDecimal("12.5"), "千克")));

    @Autowired
    CaseWork work;

    @Autowired
    Measures measures;

    @Autowired
    Documents documents;

    @Autowired
    Persons persons;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationEvents events;

    @Test
    void goods_are_seized_extended_and_given_back_each_with_its_document_and_event() throws IOException {
        var asked = step(CaseWork.OFFICER, work.investigating(), (room, step) -> room.ask(step, Measure.Kind.SEIZURE, TAKING));
        int measure = asked.docket().entries().size();
        var seized = step(CaseWork.HEAD, asked, (room, step) -> room.impose(step, measure));
        var extended = step(CaseWork.HEAD, seized, (room, step) -> room.extend(step, measure, "涉及多名供货人，案情复杂，"));
        var lifted = step(CaseWork.HEAD, extended, (room, step) -> room.lift(step, measure, Measure.Lifting.UNRELATED, ""));

        assertThat(Measure.of(lifted.docket())).singleElement().isInstanceOf(Measure.Lifted.class);
        assertThat(events.stream(MeasureImposed.class)).singleElement().satisfies(event -> {
            assertThat(event.measure()).isEqualTo(measure);
            assertThat(event.goods()).isEqualTo(TAKING.goods());
            assertThat(event.until()).isEqualTo(work.today().plusDays(30));
        });
        assertThat(events.stream(MeasureExtended.class)).singleElement()
                .satisfies(event -> assertThat(event.until()).isEqualTo(work.today().plusDays(60)));
        assertThat(events.stream(MeasureLifted.class)).singleElement()
                .satisfies(event -> assertThat(event.ground()).isEqualTo(Measure.Lifting.UNRELATED));
        assertThat(issued(lifted)).extracting(Documents.Issued::title).containsExactly(
                "立案审批表", "现场笔录", "实施行政强制措施决定书", "财物清单", "延长行政强制措施期限决定书", "解除行政强制措施决定书", "解除财物清单");
        assertThat(text(issued(lifted).get(2).id()))
                .contains("实施扣押的行政强制措施", "期限为三十日", "《中华人民共和国商标法》第六十二条第一款第四项", "六十日内依法申请行政复议", "财物清单");
        assertThat(text(issued(lifted).get(3).id())).contains("带标连帽卫衣XL430件", "吊牌12.5千克", "以上共2项");
        assertThat(text(issued(lifted).get(5).id())).contains("与违法行为无关", issued(lifted).get(2).number());
    }

    @Test
    void what_is_taken_on_the_spot_waits_for_its_approval_and_is_settled_in_time() {
        var taken = step(CaseWork.OFFICER, work.investigating(), (room, step) ->
                room.take(step, Measure.Kind.REGISTRATION, TAKING, Instant.now(clock).minusSeconds(3600)));
        int measure = taken.docket().entries().size();
        var early = attempt(CaseWork.OFFICER, taken, (room, step) ->
                room.settle(step, measure, Measure.Settling.PRESERVED, "已拍照"));
        var confirmed = step(CaseWork.HEAD, taken, (room, step) -> room.confirm(step, measure));
        var settled = step(CaseWork.OFFICER, confirmed, (room, step) ->
                room.settle(step, measure, Measure.Settling.PRESERVED, "已拍照、录像。"));

        assertThat(early).isInstanceOf(Outcome.Refused.class);
        assertThat(Measure.of(settled.docket())).singleElement().isInstanceOf(Measure.Settled.class);
        assertThat(issued(settled)).extracting(Documents.Issued::title).contains("先行登记保存证据通知书", "财物清单");
        assertThat(events.stream(MeasureImposed.class)).hasSize(1);
    }

    @Test
    void a_test_is_commissioned_told_to_the_party_prolonged_and_its_result_kept() throws IOException {
        var until = work.today().plusDays(20);
        var commissioned = step(CaseWork.OFFICER, work.investigating(), (room, step) -> room.commission(
                step, Testing.Kind.TESTING, 0, "省纺织品检测院", "带标卫衣3件", "纤维成分", until));
        int testing = commissioned.docket().entries().size();
        var prolonged = step(CaseWork.OFFICER, commissioned, (room, step) ->
                room.prolong(step, testing, until.plusDays(10), "样品需要复检"));
        var ended = step(CaseWork.OFFICER, prolonged, (room, step) -> room.end(step, testing, work.today(), "棉 30 %，与标识不符。"));

        assertThat(work.attempt(CaseWork.OFFICER, ended, (room, step) ->
                room.record(step, Paper.RecordKind.SAMPLING, work.today(), "仓前路8号", "抽取卫衣3件。", "")))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.grounds())
                        .extracting(Ground::code)
                        .containsExactly("SAMPLED_AFTER_RESULT"));
        assertThat(Testing.of(ended.docket())).singleElement().satisfies(one -> {
            assertThat(one.isOpen()).isFalse();
            assertThat(one.until()).isEqualTo(until.plusDays(10));
        });
        assertThat(issued(ended)).extracting(Documents.Issued::title)
                .containsExactly("立案审批表", "现场笔录", "检验检测鉴定委托书", "检验检测鉴定期间告知书", "检验检测鉴定期间告知书");
        assertThat(text(issued(ended).get(3).id())).contains("省纺织品检测院", "依法不计入案件办理期限");
        assertThat(text(issued(ended).get(4).id())).contains("因样品需要复检");
    }

    @Test
    void a_measure_of_another_case_or_a_made_up_one_is_refused() {
        var asked = step(CaseWork.OFFICER, work.investigating(), (room, step) -> room.ask(step, Measure.Kind.SEALING, TAKING));

        assertThat(attempt(CaseWork.HEAD, asked, (room, step) -> room.impose(step, 999)))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.grounds())
                        .extracting(Ground::code)
                        .containsExactly("ORDER.IMPOSE_MEASURE"));
        assertThat(attempt(CaseWork.OFFICER, asked, (room, step) -> room.commission(
                        step, Testing.Kind.TESTING, 999, "院", "物", "问", work.today())))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.grounds())
                        .extracting(Ground::code)
                        .containsExactly("NO_SUCH_MEASURE"));
    }

    @Test
    void a_suspended_case_has_no_day_that_is_due_and_what_was_allowed_lies_on_file() throws IOException {
        var suspended = step(CaseWork.HEAD, work.investigating(), (room, step) ->
                room.suspend(step, Paper.SuspensionGround.OTHER_CASE, "须以商标无效宣告的结果为依据。"));

        assertThat(attempt(suspended)).isInstanceOf(Outcome.Refused.class);
        var resumed = step(CaseWork.HEAD, suspended, (room, step) -> room.resume(step, "裁定已经生效。"));
        assertThat(attempt(resumed)).isInstanceOf(Outcome.Done.class);
        var allowed = issued(resumed).stream().filter(one -> one.kind().equals("matter-approval")).toList();
        assertThat(allowed).extracting(Documents.Issued::title).containsExactlyInAnyOrder("中止调查审批表", "恢复调查审批表");
        for (var one : allowed) {
            assertThat(text(one.id())).contains("第四十六条", "江临", one.title().startsWith("中止") ? "须以商标无效宣告" : "裁定已经生效");
        }
    }

    private Outcome attempt(CaseFile file) {
        return work.attempt(CaseWork.OFFICER, file, (room, step) ->
                room.record(step, Paper.RecordKind.OTHER, work.today(), "", "补充材料", ""));
    }

    private List<Documents.Issued> issued(CaseFile file) {
        return persons.as(CaseWork.OFFICER, () -> documents.of("case", file.docket().id()));
    }

    private String text(long document) throws IOException {
        byte[] pdf = persons.as(CaseWork.OFFICER, () -> documents.read(document).orElseThrow().pdf());
        try (var loaded = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(loaded).replaceAll("\\s", "");
        }
    }

    private CaseFile step(String signIn, CaseFile file, BiFunction<Measures, Step, Outcome> verb) {
        return CaseWork.done(attempt(signIn, file, verb));
    }

    private Outcome attempt(String signIn, CaseFile file, BiFunction<Measures, Step, Outcome> verb) {
        return persons.as(signIn, () -> verb.apply(measures, new Step(file.docket().id(), file.docket().version())));
    }
}
