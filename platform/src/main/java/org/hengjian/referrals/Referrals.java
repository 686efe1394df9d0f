package org.hengjian.referrals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Agencies;
import org.hengjian.cases.CaseFile;
import org.hengjian.cases.Cases;
import org.hengjian.cases.Measures;
import org.hengjian.documents.DocumentNumber;
import org.hengjian.documents.Documents;
import org.hengjian.documents.Numbers;
import org.hengjian.goods.Goods;
import org.hengjian.shell.NotFound;
import org.hengjian.statutes.Ground;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door of the referrals' room: one verb a step. Each is one transaction with its paper, its audit entry, its event
 * and its document; two people at once: the second is told by a {@link org.hengjian.shell.Conflict}.
 */
@Service
@Transactional
public class Referrals {

    private static final String REPORT_WORD = "移报";
    private static final String LETTER_WORD = "移送";

    private final ReferralTable table;
    private final Steps steps;
    private final Procedure procedure;
    private final Clocks clocks;
    private final ReferralDocuments letters;
    private final Alerts alerts;
    private final Documents documents;
    private final Numbers numbers;
    private final Agencies agencies;
    private final Cases cases;
    private final Goods goods;
    private final Measures measures;
    private final Viewers viewers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Referrals(
            ReferralTable table,
            Steps steps,
            Procedure procedure,
            Clocks clocks,
            ReferralDocuments letters,
            Alerts alerts,
            Documents documents,
            Numbers numbers,
            Agencies agencies,
            Cases cases,
            Goods goods,
            Measures measures,
            Viewers viewers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.steps = steps;
        this.procedure = procedure;
        this.clocks = clocks;
        this.letters = letters;
        this.alerts = alerts;
        this.documents = documents;
        this.numbers = numbers;
        this.agencies = agencies;
        this.cases = cases;
        this.goods = goods;
        this.measures = measures;
        this.viewers = viewers;
        this.events = events;
        this.clock = clock;
    }

    /** 提出移送涉嫌犯罪案件的书面报告; the officers on the case are the team (专案组). @param key of the request */
    public Outcome propose(long caseId, Paper.Report report, String key) {
        var viewer = viewers.require("referrals.propose", Steps.STAFF);
        return steps.once(viewer, key, "propose " + caseId + report, () -> {
            var file = cases.find(caseId).orElseThrow(() -> new NotFound("case " + caseId));
            table.lockCase(caseId);
            var grounds = againstProposal(file);
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var docket = file.docket();
            var matter = docket.matter();
            var dossier = new Dossier(
                            0,
                            1,
                            new Office(viewer.agency(), viewer.agencyName()),
                            viewer.region(),
                            numbers.draw(REPORT_WORD).text(),
                            new Dossier.Matter(
                                    caseId, file.name(), matter.title(), matter.cause(), matter.act(), matter.place(),
                                    docket.party().name(), docket.party().code(), docket.party().address()),
                            docket.officers(),
                            List.of())
                    .with(report, steps.signature(viewer));
            long id = table.add(dossier, viewer, clocks.next(new Referral.Proposed(dossier)));
            var proposed = table.find(id).orElseThrow();
            steps.enter("referrals.propose", proposed, report.opinion());
            return new Outcome.Done(proposed);
        });
    }

    /** Why the viewer could not propose a referral from this case now. */
    @Transactional(readOnly = true)
    public List<Ground> againstProposal(CaseFile file) {
        var open = table.ofCase(file.docket().id()).stream()
                .filter(referral -> !referral.stage().isEnd())
                .map(Referral::name)
                .findFirst();
        return procedure.againstProposal(file, viewers.require(), open);
    }

    /** 批准移送: the hours for sending run. @param suspend whether the investigation of the case stands still meanwhile */
    public Outcome approve(Step step, String remark, boolean suspend) {
        return steps.take(step, Verb.APPROVE, Boolean.toString(suspend), remark, Referral.Proposed.class, (referral, by) -> {
            boolean suspended = suspend && suspended(referral);
            return done(referral.approve(by, new Paper.Approved(remark, suspended)));
        });
    }

