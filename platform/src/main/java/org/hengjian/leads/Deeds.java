package org.hengjian.leads;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Agencies;
import org.hengjian.agencies.People;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.law.Period;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * What people do to leads, each verb in one transaction with its entry in the log. A lawful no is an {@link Answer};
 * who may not do it at all is told so by {@link Forbidden}, who came second by {@link Conflict}.
 */
@Service
class Deeds {

    /** How long a person can take back what they just did: what LOOK promises, and the way of the click. */
    static final int UNDO_SECONDS = 15;

    static final int REASON_CHARS_MAX = 1_000;
    static final int NOTES_CHARS_MAX = 4_000;
    /** A bulk action is one transaction, previewed on one page. */
    static final int BULK_MAX = 500;

    /** For a caller that acts on how the lead stands, whatever it was when last seen. */
    static final int ANY_VERSION = -1;

    private final LeadTable table;
    private final WorkTable work;
    private final JoiningTable joinings;
    private final VerificationClock verification;
    private final Agencies agencies;
    private final People people;
    private final Grounds grounds;
    private final Audit audit;
    private final Viewers viewers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deeds(
            LeadTable table,
            WorkTable work,
            JoiningTable joinings,
            VerificationClock verification,
            Agencies agencies,
            People people,
            Grounds grounds,
            Audit audit,
            Viewers viewers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.work = work;
        this.joinings = joinings;
        this.verification = verification;
        this.agencies = agencies;
        this.people = people;
        this.grounds = grounds;
        this.audit = audit;
        this.viewers = viewers;
        this.events = events;
        this.clock = clock;
    }

    /** What one verb did to many: how many, what was refused, and how to take it back. */
    record Bulk(List<Lead> done, List<Refusal> refused, long step) {}

    record Refusal(Lead lead, Answer.Refused why) {}

    /** 分派: gives the lead to a person of the agency. */
    @Transactional
    public Answer assign(String number, int version, long person) {
        return onto(number, version, lead -> assign(lead, person));
    }

    private Answer assign(Lead lead, long person) {
        Optional<People.Person> to = people.find(person)
                .filter(one -> one.agency() == lead.agency() && one.has(Role.OFFICER));
        if (to.isEmpty()) {
            return Answer.Refused.of("leads.no.assign.whom");
        }
        String name = to.get().name();
        return act(Verb.ASSIGN, lead, "", Map.of("to", name), was -> was.workedBy(
                person,
                name,
                switch (was.stage()) {
                    case Stage.Verifying _ -> new Stage.Verifying(person, name);
                    case Stage.Verified _ -> new Stage.Verified(person, name);
                    default -> new Stage.Assigned(person, name);
                }));
    }

    /** 开始核查: the one who starts has it from now on. */
    @Transactional
    public Answer start(String number, int version) {
        Viewer viewer = viewers.require();
        return onto(number, version, lead -> act(Verb.START, lead, "", Map.of(), was -> was.workedBy(
                viewer.person(), viewer.name(), new Stage.Verifying(viewer.person(), viewer.name()))));
    }

    /** 记录核查: what was found on the spot; confirmed, the lead can be filed. */
    @Transactional
    public Answer record(String number, int version, Visit visit) {
        Viewer viewer = viewers.require(Verb.RECORD.deed(), Role.OFFICER);
        LocalDate today = LocalDate.now(clock);
        if (visit.visitedOn().isAfter(today)) {
            return Answer.Refused.of("leads.no.record.day");
        }
        return onto(number, version, lead -> {
            var facts = Map.of(
                    "outcome", visit.outcome().name(),
                    "visitedOn", visit.visitedOn().toString(),
                    "photos", visit.photos().stream().map(Photo::sha256).toList());
            Answer answer = act(Verb.RECORD, lead, "", facts, was ->
                    visit.outcome() == Outcome.CONFIRMED
                            ? was.workedBy(viewer.person(), viewer.name(), new Stage.Verified(viewer.person(), viewer.name()))
                            : was);
            if (answer instanceof Answer.Done(Lead now)) {
                work.addVerification(lead.id(), visit, viewer, Instant.now(clock));
                if (now.stage() instanceof Stage.Verified) {
                    events.publishEvent(new LeadVerified(
                            now.number(), now.agency(), now.right().id(), now.subject().seller(), today));
                }
            }
            return answer;
        });
    }

