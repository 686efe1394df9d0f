package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hengjian.documents.DocumentNumber;
import org.hengjian.law.Law;
import org.hengjian.law.Money;
import org.hengjian.statutes.Ground;
import org.hengjian.time.PlatformTime;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever random people try, a file stays one that the procedure knows. A red run names its seed. */
class RandomStepsByRandomPeopleTest {

    private static final Clocks CLOCKS = new Clocks(Law.load());
    private static final Procedure PROCEDURE = new Procedure(CLOCKS);
    private static final MeasureRules MEASURES = new MeasureRules(CLOCKS);
    private static final TeamRules TEAM = new TeamRules();
    private static final LetterRules LETTERS = new LetterRules();
    private static final OpinionRules OPINIONS = new OpinionRules();
    private static final List<String> PEOPLE =
            List.of("handling", "other", "reviewer", "head", "heading", "reviewing", "abroad", "counterpart", "superior");
    private static final java.util.Set<Long> OFFICERS = java.util.Set.of(1L, 2L, 3L);
    private static final Office OWN = new Office(CaseFiles.HANDLING.agency(), "青石县市场监管局");
    private static final DocumentNumber NUMBER = new DocumentNumber("杭西市监罚〔2026〕1号");
    private static final Measure.Taking TAKING = new Measure.Taking(
            "仓库", "侵权", "商标法", List.of(new Measure.Thing("卫衣", "", BigDecimal.TEN, "件")));

    @RepeatedTest(200)
    void no_order_of_steps_breaks_a_file(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        CaseFile file = CaseFiles.proposed();
        var day = CaseFiles.DAY;
        int taken = 0;
        for (int i = 0; i < 3_000; i++) {
            day = day.plusDays(random.nextInt(40) == 0 ? random.nextInt(4) : 0);
            var verb = Verb.values()[random.nextInt(Verb.values().length)];
            var viewer = CaseFiles.person(PEOPLE.get(random.nextInt(PEOPLE.size())));
            if (!PROCEDURE.against(verb, file, viewer, day).isEmpty()) {
                continue;
            }
            var before = file;
            file = move(verb, file, CaseFiles.by(viewer, day), random);
            if (file != before) {
                taken++;
                assertThat(verb.by() == Verb.By.ANYONE || viewer.has(verb.role())).isTrue();
                holds(file, before, day);
            }
        }
        assertThat(taken).as("steps taken").isPositive();
    }