    /** Whether the case stands still by this; one that is decided, or stands still already, does not. */
    private boolean suspended(Referral referral) {
        long caseId = referral.dossier().matter().caseId();
        var file = cases.find(caseId).orElseThrow();
        return file instanceof CaseFile.Pending
                && file.docket().suspension().isEmpty()
                && measures.suspend(
                                new org.hengjian.cases.Step(caseId, file.docket().version()),
                                org.hengjian.cases.Paper.SuspensionGround.OTHER_CASE,
                                "已批准移送公安机关（" + referral.dossier().report() + "），等待刑事案件的处理结果。")
                        instanceof org.hengjian.cases.Outcome.Done;
    }

    /** A case that stands still because of this referral goes on. */
    private void resume(Referral referral, String text) {
        long caseId = referral.dossier().matter().caseId();
        cases.find(caseId)
                .filter(file -> referral.dossier().need(Paper.Approved.class).suspended())
                .filter(file -> file.docket().suspension().isPresent())
                .ifPresent(file -> measures.resume(new org.hengjian.cases.Step(caseId, file.docket().version()), text));
    }

    /** 不批准移送，理由记录在案. */
    public Outcome reject(Step step, String reasons) {
        return steps.take(step, Verb.REJECT, "", reasons, Referral.Proposed.class, (referral, by) ->
                done(referral.reject(by, reasons)));
    }

    /**
     * 移送公安机关，抄送检察院: the letter, the report and the list of goods are issued; both see the referral from here.
     *
     * @param documents ids of the case's documents that go with it
     */
    public Outcome send(Step step, long police, String tests, String materials, List<Long> documents) {
        return steps.take(step, Verb.SEND, police + tests + materials + documents, "", Referral.Approved.class, (referral, by) -> {
            var dossier = referral.dossier();
            var grounds = new ArrayList<Ground>();
            var missing = new ArrayList<String>();
            if (tests.isBlank()) {
                missing.add("有关检验报告或者鉴定结论");
            }
            if (materials.isBlank()) {
                missing.add("其他有关涉嫌犯罪的材料");
            }
            if (!missing.isEmpty()) {
                grounds.add(procedure.ground("BUNDLE", String.join("、", missing)));
            }
            var office = policeOf(dossier.region()).stream().filter(one -> one.id() == police).findFirst();
            var procuratorate = agencies.competent("procuratorate", dossier.region(), today());
            if (office.isEmpty()) {
                grounds.add(procedure.ground("NOT_THE_SAME_LEVEL"));
            }
            if (procuratorate.isEmpty()) {
                grounds.add(procedure.ground("NO_PROCURATORATE"));
            }
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var ofTheCase = this.documents.of(ReferralDocuments.OF_CASE, dossier.matter().caseId()).stream()
                    .map(Documents.Issued::id)
                    .filter(documents::contains)
                    .toList();
            var sent = referral.send(by, new Paper.Sent(
                    numbers.draw(LETTER_WORD), office.get(), office(procuratorate.get()), tests, materials, ofTheCase));
            letters.issueBundle(sent);
            alerts.referred(dossier.matter().caseId(), sent.name());
            return moved(sent, by);
        });
    }

    /** The police offices of the same level as a region's agency, its own first. */
    @Transactional(readOnly = true)
    public List<Office> policeOf(int region) {
        return officesOf("police", region);
    }

    /** The courts of the same level as a region's agency, its own first. */
    @Transactional(readOnly = true)
    public List<Office> courtsOf(int region) {
        return officesOf("court", region);
    }

    private List<Office> officesOf(String line, int region) {
        var own = agencies.competent(line, region, today());
        var level = level(region);
        var offices = new ArrayList<Office>();
        own.ifPresent(agency -> offices.add(office(agency)));
        agencies.ofLine(line, today()).stream()
                .filter(agency -> level(agency.region()) == level && own.filter(one -> one.id() == agency.id()).isEmpty())
                .filter(agency -> agency.region() / 10_000 == region / 10_000)
                .map(Referrals::office)
                .forEach(offices::add);
        return offices;
    }

    /** How many trailing pairs of zeros a region's code has: county, city, province. */
    private static int level(int region) {
        return region % 100 != 0 ? 0 : region % 10_000 != 0 ? 1 : 2;
    }

    /** 签收回执: from here the days for the decision run. */
    public Outcome receive(Step step) {
        return noted(step, Verb.RECEIVE, "", Referral.Sent.class, Notice.RECEIPT, (referral, letter) ->
                referral.receive(letter.by(), new Paper.Received(letter.number())), Side.AGENCY);
    }

