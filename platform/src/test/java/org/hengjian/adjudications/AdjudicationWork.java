package org.hengjian.adjudications;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.hengjian.documents.Documents;
import org.hengjian.statutes.Ground;
import org.hengjian.testing.Persons;
import org.springframework.stereotype.Component;

/** The usual steps of an adjudication on the platform, by the people of the demonstration. */
@Component
public class AdjudicationWork {

    static final String PRESIDING = "cen.bo";
    static final String SECOND = "yan.shu";
    static final String THIRD = "qin.shan";
    static final String CLERK = "pei.an";
    static final String HEAD = "tao.ran";
    /** An officer of a district, which does not handle patent disputes. */
    static final String DISTRICT = "shen.zhiyao";

    private static final int HANGZHOU_WEST = 330_106;
    private static final int SHANGHAI_PUDONG = 310_115;
    private static final AtomicInteger SERIAL = new AtomicInteger(1000);

    final Adjudications adjudications;
    final Examinations examinations;
    final Rulings rulings;
    private final Documents documents;
    private final Persons persons;
    private final Clock clock;

    AdjudicationWork(
            Adjudications adjudications,
            Examinations examinations,
            Rulings rulings,
            Documents documents,
            Persons persons,
            Clock clock) {
        this.adjudications = adjudications;
        this.examinations = examinations;
        this.rulings = rulings;
        this.documents = documents;
        this.persons = persons;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A patent number of its own for each test. */
    static PatentNumber patent() {
        String plain = "20211%07d".formatted(SERIAL.getAndIncrement());
        for (char check : "0123456789X".toCharArray()) {
            var read = PatentNumber.read(plain + check);
            if (read.isPresent()) {
                return read.get();
            }
        }
        throw new IllegalStateException(plain);
    }

    Dispute dispute(PatentNumber patent, int region, boolean beforeCourt) {
        return new Dispute(
                today(), patent, "一种折叠雨伞的伞骨", Dispute.Standing.PATENTEE,
                new Party(Party.Kind.FIRM, "云岫伞业有限公司", "", "青石县大坪镇仓前路8号"),
                new Party(Party.Kind.PERSON, "赵某某", "", "古荡街道虚构路5号"), region, region, "权利要求1、3",
                "制造、销售三折伞", "被控产品具有权利要求1的全部技术特征", "责令停止制造、销售", List.of("专利证书", "公证购买的雨伞1把"), beforeCourt, true);
    }

    Outcome attempt(String who, PatentNumber patent, int region, boolean beforeCourt, String key) {
        var personal = new Party.Both(
                new Party.Personal("钱小禾", "", ""), new Party.Personal("赵小明", "330106199001011234", "13800000000"));
        return persons.as(who, () -> adjudications.request(dispute(patent, region, beforeCourt), personal, key));
    }

    Adjudication requested() {
        return done(attempt(PRESIDING, patent(), HANGZHOU_WEST, false, ""));
    }

    Adjudication requestedElsewhere() {
        return done(attempt(PRESIDING, patent(), SHANGHAI_PUDONG, false, ""));
    }

    long id(String signIn) {
        return persons.viewer(signIn).person();
    }

    Adjudication accepted() {
        return accept(requested());
    }

    Adjudication accept(Adjudication requested) {
        return step(HEAD, requested, step ->
                adjudications.accept(step, List.of(id(PRESIDING), id(SECOND), id(THIRD)), id(CLERK)));
    }

    Paper.Delivery delivery() {
        return new Paper.Delivery(Paper.Way.DIRECT, today(), today(), "赵小明", "");
    }

    Adjudication copyServed() {
        return step(CLERK, accepted(), step -> examinations.serveCopy(step, delivery()));
    }

    Adjudication examining() {
        return step(CLERK, copyServed(), step -> examinations.answer(step, today(), "被控产品不落入保护范围。", ""));
    }

    Adjudication deliberated() {
        return step(PRESIDING, examining(), step ->
                examinations.deliberate(step, Paper.Conclusion.INFRINGEMENT, 3, "具有全部技术特征，落入保护范围。"));
    }

    Adjudication ruled() {
        return step(HEAD, deliberated(), step -> rulings.rule(
                step, Paper.Conclusion.INFRINGEMENT, "制造、销售三折伞", "落入保护范围", "停止制造\n停止销售"));
    }

    /** An adjudication with its ruling, for tests of other rooms. */
    public long ruledId() {
        return ruled().dossier().id();
    }

    Adjudication rulingServed() {
        var one = step(CLERK, ruled(), step -> rulings.serve(step, Party.Side.REQUESTER, delivery()));
        return step(CLERK, one, step -> rulings.serve(step, Party.Side.RESPONDENT, delivery()));
    }

    Adjudication step(String who, Adjudication adjudication, Function<Step, Outcome> verb) {
        return done(attempt(who, adjudication, verb));
    }

    Outcome attempt(String who, Adjudication adjudication, Function<Step, Outcome> verb) {
        return persons.as(who, () -> verb.apply(
                new Step(adjudication.dossier().id(), adjudication.dossier().version(), "")));
    }

    List<String> titles(Adjudication adjudication) {
        return persons.as(PRESIDING, () -> documents.of("adjudication", adjudication.dossier().id())).stream()
                .map(Documents.Issued::title)
                .toList();
    }

    static Adjudication done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.adjudication();
            case Outcome.Refused refused -> throw new AssertionError("refused: " + refused.grounds());
        };
    }

    static List<String> codes(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> List.of();
            case Outcome.Refused refused -> refused.grounds().stream().map(Ground::code).toList();
        };
    }
}
