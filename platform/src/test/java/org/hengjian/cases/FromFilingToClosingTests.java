package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hengjian.audit.Audit;
import org.hengjian.documents.Documents;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.NotFound;
import org.hengjian.statutes.Ground;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A case by several people on a real database, with its papers, numbers, documents and log. */
@OnThePlatform
class FromFilingToClosingTests {

    @Autowired
    CaseWork work;

    @Autowired
    Cases cases;

    @Autowired
    Documents documents;

    @Autowired
    Persons persons;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_case_goes_from_the_proposal_to_its_closing() {
        var closed = work.closed();

        assertThat(closed).isInstanceOf(CaseFile.Closed.class);
        assertThat(((CaseFile.Concluded) closed).owed().fen()).isZero();
        assertThat(closed.docket().entries()).extracting(entry -> entry.paper().type()).containsExactly(
                "Proposal", "Filed", "Recorded", "Findings", "Review", "Notice", "NoticeServed", "Defence", "Decided",
                "Served", "Paid", "ClosingProposed", "Closed");
        assertThat(persons.as(CaseWork.OFFICER, () -> audit.of("case", closed.name())))
                .extracting(entry -> entry.deed())
                .containsExactly(
                        "cases.close", "cases.propose-closing", "cases.pay", "cases.serve", "cases.decide",
                        "cases.defence", "cases.serve-notice", "cases.inform", "cases.review", "cases.finish",
                        "cases.record", "cases.approve");
    }

    @Test
    void its_documents_are_chinese_text_that_can_be_extracted_on_numbered_pages() throws IOException {
        var closed = work.closed();
        var issued = persons.as(CaseWork.OFFICER, () -> documents.of("case", closed.docket().id()));

        assertThat(issued).extracting(Documents.Issued::title).containsExactly(
                "立案审批表", "现场笔录", "调查终结报告", "案件审核意见", "行政处罚告知书", "送达回证", "行政处罚决定书", "送达回证", "结案审批表");
        String decision = text(issued.get(6).id());
        assertThat(decision.replaceAll("\\s", ""))
                .contains("杭州市西湖区市场监督管理局", "行政处罚决定书", issued.get(6).number(), "云岫禾木服饰有限公司")
                .contains("罚款60,000.00元（大写：陆万元整）", "没收违法所得21,000.50元（大写：贰万壹仟元伍角整）")
                .contains("十五日内", "六十日内", "六个月内", "每日按罚款数额的百分之三加处罚款")
                .contains("1/" + issued.get(6).pages());
        assertThat(text(issued.get(4).id()).replaceAll("\\s", "")).contains("五个工作日内", "要求举行听证");
        assertThat(text(issued.get(1).id()).replaceAll("\\s", ""))
                .contains("地点：仓前路8号", "到场人员：赵小禾", "现场发现带标卫衣430件。", "见证人（签名）");
        assertThat(text(issued.get(2).id()).replaceAll("\\s", ""))
                .contains("当事人销售侵犯注册商标专用权的连帽卫衣730件。", "现场笔录", "罚款60,000.00元", "办案人员：沈知遥");
        assertThat(text(issued.get(3).id()).replaceAll("\\s", "")).contains("同意案件处理意见。", "同意处理意见。", "审核人员：顾衡");
        assertThat(text(issued.get(0).id()).replaceAll("\\s", "")).contains("同意立案", "沈知遥（执法证号");
    }

    @Test
    void what_reaches_nobody_is_announced_with_the_day_from_which_it_counts_as_served() throws IOException {
        var reviewed = work.step(CaseWork.REVIEWER, work.underReview(), (room, step) -> room.review(step, true, "同意"));
        var issuedNotice = work.step(CaseWork.HEAD, reviewed, (room, step) -> room.inform(step, true));
        var announced = work.step(CaseWork.OFFICER, issuedNotice, (room, step) -> room.serveNotice(
                step, Paper.Way.PUBLIC_NOTICE, work.today(), "赵小禾", "同时张贴于住所。"));

        var delivery = announced.docket().need(Paper.NoticeServed.class).delivery();
        var issued = persons.as(CaseWork.OFFICER, () -> documents.of("case", announced.docket().id()));
        assertThat(issued).extracting(Documents.Issued::title).endsWith("行政处罚告知书", "送达公告", "送达回证");
        assertThat(text(issued.get(issued.size() - 2).id()).replaceAll("\\s", ""))
                .contains("云岫禾木服饰有限公司：", "公告送达行政处罚告知书", "自本公告发布之日起经过三十日，即视为送达", "同时张贴于住所。")
                .contains("视为送达日期：%d年%d月%d日".formatted(
                        delivery.effective().getYear(), delivery.effective().getMonthValue(), delivery.effective().getDayOfMonth()));
        assertThat(delivery.effective()).isAfter(work.today().plusDays(29));
    }

