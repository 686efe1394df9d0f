package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hengjian.documents.Documents;
import org.hengjian.law.Money;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.NotFound;
import org.hengjian.statutes.Ground;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Penalties decided on the spot on a real database. */
@OnThePlatform
class DecidingOnTheSpotTests {

    @Autowired
    SpotPenalties penalties;

    @Autowired
    CaseWork work;

    @Autowired
    Documents documents;

    @Autowired
    Persons persons;

    private SpotPenalty.Request request(String token, String act) {
        return new SpotPenalty.Request(
                token, new Party(Party.Kind.PERSON, "赵某某", "", "古荡街道虚构路1号"),
                new Party.Personal("赵小禾", "330106199001010011", ""), act, "古荡街道虚构市场3号摊",
                "《某条例》第十条", "现场照片2张", true, "当事人表示接受。", SpotPenalty.Sanction.FINE, Money.ofYuan(200),
                SpotPenalty.Collection.NO, "", List.of(work.id(CaseWork.OFFICER), work.id(CaseWork.SECOND)));
    }

    private SpotPenalty decided(String token, String act) {
        return ((SpotPenalty.Outcome.Done) persons.as(CaseWork.OFFICER, () -> penalties.decide(request(token, act)))).penalty();
    }

    @Test
    void a_fine_is_decided_with_its_document_paid_and_handed_in() throws IOException {
        var decided = decided("spot-1", "没有明码标价");
        var issued = persons.as(CaseWork.OFFICER, () -> documents.of("spot-penalty", decided.id()));
        assertThat(decided.number().text()).contains("当罚〔");
        assertThat(text(issued.getFirst().id()))
                .contains("当场行政处罚决定书", "赵小禾", "330106199001010011", "罚款200.00元（大写：贰佰元整）", "十五日内", "六十日内");

        var paid = done(persons.as(CaseWork.OFFICER, () -> penalties.pay(decided.id(), decided.version(), work.today(), "浙票77")));
        var handedIn = done(persons.as(CaseWork.SECOND, () -> penalties.handIn(paid.id(), paid.version())));
        assertThat(handedIn.isOwed()).isFalse();
        assertThat(handedIn.handedInOn()).contains(work.today());
        assertThatThrownBy(() -> persons.as(CaseWork.OFFICER, () -> penalties.handIn(decided.id(), decided.version())))
                .isInstanceOf(Conflict.class);
        assertThat(persons.as(CaseWork.OFFICER, () -> penalties.handIn(handedIn.id(), handedIn.version())))
                .isInstanceOf(SpotPenalty.Outcome.Refused.class);
    }

    @Test
    void a_form_sent_twice_decides_once_and_one_act_is_not_punished_twice() {
        var first = decided("spot-2", "无照摆摊");

        assertThat(decided("spot-2", "无照摆摊").id()).isEqualTo(first.id());
        assertThat(persons.as(CaseWork.OFFICER, () -> penalties.decide(request("spot-3", "无照摆摊"))))
                .isInstanceOfSatisfying(SpotPenalty.Outcome.Refused.class, refused ->
                        assertThat(refused.grounds()).extracting(Ground::code).containsExactly("SPOT_TWICE"));
    }

    @Test
    void others_neither_see_nor_change_it() {
        var decided = decided("spot-4", "占道经营");

        assertThat(persons.as(CaseWork.FOREIGN, () -> penalties.find(decided.id()))).isEmpty();
        assertThatThrownBy(() -> persons.as(CaseWork.FOREIGN, () -> penalties.handIn(decided.id(), decided.version())))
                .isInstanceOf(NotFound.class);
        assertThat(persons.as("lin.wan", () -> penalties.handIn(decided.id(), decided.version())))
                .isInstanceOfSatisfying(SpotPenalty.Outcome.Refused.class, refused ->
                        assertThat(refused.grounds()).extracting(Ground::code).containsExactly("NOT_HANDLING"));
        assertThat(persons.as(CaseWork.SECOND, () -> penalties.open(50))).extracting(SpotPenalty::id).contains(decided.id());
    }

    private static SpotPenalty done(SpotPenalty.Outcome outcome) {
        return ((SpotPenalty.Outcome.Done) outcome).penalty();
    }

    private String text(long document) throws IOException {
        byte[] pdf = persons.as(CaseWork.OFFICER, () -> documents.read(document).orElseThrow().pdf());
        try (var loaded = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(loaded).replaceAll("\\s", "");
        }
    }
}
