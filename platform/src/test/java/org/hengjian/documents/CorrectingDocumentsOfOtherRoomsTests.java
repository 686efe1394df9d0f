package org.hengjian.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hengjian.adjudications.AdjudicationWork;
import org.hengjian.cases.CaseWork;
import org.hengjian.cases.SpotWork;
import org.hengjian.referrals.ReferralWork;
import org.hengjian.shell.NotFound;
import org.hengjian.statutes.Ground;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole way of a correction in rulings, penalties on the spot and letters of referrals: proposal, decision, number, service. */
@OnThePlatform
class CorrectingDocumentsOfOtherRoomsTests {

    private static final String OFFICER = "shen.zhiyao";
    private static final String SECOND = "lu.wendi";
    private static final String BYSTANDER = "lin.wan";
    private static final String HEAD = "jiang.lin";
    private static final String POLICE = "luo.jin";
    private static final String FOREIGN = "fang.qing";
    private static final String PRESIDING = "cen.bo";
    private static final String CLERK = "pei.an";
    private static final String HEAD_OF_PROVINCE = "tao.ran";

    @Autowired
    AdjudicationWork adjudications;

    @Autowired
    SpotWork spot;

    @Autowired
    ReferralWork referrals;

    @Autowired
    CaseWork cases;

    @Autowired
    Corrections corrections;

    @Autowired
    Documents documents;

    @Autowired
    Persons persons;