    /** 受案. @param register number of the register form */
    public Outcome accept(Step step, String register) {
        return steps.take(step, Verb.ACCEPT, register, "", Referral.Received.class, (referral, by) ->
                moved(referral.accept(by, register), by));
    }

    /** 转送有管辖权的公安机关: the other office has the referral from here. */
    public Outcome forward(Step step, long to, String reasons) {
        return steps.take(step, Verb.FORWARD, Long.toString(to), reasons, Referral.AtThePolice.class, (referral, by) -> {
            var from = referral.dossier().police().orElseThrow();
            var office = agencies.on(to, today()).filter(agency -> agency.kind() == Agencies.Kind.POLICE);
            if (office.isEmpty() || office.get().id() == from.id()) {
                return new Outcome.Refused(List.of(procedure.ground("SAME_OFFICE", from.name())));
            }
            var paper = new Paper.Forwarded(numbers.draw(Notice.FORWARDING.word()), from, office(office.get()), reasons);
            var forwarded = switch (referral) {
                case Referral.Received received -> received.forward(by, paper);
                case Referral.Accepted accepted -> accepted.forward(by, paper);
                default -> throw new IllegalStateException("no forwarding in " + referral.stage());
            };
            letters.issue(forwarded, Notice.FORWARDING, paper.number(), forwarded.dossier().agency(), reasons);
            letters.passOn(forwarded);
            return moved(forwarded, by);
        });
    }

    /** 退回: no matter for the police at all. */
    public Outcome giveBack(Step step, String reasons) {
        return noted(step, Verb.RETURN, reasons, Referral.Received.class, Notice.RETURN, (referral, letter) ->
                referral.giveBack(letter.by(), new Paper.Returned(letter.number(), reasons)), Side.AGENCY);
    }

    /** 要求补正. */
    public Outcome askMore(Step step, String what) {
        return noted(step, Verb.ASK_MORE, what, Referral.Accepted.class, Notice.MORE, (referral, letter) ->
                referral.askMore(letter.by(), new Paper.MoreAsked(letter.number(), what)), Side.AGENCY);
    }

    /** 补正. */
    public Outcome supply(Step step, String what) {
        return steps.take(step, Verb.SUPPLY, "", what, Referral.MoreAsked.class, (referral, by) ->
                moved(referral.supply(by, what), by));
    }

    /** 延长立案审查期限. */
    public Outcome extend(Step step, Paper.Extension kind, String approver, String reasons) {
        return steps.take(step, Verb.EXTEND, kind + approver, reasons, Referral.AtThePolice.class, (referral, by) -> {
            var grounds = procedure.againstExtension(referral, kind);
            return grounds.isEmpty()
                    ? moved(referral.put(by, new Paper.Extended(kind, approver, reasons)), by)
                    : new Outcome.Refused(grounds);
        });
    }

    /** 立案. @param decision number of the filing decision */
    public Outcome file(Step step, String decision) {
        return noted(step, Verb.FILE, decision, Referral.class, Notice.FILING, (referral, letter) -> {
            var filed = new Paper.Filed(letter.number(), decision);
            return switch (referral) {
                case Referral.AtThePolice pending -> pending.file(letter.by(), filed);
                case Referral.ReasonsAsked asked -> asked.file(letter.by(), filed);
                case Referral.FilingOrdered ordered -> ordered.file(letter.by(), filed);
                default -> throw new IllegalStateException("no filing in " + referral.stage());
            };
        }, Side.AGENCY);
    }

    /** 不予立案，说明理由. */
    public Outcome decline(Step step, String reasons) {
        return noted(step, Verb.DECLINE, reasons, Referral.AtThePolice.class, Notice.NO_FILING, (referral, letter) -> {
            var declined = new Paper.Declined(letter.number(), reasons);
            return switch (referral) {
                case Referral.Accepted accepted -> accepted.decline(letter.by(), declined);
                case Referral.MoreAsked asked -> asked.decline(letter.by(), declined);
                case Referral.Received _, Referral.ReconsiderationAsked _ ->
                    throw new IllegalStateException("no declining in " + referral.stage());
            };
        }, Side.AGENCY);
    }

