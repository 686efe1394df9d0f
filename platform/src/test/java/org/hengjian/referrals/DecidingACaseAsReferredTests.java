package org.hengjian.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hengjian.cases.CaseWork;
import org.hengjian.documents.Documents;
import org.hengjian.statutes.Ground;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A case is decided as referred to the police only when it is with them: 程序规定 arts. 17, 60. */
@OnThePlatform
class DecidingACaseAsReferredTests {

    @Autowired
    ReferralWork work;

    @Autowired
    CaseWork cases;

    @Autowired
    Documents documents;

    @Autowired
    Persons persons;

    @Test
    void nothing_proposed_and_nothing_sent_is_no_referral_and_what_was_sent_is_named() throws IOException {
        long id = work.investigatingCase();
        assertThat(refused(id)).containsExactly("REFERRAL_MISSING");

        var proposed = ReferralWork.done(work.attemptProposal(ReferralWork.OFFICER, id, ""));
        assertThat(refused(id)).containsExactly("REFERRAL_MISSING");
        var approved = work.step(ReferralWork.HEAD, proposed, (room, step) -> room.approve(step, "同意移送。", false));
        assertThat(refused(id)).containsExactly("REFERRAL_MISSING");
        var sent = work.send(approved);

        assertThat(cases.decideAsReferred(id)).isInstanceOf(org.hengjian.cases.Outcome.Done.class);
        assertThat(decision(id)).contains("决定移送司法机关（移送书文号：" + sent.name() + "）。");
    }

    @Test
    void what_the_police_declined_is_not_referred_any_more() {
        var declined = work.declined();

        assertThat(refused(declined.dossier().matter().caseId())).containsExactly("REFERRAL_MISSING");
    }

    @Test
    void a_referral_stands_from_the_sending_until_it_comes_back() {
        assertThat(EnumSet.complementOf(EnumSet.copyOf(Arrays.stream(Stage.values()).filter(Stage::isWithThePolice).toList())))
                .containsExactlyInAnyOrder(
                        Stage.PROPOSED, Stage.NOT_APPROVED, Stage.APPROVED, Stage.RETURNED, Stage.DECLINED, Stage.UPHELD,
                        Stage.NOT_FILED, Stage.NOT_PUNISHED, Stage.REVERSED, Stage.REPLIED);
    }

    private List<String> refused(long id) {
        return ((org.hengjian.cases.Outcome.Refused) cases.decideAsReferred(id)).grounds().stream().map(Ground::code).toList();
    }

    private String decision(long id) throws IOException {
        var issued = persons.as(ReferralWork.OFFICER, () -> documents.of("case", id)).stream()
                .filter(one -> one.title().equals("行政处理决定书"))
                .findFirst()
                .orElseThrow();
        byte[] pdf = persons.as(ReferralWork.OFFICER, () -> documents.read(issued.id()).orElseThrow().pdf());
        try (var loaded = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(loaded).replaceAll("\\s", "");
        }
    }
}
