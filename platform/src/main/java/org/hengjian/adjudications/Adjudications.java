package org.hengjian.adjudications;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.hengjian.access.Role;
import org.hengjian.access.Seal;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Agencies;
import org.hengjian.agencies.People;
import org.hengjian.agencies.Regions;
import org.hengjian.documents.DocumentNumber;
import org.hengjian.documents.Numbers;
import org.hengjian.statutes.Ground;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door of the room: one verb a step from the request to the panel and back to the parties; what happens in the
 * examination is {@link Examinations}, what follows the ruling {@link Rulings}. Each verb is one transaction with its
 * paper, its audit entry, its event, its duties and its document; two people at once: the second is told by a
 * {@link org.hengjian.shell.Conflict}.
 */
@Service
@Transactional
public class Adjudications {

    private static final int SAME_MOST = 20; // adjudications over one patent that are offered for merging

    private final AdjudicationTable table;
    private final Steps steps;
    private final Procedure procedure;
    private final AdjudicationDuties duties;
    private final AdjudicationDocuments documents;
    private final Numbers numbers;
    private final Agencies agencies;
    private final Regions regions;
    private final People people;
    private final Viewers viewers;
    private final Seal seal;

    Adjudications(
            AdjudicationTable table,
            Steps steps,
            Procedure procedure,
            AdjudicationDuties duties,
            AdjudicationDocuments documents,
            Numbers numbers,
            Agencies agencies,
            Regions regions,
            People people,
            Viewers viewers,
            Seal seal) {
        this.table = table;
        this.steps = steps;
        this.procedure = procedure;
        this.duties = duties;
        this.documents = documents;
        this.numbers = numbers;
        this.agencies = agencies;
        this.regions = regions;
        this.people = people;
        this.viewers = viewers;
        this.seal = seal;
    }

    /** 收到请求书: an officer enters what the requester handed in. @param key of the request */
    public Outcome request(Dispute dispute, Party.Both personal, String key) {
        var viewer = viewers.require("adjudications.request", Steps.STAFF);
        return steps.once(viewer, key, "request " + dispute, () -> {
            var grounds = procedure.againstRequest(viewer);
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var by = steps.signature(viewer);
            var dossier = new Dossier(0, 1, viewer.agency(), viewer.agencyName(), viewer.region(), dispute, List.of())
                    .with(new Paper.Request(numbers.draw("专请")), by);
            var requested = new Adjudication.Requested(dossier);
            long id = table.add(dossier, viewer, seal.seal(table.json(personal)), duties.next(requested));
            return steps.entered("adjudications.request", id, "");
        });
    }

    /** What stands against the viewer's entering a request. */
    @Transactional(readOnly = true)
    public List<Ground> againstRequest() {
        return procedure.againstRequest(viewers.require());
    }

    /** Everything that stands against the viewer's taking this step now. */
    @Transactional(readOnly = true)
    public List<Ground> against(Verb verb, Adjudication adjudication) {
        var grounds = new ArrayList<>(procedure.against(verb, adjudication, viewers.require(), steps.today()));
        if (verb == Verb.ACCEPT && grounds.isEmpty()) {
            grounds.addAll(againstAccepting(adjudication.dossier()));
        }
        return grounds;
    }

    private List<Ground> againstAccepting(Dossier dossier) {
        var dispute = dossier.dispute();
        var same = table.open(dispute.patent().text(), dossier.agency(), dossier.id(), SAME_MOST).stream()
                .filter(other -> other.dossier().dispute().requester().equals(dispute.requester())
                        && other.dossier().dispute().respondent().equals(dispute.respondent()))
                .map(Adjudication::name)
                .toList();
        return procedure.againstAccepting(dispute, office(dossier.agency()), same);
    }