    /** 移交涉案物品和材料: the goods that are in custody go with it, in the ledger of goods. */
    public Outcome handOver(Step step, String what) {
        return steps.take(step, Verb.HAND_OVER, what, "", Referral.class, (referral, by) -> {
            var police = referral.dossier().police().orElseThrow();
            var moved = goods.transferWithCase(
                    referral.dossier().matter().caseId(), police.name(), police.id(), referral.name(), "");
            return moved(referral.put(by, new Paper.HandedOver(what, moved.size())), by);
        });
    }

    /** 提请复议. */
    public Outcome askReconsideration(Step step, String reasons) {
        return noted(step, Verb.ASK_RECONSIDERATION, reasons, Referral.Declined.class, Notice.RECONSIDERATION, (referral, letter) ->
                referral.askReconsideration(letter.by(), new Paper.ReconsiderationAsked(letter.number(), reasons)), Side.POLICE);
    }

    /** 维持不予立案. */
    public Outcome uphold(Step step, String reasons) {
        return noted(step, Verb.UPHOLD, reasons, Referral.ReconsiderationAsked.class, Notice.UPHOLDING, (referral, letter) ->
                referral.uphold(letter.by(), new Paper.Upheld(letter.number(), reasons)), Side.AGENCY);
    }

    /** 建议检察院立案监督. */
    public Outcome askSupervision(Step step, String reasons) {
        return noted(step, Verb.ASK_SUPERVISION, reasons, Referral.Refused.class, Notice.SUPERVISION, (referral, letter) ->
                referral.askSupervision(letter.by(), new Paper.SupervisionAsked(letter.number(), reasons)), Side.PROCURATORATE);
    }

    /** 要求公安机关说明不立案理由. */
    public Outcome askReasons(Step step, String what) {
        return noted(step, Verb.ASK_REASONS, what, Referral.class, Notice.REASONS, (referral, letter) -> {
            var asked = new Paper.ReasonsAsked(letter.number(), what);
            return switch (referral) {
                case Referral.AtThePolice silent -> silent.askReasons(letter.by(), asked);
                case Referral.Refused refused -> refused.askReasons(letter.by(), asked);
                case Referral.SupervisionAsked suggested -> suggested.askReasons(letter.by(), asked);
                default -> throw new IllegalStateException("no reasons to ask for in " + referral.stage());
            };
        }, Side.POLICE);
    }

    /** 说明不立案的情况、依据和理由. */
    public Outcome giveReasons(Step step, String reasons) {
        return noted(step, Verb.GIVE_REASONS, reasons, Referral.ReasonsAsked.class, Notice.EXPLANATION, (referral, letter) ->
                referral.give(letter.by(), new Paper.ReasonsGiven(letter.number(), reasons)), Side.PROCURATORATE);
    }

    /** 不立案理由不能成立，通知立案. */
    public Outcome orderFiling(Step step, String reasons) {
        return noted(step, Verb.ORDER_FILING, reasons, Referral.ReasonsGiven.class, Notice.ORDER, (referral, letter) ->
                referral.order(letter.by(), new Paper.FilingOrdered(letter.number(), reasons)), Side.POLICE);
    }

    /** 监督终结. */
    public Outcome endSupervision(Step step, String reasons) {
        return steps.take(step, Verb.END_SUPERVISION, "", reasons, Referral.class, (referral, by) -> moved(
                switch (referral) {
                    case Referral.SupervisionAsked asked -> asked.end(by, reasons);
                    case Referral.ReasonsGiven given -> given.end(by, reasons);
                    default -> throw new IllegalStateException("no supervision in " + referral.stage());
                },
                by));
    }

    /** 收回，依法作出处理: a case that stood still for the referral goes on. */
    public Outcome takeBack(Step step, String what) {
        return steps.take(step, Verb.TAKE_BACK, "", what, Referral.Refused.class, (referral, by) -> {
            resume(referral, what);
            return moved(referral.takeBack(by, new Paper.TakenBack(what)), by);
        });
    }

    /** 反馈侦查结果. */
    public Outcome conclude(Step step, Paper.Investigated investigated) {
        return steps.take(step, Verb.CONCLUDE, investigated.on(), investigated.toString(), "", Referral.Filed.class, (referral, by) ->
                moved(referral.conclude(by, investigated), by));
    }

