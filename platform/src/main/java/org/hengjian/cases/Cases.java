package org.hengjian.cases;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Role;
import org.hengjian.access.Seal;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.People;
import org.hengjian.documents.Documents;
import org.hengjian.documents.Numbers;
import org.hengjian.documents.Typed;
import org.hengjian.law.CrimeFacts;
import org.hengjian.law.Money;
import org.hengjian.leads.Leads;
import org.hengjian.shell.Masked;
import org.hengjian.shell.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door of the cases' room: one verb a step. Each is one transaction with its paper, its audit entry, its event and
 * its document; two people at once: the second is told by a {@link org.hengjian.shell.Conflict}.
 */
@Service
@Transactional
public class Cases {

    private static final String PROPOSAL_WORD = "立";
    private static final String CASE_WORD = "案";
    private static final String NOTICE_WORD = "罚告";
    private static final String DECISION_WORD = "罚";
    private static final String TRANSFER_WORD = "移";

    private final CaseTable table;
    private final Steps steps;
    private final Procedure procedure;
    private final TeamRules team;
    private final LetterRules letters;
    private final OpinionRules opinions;
    private final VenueRules venues;
    private final Clocks clocks;
    private final CaseDocuments documents;
    private final Numbers numbers;
    private final People people;
    private final Leads leads;
    private final Viewers viewers;
    private final Seal seal;
    private final ObjectProvider<CaseReferrals> referrals;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;

    Cases(
            CaseTable table,
            Steps steps,
            Procedure procedure,
            TeamRules team,
            LetterRules letters,
            OpinionRules opinions,
            VenueRules venues,
            Clocks clocks,
            CaseDocuments documents,
            Numbers numbers,
            People people,
            Leads leads,
            Viewers viewers,
            Seal seal,
            ObjectProvider<CaseReferrals> referrals,
            ApplicationEventPublisher events,
            JsonMapper json) {
        this.table = table;
        this.steps = steps;
        this.procedure = procedure;
        this.team = team;
        this.letters = letters;
        this.opinions = opinions;
        this.venues = venues;
        this.clocks = clocks;
        this.documents = documents;
        this.numbers = numbers;
        this.people = people;
        this.leads = leads;
        this.viewers = viewers;
        this.seal = seal;
        this.referrals = referrals;
        this.events = events;
        this.json = json;
    }

    /** 提请立案. */
    public Outcome propose(FilingRequest request) {
        var viewer = viewers.require("cases.propose", Steps.STAFF);
        var ofTheAgency = people.of(viewer.agency(), Role.OFFICER).stream()
                .collect(Collectors.toMap(People.Person::id, person -> person));
        List<Officer> officers = request.officers().stream()
                .distinct()
                .map(id -> Optional.ofNullable(ofTheAgency.get(id))
                        .map(person -> new Officer(id, person.name(), person.licence()))
                        .orElse(new Officer(id, "", "")))
                .toList();
        var grounds = new java.util.ArrayList<>(team.againstOfficers(officers, ofTheAgency.keySet(), viewer));
        String source = request.matter().sourceNumber();
        if (request.matter().source() == Docket.Source.LEAD && !source.isEmpty()) {
            table.ofSource(source)
                    .flatMap(table::find)
                    .ifPresent(file -> grounds.add(procedure.alreadyFiled(file.name())));
            leads.find(source)
                    .filter(lead -> !(lead.stage() instanceof org.hengjian.leads.Stage.Verified))
                    .ifPresent(lead -> grounds.add(procedure.notVerified(lead.number())));
        }
        if (!grounds.isEmpty()) {
            return new Outcome.Refused(grounds);
        }
        String number = numbers.draw(PROPOSAL_WORD).text();
        var signature = steps.signature(viewer);
        var proposed = new CaseFile.Proposed(new Docket(
                        0, 1, viewer.agency(), number, request.matter(), request.party(), officers, List.of())
                .with(new Paper.Proposal(request.ground(), request.venue()), signature));
        byte[] sealed = seal.seal(json.writeValueAsString(request.personal()));
        String who = request.party().code().isEmpty()
                ? request.party().kind() + request.party().name() + request.personal().identity()
                : request.party().code();
        long id = table.add(
                new CaseTable.New(request, number, sealed, seal.trace(who), viewer.line(), viewer.region()),
                proposed.docket(),
                clocks.next(proposed));
        steps.enter("cases.propose", number, request.ground(), Map.of("officers", officers.size(), "source", source));
        events.publishEvent(new CaseProposed(id, number, viewer.agency(), source, signature.on()));
        var file = new CaseFile.Proposed(proposed.docket().added(id));
        steps.begin(file);
        return new Outcome.Done(file);
    }

