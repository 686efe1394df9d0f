package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.function.BiFunction;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hengjian.documents.Documents;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A closed case on a real database: archived with its three documents, reopened, decided and closed once more. */
@OnThePlatform
class ArchivingACaseTests {

    @Autowired
    CaseWork work;

    @Autowired
    Archive archive;

    @Autowired
    Documents documents;

    @Autowired
    Persons persons;

    @Test
    void a_file_is_bound_with_cover_contents_and_note() throws IOException {
        var archived = step(CaseWork.OFFICER, work.closed(), (room, step) ->
                room.archive(step, Paper.Retention.THIRTY_YEARS, "档案室三柜", "另附光盘一张"));

        assertThat(text(archived, "卷宗封面")).contains("行政处罚案卷", "三十年", "档案室三柜", "正卷8件，副卷4件");
        assertThat(text(archived, "卷内目录")).contains("正卷", "副卷", "行政处罚决定书", "浙票001", "电子记录");
        assertThat(text(archived, "备考表")).contains("另附光盘一张", "立卷人", "沈知遥");
        assertThat(attempt(CaseWork.OFFICER, archived, (room, step) ->
                        room.archive(step, Paper.Retention.TEN_YEARS, "柜", "")))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_closed_case_is_taken_up_anew_by_the_head_and_ends_once_more() throws IOException {
        var closed = work.closed();
        assertThat(attempt(CaseWork.OFFICER, closed, (room, step) ->
                        room.reopen(step, Paper.Reopening.INVESTIGATION, "想再查")))
                .isInstanceOf(Outcome.Refused.class);
        var anew = step(CaseWork.HEAD, closed, (room, step) ->
                room.reopen(step, Paper.Reopening.INVESTIGATION, "决定被人民法院撤销，责令重新作出。"));
        assertThat(anew).isInstanceOf(CaseFile.Investigating.class);
        assertThat(text(anew, "重新办理审批表")).contains("责令重新作出", "江临");

        var finished = work.step(CaseWork.OFFICER, anew, (room, step) ->
                room.finish(step, "补充查明的事实。", "不予处罚。", Penalty.NONE));
        var reviewed = work.step(CaseWork.REVIEWER, finished, (room, step) -> room.review(step, true, "同意"));
        var decided = work.step(CaseWork.HEAD, reviewed, (room, step) ->
                room.decide(step, Paper.Result.UNFOUNDED, Penalty.NONE, "证据不足。"));
        var served = work.step(CaseWork.OFFICER, decided, (room, step) ->
                room.serve(step, Paper.Way.DIRECT, work.today(), "赵小禾", ""));
        var closing = work.step(CaseWork.OFFICER, served, (room, step) -> room.proposeClosing(step, "无执行内容。"));
        assertThat(work.step(CaseWork.HEAD, closing, (room, step) -> room.close(step, ""))).isInstanceOf(CaseFile.Closed.class);
    }

    @Test
    void the_execution_of_a_closed_case_goes_on() {
        var again = step(CaseWork.HEAD, work.closed(), (room, step) ->
                room.reopen(step, Paper.Reopening.EXECUTION, "没收的商品没有处理完。"));

        assertThat(again).isInstanceOf(CaseFile.Executing.class);
    }

    private CaseFile step(String signIn, CaseFile file, BiFunction<Archive, Step, Outcome> verb) {
        return CaseWork.done(attempt(signIn, file, verb));
    }

    private Outcome attempt(String signIn, CaseFile file, BiFunction<Archive, Step, Outcome> verb) {
        return persons.as(signIn, () -> verb.apply(archive, new Step(file.docket().id(), file.docket().version())));
    }

    private String text(CaseFile file, String title) throws IOException {
        long document = persons.as(CaseWork.OFFICER, () -> documents.of("case", file.docket().id())).stream()
                .filter(issued -> issued.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
        byte[] pdf = persons.as(CaseWork.OFFICER, () -> documents.read(document).orElseThrow().pdf());
        try (var loaded = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(loaded).replaceAll("\\s", "");
        }
    }
}
