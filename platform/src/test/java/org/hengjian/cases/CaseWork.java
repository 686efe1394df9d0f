package org.hengjian.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hengjian.documents.Documents;
import org.hengjian.law.Money;
import org.hengjian.testing.Persons;
import org.hengjian.time.Days;
import org.hengjian.time.PlatformTime;
import org.springframework.stereotype.Component;

/** The usual steps of a case on the platform, by the people of the demonstration. */
@Component
public class CaseWork {

    static final String OFFICER = "shen.zhiyao";
    static final String SECOND = "lu.wendi";
    static final String REVIEWER = "gu.heng";
    static final String HEAD = "jiang.lin";
    static final String FOREIGN = "fang.qing";
    static final Penalty PENALTY =
            new Penalty(Money.ofYuan(60_000), Money.ofFen(2_100_050), "没收侵权连帽卫衣430件", "《中华人民共和国商标法》第六十条第二款");

    private final Cases cases;
    private final Hearings hearings;
    private final Measures measures;
    private final Days days;
    private final Documents documents;
    private final Persons persons;
    private final Clock clock;

    CaseWork(
            Cases cases,
            Hearings hearings,
            Measures measures,
            Days days,
            Documents documents,
            Persons persons,
            Clock clock) {
        this.cases = cases;
        this.hearings = hearings;
        this.measures = measures;
        this.days = days;
        this.documents = documents;
        this.persons = persons;
        this.clock = clock;
    }

    FilingRequest request(String lead) {
        var matter = new Docket.Matter(
                "云岫禾木服饰有限公司涉嫌侵犯注册商标专用权案", "侵犯注册商标专用权", "销售侵犯注册商标专用权的连帽卫衣",
                "青石县大坪镇仓前路8号", new Docket.Span(today().minusMonths(3), Optional.of(today().minusDays(2))),
                "衡溪 HENGXI", Docket.Source.LEAD, lead, today());
        return new FilingRequest(
                matter,
                new Party(Party.Kind.FIRM, "云岫禾木服饰有限公司", "91330106MA0HJ00171", "青石县大坪镇仓前路8号"),
                new Party.Personal("赵小禾", "330106199001010011", "13800000000"),
                List.of(id(OFFICER), id(SECOND)),
                Optional.of(Money.ofYuan(51_100)),
                "有证据初步证明存在违法行为，属于本局管辖。",
                Optional.of(new Paper.VenueStated(Paper.VenueGround.PLACE_OF_ACT, "仓前路8号在本局辖区")));
    }

    /** The filing that all others vary, from no lead. */
    public FilingRequest usual() {
        return request("");
    }

    public static long idOf(Outcome outcome) {
        return done(outcome).docket().id();
    }