    /** 申请延长核查期限: the head answers. */
    @Transactional
    public Answer askExtension(String number, int version, String reason) {
        return onto(number, version, lead -> {
            Period period = verification.deadline(lead.clockFrom(), 0).period();
            if (period == null || lead.extensions() >= period.extensions().size()) {
                return Answer.Refused.of("leads.no.extend.law");
            }
            if (work.openExtension(lead.id()).isPresent()) {
                return Answer.Refused.of("leads.no.extend.open");
            }
            if (isMissing(reason)) {
                return Answer.Refused.of("leads.no.reason");
            }
            Answer answer = act(Verb.EXTEND, lead, reason, Map.of(), was -> was);
            if (answer instanceof Answer.Done) {
                work.addExtension(lead.id(), reason.strip(), viewers.require(), Instant.now(clock));
            }
            return answer;
        });
    }

    /** 批准或者不批准延长: a head, and not the one who asked. */
    @Transactional
    public Answer answerExtension(String number, int version, boolean approved, String words) {
        Viewer viewer = viewers.require("leads.answer-extension", Role.HEAD);
        return onto(number, version, lead -> {
            own(lead, "leads.answer-extension");
            var asked = work.openExtension(lead.id());
            if (asked.isEmpty() || !lead.stage().isOpen()) {
                return Answer.Refused.of("leads.no.extend.none");
            }
            if (asked.get().askedBy() == viewer.person()) {
                return Answer.Refused.of("leads.no.extend.self");
            }
            work.answerExtension(asked.get().id(), approved, viewer, Instant.now(clock), words.strip());
            int times = lead.extensions() + (approved ? 1 : 0);
            LocalDate due = approved
                    ? verification.due(lead.clockFrom(), times).orElse(lead.due())
                    : lead.due();
            return save(
                    lead,
                    lead.until(lead.clockFrom(), due, times),
                    null,
                    Deed.of("leads.answer-extension", "lead", number)
                            .because(words)
                            .with(Map.of("approved", approved, "due", String.valueOf(due))));
        });
    }

    /** 移交: another agency is competent. Its clock starts today; this agency goes on seeing what became of it. */
    @Transactional
    public Answer transfer(String number, int version, String agencyCode, String reason) {
        return onto(number, version, lead -> {
            LocalDate today = LocalDate.now(clock);
            var to = agencies.byCode(agencyCode.strip(), today);
            if (to.isEmpty() || to.get().kind() != Agencies.Kind.ENFORCEMENT) {
                return Answer.Refused.of("leads.no.transfer.where");
            }
            if (to.get().id() == lead.agency()) {
                return Answer.Refused.of("leads.no.transfer.self");
            }
            if (isMissing(reason)) {
                return Answer.Refused.of("leads.no.reason");
            }
            String from = agencies.on(lead.agency(), today).map(Agencies.Agency::name).orElse("");
            var refused = refusal(Verb.TRANSFER, lead);
            if (refused.isPresent()) {
                return refused.get();
            }
            // Written first: when the row has moved it is no longer ours to add to.
            work.addTransfer(lead.id(), from, to.get(), reason.strip(), viewers.require(), Instant.now(clock));
            var sharing = new LinkedHashSet<>(lead.sharedWith());
            sharing.add(lead.agency());
            sharing.remove(to.get().id());
            return act(
                    Verb.TRANSFER,
                    lead,
                    reason,
                    Map.of("from", from, "to", to.get().name()),
                    was -> was.at(new Stage.Transferred(was.agency()))
                            .movedTo(to.get(), List.copyOf(sharing))
                            .until(today, verification.due(today, 0).orElse(null), 0));
        });
    }

    /** 共享: an office that brought in what hangs here sees the whole lead from now on, and changes nothing. */
    @Transactional
    public Answer share(String number, int version, long agency, String reason) {
        return onto(number, version, lead -> {
            var refused = refusal(Verb.SHARE, lead);
            if (refused.isPresent()) {
                return refused.get();
            }
            if (!joinings.broughtBy(number).contains(agency)) {
                return Answer.Refused.of("leads.no.share.whom");
            }
            if (isMissing(reason)) {
                return Answer.Refused.of("leads.no.reason");
            }
            if (lead.sharedWith().contains(agency)) {
                return new Answer.Done(lead);
            }
            var sharing = new LinkedHashSet<>(lead.sharedWith());
            sharing.add(agency);
            return act(
                    Verb.SHARE, lead, reason, Map.of("to", name(agency), "agency", agency), was -> was.sharedWith(List.copyOf(sharing)));
        });
    }

