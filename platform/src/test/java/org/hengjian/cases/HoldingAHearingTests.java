package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

/** A hearing on a real database, with its documents. */
@OnThePlatform
class HoldingAHearingTests {

    @Autowired
    CaseWork work;

    @Autowired
    Hearings hearings;

    @Autowired
    Documents documents;

    @Autowired
    Persons persons;

    @Test
    void a_hearing_is_held_recorded_and_reported() throws IOException {
        var held = step(CaseWork.REVIEWER, work.hearingServed(), (room, step) ->
                room.hold(step, "赵小禾、钱多米", "当事人对数量有异议。", false, "当事人认为笔录过简"));
        var heard = step(CaseWork.REVIEWER, held, (room, step) -> room.report(step, "数量经核对不变，建议维持。"));

        assertThat(heard).isInstanceOf(CaseFile.Heard.class);
        assertThat(heard.docket().need(Paper.HearingHeld.class).present()).isEqualTo("赵某某、钱某某");
        var issued = persons.as(CaseWork.OFFICER, () -> documents.of("case", heard.docket().id()));
        assertThat(issued).extracting(Documents.Issued::title)
                .containsSubsequence("行政处罚告知书", "送达回证", "听证通知书", "送达回证", "听证笔录", "听证报告");
        int at = issued.stream().map(Documents.Issued::title).toList().indexOf("听证通知书");
        assertThat(text(issued.get(at).id())).contains("听通〔", "公开举行听证", "听证主持人：顾衡", "视为放弃听证权利", "二楼听证室");
        assertThat(text(issued.get(at + 2).id())).contains("赵小禾、钱多米", "当事人认为笔录过简", "由听证主持人注明");
        assertThat(text(issued.get(at + 3).id())).contains("数量经核对不变");
    }

    @Test
    void a_party_that_stays_away_ends_it_and_the_case_goes_on() throws IOException {
        var ended = step(CaseWork.REVIEWER, work.hearingServed(), (room, step) ->
                room.end(step, Paper.HearingEnding.ABSENT, "等候三十分钟，无人到场。"));

        assertThat(ended).isInstanceOf(CaseFile.Informed.class);
        var issued = persons.as(CaseWork.OFFICER, () -> documents.of("case", ended.docket().id()));
        assertThat(text(issued.getLast().id())).contains("无正当理由拒不出席听证", "等候三十分钟");
        assertThat(work.attempt(CaseWork.OFFICER, ended, (room, step) -> room.askHearing(step, work.today())))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void one_who_handles_the_case_or_works_elsewhere_does_not_preside_and_tomorrow_is_too_soon() {
        var asked = work.hearingAsked();
        var soon = work.today().plusDays(1).atTime(9, 0).atZone(PlatformTime.ZONE).toInstant();
        var later = Instant.now().plus(40, ChronoUnit.DAYS);

        assertThat(codes(attempt(CaseWork.HEAD, asked, (room, step) ->
                        room.call(step, soon, "听证室", work.id(CaseWork.OFFICER), "", ""))))
                .containsExactly("PRESIDES_OWN", "HEARING_SHORT");
        assertThat(codes(attempt(CaseWork.HEAD, asked, (room, step) ->
                        room.call(step, later, "听证室", work.id(CaseWork.FOREIGN), "", ""))))
                .containsExactly("PRESIDES_OWN");
        assertThat(codes(attempt(CaseWork.OFFICER, asked, (room, step) ->
                        room.call(step, later, "听证室", work.id(CaseWork.REVIEWER), "", ""))))
                .contains("ROLE.HEAD");
    }

    private static java.util.List<String> codes(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).grounds().stream().map(Ground::code).toList();
    }

    private CaseFile step(String signIn, CaseFile file, BiFunction<Hearings, Step, Outcome> verb) {
        return CaseWork.done(attempt(signIn, file, verb));
    }

    private Outcome attempt(String signIn, CaseFile file, BiFunction<Hearings, Step, Outcome> verb) {
        return persons.as(signIn, () -> verb.apply(hearings, new Step(file.docket().id(), file.docket().version())));
    }

    private String text(long document) throws IOException {
        byte[] pdf = persons.as(CaseWork.OFFICER, () -> documents.read(document).orElseThrow().pdf());
        try (var loaded = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(loaded).replaceAll("\\s", "");
        }
    }
}