    /** 批准立案: the case gets its number. */
    public Outcome approve(Step step) {
        return step(step, Verb.APPROVE, "", CaseFile.Proposed.class, (file, by) -> {
            var filed = file.file(by, new CaseNumber(numbers.draw(CASE_WORD).text()));
            documents.issueFilingApproval(filed, personal(filed));
            var matter = filed.docket().matter();
            if (leads.find(lead(matter)).isPresent()
                    && leads.filed(lead(matter), filed.name()) instanceof org.hengjian.leads.Answer.Refused refused) {
                throw new IllegalStateException("the lead was not filed: " + refused.key()); // undoes the number too
            }
            events.publishEvent(new CaseFiled(
                    filed.docket().id(), filed.number().orElseThrow(), filed.docket().agency(), lead(matter), by.on()));
            return done(filed);
        });
    }

    /** 不予立案. @param kind the kind of ground that the law names */
    public Outcome refuse(Step step, String kind, String ground) {
        return step(step, Verb.REFUSE, ground, CaseFile.Proposed.class, (file, by) -> {
            var refused = file.refuse(by, kind, ground);
            documents.issueFilingApproval(refused, personal(refused));
            var docket = refused.docket();
            events.publishEvent(new FilingRefused(
                    docket.id(), docket.proposalNumber(), docket.agency(), lead(docket.matter()), ground, by.on()));
            return done(refused);
        });
    }

    /** 延长办案期限. */
    public Outcome extend(Step step, String ground) {
        return step(step, Verb.EXTEND, ground, CaseFile.Pending.class, (file, by) -> {
            var grounds = procedure.againstExtension(file, false);
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var extended = file.extend(by, ground);
            documents.issueMatter(extended, Optional.of(clocks.handlingDue(extended)), personal(extended));
            return done(extended);
        });
    }

    /** 集体讨论决定继续延期, once the head's own extension is used; the heads fix a reasonable time. */
    public Outcome extend(Step step, String ground, Paper.FixedExtension fixed) {
        return step(step, Verb.EXTEND, ground, CaseFile.Pending.class, (file, by) -> {
            var grounds = procedure.againstExtension(file, true);
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var extended = file.extend(by, new Paper.Extended(ground, Optional.of(fixed)));
            documents.issueExtension(extended, personal(extended));
            return done(extended);
        });
    }

    /**
     * 添加笔录或证据.
     *
     * @param witness name of the one present or questioned, kept sealed; empty for none
     */
    public Outcome record(
            Step step, Paper.RecordKind kind, LocalDate on, String place, String text, String witness) {
        return step(step, Verb.RECORD, "", CaseFile.Pending.class, (file, by) -> {
            var grounds = opinions.againstRecording(file.docket(), kind, on);
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var recorded = new Paper.Recorded(
                    kind,
                    on,
                    place,
                    text,
                    Masked.name(witness),
                    witness.isEmpty() ? new byte[0] : seal.seal(witness));
            var after =
                    switch (file) {
                        case CaseFile.Filed filed -> filed.add(by, recorded);
                        case CaseFile.Investigating investigating -> investigating.add(by, recorded);
                        default -> throw new IllegalStateException("no records in " + file.stage());
                    };
            if (kind.isOurs()) {
                documents.issueRecord(after, recorded, witness, personal(after));
            }
            return done(after);
        });
    }

    /** 调查终结，送审核. */
    public Outcome finish(Step step, String facts, String opinion, Penalty penalty) {
        return step(step, Verb.FINISH, "", CaseFile.Investigating.class, (file, by) -> {
            var grounds = procedure.againstFine(file, penalty);
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var finished = file.finish(by, new Paper.Findings(facts, opinion, penalty));
            events.publishEvent(
                    new InvestigationFinished(finished.docket().id(), finished.number().orElseThrow(), by.on()));
            documents.issueFindings(finished, personal(finished));
            return done(finished);
        });
    }

