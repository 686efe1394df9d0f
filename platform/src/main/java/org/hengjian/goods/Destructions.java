package org.hengjian.goods;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hengjian.access.Role;
import org.hengjian.access.Seal;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.cases.CaseFile;
import org.hengjian.cases.Cases;
import org.hengjian.cases.Officer;
import org.hengjian.cases.Paper;
import org.hengjian.cases.Stage;
import org.hengjian.documents.Documents;
import org.hengjian.documents.Numbers;
import org.hengjian.facilities.Facilities;
import org.hengjian.facilities.Facility;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Destruction of goods (销毁): who handles the case applies, the head decides, who handles it executes before witnesses.
 * The database too lets nothing be destroyed that was not approved.
 */
@Service
@Transactional
public class Destructions {

    private static final String WORD = "销";
    private static final String CASE = "case";
    /** Words by which a decision takes goods for good: their owner gets none of them back. */
    private static final List<String> TAKING = List.of("没收", "收缴", "销毁");

    private final DestructionTable table;
    private final GoodsTable goods;
    private final Goods ledger;
    private final Facilities facilities;
    private final Cases cases;
    private final Documents documents;
    private final Numbers numbers;
    private final Viewers viewers;
    private final Seal seal;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Destructions(
            DestructionTable table,
            GoodsTable goods,
            Goods ledger,
            Facilities facilities,
            Cases cases,
            Documents documents,
            Numbers numbers,
            Viewers viewers,
            Seal seal,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.goods = goods;
        this.ledger = ledger;
        this.facilities = facilities;
        this.cases = cases;
        this.documents = documents;
        this.numbers = numbers;
        this.viewers = viewers;
        this.seal = seal;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** 申请销毁. @param key of the request; empty for none */
    public Destroying.Answer apply(Destroying.Application application, String key) {
        var viewer = viewers.require("goods.destruction.apply", Role.OFFICER);
        var before = key.isEmpty() ? Optional.<Destruction>empty() : table.byKey(viewer.person(), key);
        if (before.isPresent()) {
            return new Destroying.Answer.Done(before.get());
        }
        var file = file(application.caseId());
        var facility = facilities.find(application.plan().facilityId());
        application.quantities().keySet().stream().sorted().forEach(this::lock); // one order for all: nobody waits in a ring
        var grounds = against(file, application.plan(), application.quantities(), facility, 0, viewer);
        if (!grounds.isEmpty()) {
            return new Destroying.Answer.Refused(grounds);
        }
        String number = numbers.draw(WORD).text();
        long id = table.add(
                application, number, file.name(), said(facility.orElseThrow()), key, viewer, LocalDate.now(clock),
                Instant.now(clock));
        var applied = table.find(id).orElseThrow();
        enter("goods.destruction.apply", applied, application.plan().ground());
        return new Destroying.Answer.Done(applied);
    }

    /**
     * 审批, by another than who applied.
     *
     * @throws Conflict if somebody has decided since
     */
    public Destroying.Answer decide(long id, int version, boolean approves, String opinion) {
        var viewer = viewers.require("goods.destruction.decide", Role.HEAD);
        var applied = at(id, version);
        var grounds = new ArrayList<Ground>();
        if (!(applied.state() instanceof Destruction.State.Applied)) {
            grounds.add(Ground.of("DESTRUCTION_STATE", applied.number()));
        }
        if (applied.applicant().person() == viewer.person() || isHandledBy(file(applied.caseId()), viewer)) {
            grounds.add(Ground.of("OWN_APPLICATION", applied.number()));
        }
        if (approves && grounds.isEmpty()) {
            var quantities = applied.lines().stream()
                    .collect(Collectors.toMap(line -> line.item().id(), Destruction.Line::quantity));
            grounds.addAll(againstCase(file(applied.caseId()), applied.plan()));
            grounds.addAll(againstQuantities(applied.caseId(), quantities, id));
            grounds.addAll(againstFacility(applied.plan(), facilities.find(applied.plan().facilityId())));
        }
        if (!grounds.isEmpty()) {
            return new Destroying.Answer.Refused(grounds);
        }
        table.decide(id, approves, opinion, viewer, LocalDate.now(clock));
        var decided = table.find(id).orElseThrow();
        documents.issue(draft(
                decided, "destruction-approval", decided.number(), "涉案物品销毁审批表", words(decided, viewer)));
        enter(approves ? "goods.destruction.approve" : "goods.destruction.refuse", decided, opinion);
        return new Destroying.Answer.Done(decided);
    }

    /**
     * 执行销毁: the ledger, the record and the event are one transaction.
     *
     * @throws Conflict if somebody has taken a step since
     */
    public Destroying.Answer execute(long id, int version, Destroying.Executing executing) {
        var viewer = viewers.require("goods.destruction.execute", Role.OFFICER);
        var approved = at(id, version);
        var grounds = againstExecution(approved, executing, viewer);
        if (!grounds.isEmpty()) {
            return new Destroying.Answer.Refused(grounds);
        }
        for (var line : approved.lines()) {
            var quantity = executing.quantities().get(line.item().id());
            if (quantity != null) {
                lock(line.item().id());
                ledger.destroy(line.item().id(), quantity, executing.on(), approved, viewer);
            }
        }
        String masked = executing.watching().stream().map(Destroying.Person::masked).collect(Collectors.joining("、"));
        String full = executing.watching().stream().map(Destroying.Person::full).collect(Collectors.joining("、"))
                + (executing.others().isEmpty() ? "" : "、" + executing.others());
        table.execute(id, executing, masked, seal.seal(full), viewer);
        var executed = table.find(id).orElseThrow();
        var words = words(executed, viewer);
        words.put("executing", executing);
        // Under the number of its approval form, which no second document carries as its own.
        documents.issue(draft(executed, "destruction-record", "", "涉案物品销毁记录", words));
        enter("goods.destruction.execute", executed, executing.note());
        events.publishEvent(new GoodsDestroyed(
                id, executed.number(), executed.caseId(), viewer.agency(), executing.before().steps(), executing.on()));
        return new Destroying.Answer.Done(executed);
    }

    @Transactional(readOnly = true)
    public Optional<Destruction> find(long id) {
        return table.find(id);
    }

    @Transactional(readOnly = true)
    public List<Destruction> ofCase(long caseId) {
        return table.ofCase(caseId);
    }

    @Transactional(readOnly = true)
    List<Destruction> newest(String state, long before, int most) {
        return table.newest(state, before, most);
    }

    @Transactional(readOnly = true)
    long waiting() {
        return table.waiting();
    }

    /** Why nothing of the case can be destroyed now, decided or not. */
    @Transactional(readOnly = true)
    List<Ground> againstApplying(CaseFile file) {
        var grounds = new ArrayList<Ground>();
        if (!isHandledBy(file, viewers.require())) {
            grounds.add(Ground.of("NOT_YOURS", file.name()));
        }
        var gone = Goods.againstGone(file);
        gone.ifPresent(grounds::add);
        if (gone.isEmpty() && file instanceof CaseFile.Concluded concluded) {
            grounds.addAll(againstDecision(concluded));
        }
        return grounds;
    }

    private List<Ground> against(
            CaseFile file,
            Destruction.Plan plan,
            Map<Long, Quantity> quantities,
            Optional<Facility> facility,
            long id,
            Viewer viewer) {
        var grounds = new ArrayList<Ground>();
        if (!isHandledBy(file, viewer)) {
            grounds.add(Ground.of("NOT_YOURS", file.name()));
        }
        grounds.addAll(againstCase(file, plan));
        grounds.addAll(againstQuantities(file.docket().id(), quantities, id));
        grounds.addAll(againstFacility(plan, facility));
        return grounds;
    }

    private static List<Ground> againstCase(CaseFile file, Destruction.Plan plan) {
        var gone = Goods.againstGone(file);
        if (gone.isPresent()) {
            return List.of(gone.get());
        }
        if (file instanceof CaseFile.Concluded concluded) {
            return plan.isEarly() ? List.of(Ground.of("EARLY_BUT_DECIDED", file.name())) : againstDecision(concluded);
        }
        if (file.stage() == Stage.REFUSED) {
            return List.of(Ground.of("CASE_ENDED", file.name()));
        }
        return plan.isEarly() ? List.of() : List.of(Ground.of("NOT_DECIDED_DESTROY", file.name()));
    }

    /** What was not taken for good goes back to its owner; a case may also end without a decision. */
    private static List<Ground> againstDecision(CaseFile.Concluded file) {
        boolean taken = file.docket()
                .paper(Paper.Decided.class)
                .filter(decision -> decision.result() == Paper.Result.PENALTY)
                .filter(decision -> TAKING.stream().anyMatch(decision.penalty().others()::contains))
                .isPresent();
        return taken ? List.of() : List.of(Ground.of("NOT_CONFISCATED", file.name()));
    }

    private List<Ground> againstQuantities(long caseId, Map<Long, Quantity> quantities, long id) {
        var grounds = new ArrayList<Ground>();
        var promised = table.promised(caseId, id);
        quantities.forEach((itemId, quantity) -> {
            var item = goods.find(itemId)
                    .filter(one -> one.caseId() == caseId)
                    .orElseThrow(() -> new NotFound("item " + itemId + " of case " + caseId));
            long free = item.balance().custody() - promised.getOrDefault(itemId, 0L);
            if (quantity.steps() > free) {
                grounds.add(Ground.of(
                        "NOT_SO_MUCH_TO_DESTROY", item.code(), quantity, new Quantity(Math.max(0, free), item.unit().scale())));
            }
            if (item.balance().sampled() > 0) {
                grounds.add(Ground.of("EVIDENCE_OPEN", item.code(), item.quantity(Account.SAMPLED)));
            }
        });
        return grounds;
    }

    private List<Ground> againstFacility(Destruction.Plan plan, Optional<Facility> facility) {
        var today = LocalDate.now(clock);
        return facility.filter(one -> one.isValidOn(today) && one.can(plan.method())).isPresent()
                ? List.of()
                : List.of(Ground.of("FACILITY", facility.map(one -> one.facts().name()).orElse("—"), today));
    }

    private List<Ground> againstExecution(Destruction approved, Destroying.Executing executing, Viewer viewer) {
        var grounds = new ArrayList<Ground>();
        if (!(approved.state() instanceof Destruction.State.Approved state)) {
            return List.of(Ground.of("DESTRUCTION_STATE", approved.number()));
        }
        var file = file(approved.caseId());
        if (!isHandledBy(file, viewer)) {
            grounds.add(Ground.of("NOT_YOURS", approved.caseNumber()));
        }
        Goods.againstGone(file).ifPresent(grounds::add);
        // Whoever executes it is one of these.
        var handling = file.docket().officers().stream().map(Officer::name).toList();
        executing.watching().stream()
                .map(Destroying.Person::name)
                .filter(handling::contains)
                .findFirst()
                .ifPresent(name -> grounds.add(Ground.of("WATCHES_OWN_WORK", name)));
        if (executing.on().isBefore(state.by().on())) {
            grounds.add(Ground.of("BEFORE_APPROVAL", executing.on(), state.by().on()));
        }
        facilities.find(approved.plan().facilityId())
                .filter(facility -> !facility.isValidOn(executing.on()))
                .ifPresent(facility -> grounds.add(Ground.of("FACILITY", facility.facts().name(), executing.on())));
        var lines = approved.lines().stream().collect(Collectors.toMap(line -> line.item().id(), line -> line));
        executing.quantities().forEach((item, quantity) -> {
            var line = lines.get(item);
            if (line == null) {
                grounds.add(Ground.of("NOT_APPROVED", quantity, "0"));
            } else if (quantity.compareTo(line.quantity()) > 0) {
                grounds.add(Ground.of("NOT_APPROVED", quantity, line.quantity()));
            } else if (quantity.compareTo(line.item().quantity(Account.CUSTODY)) > 0) {
                grounds.add(Ground.of("NOT_SO_MUCH", quantity, line.item().quantity(Account.CUSTODY)));
            } else if (line.item().balance().sampled() > 0) {
                grounds.add(Ground.of("EVIDENCE_OPEN", line.item().code(), line.item().quantity(Account.SAMPLED)));
            }
        });
        return grounds;
    }

    private Destruction at(long id, int version) {
        var destruction = table.lock(id).orElseThrow(() -> new NotFound("destruction " + id));
        if (destruction.version() != version) {
            var last = audit.of("destruction", destruction.number()).getFirst();
            throw new Conflict(destruction.number(), last.person(), last.at());
        }
        return destruction;
    }

    private void lock(long item) {
        goods.lock(item).orElseThrow(() -> new NotFound("item " + item));
    }

    private CaseFile file(long id) {
        return cases.find(id).orElseThrow(() -> new NotFound("case " + id));
    }

    private static boolean isHandledBy(CaseFile file, Viewer viewer) {
        return file.docket().officers().stream().anyMatch(officer -> officer.id() == viewer.person());
    }

    private static String said(Facility facility) {
        var facts = facility.facts();
        return facts.name() + "（" + facts.code().text() + "，" + facts.address() + "）";
    }

    private void enter(String deed, Destruction destruction, String reason) {
        audit.enter(Deed.of(deed, "destruction", destruction.number())
                .because(reason)
                .with(Map.of(
                        "case", destruction.caseNumber(),
                        "method", destruction.plan().method().code(),
                        "facility", destruction.plan().facilityId(),
                        "early", destruction.plan().isEarly(),
                        "items", destruction.lines().size())));
    }

    private Map<String, Object> words(Destruction destruction, Viewer viewer) {
        var words = new HashMap<String, Object>();
        words.put("agency", viewer.agencyName());
        words.put("destruction", destruction);
        words.put("title", file(destruction.caseId()).docket().matter().title());
        words.put("today", LocalDate.now(clock));
        return words;
    }

    private static Documents.Draft draft(
            Destruction destruction, String kind, String number, String title, Map<String, Object> words) {
        return new Documents.Draft(CASE, destruction.caseId(), kind, number, title, words);
    }
}