    private static void holds(CaseFile file, CaseFile before, LocalDate day) {
        var docket = file.docket();
        assertThat(docket.entries()).hasSize(before.docket().entries().size() + 1);
        assertThat(docket.entries().subList(0, before.docket().entries().size())).isEqualTo(before.docket().entries());
        for (int n = 1; n <= docket.entries().size(); n++) {
            assertThat(docket.entries().get(n - 1).n()).isEqualTo(n);
        }
        assertThat(file.stage().of(docket)).isEqualTo(file);
        assertThat(Course.steps(file).isEmpty()).isEqualTo(file.stage().isEnd());
        int terminated = docket.last(Paper.Terminated.class).map(Entry::n).orElse(0);
        int decision = docket.last(Paper.Decided.class).map(Entry::n).orElse(0);
        int handed = docket.last(Paper.HandedOver.class).map(Entry::n).orElse(0);
        if (file instanceof CaseFile.Concluded && (terminated > decision || handed > decision)) {
            assertThat(docket.entries().subList(Math.max(terminated, handed), docket.entries().size()))
                    .noneMatch(entry -> entry.paper() instanceof Paper.Decided);
        } else if (file instanceof CaseFile.Concluded concluded) {
            assertThat(concluded.owed().isNegative()).isFalse();
            if (concluded.decision().result() == Paper.Result.PENALTY) {
                assertThat(CLOCKS.discussion(docket, day).isMissing()).isFalse();
            }
            if (concluded.decision().result() == Paper.Result.PENALTY) {
                assertThat(docket.last(Paper.NoticeServed.class)).isPresent();
                assertThat(concluded.decision().penalty().heavierThan(docket.need(Paper.Notice.class).penalty())).isFalse();
            }
            if (file instanceof CaseFile.Decided && docket.entries().getLast().paper() instanceof Paper.Decided) {
                assertThat(Opinion.of(docket)).noneMatch(Opinion::isUntold);
                assertThat(Opinion.pending(docket)).isEmpty();
            }
            assertThat(docket.last(Paper.Decided.class).orElseThrow().by().person()).isEqualTo(CaseFiles.HEAD.person());
        }
        if (file instanceof CaseFile.Closed) {
            assertThat(Measure.of(docket)).noneMatch(Measure.Standing.class::isInstance);
            assertThat(CorrectionOrder.of(docket)).noneMatch(CorrectionOrder::isUnchecked);
        }
        Hearing.of(docket).filter(hearing -> hearing.held().isPresent()).ifPresent(hearing -> {
            assertThat(hearing.served()).isPresent();
            assertThat(docket.isHandledBy(hearing.called().orElseThrow().presiding())).isFalse();
            assertThat(docket.last(Paper.HearingHeld.class).orElseThrow().by().person())
                    .isEqualTo(hearing.called().get().presiding());
        });
        assertThat(docket.officers().stream().map(Officer::id).distinct()).hasSizeGreaterThanOrEqualTo(2);
        docket.officers().forEach(officer -> assertThat(Recusal.isRecused(docket, officer.id())).isFalse());
        assertThat(Recusal.isRecused(before.docket(), docket.entries().getLast().by().person())).isFalse();
        var reviewed = docket.last(Paper.Review.class);
        reviewed.ifPresent(entry -> assertThat(docket.isHandledBy(entry.by().person())).isFalse());
        // Nobody is told of a penalty or given one while the jurisdiction is open or another's.
        if (docket.entries().getLast().paper() instanceof Paper.Decided
                || docket.entries().getLast().paper() instanceof Paper.Notice
                || docket.entries().getLast().paper() instanceof Paper.Filed) {
            assertThat(Venue.of(before.docket())).isInstanceOf(Venue.Unquestioned.class);
        }
        if (docket.entries().getLast().paper() instanceof Paper.Designated) {
            assertThat(Venue.superior(before.docket())).contains(CaseFiles.ABOVE_BOTH);
        }
        for (var clock : CLOCKS.of(file)) {
            assertThat(CLOCKS.light(clock, day)).isNotNull();
        }
        CLOCKS.next(file).ifPresent(clock -> assertThat(clock.runs()).isTrue());
    }