    private String text(long document) throws IOException {
        byte[] pdf = persons.as(CaseWork.OFFICER, () -> documents.read(document).orElseThrow().pdf());
        try (var loaded = Loader.loadPDF(pdf)) {
            assertThat(loaded.getPage(0).getMediaBox().getWidth()).isBetween(594f, 596f); // A4 in points
            return new PDFTextStripper().getText(loaded);
        }
    }

    @Test
    void the_second_of_two_people_is_told_who_was_first() {
        var proposed = work.proposed("");
        work.step(CaseWork.HEAD, proposed, Cases::approve);

        assertThatThrownBy(() -> work.attempt(CaseWork.HEAD, proposed, (room, step) -> room.refuse(step, "MINOR", "轻微")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("江临");
    }

    @Test
    void case_numbers_have_neither_gap_nor_double_when_many_file_at_once() throws Exception {
        var proposals = new ArrayList<CaseFile>();
        for (int i = 0; i < 12; i++) {
            proposals.add(work.proposed(""));
        }
        List<Future<String>> filed;
        try (var pool = Executors.newFixedThreadPool(6)) {
            filed = pool.invokeAll(proposals.stream()
                    .map(file -> (Callable<String>) () -> {
                        if (file.docket().id() % 3 == 0) { // one in three is rolled back: its number must not be lost
                            persons.as(CaseWork.HEAD, () -> transaction.executeWithoutResult(status -> {
                                cases.approve(new Step(file.docket().id(), file.docket().version()));
                                status.setRollbackOnly();
                            }));
                        }
                        return work.step(CaseWork.HEAD, file, Cases::approve).name();
                    })
                    .toList());
        }
        for (var one : filed) {
            assertThat(one.get()).matches("杭西市监案〔\\d{4}〕\\d+号");
        }
        var serials = persons.as(CaseWork.OFFICER, () -> transaction.execute(_ -> jdbc.sql(
                        """
                        select substring(case_number from '〕(\\d+)号')::integer as serial
                          from cases.case_file
                         where case_number is not null
                         order by serial
                        """)
                .query(Integer.class)
                .list()));
        assertThat(serials).doesNotHaveDuplicates();
        assertThat(serials.getLast()).isEqualTo(serials.size());
    }

    @Test
    void one_lead_becomes_one_case() {
        work.proposed("X-2026-0000042");

        var second = persons.as(CaseWork.SECOND, () -> cases.propose(work.request("X-2026-0000042")));

        assertThat(second).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.grounds())
                .extracting(Ground::code)
                .containsExactly("ALREADY_FILED"));
    }

    @Test
    void a_foreign_officer_finds_no_such_case_to_see_or_to_change() {
        var file = work.investigating();
        long id = file.docket().id();

        assertThat(persons.as(CaseWork.FOREIGN, () -> cases.find(id))).isEmpty();
        assertThat(persons.as(CaseWork.FOREIGN, () -> documents.of("case", id))).isEmpty();
        assertThatThrownBy(() -> work.attempt(CaseWork.FOREIGN, file, (room, step) -> room.record(
                        step, Paper.RecordKind.OTHER, work.today(), "", "x", "")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_refused_step_changes_nothing() {
        var proposed = work.proposed("");

        var outcome = work.attempt(CaseWork.OFFICER, proposed, Cases::approve);

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        var after = persons.as(CaseWork.OFFICER, () -> cases.find(proposed.docket().id()).orElseThrow());
        assertThat(after.docket().version()).isEqualTo(proposed.docket().version());
        assertThat(after.docket().entries()).hasSize(1);
    }

    @Test
    void personal_data_is_sealed_and_opening_it_is_a_deed_with_its_purpose() {
        var file = work.proposed("");

        var plain = persons.as(CaseWork.OFFICER, () -> transaction.execute(_ -> jdbc.sql(
                        "select encode(party_sealed, 'escape') from cases.case_file where id = :id")
                .param("id", file.docket().id())
                .query(String.class)
                .single()));
        assertThat(plain).doesNotContain("330106199001010011", "13800000000");

        var personal = persons.as(CaseWork.OFFICER, () -> cases.unmask(file.docket().id(), "电话约谈"));

        assertThat(personal.name()).isEqualTo("赵小禾");
        assertThat(personal.toString()).doesNotContain("赵小禾");
        assertThat(persons.as(CaseWork.OFFICER, () -> audit.of("case", file.name())))
                .first()
                .satisfies(entry -> {
                    assertThat(entry.deed()).isEqualTo("cases.unmask");
                    assertThat(entry.reason()).isEqualTo("电话约谈");
                });
    }
}