    @Test
    void a_ruling_is_corrected_by_the_head_and_its_notice_served_to_both_parties() {
        long id = adjudications.ruledId();
        long ruling = ofKind(PRESIDING, "adjudication", id, "adjudication-ruling");

        assertThat(grounds(propose(PRESIDING, ruling, "2. 停止销售", "2. 停止销售、许诺销售"))).containsExactly("SANCTION");
        assertThat(grounds(propose(PRESIDING, ruling, "被请求人：赵小明", "被请求人：赵小朋"))).containsExactly("PARTY");
        assertThat(grounds(propose(PRESIDING, ruling, "认定侵权行为成立", "认定侵权行为不成立"))).containsExactly("FINDING");
        long correction = done(propose(PRESIDING, ruling, "三折伞", "三折雨伞"));
        assertThat(grounds(approve(CLERK, correction))).containsExactly("NOT_HEAD");
        var issued = approve(HEAD_OF_PROVINCE, correction);
        assertThat(done(issued)).isEqualTo(correction);
        long notice = ofKind(PRESIDING, "adjudication", id, "correction-notice");
        assertThat(text(PRESIDING, notice)).contains("云岫伞业有限公司", "赵小明", "三折雨伞", "专利侵权纠纷行政裁决书");
        assertThat(number(PRESIDING, notice)).contains("补〔");

        assertThat(grounds(serve(CLERK, correction, 0, Correction.Way.MAIL, today().minusDays(1)))).containsExactly("SERVED_BEFORE");
        done(serve(CLERK, correction, 0, Correction.Way.MAIL, today()));
        assertThat(isServed(PRESIDING, correction)).isFalse();
        done(serve(CLERK, correction, 1, Correction.Way.PUBLIC_NOTICE, today()));
        assertThat(isServed(PRESIDING, correction)).isTrue();
        assertThat(ofKinds(PRESIDING, "adjudication", id, "correction-receipt")).hasSize(2);
        assertThat(text(PRESIDING, ofKind(PRESIDING, "adjudication", id, "service-announcement")))
                .contains("送达公告", "赵小明", "补正通知书", number(PRESIDING, notice), "三十日");
        assertThatThrownBy(() -> persons.as(FOREIGN, () -> corrections.of(ruling))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_decision_on_the_spot_is_corrected_by_the_other_officer_and_served() {
        long id = spot.decidedId();
        long decision = ofKind(OFFICER, "spot-penalty", id, "spot-decision");

        assertThat(grounds(propose(BYSTANDER, decision, "照片2张", "照片3张"))).containsExactly("NOT_HANDLING");
        assertThat(grounds(propose(OFFICER, decision, "罚款200.00元", "罚款20.00元"))).containsExactly("AMOUNT");
        assertThat(grounds(propose(OFFICER, decision, "《某条例》第十条", "《某条例》第十一条"))).containsExactly("BASIS");
        long correction = done(propose(OFFICER, decision, "照片2张", "照片3张"));
        assertThat(grounds(approve(OFFICER, correction))).containsExactly("OWN_PROPOSAL");
        done(approve(SECOND, correction));
        assertThat(grounds(serve(BYSTANDER, correction, 0, Correction.Way.DIRECT, today()))).containsExactly("NOT_HANDLING");
        assertThat(grounds(serve(SECOND, correction, 0, Correction.Way.DIRECT, today().minusDays(1)))).containsExactly("SERVED_BEFORE");
        done(serve(SECOND, correction, 0, Correction.Way.DIRECT, today()));

        assertThat(isServed(OFFICER, correction)).isTrue();
        assertThat(ofKinds(OFFICER, "spot-penalty", id, "service-announcement")).as("not by announcement").isEmpty();
        assertThat(text(OFFICER, ofKind(OFFICER, "spot-penalty", id, "correction-receipt"))).contains("赵小禾", "当场行政处罚决定书");
        assertThat(persons.as(OFFICER, () -> documents.find(decision)).orElseThrow().corrected()).contains("补〔");
    }

    @Test
    void a_letter_of_a_referral_is_corrected_by_the_head_goes_to_whoever_has_it_and_is_served_to_nobody() {
        long id = referrals.receivedId();
        long letter = ofKind(OFFICER, "referral", id, "referral-letter");

        assertThat(grounds(propose(OFFICER, letter, "云岫禾木服饰有限公司的行为", "云岫木禾服饰有限公司的行为"))).containsExactly("PARTY");
        assertThat(grounds(propose(POLICE, letter, "询问笔录各1份", "询问笔录各2份"))).containsExactly("ELSEWHERE");
        long correction = done(propose(OFFICER, letter, "询问笔录各1份", "询问笔录各2份"));
        assertThat(grounds(approve(SECOND, correction))).containsExactly("NOT_HEAD");
        done(approve(HEAD, correction));

        long notice = ofKind(POLICE, "referral", id, "correction-notice");
        assertThat(text(POLICE, notice)).contains("涉嫌犯罪案件移送书", "询问笔录各2份");
        assertThat(isServed(OFFICER, correction)).isTrue();
        assertThat(grounds(serve(OFFICER, correction, 0, Correction.Way.DIRECT, today()))).containsExactly("NO_ADDRESSEE");
    }

    @Test
    void the_police_correct_their_own_letter_by_another_of_them() {
        long id = referrals.receivedId();
        long receipt = persons.as(POLICE, () -> documents.of("referral", id)).stream()
                .filter(one -> one.kind().equals("referral-notice"))
                .findFirst()
                .orElseThrow()
                .id();
        String words = persons.as(POLICE, () -> corrections.passages(receipt)).stream()
                .map(Passage::text)
                .filter(passage -> passage.length() > 12)
                .findFirst()
                .orElseThrow();

        assertThat(grounds(propose(OFFICER, receipt, words, words + "。"))).containsExactly("ELSEWHERE");
        long correction = done(propose(POLICE, receipt, words, words + "。"));
        assertThat(grounds(approve(POLICE, correction))).containsExactly("OWN_PROPOSAL");
        assertThatThrownBy(() -> approve(HEAD, correction)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_correction_of_a_case_served_by_announcement_is_announced() {
        long id = cases.decidedId();
        long decision = cases.decisionOf(id);
        long correction = done(propose(OFFICER, decision, "730件", "430件"));
        done(approve(HEAD, correction));
        assertThat(grounds(serve(OFFICER, correction, 0, Correction.Way.PUBLIC_NOTICE, today().minusDays(1))))
                .containsExactly("SERVED_BEFORE");
        done(serve(OFFICER, correction, 0, Correction.Way.PUBLIC_NOTICE, today()));

        assertThat(text(OFFICER, ofKind(OFFICER, "case", id, "service-announcement")))
                .contains("送达公告", "云岫禾木服饰有限公司：", "补正通知书", "自本公告发布之日起经过三十日");
    }

    private Correction.Answer propose(String who, long document, String wrong, String right) {
        var proposed = persons.as(who, () -> corrections.propose(
                document, Correction.Fault.WRITING, List.of(new Corrections.Typed(wrong, right)), "录入错误。"));
        assertThat(proposed.faults()).isEmpty();
        return proposed.answer().orElseThrow();
    }

    private Correction.Answer approve(String who, long id) {
        return persons.as(who, () -> corrections.approve(id, ""));
    }

    private Correction.Answer serve(String who, long id, int addressee, Correction.Way way, LocalDate on) {
        return persons.as(who, () -> corrections.serve(id, addressee, way, on, "赵小明", ""));
    }

    private boolean isServed(String who, long id) {
        return persons.as(who, () -> corrections.find(id)).orElseThrow().correction().isServed();
    }

    private LocalDate today() {
        return cases.today();
    }

    private static long done(Correction.Answer answer) {
        return switch (answer) {
            case Correction.Answer.Done done -> done.correction().id();
            case Correction.Answer.Refused refused -> throw new AssertionError("refused: " + refused.grounds());
        };
    }

    private static List<String> grounds(Correction.Answer answer) {
        return switch (answer) {
            case Correction.Answer.Done done -> throw new AssertionError("done: " + done);
            case Correction.Answer.Refused refused -> refused.grounds().stream().map(Ground::code).toList();
        };
    }

    private List<Documents.Issued> ofKinds(String who, String object, long id, String kind) {
        return persons.as(who, () -> documents.of(object, id)).stream().filter(one -> one.kind().equals(kind)).toList();
    }

    private long ofKind(String who, String object, long id, String kind) {
        return ofKinds(who, object, id, kind).getFirst().id();
    }

    private String number(String who, long document) {
        return persons.as(who, () -> documents.find(document)).orElseThrow().number();
    }

    private String text(String who, long document) {
        byte[] pdf = persons.as(who, () -> documents.read(document).orElseThrow().pdf());
        try (var loaded = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(loaded).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