    /** Provinces, cities, districts of municipalities, and whoever the dated records of agencies say is entrusted with it. */
    private Procedure.Office office(long id) {
        var agency = agencies.on(id, steps.today()).orElseThrow();
        var region = regions.find(agency.region());
        boolean county = region.filter(one -> one.level() == Regions.Level.COUNTY).isPresent();
        boolean ofMunicipality = region.map(Regions.Region::parent)
                .flatMap(parent -> parent == null ? Optional.empty() : regions.find(parent))
                .filter(parent -> parent.name().equals("市辖区"))
                .isPresent();
        boolean entrusted = List.of(agency.powers().split("\\|")).contains(Procedure.POWER);
        return new Procedure.Office(agency.line(), !county || ofMunicipality || entrusted, agency.region());
    }

    /** 受理立案，同时指定合议组和书记员. @param members adjudicators, the one who presides first */
    public Outcome accept(Step step, List<Long> members, long clerk) {
        return steps.take(step, Verb.ACCEPT, members + " " + clerk, "", Adjudication.Requested.class, (requested, by) -> {
            var dossier = requested.dossier();
            table.lockPatent(dossier.dispute().patent().text(), dossier.agency());
            var grounds = new ArrayList<>(againstAccepting(dossier));
            var officers = officers(dossier.agency());
            var panel = new Panel(
                    members.stream().map(id -> member(officers, id)).toList(), member(officers, clerk));
            grounds.addAll(procedure.againstPanel(
                    panel, officers.stream().map(Panel.Member::id).collect(Collectors.toSet()), by.person(), by.on()));
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var accepted = requested.accept(by, new Paper.Accepted(numbers.draw("专受"), panel));
            documents.notice(accepted, Notice.ACCEPTANCE, number(accepted), "", personal(accepted));
            return done(accepted);
        });
    }

    private static DocumentNumber number(Adjudication accepted) {
        return accepted.dossier().need(Paper.Accepted.class).number();
    }

    /** Someone who is not among the officers keeps the id alone: the panel is refused for it. */
    private static Panel.Member member(List<Panel.Member> officers, long id) {
        return officers.stream().filter(one -> one.id() == id).findFirst().orElse(new Panel.Member(id, ""));
    }

    /** Those who can be of a panel: officers of the agency. */
    @Transactional(readOnly = true)
    public List<Panel.Member> officers(long agency) {
        return people.of(agency, Role.OFFICER).stream().map(one -> new Panel.Member(one.id(), one.name())).toList();
    }

    /** 不予受理，说明理由. */
    public Outcome refuse(Step step, Paper.Refusal refusal, String reasons) {
        return noted(step, Verb.REFUSE, refusal + reasons, Adjudication.Open.class, Notice.REFUSAL, reasons, (open, letter) -> {
            var refused = new Paper.NotAccepted(letter.number(), refusal, reasons);
            return switch (open) {
                case Adjudication.Requested requested -> requested.refuse(letter.by(), refused);
                case Adjudication.SupplementAsked asked -> asked.refuse(letter.by(), refused);
                case Adjudication.Pending pending -> throw new IllegalStateException("no refusing in " + pending.stage());
            };
        });
    }

    /** 通知补正. @param until the last day, as the notice sets it */
    public Outcome askSupplement(Step step, String what, LocalDate until) {
        return noted(
                step, Verb.ASK_SUPPLEMENT, what + until, Adjudication.Requested.class, Notice.SUPPLEMENT, what,
                (requested, letter) ->
                        requested.askSupplement(letter.by(), new Paper.SupplementAsked(letter.number(), what, until)));
    }

    /** 收到补正: the days for the examination begin anew. */
    public Outcome supplement(Step step, String what) {
        return steps.take(step, Verb.SUPPLEMENT, what, "", Adjudication.SupplementAsked.class, (asked, by) ->
                done(asked.supplement(by, what)));
    }

    /** 准予撤回. */
    public Outcome withdraw(Step step, String reasons) {
        return noted(step, Verb.WITHDRAW, reasons, Adjudication.Open.class, Notice.WITHDRAWAL, reasons, (open, letter) ->
                open.withdraw(letter.by(), new Paper.Withdrawn(letter.number(), false, reasons)));
    }

