package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/** Recusal and a change of officers on a real database, with their documents and the list of one's own cases. */
@OnThePlatform
class ChangingWhoHandlesACaseTests {

    private static final String THIRD = "lin.wan";
    private static final String OTHER_HEAD = "zhou.an";

    @Autowired
    CaseWork work;

    @Autowired
    Recusals recusals;

    @Autowired
    CaseList list;

    @Autowired
    Documents documents;

    @Autowired
    Persons persons;

    @Test
    void an_officer_is_recused_and_replaced_and_the_case_is_no_longer_theirs() throws IOException {
        long second = work.id(CaseWork.SECOND);
        var asked = step(CaseWork.OFFICER, work.investigating(), (room, step) ->
                room.ask(step, second, work.today(), "与当事人的法定代表人是近亲属"));
        int request = asked.docket().entries().size();

        var alone = attempt(CaseWork.HEAD, asked, (room, step) ->
                room.decide(step, request, true, Paper.RecusalLevel.HEAD, "理由成立", List.of()));
        assertThat(codes(alone)).containsExactly("TOO_FEW_OFFICERS");
        var decided = step(CaseWork.HEAD, asked, (room, step) -> room.decide(
                step, request, true, Paper.RecusalLevel.HEAD, "理由成立", List.of(work.id(CaseWork.OFFICER), work.id(THIRD))));

        assertThat(decided.docket().officers()).extracting(Officer::name).containsExactlyInAnyOrder("沈知遥", "林晚");
        assertThat(codes(record(CaseWork.SECOND, decided))).contains("RECUSED", "NOT_HANDLING");
        assertThat(record(THIRD, decided)).isInstanceOf(Outcome.Done.class);
        assertThat(mine(CaseWork.SECOND)).doesNotContain(decided.docket().id());
        assertThat(mine(THIRD)).contains(decided.docket().id());
        var issued = persons.as(CaseWork.OFFICER, () -> documents.of("case", decided.docket().id()));
        assertThat(issued.getLast().title()).isEqualTo("回避决定书");
        assertThat(text(issued.getLast().id())).contains("同意上述回避申请", "陆闻笛不再参与本案的办理", "林晚（执法证号33010600105）");
    }

    @Test
    void officers_change_and_may_come_back() throws IOException {
        var first = work.id(CaseWork.OFFICER);
        var changed = step(CaseWork.HEAD, work.investigating(), (room, step) ->
                room.change(step, List.of(first, work.id(THIRD)), "陆闻笛调离"));
        var back = step(CaseWork.HEAD, changed, (room, step) ->
                room.change(step, List.of(first, work.id(CaseWork.SECOND)), "陆闻笛调回"));

        assertThat(back.docket().officers()).extracting(Officer::name).containsExactlyInAnyOrder("沈知遥", "陆闻笛");
        assertThat(mine(THIRD)).doesNotContain(back.docket().id());
        var issued = persons.as(CaseWork.OFFICER, () -> documents.of("case", back.docket().id()));
        assertThat(text(issued.getLast().id())).contains("办案人员变更审批表", "陆闻笛调回", "江临");
    }

    @Test
    void nobody_decides_on_themselves_and_of_a_head_not_one_head_alone() {
        var asked = step(CaseWork.HEAD, work.investigating(), (room, step) -> room.declare(step, "与当事人是同学"));
        int request = asked.docket().entries().size();

        assertThat(codes(attempt(CaseWork.HEAD, asked, (room, step) ->
                        room.decide(step, request, true, Paper.RecusalLevel.COLLECTIVE, "同意", List.of()))))
                .containsExactly("RECUSAL_OWN");
        assertThat(codes(attempt(OTHER_HEAD, asked, (room, step) ->
                        room.decide(step, request, true, Paper.RecusalLevel.HEAD, "同意", List.of()))))
                .containsExactly("RECUSAL_OF_HEAD");
        var decided = step(OTHER_HEAD, asked, (room, step) ->
                room.decide(step, request, true, Paper.RecusalLevel.COLLECTIVE, "同意", List.of()));
        assertThat(codes(work.attempt(CaseWork.HEAD, decided, (room, step) -> room.extend(step, "复杂")))).contains("RECUSED");
        assertThat(codes(attempt(OTHER_HEAD, decided, (room, step) ->
                        room.decide(step, request, true, Paper.RecusalLevel.COLLECTIVE, "再次", List.of()))))
                .contains("ORDER.DECIDE_RECUSAL");
    }

    private List<Long> mine(String signIn) {
        return persons.as(signIn, () -> list.rows(
                        new CaseList.Filter("", "", true, false, CaseList.Sort.NEWEST), 100).stream()
                .map(CaseList.Row::id)
                .toList());
    }

    private Outcome record(String signIn, CaseFile file) {
        return work.attempt(signIn, file, (room, step) ->
                room.record(step, Paper.RecordKind.OTHER, work.today(), "", "补充材料", ""));
    }

    private static List<String> codes(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).grounds().stream().map(Ground::code).toList();
    }

    private CaseFile step(String signIn, CaseFile file, BiFunction<Recusals, Step, Outcome> verb) {
        return CaseWork.done(attempt(signIn, file, verb));
    }

    private Outcome attempt(String signIn, CaseFile file, BiFunction<Recusals, Step, Outcome> verb) {
        return persons.as(signIn, () -> verb.apply(recusals, new Step(file.docket().id(), file.docket().version())));
    }

    private String text(long document) throws IOException {
        byte[] pdf = persons.as(CaseWork.OFFICER, () -> documents.read(document).orElseThrow().pdf());
        try (var loaded = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(loaded).replaceAll("\\s", "");
        }
    }
}