    /** 审核 of the kind that the law asks for. @param consents false: back to the investigation */
    public Outcome review(Step step, boolean consents, String opinion) {
        return review(step, Optional.empty(), consents ? Paper.Advice.CONSENT : Paper.Advice.RETURN, List.of(), opinion);
    }

    /**
     * 法制审核 or 案件审核.
     *
     * @param kind   empty for the one that the law asks for
     * @param advice all but consent send the case back
     * @param doubts what was found wanting
     */
    public Outcome review(
            Step step,
            Optional<Paper.ReviewKind> kind,
            Paper.Advice advice,
            List<Paper.ReviewPoint> doubts,
            String opinion) {
        return step(step, Verb.REVIEW, opinion, CaseFile.Reviewable.class, (file, by) -> {
            var owed = clocks.reviewOwed(file.docket(), by.on());
            var review = new Paper.Review(kind.orElse(owed), advice, doubts, opinion);
            var grounds = new java.util.ArrayList<>(procedure.againstReview(review, owed));
            grounds.addAll(procedure.againstReviewer(review, people.find(by.person()).orElseThrow(), by.on()));
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var reviewed = file.review(by, review);
            events.publishEvent(new CaseReviewed(
                    reviewed.docket().id(), reviewed.number().orElseThrow(), review.consents(), by.on()));
            documents.issueReview(reviewed, personal(reviewed));
            return done(reviewed);
        });
    }

    /** 批准处罚建议，签发告知书. @param hearing whether the party is told of the right to a hearing */
    public Outcome inform(Step step, boolean hearing) {
        return step(step, Verb.INFORM, "", CaseFile.Reviewed.class, (file, by) -> {
            var grounds = procedure.againstNotice(file, hearing, by.on());
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var penalty = file.docket().need(Paper.Findings.class).penalty();
            var informed = file.inform(by, new Paper.Notice(numbers.draw(NOTICE_WORD), penalty, hearing));
            documents.issueNotice(informed, personal(informed));
            return done(informed);
        });
    }

    /** 送达告知书. @param recipient who took it; masked on file */
    public Outcome serveNotice(Step step, Paper.Way way, LocalDate on, String recipient, String note) {
        return steps.take(step, Verb.SERVE_NOTICE, on, "", CaseFile.NoticeIssued.class, (file, by) -> {
            var grounds = letters.againstWay(file.docket(), way);
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var served = file.serve(by, delivery(way, on, recipient, note));
            documents.issueReceipt(served, personal(served));
            events.publishEvent(new PartyInformed(
                    served.docket().id(), served.number().orElseThrow(), served.served().effective()));
            return done(served);
        });
    }

    /** 记录陈述、申辩, or that they were given up in writing. */
    public Outcome defend(Step step, Paper.Defence defence) {
        return steps.take(step, Verb.DEFENCE, defence.on(), "", CaseFile.Pending.class, (file, by) -> done(
                switch (file) {
                    case CaseFile.Informed informed -> informed.record(by, defence);
                    case CaseFile.Heard heard -> heard.record(by, defence);
                    default -> throw new IllegalStateException("no defence in " + file.stage());
                }));
    }

    /** 登记听证要求. @param on the day on which the party asked */
    public Outcome askHearing(Step step, LocalDate on) {
        return steps.take(step, Verb.ASK_HEARING, on, "", CaseFile.Informed.class, (file, by) -> {
            var grounds = procedure.againstHearing(file, on);
            return grounds.isEmpty() ? done(file.askHearing(by, on)) : new Outcome.Refused(grounds);
        });
    }

    /** 作出行政处罚决定. */
    public Outcome decide(Step step, Paper.Result result, Penalty penalty, String reasons) {
        return decide(step, result, penalty, reasons, Disposal.NONE);
    }