    /** 合并处理: goes on under another one over the same patent. */
    public Outcome merge(Step step, long into, String reasons) {
        return steps.take(step, Verb.MERGE, into + reasons, reasons, Adjudication.Pending.class, (pending, by) -> {
            var other = mergeable(pending).stream().filter(one -> one.dossier().id() == into).findFirst();
            return other.<Outcome>map(one -> done(pending.merge(by, new Paper.Merged(into, one.name(), reasons))))
                    .orElseGet(() -> new Outcome.Refused(List.of(procedure.ground("NOT_MERGEABLE"))));
        });
    }

    /** Those of the same agency over the same patent that this one can go into. */
    @Transactional(readOnly = true)
    public List<Adjudication> mergeable(Adjudication adjudication) {
        var dossier = adjudication.dossier();
        return table.open(dossier.dispute().patent().text(), dossier.agency(), dossier.id(), SAME_MOST);
    }

    /** 记录回避申请. */
    public Outcome askRecusal(Step step, Party.Side by, long person, String reasons) {
        return steps.take(
                step, Verb.ASK_RECUSAL, by + " " + person, reasons, Adjudication.Pending.class, (pending, signature) ->
                        pending.dossier().panel().orElseThrow().all().stream()
                                .filter(member -> member.id() == person)
                                .findFirst()
                                .<Outcome>map(member -> done(pending.put(
                                        signature, new Paper.RecusalAsked(by, person, member.name(), reasons))))
                                .orElseGet(() -> new Outcome.Refused(List.of(procedure.ground("NOT_ON_PANEL")))));
    }

    /** 决定回避. @param replacement who takes the place; 0 where it is not granted */
    public Outcome decideRecusal(Step step, boolean granted, long replacement, String reasons) {
        return steps.take(
                step, Verb.DECIDE_RECUSAL, granted + " " + replacement, reasons, Adjudication.Pending.class, (pending, by) -> {
                    var dossier = pending.dossier();
                    var asked = dossier.recusal().orElseThrow();
                    var officers = officers(dossier.agency());
                    var panel = dossier.panel().orElseThrow();
                    var after = granted ? panel.replacing(asked.person(), member(officers, replacement)) : panel;
                    var grounds = procedure.againstPanel(
                            after, officers.stream().map(Panel.Member::id).collect(Collectors.toSet()), by.person(), by.on());
                    if (!grounds.isEmpty()) {
                        return new Outcome.Refused(grounds);
                    }
                    var number = numbers.draw("专避");
                    var decided = pending.put(
                            by, new Paper.RecusalDecided(number, granted, asked.person(), asked.name(), after, reasons));
                    documents.notice(decided, Notice.RECUSAL, number, reasons, personal(decided));
                    return done(decided);
                });
    }

    /** As far as the viewer may see it. */
    @Transactional(readOnly = true)
    public Optional<Adjudication> find(long id) {
        return table.find(id);
    }

    /** Whether the viewer sees one over this patent. */
    @Transactional(readOnly = true)
    public boolean knows(PatentNumber patent) {
        return table.knows(patent.text());
    }

    /** The number and the signature that a notice bears. */
    record Letter(DocumentNumber number, Signature by) {}

    /** A step with a notice: its number is drawn, the state moves, the notice is issued. */
    <T extends Adjudication> Outcome noted(
            Step step,
            Verb verb,
            String request,
            Class<T> from,
            Notice notice,
            String text,
            BiFunction<T, Letter, Adjudication> move) {
        return steps.take(step, verb, request, text, from, (adjudication, by) -> {
            var number = numbers.draw(notice.word());
            var after = move.apply(adjudication, new Letter(number, by));
            documents.notice(after, notice, number, text, personal(after));
            return done(after);
        });
    }

    Party.Both personal(Adjudication adjudication) {
        return table.personal(seal.open(table.sealed(adjudication.dossier().id())));
    }

    static Outcome done(Adjudication adjudication) {
        return new Outcome.Done(adjudication);
    }
}
