package org.hengjian.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.hengjian.cases.CaseFile;
import org.hengjian.cases.Cases;
import org.hengjian.cases.Disposal;
import org.hengjian.cases.Endings;
import org.hengjian.cases.FilingRequest;
import org.hengjian.cases.Hearings;
import org.hengjian.cases.Outcome;
import org.hengjian.cases.Paper;
import org.hengjian.cases.Step;
import org.hengjian.demo.PastCase.Beat;
import org.hengjian.law.Money;
import org.hengjian.tables.RuleTable;
import org.hengjian.time.PlatformTime;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Half a year of work of one district, done before anybody comes: the same people take the same steps through the same
 * door as a user's, on the day on which they are told to have done so. Each story once; one that a stop interrupted
 * stays where it was.
 */
@Component
@Profile("demo")
class PastCases {

    private static final String OFFICER = "shen.zhiyao";
    private static final String SECOND = "lu.wendi";
    private static final String REVIEWER = "gu.heng";
    private static final String HEAD = "jiang.lin";

    private final Cases cases;
    private final Hearings hearings;
    private final Endings endings;
    private final PastGoods goods;
    private final PastBeside beside;
    private final PastReferrals referrals;
    private final Clock clock;
    private final Retelling past;

    PastCases(
            Cases cases,
            Hearings hearings,
            Endings endings,
            PastGoods goods,
            PastBeside beside,
            PastReferrals referrals,
            Clock clock,
            Retelling past) {
        this.cases = cases;
        this.hearings = hearings;
        this.endings = endings;
        this.goods = goods;
        this.beside = beside;
        this.referrals = referrals;
        this.clock = clock;
        this.past = past;
    }

    private record Event(LocalDate on, PastCase of, Beat beat) {}

    @EventListener(ApplicationReadyEvent.class)
    @Order(50) // after parties and rights; before the samples, which arrive on the day of the start
    void tell() {
        if (past.isOver()) {
            return;
        }
        LocalDate begin = LocalDate.now(clock);
        var events = new ArrayList<Event>();
        for (CSVRecord row : RuleTable.of("seed/demo/cases.csv")) {
            var one = PastCase.of(row, begin);
            if (!past.as(OFFICER, () -> cases.knows(one.matter().source(), one.source()))) {
                one.story().forEach(due -> events.add(
                        new Event(begin.minusDays(one.daysAgo() - (long) due.after()), one, due.beat())));
            }
        }
        if (events.isEmpty()) {
            return;
        }
        events.sort(Comparator.comparing(Event::on)); // stable: the steps of one day in their order
        try {
            relive(events, begin);
        } finally {
            past.end();
        }
    }

    private void relive(List<Event> events, LocalDate begin) {
        goods.list();
        Map<String, CaseFile> files = new HashMap<>();
        Optional<LocalDate> day = Optional.empty();
        for (Event event : events) {
            if (!Optional.of(event.on()).equals(day)) {
                past.travelTo(event.on());
                day = Optional.of(event.on());
            }
            String source = event.of().source();
            var file = done(take(event, Optional.ofNullable(files.get(source))));
            files.put(source, file);
            goods.after(event.beat(), event.of(), file);
        }
        events.stream().map(Event::of).distinct().forEach(told -> {
            var file = Objects.requireNonNull(files.get(told.source()));
            referrals.after(told, file, begin);
            beside.after(told, file.docket().id(), begin);
        });
    }

