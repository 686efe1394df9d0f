package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hengjian.documents.Documents;
import org.hengjian.statutes.Ground;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.time.PlatformTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders, letters and the address of service on a real database: their documents, numbers and duties. */
@OnThePlatform
class SendingLettersTests {

    private static final String DUTIES =
            "select due_on from duties.duty where object = 'case' and object_id = :id and duty = :duty and done_on is null";

    @Autowired
    CaseWork work;

    @Autowired
    Letters letters;

    @Autowired
    Documents documents;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void what_is_to_be_put_right_is_served_due_and_looked_after() throws IOException {
        var until = work.today().plusDays(15);
        var ordered = step(CaseWork.HEAD, work.investigating(), (room, step) -> room.order(
                step, "销售侵犯注册商标专用权的连帽卫衣。", "停止销售，下架全部侵权商品。", "《中华人民共和国行政处罚法》第二十八条第一款", Optional.of(until)));
        int order = ordered.docket().entries().size();
        assertThat(due(ordered, "procedure.correction")).containsExactly(until);
        assertThat(refused(attempt(CaseWork.OFFICER, ordered, (room, step) ->
                room.check(step, order, work.today(), Paper.Corrected.DONE, "已下架"))))
                .containsExactly("CORRECTION_UNSERVED");

        var served = step(CaseWork.OFFICER, ordered, (room, step) -> room.serve(step, order, delivery(Paper.Way.DIRECT)));
        assertThat(refused(attempt(CaseWork.OFFICER, served, (room, step) ->
                room.check(step, order, work.today(), Paper.Corrected.NOT, "仍在销售"))))
                .containsExactly("CORRECTION_RUNNING");
        var checked = step(CaseWork.OFFICER, served, (room, step) ->
                room.check(step, order, work.today(), Paper.Corrected.DONE, "全部商品已经下架。"));

        assertThat(due(checked, "procedure.correction")).isEmpty();
        assertThat(text(checked, "责令改正通知书")).contains(
                "第二十八条第一款", "期限至" + until.getYear() + "年" + until.getMonthValue() + "月" + until.getDayOfMonth() + "日（含当日）",
                "停止销售，下架全部侵权商品。", "将对改正情况进行复查", "六十日内依法申请行政复议", "责改〔");
    }

    @Test
    void an_order_without_a_term_is_to_be_followed_at_once() throws IOException {
        var ordered = step(CaseWork.HEAD, work.investigating(), (room, step) -> room.order(
                step, "未查验进货凭证", "建立进货查验制度", "《中华人民共和国行政处罚法》第二十八条第一款", Optional.empty()));

        assertThat(text(ordered, "责令改正通知书")).contains("现责令你（单位）立即改正上述违法行为。").doesNotContain("期限至");
        assertThat(due(ordered, "procedure.correction")).containsExactly(work.today());
    }

    @Test
    void another_regulator_has_its_term_in_the_letter_and_its_answer_is_evidence() throws IOException {
        var asked = step(CaseWork.OFFICER, work.investigating(), (room, step) -> room.ask(
                step, Paper.Assistant.MARKET, "白浦县市场监督管理局", "核实供货人的身份和出货数量。", "出货单据", Optional.empty()));
        int letter = asked.docket().entries().size();
        assertThat(due(asked, "procedure.assist")).hasSize(1);
        assertThat(text(asked, "协助调查函")).contains(
                "白浦县市场监督管理局：", "第四十五条", "在接到本函之日起十五个工作日内完成相关工作", "出货单据", "协查〔");

        var answered = step(CaseWork.OFFICER, asked, (room, step) -> room.note(
                step, letter, Paper.AssistanceNote.ANSWERED, work.today(), Optional.empty(), "供货人已注销。"));
        assertThat(due(answered, "procedure.assist")).isEmpty();
        var finished = CaseWork.done(work.attempt(CaseWork.OFFICER, answered, (room, step) ->
                room.finish(step, "事实", "建议罚款。", CaseWork.PENALTY)));
        assertThat(text(finished, "调查终结报告")).contains("收到的白浦县市场监督管理局协助调查复函。");
    }

    @Test
    void another_authority_is_asked_for_a_day_that_no_rule_sets() throws IOException {
        var until = work.today().plusDays(30);
        var asked = step(CaseWork.OFFICER, work.investigating(), (room, step) -> room.ask(
                step, Paper.Assistant.OTHER, "青石县税务局", "开票情况", "", Optional.of(until)));

        assertThat(due(asked, "procedure.assist-by-day")).containsExactly(until);
        assertThat(text(asked, "协助调查函")).contains("第二十六条", "日前将结果和有关材料函复本局").doesNotContain("十五个工作日");
    }

    @Test
    void who_is_questioned_reads_when_and_where_and_stands_on_file_without_the_name() throws IOException {
        var at = work.today().plusDays(3).atTime(9, 30).atZone(PlatformTime.ZONE).toInstant();
        var summoned = step(CaseWork.OFFICER, work.investigating(), (room, step) ->
                room.summon(step, "赵小禾", at, "本局二楼询问室", "进货单据、付款凭证"));

        assertThat(summoned.docket().need(Paper.Summoned.class).person()).isEqualTo("赵某某");
        assertThat(text(summoned, "询问通知书")).contains("赵小禾：", "9时30分到本局二楼询问室接受询问", "进货单据、付款凭证", "有权申请回避");
    }

