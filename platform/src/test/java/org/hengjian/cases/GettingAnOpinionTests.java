package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hengjian.documents.Documents;
import org.hengjian.law.Money;
import org.hengjian.shell.NotFound;
import org.hengjian.statutes.Ground;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An expert opinion from its commission to the decision that rests on it, on a real database with its documents. */
@OnThePlatform
class GettingAnOpinionTests {

    @Autowired
    CaseWork work;

    @Autowired
    Measures measures;

    @Autowired
    Opinions opinions;

    @Autowired
    Documents documents;

    @Autowired
    Persons persons;

    private Opinions.Given given(Testing.Kind kind, int testing, Paper.Standing standing, String giver, String conclusion) {
        return new Opinions.Given(
                kind, testing, giver, standing, "鉴定机构许可证 浙鉴001", "商标标识是否相同", "外观比对、显微观察", conclusion, work.today());
    }

    @Test
    void the_party_is_told_asks_for_another_one_and_the_decision_rests_on_both() throws IOException {
        var commissioned = done(measure(CaseWork.OFFICER, work.investigating(), (room, step) -> room.commission(
                step, Testing.Kind.EXPERT_OPINION, 0, "省知识产权鉴定中心", "带标卫衣3件", "商标标识是否相同", work.today().plusDays(20))));
        int testing = commissioned.docket().entries().size();
        assertThat(refused(measure(CaseWork.OFFICER, commissioned, (room, step) -> room.end(step, testing, work.today(), "相同"))))
                .containsExactly("ORDER.END_TESTING");

        var received = done(opinion(CaseWork.OFFICER, commissioned, (room, step) -> room.receive(
                step, given(Testing.Kind.EXPERT_OPINION, testing, Paper.Standing.STATUTORY, "省知识产权鉴定中心", "标识相同。"), "周若水、何见山")));
        int first = received.docket().entries().size();
        assertThat(Testing.of(received.docket()).getFirst().ended()).contains(work.today());
        assertThat(refused(finish(received))).containsExactly("OPINION_UNTOLD");

        var told = done(opinion(CaseWork.OFFICER, received, (room, step) -> room.tell(step, first, delivery())));
        var asked = done(opinion(CaseWork.OFFICER, told, (room, step) -> room.ask(step, first, work.today(), "没有比对吊牌")));
        int request = asked.docket().entries().size();
        assertThat(refused(finish(asked))).containsExactly("REOPINION_OPEN");
        assertThat(refused(opinion(CaseWork.OFFICER, asked, (room, step) -> room.decide(step, request, false, "不必"))))
                .containsExactlyInAnyOrder("ROLE.HEAD", "DECIDES_OWN");
        var granted = done(opinion(CaseWork.HEAD, asked, (room, step) -> room.decide(step, request, true, "补充比对吊牌。")));
        assertThat(refused(finish(granted))).containsExactly("REOPINION_OWED");
        var second = done(opinion(CaseWork.OFFICER, granted, (room, step) -> room.receive(
                step, given(Testing.Kind.EXPERT_OPINION, 0, Paper.Standing.CAPABLE, "国家纺织制品质检中心", "标识和吊牌均相同。"), "林疏影")));
        var known = done(opinion(CaseWork.OFFICER, second, (room, step) ->
                room.tell(step, second.docket().entries().size(), delivery())));
        var identified = done(opinion(CaseWork.OFFICER, known, (room, step) -> room.receive(
                step, given(Testing.Kind.IDENTIFICATION, 0, Paper.Standing.RIGHT_HOLDER, "衡溪服饰股份有限公司", "不是本公司生产。"), "许知白")));

        var finished = done(finish(identified));
        var issued = issued(finished);
        assertThat(issued).extracting(Documents.Issued::title).contains(
                "检验检测鉴定委托书", "鉴定意见告知书", "送达回证", "重新鉴定申请处理通知书", "调查终结报告");
        assertThat(text(issued, "鉴定意见告知书")).contains(
                "省知识产权鉴定中心，鉴定机构许可证浙鉴001", "外观比对、显微观察", "标识相同。", "第三十二条", "申请重新鉴定", "鉴告〔");
        assertThat(text(issued, "重新鉴定申请处理通知书")).contains("没有比对吊牌", "第四十五条", "决定重新鉴定", "补充比对吊牌。");
        assertThat(text(issued, "调查终结报告")).contains(
                "现场笔录；", "收到的省知识产权鉴定中心鉴定意见：标识相同；", "国家纺织制品质检中心鉴定意见", "衡溪服饰股份有限公司辨认（鉴别）意见：不是本公司生产。");
        assertThat(Opinion.of(finished.docket())).extracting(one -> one.received().signers())
                .doesNotContain("周若水、何见山", "许知白");
    }