    private Outcome take(Event event, Optional<CaseFile> before) {
        PastCase told = event.of();
        if (event.beat() == Beat.PROPOSE) {
            return past.as(OFFICER, () -> cases.propose(new FilingRequest(
                    told.matter(),
                    told.party(),
                    told.personal(),
                    List.of(past.viewer(OFFICER).person(), past.viewer(SECOND).person()),
                    told.turnover(),
                    "经初步核查，有证据初步证明存在违法行为，属于本局管辖。",
                    Optional.of(new Paper.VenueStated(
                            Paper.VenueGround.PLACE_OF_ACT, "违法行为发生地" + told.matter().place() + "，属于本局辖区")))));
        }
        CaseFile file = before.orElseThrow();
        var step = new Step(file.docket().id(), file.docket().version());
        String person = told.personal().name();
        LocalDate on = event.on();
        return switch (event.beat()) {
            case PROPOSE -> throw new IllegalStateException("a case is proposed once");
            case REFUSE -> past.as(HEAD, () -> cases.refuse(step, "MINOR", "数量很少，已主动下架，没有造成危害后果。"));
            case APPROVE -> past.as(HEAD, () -> cases.approve(step));
            case INSPECT -> past.as(OFFICER, () -> cases.record(
                    step, Paper.RecordKind.INSPECTION, on, told.matter().place(), "现场检查：" + told.matter().act() + "。", person));
            case QUESTION -> past.as(OFFICER, () -> cases.record(
                    step, Paper.RecordKind.QUESTIONING, on, told.matter().place(), "询问经营者进货来源、数量和价格。", person));
            case EXTEND -> past.as(HEAD, () -> cases.extend(step, "上家在外省，协查未回。"));
            case FINISH -> past.as(OFFICER, () -> cases.finish(
                    step, told.matter().act() + "。", told.penalty().nothing() ? "建议不予行政处罚。" : "建议依法处罚。", told.penalty()));
            case REVIEW -> past.as(REVIEWER, () -> cases.review(step, true, "事实清楚，证据充分，程序合法，同意。"));
            case REVIEW_AGAIN -> past.as(REVIEWER, () -> cases.review(step, true, "听证未提出新的事实，维持意见。"));
            case INFORM -> past.as(HEAD, () -> cases.inform(step, true));
            case SERVE_NOTICE -> past.as(OFFICER, () -> cases.serveNotice(step, Paper.Way.DIRECT, on, person, ""));
            case ASK_HEARING -> past.as(OFFICER, () -> cases.askHearing(step, on));
            case CALL_HEARING -> past.as(HEAD, () -> hearings.call(
                    step,
                    on.plusDays(PastCase.HEARING_AFTER).atTime(Retelling.MORNING).atZone(PlatformTime.ZONE).toInstant(),
                    "本局二楼听证室",
                    past.viewer(REVIEWER).person(),
                    "",
                    ""));
            case SERVE_HEARING -> past.as(OFFICER, () -> hearings.serve(
                    step, new Paper.Delivery(Paper.Way.DIRECT, on, on, person, "")));
            case HOLD_HEARING -> past.as(REVIEWER, () -> hearings.hold(
                    step, person, "调查人员提出违法事实、证据和处罚建议。当事人对数量提出异议，双方质证。", true, ""));
            case HEAR -> past.as(REVIEWER, () -> hearings.report(step, "当事人对数量提出异议，经核对台账，数量不变。"));
            case WAIVE -> past.as(OFFICER, () -> cases.defend(step, new Paper.Defence(true, on, "书面放弃陈述、申辩。", "")));
            case DECIDE -> past.as(HEAD, () -> cases.decide(
                    step,
                    told.penalty().nothing() ? Paper.Result.EXEMPT : Paper.Result.PENALTY,
                    told.penalty(),
                    told.penalty().nothing() ? "不知道是侵权商品，能证明合法取得并说明提供者。" : "情节一般。",
                    told.penalty().nothing() ? new Disposal(Disposal.Exemption.OTHER_LAW, "") : Disposal.NONE));
            case TELL_REPORTER -> past.as(OFFICER, () -> endings.tellReporter(step, on, Paper.ReporterWay.ANONYMOUS, ""));
            case SERVE -> past.as(OFFICER, () -> cases.serve(step, Paper.Way.DIRECT, on, person, ""));
            case PAY_A_PART -> past.as(OFFICER, () -> cases.pay(step, told.penalty().confiscation(), on, "浙票" + told.source()));
            case PAY -> past.as(OFFICER, () -> cases.pay(step, told.penalty().total(), on, "浙票" + told.source()));
            case PROPOSE_CLOSING -> past.as(OFFICER, () -> cases.proposeClosing(
                    step, told.penalty().total().equals(Money.ZERO) ? "无罚没款。" : "罚没款已缴清。"));
            case CLOSE -> past.as(HEAD, () -> cases.close(step, ""));
        };
    }

    private static CaseFile done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.file();
            case Outcome.Refused refused -> throw new IllegalStateException("the story is not lawful: " + refused.grounds());
        };
    }
}