    /** 停止共享: what it has seen it has seen; from now on it is told where its goods joined, and no more. */
    @Transactional
    public Answer withhold(String number, int version, long agency) {
        return onto(number, version, lead -> {
            var refused = refusal(Verb.WITHHOLD, lead);
            if (refused.isPresent()) {
                return refused.get();
            }
            if (!joinings.broughtBy(number).contains(agency)) {
                return Answer.Refused.of("leads.no.share.whom");
            }
            if (!lead.sharedWith().contains(agency)) {
                return new Answer.Done(lead);
            }
            var sharing = lead.sharedWith().stream().filter(one -> one != agency).toList();
            return act(Verb.WITHHOLD, lead, "", Map.of("to", name(agency), "agency", agency), was -> was.sharedWith(sharing));
        });
    }

    private String name(long agency) {
        return agencies.on(agency, LocalDate.now(clock)).map(Agencies.Agency::name).orElse("");
    }

    /** 不予立案, on one of the grounds. */
    @Transactional
    public Answer dismiss(String number, int version, String ground, String words) {
        return onto(number, version, lead -> dismiss(lead, ground, words));
    }

    private Answer dismiss(Lead lead, String ground, String words) {
        if (grounds.find(ground).isEmpty()) {
            return Answer.Refused.of("leads.no.dismiss.ground");
        }
        return act(Verb.DISMISS, lead, words, Map.of("ground", ground), was -> was.at(new Stage.Dismissed(ground)));
    }

    /** 恢复: a head opens again what was dismissed; its clock has run on. */
    @Transactional
    public Answer reopen(String number, int version, String reason) {
        return onto(number, version, lead -> isMissing(reason)
                ? Answer.Refused.of("leads.no.reason")
                : act(Verb.REOPEN, lead, reason, Map.of(), this::asBefore));
    }

    /**
     * 合并: the machine proposed, a person decides. Each keeps its own file and clock and can be split off again.
     *
     * @param others numbers of those that go into the first
     */
    @Transactional
    public Answer merge(String number, int version, List<String> others) {
        return onto(number, version, main -> {
            if (main.stage().refuses(Verb.MERGE).isPresent()) {
                return refusal(Verb.MERGE, main).orElseThrow();
            }
            List<Lead> joined = table.find(others).stream()
                    .filter(other -> other.id() != main.id())
                    .toList();
            if (joined.isEmpty()) {
                return Answer.Refused.of("leads.no.merge.none");
            }
            for (Lead other : joined) {
                if (other.agency() != main.agency()) {
                    return Answer.Refused.of("leads.no.merge.agency", other.number());
                }
                Answer answer = act(
                        Verb.MERGE,
                        other,
                        "",
                        Map.of("into", main.number()),
                        was -> was.at(new Stage.Merged(main.number())));
                if (answer instanceof Answer.Refused) {
                    // All or none: half a merge is nobody's wish.
                    TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                    return answer;
                }
            }
            return new Answer.Done(main);
        });
    }

    /** 拆分: one goes back to where it stood before it was merged. */
    @Transactional
    public Answer split(String number, int version) {
        return onto(number, version, lead -> act(Verb.SPLIT, lead, "", Map.of(), this::asBefore));
    }

    /** 立案: cases has filed it. */
    @Transactional
    public Answer file(Lead lead, String caseNumber) {
        return act(Verb.FILE, lead, "", Map.of("case", caseNumber), was -> was.at(new Stage.Filed(caseNumber)));
    }

    /** One verb for many, all in one transaction: what can be done is done, what cannot is said. */
    @Transactional
    public Bulk assignAll(List<String> numbers, long person) {
        return all(numbers, lead -> assign(lead, person));
    }

    @Transactional
    public Bulk dismissAll(List<String> numbers, String ground, String words) {
        return all(numbers, lead -> dismiss(lead, ground, words));
    }