    @Test
    void documents_reach_the_party_where_it_said_and_by_the_means_it_agreed_to() throws IOException {
        var issued = work.step(CaseWork.HEAD, work.step(CaseWork.REVIEWER, work.underReview(), (room, step) ->
                room.review(step, true, "同意")), (room, step) -> room.inform(step, true));
        assertThat(refused(work.attempt(CaseWork.OFFICER, issued, (room, step) ->
                room.serveNotice(step, Paper.Way.ELECTRONIC, work.today(), "赵小禾", ""))))
                .containsExactly("ELECTRONIC_UNCONFIRMED");

        var confirmed = step(CaseWork.OFFICER, issued, (room, step) -> room.confirm(
                step, work.today(), "青石县大坪镇仓前路10号", "赵小苗", Paper.Electronic.EMAIL, "zhao@example.com"));
        assertThat(text(confirmed, "送达地址确认书")).contains(
                "青石县大坪镇仓前路10号", "赵小苗", "同意以电子邮件送达：zhao@example.com", "视为送达", "第八十三条");
        var address = confirmed.docket().need(Paper.AddressConfirmed.class);
        assertThat(address.receiver()).isEqualTo("赵某某");
        var served = work.step(CaseWork.OFFICER, confirmed, (room, step) ->
                room.serveNotice(step, Paper.Way.ELECTRONIC, work.today(), "赵小禾", ""));
        assertThat(text(served, "送达回证")).contains("zhao@example.com（", "送达地址确认书）", "电子送达");

        var again = step(CaseWork.OFFICER, served, (room, step) -> room.confirm(
                step, work.today(), "青石县大坪镇新街1号", "", Paper.Electronic.NONE, ""));
        var decided = work.step(CaseWork.HEAD, work.step(CaseWork.OFFICER, again, (room, step) ->
                room.defend(step, new Paper.Defence(true, work.today(), "放弃", ""))), (room, step) ->
                room.decide(step, Paper.Result.PENALTY, CaseWork.PENALTY, ""));
        assertThat(refused(work.attempt(CaseWork.OFFICER, decided, (room, step) ->
                room.serve(step, Paper.Way.ELECTRONIC, work.today(), "赵小禾", ""))))
                .containsExactly("ELECTRONIC_UNCONFIRMED");
        var reached = work.step(CaseWork.OFFICER, decided, (room, step) ->
                room.serve(step, Paper.Way.MAIL, work.today(), "赵小禾", ""));
        assertThat(text(reached, "送达回证")).contains("青石县大坪镇新街1号（");
    }

    @Test
    void an_agency_has_a_series_of_numbers_of_each_kind_without_gaps() {
        var numbers = java.util.stream.IntStream.range(0, 3)
                .mapToObj(_ -> step(CaseWork.OFFICER, work.investigating(), (room, step) -> room.ask(
                        step, Paper.Assistant.MARKET, "白浦县市场监督管理局", "核实", "", Optional.empty())))
                .map(file -> file.docket().need(Paper.AssistanceAsked.class).number().text().replaceAll(".*〕(\\d+)号", "$1"))
                .map(Integer::valueOf)
                .toList();

        assertThat(numbers).containsExactly(numbers.getFirst(), numbers.getFirst() + 1, numbers.getFirst() + 2);
    }

    private Paper.Delivery delivery(Paper.Way way) {
        return new Paper.Delivery(way, work.today(), work.today(), "赵小禾", "");
    }

    private List<LocalDate> due(CaseFile file, String duty) {
        return persons.as(CaseWork.OFFICER, () -> transaction.execute(_ -> jdbc.sql(DUTIES)
                .param("id", file.docket().id())
                .param("duty", duty)
                .query(LocalDate.class)
                .list()));
    }

    private static List<String> refused(Outcome outcome) {
        return ((Outcome.Refused) outcome).grounds().stream().map(Ground::code).toList();
    }

    private CaseFile step(String signIn, CaseFile file, BiFunction<Letters, Step, Outcome> verb) {
        return CaseWork.done(attempt(signIn, file, verb));
    }

    private Outcome attempt(String signIn, CaseFile file, BiFunction<Letters, Step, Outcome> verb) {
        return persons.as(signIn, () -> verb.apply(letters, new Step(file.docket().id(), file.docket().version())));
    }

    /** Of the newest document of that title. */
    private String text(CaseFile file, String title) throws IOException {
        var issued = persons.as(CaseWork.OFFICER, () -> documents.of("case", file.docket().id())).stream()
                .filter(one -> one.title().equals(title))
                .toList();
        byte[] pdf = persons.as(CaseWork.OFFICER, () -> documents.read(issued.getLast().id()).orElseThrow().pdf());
        try (var loaded = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(loaded).replaceAll("\\s", "");
        }
    }
}