    /** 作出决定. @param disposal how it ends without a penalty */
    public Outcome decide(Step step, Paper.Result result, Penalty penalty, String reasons, Disposal disposal) {
        return step(step, Verb.DECIDE, reasons, CaseFile.Pending.class, (file, by) -> {
            var grounds = new java.util.ArrayList<>(procedure.againstDecision(file, result, penalty, by.on()));
            grounds.addAll(procedure.againstDisposal(result, disposal));
            var letter = result == Paper.Result.REFERRED ? letter(file.docket().id()) : Optional.<String>empty();
            grounds.addAll(procedure.againstReferring(result, letter));
            if (result == Paper.Result.TRANSFERRED) {
                grounds.addAll(venues.againstTransfer(file, disposal.receiver()));
            }
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var decision = new Paper.Decided(
                    numbers.draw(DECISION_WORD), result, penalty, reasons,
                    result == Paper.Result.PENALTY ? Optional.empty() : Optional.of(letter.map(disposal::by).orElse(disposal)));
            var decided =
                    switch (file) {
                        case CaseFile.Reviewed reviewed -> reviewed.conclude(by, decision);
                        case CaseFile.Informed informed -> informed.decide(by, decision);
                        case CaseFile.Heard heard -> heard.decide(by, decision);
                        default -> throw new IllegalStateException("no decision in " + file.stage());
                    };
            documents.issueDecision(decided, personal(decided));
            if (result == Paper.Result.TRANSFERRED) {
                documents.issueTransfer(decided, numbers.draw(TRANSFER_WORD), personal(decided));
            }
            var docket = decided.docket();
            events.publishEvent(new CaseDecided(
                    docket.id(),
                    decided.number().orElseThrow(),
                    docket.agency(),
                    decision.number().text(),
                    result,
                    penalty.fine(),
                    penalty.confiscation(),
                    by.on()));
            return done(decided);
        });
    }

    /** 送达决定书. */
    public Outcome serve(Step step, Paper.Way way, LocalDate on, String recipient, String note) {
        return steps.take(step, Verb.SERVE, on, "", CaseFile.Decided.class, (file, by) -> {
            var grounds = letters.againstWay(file.docket(), way);
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var delivery = delivery(way, on, recipient, note);
            var served = file.serve(by, delivery);
            documents.issueReceipt(served, personal(served));
            events.publishEvent(new DecisionServed(
                    served.docket().id(),
                    served.number().orElseThrow(),
                    served.decision().number().text(),
                    delivery.effective()));
            return done(served);
        });
    }

    /** 登记缴款. */
    public Outcome pay(Step step, Money amount, LocalDate on, String receipt) {
        return steps.take(step, Verb.PAY, on, "", CaseFile.Concluded.class, (file, by) -> {
            var grounds = procedure.againstPayment(file, amount);
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var paid = new Paper.Paid(amount, on, receipt);
            var executing =
                    switch (file) {
                        case CaseFile.Served served -> served.pay(by, paid);
                        case CaseFile.Executing before -> before.pay(by, paid);
                        default -> throw new IllegalStateException("no payment in " + file.stage());
                    };
            events.publishEvent(new PenaltyPaid(
                    executing.docket().id(), executing.number().orElseThrow(), amount, executing.owed(), on));
            return done(executing);
        });
    }

    /** 申请结案. @param outcome how it was executed */
    public Outcome proposeClosing(Step step, String outcome) {
        return step(step, Verb.PROPOSE_CLOSING, "", CaseFile.Concluded.class, (file, by) -> done(
                switch (file) {
                    case CaseFile.Served served -> served.proposeClosing(by, outcome);
                    case CaseFile.Executing executing -> executing.proposeClosing(by, outcome);
                    case CaseFile.Terminated terminated -> terminated.proposeClosing(by, outcome);
                    case CaseFile.HandedOver handed -> handed.proposeClosing(by, outcome);
                    default -> throw new IllegalStateException("no closing in " + file.stage());
                }));
    }

    /** 批准结案. */
    public Outcome close(Step step, String ground) {
        return step(step, Verb.CLOSE, ground, CaseFile.Closing.class, (file, by) -> {
            var closed = file.close(by, ground);
            documents.issueClosing(closed, personal(closed));
            events.publishEvent(new CaseClosed(
                    closed.docket().id(), closed.number().orElseThrow(), closed.docket().agency(), by.on()));
            return done(closed);
        });
    }