    /** 反馈起诉: the court before which it is brought sees the referral from here. @param court id, of the same level */
    public Outcome prosecute(Step step, LocalDate on, String reference, long court) {
        return steps.take(step, Verb.PROSECUTE, on, on + reference + court, "", Referral.UnderProsecution.class, (referral, by) -> {
            var office = courtsOf(referral.dossier().region()).stream().filter(one -> one.id() == court).findFirst();
            return office.isEmpty()
                    ? new Outcome.Refused(List.of(procedure.ground("NOT_THE_SAME_LEVEL")))
                    : moved(referral.prosecute(by, new Paper.Prosecuted(on, reference, office.get())), by);
        });
    }

    /** 反馈不起诉. */
    public Outcome refrain(Step step, Paper.NotProsecuted refrained) {
        return steps.take(step, Verb.REFRAIN, refrained.on(), refrained.toString(), "", Referral.UnderProsecution.class, (referral, by) ->
                moved(referral.refrain(by, refrained), by));
    }

    /** 反馈判决, by the clerk of the court or by the prosecutor. */
    public Outcome judge(Step step, Paper.Judged judged) {
        return steps.take(step, Verb.JUDGE, judged.on(), judged.toString(), "", Referral.Prosecuted.class, (referral, by) ->
                moved(referral.judge(by, judged), by));
    }

    /** 公安机关移送行政机关处理. */
    public Outcome handBack(Step step, String opinion) {
        return noted(step, Verb.HAND_BACK, opinion, Referral.NotPunished.class, Notice.HANDING_BACK, (referral, letter) ->
                referral.reverse(letter.by(), new Paper.Reversed(letter.number(), opinion)), Side.AGENCY);
    }

    /** 反向移送，提出检察意见. */
    public Outcome reverse(Step step, String opinion) {
        return noted(step, Verb.REVERSE, opinion, Referral.NotPunished.class, Notice.OPINION, (referral, letter) ->
                referral.reverse(letter.by(), new Paper.Reversed(letter.number(), opinion)), Side.AGENCY);
    }

    /** 回复处理情况, to whoever handed it back. */
    public Outcome reply(Step step, String reply) {
        return steps.take(step, Verb.REPLY, "", reply, Referral.Reversed.class, (referral, by) -> {
            var number = numbers.draw(Notice.REPLY.word());
            var author = referral.dossier().last(Paper.Reversed.class).orElseThrow().by();
            var replied = referral.reply(by, new Paper.Replied(number, reply));
            letters.issue(replied, Notice.REPLY, number, new Office(author.agency(), author.agencyName()), reply);
            return moved(replied, by);
        });
    }

    /** As far as the viewer may see it. */
    @Transactional(readOnly = true)
    public Optional<Referral> find(long id) {
        return table.find(id);
    }

    /** The referrals of a case, newest first, as far as the viewer may see them. */
    @Transactional(readOnly = true)
    public List<Referral> ofCase(long caseId) {
        return table.ofCase(caseId);
    }

    /** The number and the signature that a letter bears. */
    private record Letter(DocumentNumber number, Signature by) {}

    /** A step with a letter to another: its number is drawn, the state moves, the letter is issued. */
    private <T> Outcome noted(
            Step step, Verb verb, String text, Class<T> from, Notice notice, BiFunction<T, Letter, Referral> move, Side to) {
        return steps.take(step, verb, "", text, from, (referral, by) -> {
            var number = numbers.draw(notice.word());
            var after = move.apply(referral, new Letter(number, by));
            letters.issue(after, notice, number, receiver(after, to), text);
            return moved(after, by);
        });
    }

    private static Office receiver(Referral referral, Side to) {
        return switch (to) {
            case AGENCY -> referral.dossier().agency();
            case POLICE -> referral.dossier().police().orElseThrow();
            case PROCURATORATE -> referral.dossier().procuratorate().orElseThrow();
            case COURT -> referral.dossier().court().orElseThrow();
        };
    }

    /** Others are told of what the receivers know of: nothing before sending. */
    private Outcome moved(Referral after, Signature by) {
        var dossier = after.dossier();
        events.publishEvent(new ReferralMoved(
                dossier.id(),
                dossier.matter().caseId(),
                dossier.agency().id(),
                after.stage(),
                dossier.entries().getLast().paper().type(),
                by.on()));
        return done(after);
    }

    private static Outcome done(Referral referral) {
        return new Outcome.Done(referral);
    }

    private static Office office(Agencies.Agency agency) {
        return new Office(agency.id(), agency.name());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