    /** The step as the rooms take it; the same file where the measure asked for is none of those that allow it. */
    private static CaseFile move(Verb verb, CaseFile file, Signature by, Random random) {
        var penalty = new Penalty(Money.ofYuan(random.nextInt(100)), Money.ofYuan(random.nextInt(100)), "", "");
        return switch (verb) {
            case APPROVE -> ((CaseFile.Proposed) file).file(by, new CaseNumber("杭西市监案〔2026〕1号"));
            case REFUSE -> ((CaseFile.Proposed) file).refuse(by, "MINOR", "轻微");
            case EXTEND -> ((CaseFile.Pending) file).extend(by, "复杂");
            case RECORD -> {
                var recorded = new Paper.Recorded(Paper.RecordKind.OTHER, by.on(), "", "材料", "", new byte[0]);
                yield file instanceof CaseFile.Filed filed ? filed.add(by, recorded) : ((CaseFile.Investigating) file).add(by, recorded);
            }
            case FINISH -> ((CaseFile.Investigating) file).finish(by, new Paper.Findings("事实", "意见", penalty));
            case REVIEW -> {
                var review = new Paper.Review(
                        Paper.ReviewKind.LEGAL, random.nextInt(3) > 0 ? Paper.Advice.CONSENT : Paper.Advice.RETURN, List.of(), "意见");
                yield ((CaseFile.Reviewable) file).review(by, review);
            }
            case INFORM -> ((CaseFile.Reviewed) file).inform(by, new Paper.Notice(
                    NUMBER, file.docket().need(Paper.Findings.class).penalty(), random.nextBoolean()));
            case SERVE_NOTICE -> ((CaseFile.NoticeIssued) file).serve(by, CaseFiles.delivered(by.on()));
            case DEFENCE -> {
                var defence = new Paper.Defence(random.nextBoolean(), by.on(), "陈述", "不采纳");
                yield file instanceof CaseFile.Informed informed ? informed.record(by, defence) : ((CaseFile.Heard) file).record(by, defence);
            }
            case ASK_HEARING -> PROCEDURE.againstHearing((CaseFile.Informed) file, by.on()).isEmpty()
                    ? ((CaseFile.Informed) file).askHearing(by, by.on())
                    : file;
            case CALL_HEARING -> {
                var asked = (CaseFile.HearingAsked) file;
                var on = by.on().plusDays(random.nextInt(20));
                long presiding = random.nextInt(1, 5);
                yield PROCEDURE.againstCalling(asked, presiding, presiding == CaseFiles.REVIEWER.person(), on, by.on()).isEmpty()
                        ? asked.put(by, new Paper.HearingCalled(
                                NUMBER, by.at(), on, "听证室", presiding, "顾衡", "", ""))
                        : file;
            }
            case SERVE_HEARING -> {
                var delivery = CaseFiles.delivered(by.on().plusDays(random.nextInt(3)));
                yield PROCEDURE.againstServingCall((CaseFile.HearingAsked) file, delivery).isEmpty()
                        ? file.put(by, new Paper.HearingCallServed(delivery))
                        : file;
            }
            case HOLD_HEARING -> file.put(by, new Paper.HearingHeld(by.on(), "赵某某", new byte[0], "质证", true, ""));
            case END_HEARING -> ((CaseFile.HearingAsked) file)
                    .end(by, new Paper.HearingEnded(Paper.HearingEnding.ABSENT, by.on(), "没有到场"));
            case WITHDRAW_HEARING -> ((CaseFile.HearingAsked) file)
                    .end(by, new Paper.HearingEnded(Paper.HearingEnding.WITHDRAWN, by.on(), "撤回"));
            case ARCHIVE -> file.put(by, new Paper.Archived(Paper.Retention.TEN_YEARS, "柜", 9, ""));
            case REOPEN -> {
                var kind = Paper.Reopening.values()[random.nextInt(Paper.Reopening.values().length)];
                yield random.nextInt(30) == 0 && PROCEDURE.againstReopening((CaseFile.Closed) file, kind).isEmpty()
                        ? ((CaseFile.Closed) file).reopen(by, new Paper.Reopened(kind, "被撤销"))
                        : file;
            }
            case MARK_REMEDY -> random.nextInt(5) > 0
                    ? file
                    : file.put(by, new Paper.RemedyBegun(Paper.RemedyKind.LITIGATION, by.on(), "法院", ""));
            case END_REMEDY -> {
                var remedy = Remedy.of(file.docket()).stream().filter(Remedy::isOpen).findFirst().orElseThrow();
                var outcome = Paper.RemedyOutcome.values()[random.nextInt(Paper.RemedyOutcome.values().length)];
                var left = new Penalty(Money.ZERO, Money.ZERO, "", "");
                yield file.put(by, new Paper.RemedyEnded(remedy.n(), outcome, by.on(), "", outcome == Paper.RemedyOutcome.CHANGED
                        ? java.util.Optional.of(left)
                        : java.util.Optional.empty()));
            }
            case ASK_INSTALMENTS -> file.put(by, new Paper.InstalmentsAsked(by.on(), "困难"));
            case GRANT_INSTALMENTS -> {
                var owed = CLOCKS.execution(file).orElseThrow().fineOwed();
                var schedule = List.of(
                        new Paper.Instalment(by.on().plusDays(2), Money.ofFen(1)),
                        new Paper.Instalment(by.on().plusDays(random.nextInt(9)), owed.minus(Money.ofFen(1))));
                yield PROCEDURE.againstInstalments((CaseFile.Concluded) file, schedule, by.on()).isEmpty()
                        ? file.put(by, new Paper.InstalmentsGranted(NUMBER, schedule, "同意"))
                        : file;
            }
            case REFUSE_INSTALMENTS -> file.put(by, new Paper.InstalmentsRefused(NUMBER, "不同意"));
            case IMPOSE_SURCHARGE -> {
                var added = CLOCKS.execution(file).orElseThrow().surcharge(by.on());
                assertThat(added.amount().compareTo(added.cap())).isLessThanOrEqualTo(0);
                yield file.put(by, new Paper.Surcharged(NUMBER, added.amount(), added.days(), by.on()));
            }
            case DEMAND -> file.put(by, new Paper.Demanded(NUMBER, ((CaseFile.Concluded) file).owed(), Money.ZERO));
            case SERVE_DEMAND -> file.put(by, new Paper.DemandServed(CaseFiles.delivered(by.on())));
            case APPLY_ENFORCEMENT ->
                file.put(by, new Paper.EnforcementApplied(NUMBER, "法院", ((CaseFile.Concluded) file).owed()));
            case RECORD_RULING -> file.put(by, new Paper.CourtRuled(
                    Paper.Ruling.values()[random.nextInt(Paper.Ruling.values().length)], by.on(), "1", ""));
            case MARK_GRAVE -> random.nextInt(20) > 0 ? file : file.put(by, new Paper.GraveMarked(Paper.Gravity.COMPLICATED, "复杂"));
            case DISCUSS -> file.put(by, new Paper.Discussed(by.on(), "江临、周安", "讨论", "同意"));
            case PROPOSE_TERMINATION -> random.nextInt(20) > 0
                    ? file
                    : file.put(by, new Paper.TerminationProposed(Paper.Termination.OTHER, "无法继续"));
            case TERMINATE -> random.nextInt(4) > 0 ? file : ((CaseFile.Pending) file).terminate(by, "");
            case REFUSE_TERMINATION -> file.put(by, new Paper.TerminationRefused("继续调查"));
            case TELL_REPORTER -> file.put(by, new Paper.ReporterTold(
                    by.on(), Paper.ReporterWay.PHONE, "某某", new byte[0], true));
            case ASK_RECUSAL -> recusal(file, by, random.nextInt(1, 6), Paper.RecusalAsker.PARTY);
            case DECLARE_RECUSAL -> recusal(file, by, by.person(), Paper.RecusalAsker.SELF);
            case DECIDE_RECUSAL -> {
                var open = Recusal.of(file.docket()).stream().filter(Recusal::isOpen).toList();
                var one = open.get(random.nextInt(open.size()));
                long subject = one.asked().person();
                boolean granted = random.nextInt(4) == 0;
                boolean handled = file.docket().isHandledBy(subject);
                List<Officer> team = granted && handled ? team(random) : List.of();
                var grounds = new ArrayList<>(TEAM.againstDecidingRecusal(
                        subject, subject == CaseFiles.HEAD.person(), Paper.RecusalLevel.COLLECTIVE, by.person()));
                if (granted && handled) {
                    grounds.addAll(TEAM.againstTeam(team, OFFICERS, file.docket(), subject));
                }
                yield grounds.isEmpty() && subject != CaseFiles.HEAD.person() && subject != CaseFiles.REVIEWER.person()
                        ? file.put(by, new Paper.RecusalDecided(
                                one.n(), granted, Paper.RecusalLevel.COLLECTIVE, "理由", NUMBER, team))
                        : file;
            }
            case CHANGE_OFFICERS -> {
                var team = team(random);
                yield TEAM.againstTeam(team, OFFICERS, file.docket(), 0).isEmpty()
                        ? file.put(by, new Paper.OfficersChanged(file.docket().officers(), team, "调岗"))
                        : file;
            }
            case STATE_VENUE -> file.put(by, new Paper.VenueStated(Paper.VenueGround.PLACE_OF_ACT, "仓前路8号"));
            case DISPUTE_VENUE -> random.nextInt(6) > 0 ? file : file.put(by, CaseFiles.disputed());
            case CONSULT_VENUE -> file.put(by, CaseFiles.consulted(
                    Paper.Consultation.values()[random.nextInt(Paper.Consultation.values().length)]));
            case CONFIRM_VENUE -> file.put(by, new Paper.VenueConfirmed(random.nextBoolean(), CaseFiles.OTHER_SIDE.name(), "答复"));
            case PROPOSE_DESIGNATION -> random.nextInt(6) > 0
                    ? file
                    : file.put(by, CaseFiles.designationProposed(Paper.Designation.DISPUTE));
            case ASK_DESIGNATION -> file.put(by, CaseFiles.designationAsked());
            case REFUSE_DESIGNATION -> file.put(by, new Paper.DesignationRefused("再协商"));
            case DESIGNATE -> file.put(by, CaseFiles.designated(random.nextInt(3) > 0 ? OWN : CaseFiles.OTHER_SIDE));
            case TAKE_UP -> random.nextInt(30) > 0
                    ? file
                    : file.put(by, new Paper.TakenUp(NUMBER, CaseFiles.ABOVE_BOTH, CaseFiles.ABOVE_BOTH.name(), "重大"));
            case WITHDRAW_VENUE -> file.put(by, new Paper.VenueWithdrawn("协商解决"));
            case PROPOSE_HANDOVER -> random.nextInt(20) > 0
                    ? file
                    : file.put(by, new Paper.HandoverProposed(CaseFiles.OTHER_SIDE, "不属于本局管辖"));
            case HAND_OVER -> random.nextInt(3) > 0 && Venue.of(file.docket()) instanceof Venue.Leaving
                    ? file
                    : ((CaseFile.Pending) file).handOver(by, new Paper.HandedOver(
                            NUMBER, CaseFiles.OTHER_SIDE, Paper.Handover.NOT_OURS, "移送"));
            case HAND_DOWN -> random.nextInt(40) > 0
                    ? file
                    : ((CaseFile.Pending) file).handOver(by, new Paper.HandedOver(
                            NUMBER, CaseFiles.OTHER_SIDE, Paper.Handover.HANDED_DOWN, "交办"));
            case HEAR -> ((CaseFile.HearingAsked) file).hear(by, new Paper.Heard(by.on(), "报告"));
            case DECIDE -> {
                var result = Paper.Result.values()[random.nextInt(Paper.Result.values().length)];
                var imposed = result == Paper.Result.PENALTY ? penalty : Penalty.NONE;
                if (!PROCEDURE.againstDecision(file, result, imposed, by.on()).isEmpty()) {
                    yield file;
                }
                var decided = new Paper.Decided(NUMBER, result, imposed, "");
                yield switch (file) {
                    case CaseFile.Reviewed reviewed -> reviewed.conclude(by, decided);
                    case CaseFile.Informed informed -> informed.decide(by, decided);
                    case CaseFile.Heard heard -> heard.decide(by, decided);
                    default -> throw new AssertionError(file.stage());
                };
            }
            case SERVE -> ((CaseFile.Decided) file).serve(by, CaseFiles.delivered(by.on()));
            case PAY -> {
                var amount = Money.ofYuan(1 + random.nextInt(100));
                if (!PROCEDURE.againstPayment((CaseFile.Concluded) file, amount).isEmpty()) {
                    yield file;
                }
                var paid = new Paper.Paid(amount, by.on(), "1");
                yield file instanceof CaseFile.Served served ? served.pay(by, paid) : ((CaseFile.Executing) file).pay(by, paid);
            }
            case PROPOSE_CLOSING -> file instanceof CaseFile.Served served
                    ? served.proposeClosing(by, "完毕")
                    : file instanceof CaseFile.Terminated terminated
                            ? terminated.proposeClosing(by, "终止")
                            : file instanceof CaseFile.HandedOver handed
                                    ? handed.proposeClosing(by, "移送")
                                    : ((CaseFile.Executing) file).proposeClosing(by, "完毕");
            case CLOSE -> ((CaseFile.Closing) file).close(by, "");
            case ASK_MEASURE -> file.put(by, new Paper.MeasureAsked(kind(random), TAKING));
            case TAKE_MEASURE -> file.put(by, new Paper.MeasureTaken(kind(random), TAKING, by.at(), by.on(), NUMBER));
            case IMPOSE_MEASURE -> about(verb, file, by, random, n -> new Paper.MeasureImposed(n, NUMBER));
            case REFUSE_MEASURE -> about(verb, file, by, random, n -> new Paper.MeasureRefused(n, "无必要"));
            case CONFIRM_MEASURE -> about(verb, file, by, random, Paper.MeasureConfirmed::new);
            case EXTEND_MEASURE -> about(verb, file, by, random, n -> new Paper.MeasureExtended(n, "复杂", NUMBER));
            case SETTLE_REGISTRATION ->
                about(verb, file, by, random, n -> new Paper.RegistrationSettled(n, Measure.Settling.PRESERVED, "拍照"));
            case LIFT_MEASURE ->
                about(verb, file, by, random, n -> new Paper.MeasureLifted(n, Measure.Lifting.OTHER, "", NUMBER));
            case COMMISSION_TESTING -> file.put(by, new Paper.TestingCommissioned(
                    Testing.Kind.TESTING, 0, "院", "物", "问", by.on().plusDays(5), NUMBER, NUMBER));
            case PROLONG_TESTING -> file.put(by, new Paper.TestingProlonged(open(file), by.on().plusDays(9), "复检", NUMBER));
            case END_TESTING -> file.put(by, new Paper.TestingEnded(open(file), by.on(), "结果"));
            case RECORD_OPINION -> random.nextInt(4) > 0 ? file : file.put(by, OpinionTest.opinion(0, by.on()));
            case TELL_OPINION -> file.put(by, new Paper.OpinionTold(
                    Opinion.of(file.docket()).stream().filter(one -> one.told().isEmpty()).findFirst().orElseThrow().n(),
                    NUMBER, CaseFiles.delivered(by.on())));
            case ASK_NEW_OPINION -> {
                int opinion = Opinion.of(file.docket()).stream().filter(one -> one.told().isPresent()).findAny().orElseThrow().n();
                yield OPINIONS.againstAsking(file.docket(), opinion, by.on()).isEmpty()
                        ? file.put(by, new Paper.NewOpinionAsked(opinion, by.on(), "异议"))
                        : file;
            }
            case DECIDE_NEW_OPINION -> file.put(by, new Paper.NewOpinionDecided(
                    Opinion.pending(file.docket()).getFirst().n(), random.nextBoolean(), "复核", NUMBER));
            case ORDER_CORRECTION -> random.nextInt(9) > 0 ? file : file.put(by, LetterTest.ordered(random.nextInt(9)));
            case SERVE_CORRECTION -> file.put(by, new Paper.CorrectionServed(
                    CorrectionOrder.of(file.docket()).stream().filter(CorrectionOrder::isUnserved).findFirst().orElseThrow().n(),
                    CaseFiles.delivered(by.on())));
            case CHECK_CORRECTION -> {
                int order = CorrectionOrder.of(file.docket()).stream().filter(CorrectionOrder::isUnchecked).findFirst().orElseThrow().n();
                var corrected = Paper.Corrected.values()[random.nextInt(3)];
                yield LETTERS.againstChecking(file.docket(), order, by.on(), corrected).isEmpty()
                        ? file.put(by, new Paper.CorrectionChecked(order, by.on(), corrected, "复查"))
                        : file;
            }
            case ASK_ASSISTANCE -> random.nextInt(9) > 0 ? file : file.put(by, LetterTest.asked());
            case RECORD_ASSISTANCE -> file.put(by, new Paper.AssistanceNoted(
                    Assistance.of(file.docket()).stream().filter(Assistance::isOpen).findFirst().orElseThrow().n(),
                    Paper.AssistanceNote.values()[random.nextInt(4)], by.on(), Optional.of(by.on().plusDays(9)), "复函"));
            case SUMMON -> random.nextInt(9) > 0
                    ? file
                    : file.put(by, new Paper.Summoned(NUMBER, "赵某某", new byte[0], by.at(), by.on(), "本局", ""));
            case CONFIRM_ADDRESS -> random.nextInt(9) > 0
                    ? file
                    : file.put(by, new Paper.AddressConfirmed(by.on(), "仓前路8号", "", Paper.Electronic.NONE, new byte[0]));
            case SUSPEND -> file.put(by, new Paper.Suspended(Paper.SuspensionGround.OTHER, "停"));
            case RESUME -> file.put(by, new Paper.Resumed("复"));
            case ESTABLISH -> file.put(by, new Paper.Facts(WeighingFactsTest.found("sales=1", "none"), List.of()));
            case DISCRETION -> file.put(by, new Paper.Weighed(new Discretion(
                    "fine.trademark.infringement", by.on(), java.util.Optional.empty(), java.util.Optional.empty(), Severity.ORDINARY,
                    List.of(), Money.ZERO, "理由", new Ground.Provision("", "", ""))));
        };
    }