    private Bulk all(List<String> numbers, Function<Lead, Answer> deed) {
        if (numbers.size() > BULK_MAX) {
            throw new IllegalArgumentException("more than " + BULK_MAX + " leads at once");
        }
        var before = new ArrayList<WorkTable.Before>();
        var done = new ArrayList<Lead>();
        var refused = new ArrayList<Refusal>();
        for (Lead lead : table.find(numbers)) {
            switch (deed.apply(lead)) {
                case Answer.Done(Lead now) -> {
                    done.add(now);
                    before.add(WorkTable.Before.of(lead, now.version()));
                }
                case Answer.Refused why -> refused.add(new Refusal(lead, why));
            }
        }
        long step = before.isEmpty() ? 0 : work.addStep(viewers.require().person(), Instant.now(clock), before);
        return new Bulk(done, refused, step);
    }

    /** One deed that can be taken back: the same as a bulk of one. */
    @Transactional
    public Bulk dismissOne(String number, int version, String ground, String words) {
        load(number, version);
        return dismissAll(List.of(number), ground, words);
    }

    @Transactional
    public Bulk assignOne(String number, int version, long person) {
        load(number, version);
        return assignAll(List.of(number), person);
    }

    /** Takes a step back, of oneself and just done, where nobody has touched the lead since. */
    @Transactional
    public int undo(long step) {
        Viewer viewer = viewers.require();
        var taken = work.step(step, viewer.person(), Instant.now(clock).minusSeconds(UNDO_SECONDS));
        int back = 0;
        for (WorkTable.Before before : taken) {
            Lead now = table.find(before.number()).orElseThrow(() -> new NotFound("lead " + before.number()));
            if (now.version() == before.version()) {
                save(
                        now,
                        before.restore(now),
                        null,
                        Deed.of("leads.undo", "lead", now.number()).with(Map.of("step", step)));
                back++;
            }
        }
        work.forget(step);
        return back;
    }

    private Lead asBefore(Lead lead) {
        String code = table.before(lead).orElse("SCREENED");
        long who = lead.assignee() == null ? 0 : lead.assignee();
        return lead.at(Stage.open(code, who, lead.assigneeName(), 0));
    }

    private Answer onto(String number, int version, Function<Lead, Answer> deed) {
        return deed.apply(load(number, version));
    }

    /** @throws Conflict if someone changed it since that version */
    private Lead load(String number, int version) {
        Lead lead = table.find(number).orElseThrow(() -> new NotFound("lead " + number));
        if (version != ANY_VERSION && lead.version() != version) {
            throw conflict(lead);
        }
        return lead;
    }

    private Conflict conflict(Lead lead) {
        return new Conflict(lead.number(), lead.changedBy(), lead.changedAt());
    }

    private Answer act(Verb verb, Lead lead, String reason, Map<String, ?> facts, Function<Lead, Lead> change) {
        var refused = refusal(verb, lead);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (reason.length() > REASON_CHARS_MAX) {
            return Answer.Refused.of("leads.no.reason.long", Integer.toString(REASON_CHARS_MAX));
        }
        Lead next = change.apply(lead);
        boolean closes = lead.stage().isOpen() && !next.stage().isOpen();
        return save(
                lead,
                next,
                closes ? lead.stage().code() : null,
                Deed.of(verb.deed(), "lead", lead.number()).because(reason.strip()).with(facts));
    }

    /** Who may at all, and whether the stage bears it. */
    private Optional<Answer> refusal(Verb verb, Lead lead) {
        viewers.require(verb.deed(), verb.roles().toArray(Role[]::new));
        own(lead, verb.deed());
        return lead.stage().refuses(verb).map(why -> Answer.Refused.of("leads.no." + why, detail(lead)));
    }

    private static String detail(Lead lead) {
        return switch (lead.stage()) {
            case Stage.Filed filed -> filed.caseNumber();
            case Stage.Merged merged -> merged.into();
            default -> lead.number();
        };
    }

    /** Seeing a lead, as a superior or a former owner does, is not having it. */
    private void own(Lead lead, String deed) {
        Viewer viewer = viewers.require();
        if (!viewer.isMachine() && viewer.agency() != lead.agency()) {
            throw new Forbidden(deed);
        }
    }

    private Answer save(Lead was, Lead next, @org.jspecify.annotations.Nullable String before, Deed deed) {
        if (!table.move(next, before, viewers.require().name(), Instant.now(clock))) {
            throw conflict(table.find(was.id()).orElse(was));
        }
        audit.enter(deed);
        events.publishEvent(new LeadsMoved(List.of(next.number())));
        return new Answer.Done(table.find(was.id()).orElseThrow());
    }

    private static boolean isMissing(String reason) {
        return reason.isBlank();
    }
}
