package org.hengjian.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.hengjian.law.Law;
import org.hengjian.time.PlatformTime;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever random people try, a referral stays one that the procedure knows. A red run names its seed. */
class RandomReferralsTest {

    private static final Clocks CLOCKS = new Clocks(Law.load());
    private static final Procedure PROCEDURE = new Procedure(CLOCKS);
    private static final List<String> PEOPLE = List.of(
            "team", "officer", "reviewer", "head", "heading", "abroad", "police", "otherPolice", "prosecutor",
            "otherProsecutor");

    @RepeatedTest(200)
    void no_order_of_steps_breaks_a_referral(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        Referral referral = OfReferrals.proposed();
        var now = OfReferrals.at(OfReferrals.DAY, 10);
        int taken = 0;
        for (int i = 0; i < 4_000 && !referral.stage().isEnd(); i++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(60)));
            var verb = Verb.values()[random.nextInt(Verb.values().length)];
            String person = PEOPLE.get(random.nextInt(PEOPLE.size()));
            if (!PROCEDURE.against(verb, referral, OfReferrals.person(person), now).isEmpty()) {
                continue;
            }
            var before = referral;
            referral = move(verb, referral, by(person, now), random);
            if (referral != before) {
                taken++;
                holds(referral, before, now);
            }
        }
        assertThat(taken).as("steps taken").isPositive();
    }

    private static Signature by(String person, Instant now) {
        var viewer = OfReferrals.person(person);
        return new Signature(
                viewer.person(), viewer.name(), viewer.agency(), viewer.agencyName(),
                LocalDate.ofInstant(now, PlatformTime.ZONE), now);
    }

    private static void holds(Referral referral, Referral before, Instant now) {
        var dossier = referral.dossier();
        assertThat(dossier.entries()).hasSize(before.dossier().entries().size() + 1);
        assertThat(dossier.entries().subList(0, before.dossier().entries().size())).isEqualTo(before.dossier().entries());
        assertThat(referral.stage().of(dossier)).isEqualTo(referral);
        assertThat(Procedure.steps(referral).isEmpty()).isEqualTo(referral.stage().isEnd());
        // Nobody but the head outside the team has approved, and nothing was sent without.
        dossier.last(Paper.Approved.class).ifPresent(entry -> assertThat(entry.by().person())
                .isEqualTo(OfReferrals.person("head").person()));
        if (dossier.last(Paper.Sent.class).isPresent()) {
            assertThat(dossier.last(Paper.Approved.class)).isPresent();
        }
        // Each side signs its own papers.
        for (var entry : dossier.entries()) {
            long expected = switch (entry.paper()) {
                case Paper.Report _, Paper.Approved _, Paper.NotApproved _, Paper.Sent _, Paper.Supplied _,
                        Paper.HandedOver _, Paper.ReconsiderationAsked _, Paper.SupervisionAsked _, Paper.TakenBack _,
                        Paper.Replied _ -> OfReferrals.AGENCY.id();
                case Paper.ReasonsAsked _, Paper.FilingOrdered _, Paper.SupervisionEnded _, Paper.Prosecuted _,
                        Paper.NotProsecuted _, Paper.Judged _ -> OfReferrals.PROCURATORATE.id();
                default -> 0;
            };
            if (expected != 0) {
                assertThat(entry.by().agency()).isEqualTo(expected);
            }
        }
        // More was asked only within the hours of the receipt before it.
        dossier.last(Paper.MoreAsked.class).ifPresent(asked -> assertThat(Duration.between(
                        dossier.entries().reversed().stream()
                                .filter(entry -> entry.n() < asked.n() && entry.paper() instanceof Paper.Received)
                                .findFirst()
                                .orElseThrow()
                                .by()
                                .at(),
                        asked.by().at()))
                .isLessThanOrEqualTo(Duration.ofHours(24)));
        for (var clock : CLOCKS.of(referral)) {
            assertThat(clock.due()).isNotNull();
            if (!clock.runs()) {
                assertThat(clock.met().orElseThrow().at()).isBeforeOrEqualTo(now);
            }
        }
        if (referral.stage().isEnd()) {
            assertThat(CLOCKS.next(referral).filter(clock -> !Set.of(Clocks.OPINION).contains(clock.duty()))).isEmpty();
        }
    }

    /** The step as the room takes it; the same referral where what it would say is not allowed. */
    private static Referral move(Verb verb, Referral referral, Signature by, Random random) {
        var n = OfReferrals.NUMBER;
        return switch (verb) {
            case APPROVE -> ((Referral.Proposed) referral).approve(by, new Paper.Approved("", random.nextBoolean()));
            case REJECT -> random.nextInt(10) > 0 ? referral : ((Referral.Proposed) referral).reject(by, "不足");
            case SEND -> ((Referral.Approved) referral).send(by, new Paper.Sent(
                    n, OfReferrals.POLICE, OfReferrals.PROCURATORATE, "无", "笔录", List.of()));
            case RECEIVE -> ((Referral.Sent) referral).receive(by, new Paper.Received(n));
            case ACCEPT -> ((Referral.Received) referral).accept(by, "1");
            case FORWARD -> {
                var from = referral.dossier().police().orElseThrow();
                var to = from.equals(OfReferrals.POLICE) ? OfReferrals.OTHER_POLICE : OfReferrals.POLICE;
                var paper = new Paper.Forwarded(n, from, to, "管辖");
                yield referral instanceof Referral.Received received
                        ? received.forward(by, paper)
                        : ((Referral.Accepted) referral).forward(by, paper);
            }
            case RETURN -> random.nextInt(10) > 0 ? referral : ((Referral.Received) referral).giveBack(by, new Paper.Returned(n, "不属"));
            case ASK_MORE -> ((Referral.Accepted) referral).askMore(by, new Paper.MoreAsked(n, "鉴定"));
            case SUPPLY -> ((Referral.MoreAsked) referral).supply(by, "鉴定");
            case EXTEND -> {
                var kind = Paper.Extension.values()[random.nextInt(2)];
                yield PROCEDURE.againstExtension(referral, kind).isEmpty()
                        ? referral.put(by, new Paper.Extended(kind, "局长", "复杂"))
                        : referral;
            }
            case FILE -> {
                var filed = new Paper.Filed(n, "1");
                yield switch (referral) {
                    case Referral.AtThePolice pending -> pending.file(by, filed);
                    case Referral.ReasonsAsked asked -> asked.file(by, filed);
                    case Referral.FilingOrdered ordered -> ordered.file(by, filed);
                    default -> throw new AssertionError(referral.stage());
                };
            }
            case DECLINE -> {
                var declined = new Paper.Declined(n, "没有犯罪事实");
                yield referral instanceof Referral.Accepted accepted
                        ? accepted.decline(by, declined)
                        : ((Referral.MoreAsked) referral).decline(by, declined);
            }
            case HAND_OVER -> referral.put(by, new Paper.HandedOver("全部", 3));
            case ASK_RECONSIDERATION ->
                ((Referral.Declined) referral).askReconsideration(by, new Paper.ReconsiderationAsked(n, "应当"));
            case UPHOLD -> ((Referral.ReconsiderationAsked) referral).uphold(by, new Paper.Upheld(n, "维持"));
            case ASK_SUPERVISION -> ((Referral.Refused) referral).askSupervision(by, new Paper.SupervisionAsked(n, "应当"));
            case ASK_REASONS -> {
                var asked = new Paper.ReasonsAsked(n, "说明");
                yield switch (referral) {
                    case Referral.AtThePolice silent -> silent.askReasons(by, asked);
                    case Referral.Refused refused -> refused.askReasons(by, asked);
                    case Referral.SupervisionAsked suggested -> suggested.askReasons(by, asked);
                    default -> throw new AssertionError(referral.stage());
                };
            }
            case GIVE_REASONS -> ((Referral.ReasonsAsked) referral).give(by, new Paper.ReasonsGiven(n, "理由"));
            case ORDER_FILING -> ((Referral.ReasonsGiven) referral).order(by, new Paper.FilingOrdered(n, "不能成立"));
            case END_SUPERVISION -> referral instanceof Referral.ReasonsGiven given
                    ? given.end(by, "成立")
                    : ((Referral.SupervisionAsked) referral).end(by, "成立");
            case TAKE_BACK -> random.nextInt(10) > 0 ? referral : ((Referral.Refused) referral).takeBack(by, new Paper.TakenBack("处罚"));
            case CONCLUDE -> ((Referral.Filed) referral).conclude(by, new Paper.Investigated(
                    Paper.Investigation.values()[random.nextInt(3)], by.on(), "1", "结果"));
            case PROSECUTE -> ((Referral.UnderProsecution) referral).prosecute(by, new Paper.Prosecuted(by.on(), "1", OfReferrals.COURT));
            case REFRAIN -> ((Referral.UnderProsecution) referral).refrain(
                    by, new Paper.NotProsecuted(Paper.NonProsecution.MINOR, by.on(), "1", "轻微"));
            case JUDGE -> ((Referral.Prosecuted) referral).judge(by, new Paper.Judged(
                    Paper.Judgment.values()[random.nextInt(3)], by.on(), "法院", "1", "主文", "没收"));
            case HAND_BACK, REVERSE -> ((Referral.NotPunished) referral).reverse(by, new Paper.Reversed(n, "处罚"));
            case REPLY -> ((Referral.Reversed) referral).reply(by, new Paper.Replied(n, "已处罚"));
        };
    }
}