    private static CaseFile about(
            Verb verb, CaseFile file, Signature by, Random random, java.util.function.IntFunction<Paper> paper) {
        var places = new ArrayList<Integer>();
        Measure.of(file.docket()).forEach(measure -> places.add(measure.n()));
        int n = places.get(random.nextInt(places.size()));
        var now = by.on().atTime(10, 0).atZone(PlatformTime.ZONE).toInstant();
        return MEASURES.against(verb, file, n, now).isEmpty() ? file.put(by, paper.apply(n)) : file;
    }

    private static CaseFile recusal(CaseFile file, Signature by, long person, Paper.RecusalAsker asker) {
        return TEAM.againstAskingRecusal(file, person, person < 6).isEmpty()
                ? file.put(by, new Paper.RecusalAsked(person, "某人", asker, by.on(), "有利害关系"))
                : file;
    }

    private static List<Officer> team(Random random) {
        return random.longs(2, 1, 4).mapToObj(id -> new Officer(id, "某人", "浙A" + id)).toList();
    }

    private static Measure.Kind kind(Random random) {
        return Measure.Kind.values()[random.nextInt(Measure.Kind.values().length)];
    }

    private static int open(CaseFile file) {
        return Testing.of(file.docket()).stream().filter(Testing::isOpen).findFirst().orElseThrow().n();
    }
}