    long id(String signIn) {
        return persons.viewer(signIn).person();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    CaseFile proposed(String lead) {
        return done(persons.as(OFFICER, () -> cases.propose(request(lead))));
    }

    CaseFile filed() {
        return step(HEAD, proposed(""), Cases::approve);
    }

    CaseFile investigating() {
        return step(OFFICER, filed(), (room, step) -> room.record(
                step, Paper.RecordKind.INSPECTION, today(), "仓前路8号", "现场发现带标卫衣430件。", "赵小禾"));
    }

    CaseFile underReview() {
        return step(OFFICER, investigating(), (room, step) -> room.finish(
                step, "当事人销售侵犯注册商标专用权的连帽卫衣730件。", "建议没收违法所得并处罚款。", PENALTY));
    }

    CaseFile informed() {
        var reviewed = step(REVIEWER, underReview(), (room, step) -> room.review(step, true, "同意处理意见。"));
        var issued = step(HEAD, reviewed, (room, step) -> room.inform(step, true));
        return step(OFFICER, issued, (room, step) -> room.serveNotice(step, Paper.Way.DIRECT, today(), "赵小禾", ""));
    }

    CaseFile hearingAsked() {
        return step(OFFICER, informed(), (room, step) -> room.askHearing(step, today()));
    }

    /** A hearing that was called in time and is to be held today: what came before it happened a month ago. */
    CaseFile hearingServed() {
        var day = today();
        days.travelTo(day.minusDays(30).atTime(9, 30).atZone(PlatformTime.ZONE));
        try {
            var called = done(persons.as(HEAD, () -> {
                var asked = hearingAsked();
                return hearings.call(
                        new Step(asked.docket().id(), asked.docket().version()),
                        day.atTime(9, 30).atZone(PlatformTime.ZONE).toInstant(),
                        "二楼听证室",
                        id(REVIEWER),
                        "",
                        "");
            }));
            return done(persons.as(OFFICER, () -> hearings.serve(
                    new Step(called.docket().id(), called.docket().version()),
                    new Paper.Delivery(Paper.Way.DIRECT, today(), today(), "赵小禾", ""))));
        } finally {
            days.returnToReality();
        }
    }

    CaseFile decided() {
        var waived = step(OFFICER, informed(), (room, step) ->
                room.defend(step, new Paper.Defence(true, today(), "书面放弃", "")));
        return step(HEAD, waived, (room, step) -> room.decide(step, Paper.Result.PENALTY, PENALTY, "情节一般。"));
    }

    /** Does the work on an earlier day. */
    <T> T daysAgo(int count, java.util.function.Supplier<T> done) {
        days.travelTo(today().minusDays(count).atTime(9, 30).atZone(PlatformTime.ZONE));
        try {
            return done.get();
        } finally {
            days.returnToReality();
        }
    }

    /** A decision that reached the party some days ago and was not paid. */
    CaseFile served(int daysAgo) {
        return daysAgo(daysAgo, () -> step(OFFICER, decided(), (room, step) ->
                room.serve(step, Paper.Way.DIRECT, today(), "赵小禾", "")));
    }

    CaseFile closed() {
        var served = step(OFFICER, decided(), (room, step) -> room.serve(step, Paper.Way.DIRECT, today(), "赵小禾", ""));
        var paid = step(OFFICER, served, (room, step) -> room.pay(step, PENALTY.total(), today(), "浙票001"));
        var closing = step(OFFICER, paid, (room, step) -> room.proposeClosing(step, "罚没款已缴清。"));
        return step(HEAD, closing, (room, step) -> room.close(step, ""));
    }

    /** A case that waits for approval, for tests of other rooms. */
    public long proposedId() {
        return proposed("").docket().id();
    }

    /** A filed case, for tests of other rooms. */
    public long filedId() {
        return filed().docket().id();
    }

    /** A case under investigation in which those things are seized, for tests of other rooms. */
    public long seizedId(List<Measure.Thing> things) {
        return seized(investigating(), things).docket().id();
    }

    private CaseFile seized(CaseFile file, List<Measure.Thing> things) {
        var taking = new Measure.Taking(
                "仓前路8号", "现场的物品涉嫌侵犯注册商标专用权。", "《中华人民共和国商标法》第六十二条第一款第四项", things);
        var asked = done(persons.as(OFFICER, () -> measures.ask(step(file), Measure.Kind.SEIZURE, taking)));
        int measure = asked.docket().entries().size();
        return done(persons.as(HEAD, () -> measures.impose(step(asked), measure)));
    }

    /** A decided case, for tests of other rooms. */
    public long decidedId() {
        return decided().docket().id();
    }

    private static Step step(CaseFile file) {
        return new Step(file.docket().id(), file.docket().version());
    }

    /** Tries to decide a case that is investigated or reviewed as referred to the police, for tests of other rooms. */
    public Outcome decideAsReferred(long id) {
        var file = persons.as(OFFICER, () -> cases.find(id)).orElseThrow();
        if (file instanceof CaseFile.Investigating) {
            var finished = step(OFFICER, file, (room, step) -> room.finish(step, "销售假冒注册商标的商品。", "涉嫌犯罪，建议移送。", Penalty.NONE));
            file = step(REVIEWER, finished, (room, step) -> room.review(step, true, "同意。"));
        }
        return attempt(HEAD, file, (room, step) -> room.decide(step, Paper.Result.REFERRED, Penalty.NONE, "涉嫌犯罪。"));
    }

    /** A closed case, for tests of other rooms. */
    public long closedId() {
        return closed().docket().id();
    }

    /** The document that the case's decision was issued as. */
    public long decisionOf(long id) {
        return persons.as(OFFICER, () -> documents.of(CaseDocuments.OBJECT, id)).stream()
                .filter(issued -> issued.title().equals("行政处罚决定书"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    CaseFile step(String signIn, CaseFile file, BiFunction<Cases, Step, Outcome> verb) {
        return done(attempt(signIn, file, verb));
    }

    Outcome attempt(String signIn, CaseFile file, BiFunction<Cases, Step, Outcome> verb) {
        return persons.as(signIn, () -> verb.apply(cases, new Step(file.docket().id(), file.docket().version())));
    }

    static CaseFile done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.file();
            case Outcome.Refused refused -> throw new AssertionError("refused: " + refused.grounds());
        };
    }
}
