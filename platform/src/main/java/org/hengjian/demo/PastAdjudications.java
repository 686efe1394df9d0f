package org.hengjian.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import org.hengjian.adjudications.Adjudication;
import org.hengjian.adjudications.Adjudications;
import org.hengjian.adjudications.Dispute;
import org.hengjian.adjudications.Examinations;
import org.hengjian.adjudications.Outcome;
import org.hengjian.adjudications.Paper;
import org.hengjian.adjudications.Party;
import org.hengjian.adjudications.PatentNumber;
import org.hengjian.adjudications.Rulings;
import org.hengjian.adjudications.Step;
import org.hengjian.tables.RuleTable;
import org.hengjian.time.PlatformTime;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Disputes over patents of the weeks before anybody comes, as {@code seed/demo/adjudications.csv} tells them: the same
 * people take the same steps through the same doors as a user's, on the day on which they are told to have done so.
 */
@Component
@Profile("demo")
class PastAdjudications {

    private static final String PRESIDING = "cen.bo";
    private static final List<String> MEMBERS = List.of(PRESIDING, "yan.shu", "qin.shan");
    private static final String CLERK = "pei.an";
    private static final String HEAD = "tao.ran";
    // Days after the request on which the story goes on.
    private static final int ACCEPTED = 2;
    private static final int ANSWERED = 12;
    private static final int HEARD = 26;
    private static final int CLOSED = 55;
    private static final int HEARING_AHEAD = 9;

    private final Adjudications adjudications;
    private final Examinations examinations;
    private final Rulings rulings;
    private final Clock clock;
    private final Retelling past;

    PastAdjudications(
            Adjudications adjudications,
            Examinations examinations,
            Rulings rulings,
            Clock clock,
            Retelling past) {
        this.adjudications = adjudications;
        this.examinations = examinations;
        this.rulings = rulings;
        this.clock = clock;
        this.past = past;
    }

    /** How far a story came. */
    private enum Reach {
        REQUESTED,
        HEARING_CALLED,
        SUSPENDED,
        CLOSED
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(60) // after the past cases; before the samples, which arrive on the day of the start
    void tell() {
        if (past.isOver()) {
            return;
        }
        var today = LocalDate.now(clock);
        try {
            for (var told : RuleTable.of("seed/demo/adjudications.csv")) {
                var patent = new PatentNumber(told.get("patent"));
                if (!past.as(PRESIDING, () -> adjudications.knows(patent))) {
                    relive(told, patent, today);
                }
            }
        } finally {
            past.end();
        }
    }

    private void relive(CSVRecord told, PatentNumber patent, LocalDate today) {
        var reach = Reach.valueOf(told.get("reach"));
        var begin = today.minusDays(Integer.parseInt(told.get("days_ago")));
        past.travelTo(begin);
        var matter = done(past.as(PRESIDING, () -> adjudications.request(
                dispute(told, patent, begin),
                new Party.Both(new Party.Personal("钱小禾", "", ""), new Party.Personal(told.get("person"), "", "")),
                "")));
        if (reach == Reach.REQUESTED) {
            return;
        }
        past.travelTo(begin.plusDays(ACCEPTED));
        matter = take(HEAD, matter, step -> adjudications.accept(step, MEMBERS.stream().map(one -> past.viewer(one).person()).toList(), past.viewer(CLERK).person()));
        matter = take(CLERK, matter, step -> examinations.serveCopy(step, delivery(begin.plusDays(ACCEPTED), told.get("person"))));
        past.travelTo(begin.plusDays(ANSWERED));
        String invalidation = reach == Reach.SUSPENDED ? "无效受理〔2026〕207号" : "";
        matter = take(CLERK, matter, step -> examinations.answer(
                step, begin.plusDays(ANSWERED), "被控产品缺少权利要求1的一项技术特征，不构成侵权。", invalidation));
        matter = take(CLERK, matter, step -> examinations.forwardAnswer(step, delivery(begin.plusDays(ANSWERED), "钱小禾")));
        if (reach == Reach.SUSPENDED) {
            take(HEAD, matter, step -> examinations.suspend(
                    step, Paper.SuspensionGround.INVALIDATION, invalidation, "无效宣告请求已被受理，涉案专利权的稳定性存疑。"));
            return;
        }
        var hearing = reach == Reach.CLOSED ? begin.plusDays(HEARD) : today.plusDays(HEARING_AHEAD);
        matter = take(PRESIDING, matter, step -> examinations.callHearing(
                step, hearing.atTime(LocalTime.of(14, 0)).atZone(PlatformTime.ZONE).toInstant(), "市局第一审理室", ""));
        if (reach == Reach.CLOSED) {
            toTheEnd(matter, told, begin);
        }
    }

    private void toTheEnd(Adjudication called, CSVRecord told, LocalDate begin) {
        var heard = begin.plusDays(HEARD);
        past.travelTo(heard);
        var matter = take(PRESIDING, called, step -> examinations.holdHearing(
                step, Paper.Attendance.BOTH, "钱小禾\n" + told.get("person"), "双方陈述意见，当庭比对被控产品，双方质证。"));
        matter = take(PRESIDING, matter, step -> examinations.mediate(step, false, "双方对补偿数额分歧较大。"));
        matter = take(PRESIDING, matter, step -> examinations.deliberate(
                step, Paper.Conclusion.INFRINGEMENT, MEMBERS.size(), "被控产品具有权利要求1的全部技术特征，落入保护范围。"));
        matter = take(HEAD, matter, step -> rulings.rule(
                step, Paper.Conclusion.INFRINGEMENT, told.get("act") + "。", "被控产品具有权利要求1的全部技术特征，落入专利权的保护范围。",
                "停止制造落入保护范围的产品\n停止销售落入保护范围的产品"));
        matter = take(CLERK, matter, step -> rulings.serve(step, Party.Side.REQUESTER, delivery(heard, "钱小禾")));
        matter = take(CLERK, matter, step -> rulings.serve(step, Party.Side.RESPONDENT, delivery(heard, told.get("person"))));
        past.travelTo(begin.plusDays(CLOSED));
        take(HEAD, matter, step -> rulings.close(step, "期满没有起诉，被请求人已经停止侵权行为。"));
    }

    private static Dispute dispute(CSVRecord told, PatentNumber patent, LocalDate on) {
        int region = Integer.parseInt(told.get("region"));
        return new Dispute(
                on, patent, told.get("title"), Dispute.Standing.PATENTEE,
                new Party(Party.Kind.FIRM, told.get("requester"), "", "大坪镇虚构路 2 号"),
                new Party(Party.Kind.FIRM, told.get("respondent"), "", told.get("address")), region, region, "权利要求1",
                told.get("act"), "经公证购买取得被控产品，比对后认为落入专利权的保护范围。", "责令停止制造、销售侵权产品",
                List.of("专利证书和登记簿副本", "公证书和封存的被控产品", "技术特征比对表"), false, true);
    }

    private static Paper.Delivery delivery(LocalDate on, String recipient) {
        return new Paper.Delivery(Paper.Way.DIRECT, on, on, recipient, "");
    }

    private Adjudication take(String who, Adjudication matter, Function<Step, Outcome> verb) {
        return done(past.as(who, () -> verb.apply(new Step(matter.dossier().id(), matter.dossier().version(), ""))));
    }

    private static Adjudication done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.adjudication();
            case Outcome.Refused refused -> throw new IllegalStateException("the demonstration was refused: " + refused.grounds());
        };
    }
}