    /** As far as the viewer may see it. */
    @Transactional(readOnly = true)
    public Optional<CaseFile> find(long id) {
        return table.find(id);
    }

    /** Where those stand now that the viewer may see. */
    @Transactional(readOnly = true)
    public Map<Long, Stage> stages(Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : table.stages(ids);
    }

    /** By case number or number of the proposal. */
    @Transactional(readOnly = true)
    public Optional<CaseFile> byNumber(String number) {
        return table.byNumber(number).flatMap(table::find);
    }

    /** The case that was proposed from a lead and not refused. */
    @Transactional(readOnly = true)
    public Optional<CaseFile> ofLead(String leadNumber) {
        return table.ofSource(leadNumber).flatMap(table::find);
    }

    /** The facts that counted on that day, as the question of crimes; empty where none were established by then. */
    @Transactional(readOnly = true)
    public Optional<CrimeFacts> facts(long id, LocalDate day) {
        return table.find(id).flatMap(file -> file.docket().entries().reversed().stream()
                .filter(entry -> !entry.by().on().isAfter(day))
                .map(Entry::paper)
                .filter(Paper.Facts.class::isInstance)
                .findFirst()
                .map(paper -> ((Paper.Facts) paper).found().on(day)));
    }

    /** Whether a filing was ever proposed from this source, a refused one too. */
    @Transactional(readOnly = true)
    public boolean knows(Docket.Source source, String number) {
        return table.knows(source, number);
    }

    /** What is sealed of the party, in full: a deed with its purpose. */
    public Party.Personal unmask(long id, String purpose) {
        viewers.require("cases.unmask", Steps.STAFF);
        var file = table.find(id).orElseThrow(() -> new NotFound("case " + id));
        steps.enter("cases.unmask", file.name(), purpose, Map.of());
        return personal(file);
    }

    /** The document that the next step would issue, as it lies there; it names people, so that looking at it is a deed. */
    public Optional<Documents.Proof> draft(long id) {
        viewers.require("cases.draft", Steps.STAFF);
        var file = table.find(id).orElseThrow(() -> new NotFound("case " + id));
        return documents.proof(file, personal(file));
    }

    /** Whether the viewer may word it: those who handle the case, and those of the agency who review and sign. */
    @Transactional(readOnly = true)
    public boolean mayWord(CaseFile file) {
        return viewers.current()
                .filter(viewer -> viewer.agency() == file.docket().agency())
                .filter(viewer -> viewer.hasAny(Role.REVIEWER, Role.HEAD)
                        || file.docket().officers().stream().anyMatch(officer -> officer.id() == viewer.person()))
                .isPresent();
    }

    /**
     * Keeps how a person words the next document 改稿.
     *
     * @return how many passages are worded; empty where the next step issues none
     * @throws org.hengjian.documents.StaleWording if the case has gone on meanwhile
     */
    public Optional<Integer> word(long id, Typed typed) {
        viewers.require("cases.draft", Role.OFFICER, Role.REVIEWER, Role.HEAD);
        var file = table.find(id).orElseThrow(() -> new NotFound("case " + id));
        if (!mayWord(file)) {
            throw new Forbidden("cases.draft");
        }
        return documents.word(file, personal(file), typed);
    }

    /** The letter by which the case is with the police; none where nobody keeps referrals. */
    private Optional<String> letter(long id) {
        return referrals.stream().flatMap(room -> room.letterOf(id).stream()).findFirst();
    }

    private <T extends CaseFile> Outcome step(
            Step step, Verb verb, String reason, Class<T> from, BiFunction<T, Signature, Outcome> move) {
        return steps.take(step, verb, reason, from, move);
    }

    private static Outcome done(CaseFile file) {
        return new Outcome.Done(file);
    }

    private Paper.Delivery delivery(Paper.Way way, LocalDate on, String recipient, String note) {
        return new Paper.Delivery(way, on, clocks.effective(way, on), Masked.name(recipient), note);
    }

    private Party.Personal personal(CaseFile file) {
        return steps.personal(file);
    }

    private static String lead(Docket.Matter matter) {
        return matter.source() == Docket.Source.LEAD ? matter.sourceNumber() : "";
    }
}