    @Test
    void whoever_is_neither_expert_nor_right_holder_is_refused_and_so_is_a_record_that_says_less() {
        var file = work.investigating();

        assertThat(refused(opinion(CaseWork.OFFICER, file, (room, step) -> room.receive(
                        step, given(Testing.Kind.EXPERT_OPINION, 0, Paper.Standing.RIGHT_HOLDER, "衡溪服饰股份有限公司", "假"), "许知白"))))
                .containsExactly("OPINION_BY_RIGHT_HOLDER");
        assertThatThrownBy(() -> opinion(CaseWork.FOREIGN, file, (room, step) -> room.receive(
                        step, given(Testing.Kind.IDENTIFICATION, 0, Paper.Standing.RIGHT_HOLDER, "衡溪服饰股份有限公司", "假"), "许知白")))
                .isInstanceOf(NotFound.class);
        assertThat(refused(work.attempt(CaseWork.OFFICER, file, (room, step) -> room.record(
                        step, Paper.RecordKind.IDENTIFICATION, work.today(), "", "不是权利人生产", ""))))
                .containsExactly("OPINION_OWED");
    }

    @Test
    void a_right_holder_is_asked_to_identify_and_not_commissioned() throws IOException {
        var asked = done(measure(CaseWork.OFFICER, work.investigating(), (room, step) -> room.commission(
                step, Testing.Kind.IDENTIFICATION, 0, "衡溪服饰股份有限公司", "带标卫衣3件", "是否本公司生产或者许可生产", work.today().plusDays(9))));

        assertThat(text(issued(asked), "权利人辨认（鉴别）通知书"))
                .contains("第三十条第二款", "请你单位（本人）作为权利人", "附权利证明和授权材料")
                .doesNotContain("第三十二条");
    }

    private Outcome finish(CaseFile file) {
        return work.attempt(CaseWork.OFFICER, file, (room, step) -> room.finish(
                step, "销售侵权商品", "建议罚款。", new Penalty(Money.ofYuan(60_000), Money.ZERO, "", "《中华人民共和国商标法》第六十条第二款")));
    }

    private Paper.Delivery delivery() {
        return new Paper.Delivery(Paper.Way.DIRECT, work.today(), work.today(), "赵小禾", "");
    }

    private static CaseFile done(Outcome outcome) {
        return CaseWork.done(outcome);
    }

    private static List<String> refused(Outcome outcome) {
        return ((Outcome.Refused) outcome).grounds().stream().map(Ground::code).toList();
    }

    private Outcome opinion(String signIn, CaseFile file, BiFunction<Opinions, Step, Outcome> verb) {
        return persons.as(signIn, () -> verb.apply(opinions, new Step(file.docket().id(), file.docket().version())));
    }

    private Outcome measure(String signIn, CaseFile file, BiFunction<Measures, Step, Outcome> verb) {
        return persons.as(signIn, () -> verb.apply(measures, new Step(file.docket().id(), file.docket().version())));
    }

    private List<Documents.Issued> issued(CaseFile file) {
        return persons.as(CaseWork.OFFICER, () -> documents.of("case", file.docket().id()));
    }

    private String text(List<Documents.Issued> issued, String title) throws IOException {
        long id = issued.stream().filter(one -> one.title().equals(title)).findFirst().orElseThrow().id();
        byte[] pdf = persons.as(CaseWork.OFFICER, () -> documents.read(id).map(Documents.Copy::pdf)).orElseThrow();
        try (var loaded = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(loaded).replaceAll("\\s", "");
        }
    }
}
