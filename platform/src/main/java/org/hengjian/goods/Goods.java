package org.hengjian.goods;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.cases.CaseFile;
import org.hengjian.cases.Cases;
import org.hengjian.cases.Paper;
import org.hengjian.cases.Stage;
import org.hengjian.law.Law;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.KeyedRequests;
import org.hengjian.shell.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door of the goods' room: one verb a movement, each one transaction with its line in the ledger, its audit entry
 * and its event. A request may carry a key: coming twice, it is done once and answered alike.
 */
@Service
@Transactional
public class Goods {

    private final GoodsTable table;
    private final KeyedRequests requests;
    private final MeasureLists lists;
    private final ValuationTable valuations;
    private final Law law;
    private final Cases cases;
    private final Viewers viewers;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Goods(
            GoodsTable table,
            JdbcTemplate jdbc,
            MeasureLists lists,
            ValuationTable valuations,
            Law law,
            Cases cases,
            Viewers viewers,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.requests = new KeyedRequests(jdbc, "goods", "item_id");
        this.lists = lists;
        this.valuations = valuations;
        this.law = law;
        this.cases = cases;
        this.viewers = viewers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** 登记. @param key of the request; empty for none */
    public Answer register(Registration registration, String key) {
        var viewer = viewers.require("goods.register", Role.OFFICER);
        return once(viewer, key, "register " + registration, () -> {
            var file = cases.find(registration.caseId())
                    .orElseThrow(() -> new NotFound("case " + registration.caseId()));
            var grounds = againstRegistration(file, registration, viewer);
            if (!grounds.isEmpty()) {
                return new Answer.Refused(grounds);
            }
            return enter(registration, file, viewer);
        });
    }

    /**
     * 按清单登记: lines of the list of a measure, all of them or none.
     *
     * @param registrations each from a line of a list of one case
     * @param key of the request; empty for none
     */
    public Listing registerListed(List<Registration> registrations, String key) {
        var viewer = viewers.require("goods.register", Role.OFFICER);
        var caseId = registrations.getFirst().caseId();
        var file = cases.find(caseId).orElseThrow(() -> new NotFound("case " + caseId));
        table.lockLists(caseId);
        var before = table.listed(caseId);
        var grounds = new ArrayList<Ground>();
        for (Registration registration : registrations) {
            var line = registration.line().orElseThrow();
            if (requests.answered(viewer.person(), listKey(key, line)).isEmpty()) {
                grounds.addAll(againstRegistration(file, registration, viewer));
                before.stream()
                        .filter(one -> one.line().equals(line))
                        .findFirst()
                        .flatMap(one -> table.find(one.item()))
                        .ifPresent(item -> grounds.add(Ground.of("LISTED", line.line(), item.code())));
            }
        }
        if (!grounds.isEmpty()) {
            return new Listing.Refused(grounds.stream().distinct().toList());
        }
        var items = new ArrayList<Item>();
        for (Registration registration : registrations) {
            var answer = once(
                    viewer, key.isEmpty() ? "" : listKey(key, registration.line().orElseThrow()), "list " + registration,
                    () -> enter(registration, file, viewer));
            switch (answer) {
                case Answer.Done done -> items.add(done.item());
                case Answer.Refused refused -> {
                    return new Listing.Refused(refused.grounds());
                }
            }
        }
        return new Listing.Done(items);
    }

    private static String listKey(String key, Registration.Line line) {
        return key + " " + line.measure() + "/" + line.line();
    }

    private Answer.Done enter(Registration registration, CaseFile file, Viewer viewer) {
        var at = Instant.now(clock);
        var code = table.takeCode(LocalDate.now(clock).getYear());
        long id = table.add(registration, code, file.name(), viewer, at);
        var moving = new Moving(
                Move.REGISTER, registration.quantity(), registration.takenOn(), "", registration.measureNumber(), "");
        table.move(id, moving, viewer, at);
        return done(id, moving, "");
    }

    /**
     * Moves a quantity from one account to another.
     *
     * @param movements how many movements the item had when this was decided upon
     * @param key       of the request; empty for none
     * @throws Conflict if somebody else has moved it since
     */
    public Answer move(long id, int movements, Moving moving, String key) {
        var viewer = moving.kind().isCorrection()
                ? viewers.require("goods.count", Role.HEAD)
                : viewers.require("goods.move", Role.OFFICER);
        return once(viewer, key, "move " + id + " " + moving, () -> {
            var item = table.lock(id).orElseThrow(() -> new NotFound("item " + id));
            if (item.balance().movements() != movements) {
                throw conflict(item);
            }
            var grounds = moving.kind().isFree()
                    ? againstMoving(item, moving, viewer)
                    : List.of(Ground.of("NEEDS_APPROVAL", item.code()));
            if (!grounds.isEmpty()) {
                return new Answer.Refused(grounds);
            }
            table.move(id, moving, viewer, Instant.now(clock));
            return done(id, moving, moving.note());
        });
    }

    /** 价值认定: a price of the item, or that it cannot be established. What was entered before stays on file. */
    public Answer value(long id, Valuing valuing, String key) {
        var viewer = viewers.require("goods.value", Role.OFFICER);
        return once(viewer, key, "value " + id + " " + valuing, () -> {
            var item = table.lock(id).orElseThrow(() -> new NotFound("item " + id));
            var grounds = againstValuing(item, valuing, viewer);
            if (!grounds.isEmpty()) {
                return new Answer.Refused(grounds);
            }
            valuations.add(id, valuing, viewer, Instant.now(clock));
            audit.enter(Deed.of("goods.value", "goods", item.code())
                    .because(valuing.basis())
                    .with(Map.of(
                            "case", item.caseNumber(),
                            "kind", valuing.kind(),
                            "fen", valuing.price().map(price -> Long.toString(price.fen())).orElse(""),
                            "evidence", valuing.evidence())));
            events.publishEvent(new GoodsValued(
                    id, item.code(), item.caseId(), item.agency(), valuing.kind(), valuing.on()));
            return new Answer.Done(item);
        });
    }

    private List<Ground> againstValuing(Item item, Valuing valuing, Viewer viewer) {
        var grounds = new ArrayList<Ground>();
        if (valuing.on().isAfter(LocalDate.now(clock))) {
            grounds.add(Ground.of("FUTURE", valuing.on()));
        }
        if (valuing.price().filter(price -> Value.amount(price, item.seized()).isEmpty()).isPresent()) {
            grounds.add(Ground.of("TOO_MUCH", item.seized(), item.name()));
        }
        var file = cases.find(item.caseId());
        if (file.filter(one -> isHandledBy(one, viewer)).isEmpty()) {
            grounds.add(Ground.of("NOT_YOURS", item.caseNumber()));
        }
        if (file.filter(one -> one.stage().isEnd()).isPresent()) {
            grounds.add(Ground.of("CASE_ENDED", item.caseNumber()));
        }
        file.flatMap(Goods::againstGone).ifPresent(grounds::add);
        return grounds;
    }

    /** What the goods of a case are worth by the rule that was in force on that day. */
    @Transactional(readOnly = true)
    CaseValue valueOfCase(long caseId, PriceRule.Measure measure, LocalDate on) {
        var rule = rule(measure, on);
        var entries = valuations.ofCase(caseId);
        var items = rule.stream()
                .flatMap(one -> table.ofCase(caseId).stream()
                        .map(item -> Value.of(item, entries.getOrDefault(item.id(), List.of()), one)))
                .toList();
        return new CaseValue(on, measure, rule, items);
    }

    /** The same of one item; empty where the law's data hold no rule for that day. */
    @Transactional(readOnly = true)
    Optional<Value> valueOf(Item item, PriceRule.Measure measure, LocalDate on) {
        return rule(measure, on).map(rule -> Value.of(item, valuations.of(item.id()), rule));
    }

    /** Every valuation of an item, oldest first. */
    @Transactional(readOnly = true)
    public List<Valuation> valuations(Item item) {
        return valuations.of(item.id());
    }

    Optional<PriceRule> rule(PriceRule.Measure measure, LocalDate on) {
        var parameter = law.parameter(measure.parameter());
        return parameter.on(on).map(value -> new PriceRule(parameter, value));
    }

    /** The line in the ledger of what was destroyed under an approval, which the database looks up itself. */
    void destroy(long id, Quantity quantity, LocalDate on, Destruction approved, Viewer viewer) {
        var moving = new Moving(Move.DESTROY, quantity, on, approved.facility(), approved.number(), "");
        table.destroy(id, moving, approved.id(), viewer, Instant.now(clock));
        done(id, moving, "");
    }

    /** 移库: it lies elsewhere from now on, or under another seal, or with another keeper. */
    public Answer place(long id, Item.Custody custody, String note, boolean byScan, String key) {
        var viewer = viewers.require("goods.place", Role.OFFICER);
        return once(viewer, key, "place " + id + " " + custody + note, () -> {
            var item = table.lock(id).orElseThrow(() -> new NotFound("item " + id));
            if (item.balance().isSettled()) {
                return new Answer.Refused(List.of(Ground.of("SETTLED", item.code())));
            }
            table.place(id, custody, note, byScan, viewer, Instant.now(clock));
            audit.enter(Deed.of("goods.place", "goods", item.code())
                    .because(note)
                    .with(Map.of("place", custody.place(), "seal", custody.seal(), "scan", byScan)));
            return new Answer.Done(table.find(id).orElseThrow());
        });
    }

    /**
     * 随案移交: whatever of a case's goods is in custody goes to another agency, which from then on sees the items.
     *
     * @param receiver its name as on the letter
     * @param agency   its id; 0 if it is not on the platform
     * @param document number of the letter
     * @return the items that were moved, none if nothing was left in custody
     */
    public List<Item> transferWithCase(long caseId, String receiver, long agency, String document, String key) {
        var viewer = viewers.require("goods.transfer", Role.OFFICER, Role.HEAD);
        var today = LocalDate.now(clock);
        var moved = new ArrayList<Item>();
        for (Item seen : table.ofCase(caseId)) {
            var answer = once(viewer, key.isEmpty() ? "" : key + " " + seen.code(), "transfer " + seen.id(), () -> {
                var item = table.lock(seen.id()).orElseThrow(() -> new NotFound("item " + seen.id()));
                var quantity = item.quantity(Account.CUSTODY);
                if (quantity.isNothing()) {
                    return new Answer.Refused(List.of());
                }
                var moving = new Moving(Move.TRANSFER, quantity, today, receiver, document, "");
                table.move(item.id(), moving, viewer, Instant.now(clock));
                if (agency != 0) {
                    table.share(item.id(), agency);
                }
                return done(item.id(), moving, "");
            });
            if (answer instanceof Answer.Done done) {
                moved.add(done.item());
            }
        }
        return moved;
    }

    /** Which of a case's goods are still in the custody of the viewer's agency, which handed the case over. */
    @Transactional(readOnly = true)
    public List<Item> leftBehind(List<Item> ofCase) {
        var kept = ofCase.stream().filter(item -> !item.quantity(Account.CUSTODY).isNothing()).toList();
        return kept.isEmpty() || givenAway(kept.getFirst().caseId()).isEmpty() ? List.of() : kept;
    }

    private Optional<Paper.HandedOver> givenAway(long caseId) {
        return cases.find(caseId)
                .filter(file -> file.stage() == Stage.HANDED_OVER && file.docket().agency() == viewers.require().agency())
                .flatMap(file -> file.docket().paper(Paper.HandedOver.class));
    }

    /**
     * 随案移交 to the agency that the case was handed over to, under the number of the letter (案件移送函).
     *
     * @return the items that were moved
     * @throws NotFound where the viewer's agency did not hand the case over
     */
    public List<Item> follow(long caseId, String key) {
        viewers.require("goods.transfer", Role.OFFICER, Role.HEAD);
        var gone = givenAway(caseId).orElseThrow(() -> new NotFound("handover of case " + caseId));
        return transferWithCase(caseId, gone.to().name(), gone.to().id(), gone.number().text(), key);
    }

    /** As far as the viewer may see it. */
    @Transactional(readOnly = true)
    public Optional<Item> find(long id) {
        return table.find(id);
    }

    @Transactional(readOnly = true)
    public Optional<Item> byCode(ItemCode code) {
        return table.byCode(code);
    }

    /** The list of goods of a case, in the order of registration. */
    @Transactional(readOnly = true)
    public List<Item> ofCase(long caseId) {
        return table.ofCase(caseId);
    }

    /** Ids of the agencies to which goods of it were transferred, and which see it for that. */
    @Transactional(readOnly = true)
    public List<Long> sharedWith(long id) {
        return table.sharedWith(id);
    }

    /** Whether everything that was taken in a case has found its end: nothing in custody, nothing at a laboratory. */
    @Transactional(readOnly = true)
    public boolean isSettled(long caseId) {
        return table.ofCase(caseId).stream().allMatch(item -> item.balance().isSettled());
    }

    /** The lists of the case's measures in force, with what was registered from them. */
    @Transactional(readOnly = true)
    List<MeasureList> lists(CaseFile file) {
        return lists.of(file);
    }

    /** The ledger of an item, newest first. */
    @Transactional(readOnly = true)
    public List<Movement> movements(Item item) {
        return table.movements(item);
    }

    /** The chain of custody, newest first. */
    @Transactional(readOnly = true)
    public List<Placing> placings(Item item) {
        return table.placings(item.id());
    }

    /** Why the viewer could not register goods in a case now. */
    @Transactional(readOnly = true)
    public List<Ground> againstRegistering(CaseFile file) {
        return againstCase(file, viewers.require());
    }

    private List<Ground> againstRegistration(CaseFile file, Registration registration, Viewer viewer) {
        var grounds = new ArrayList<>(againstCase(file, viewer));
        if (registration.takenOn().isAfter(LocalDate.now(clock))) {
            grounds.add(Ground.of("FUTURE", registration.takenOn()));
        }
        return grounds;
    }

    private static List<Ground> againstCase(CaseFile file, Viewer viewer) {
        var grounds = new ArrayList<Ground>();
        if (file.stage() == Stage.REFUSED || file.stage() == Stage.CLOSED) {
            grounds.add(Ground.of("CASE_ENDED", file.name()));
        }
        againstGone(file).ifPresent(grounds::add);
        if (!isHandledBy(file, viewer)) {
            grounds.add(Ground.of("NOT_YOURS", file.name()));
        }
        return grounds;
    }

    /** Another agency has the case: what is left here follows it, and is not worked on any more. */
    static Optional<Ground> againstGone(CaseFile file) {
        return file.stage() == Stage.HANDED_OVER
                ? file.docket().paper(Paper.HandedOver.class)
                        .map(gone -> Ground.of("HANDED_OVER", file.name(), gone.to().name()))
                : Optional.empty();
    }

    private List<Ground> againstMoving(Item item, Moving moving, Viewer viewer) {
        var grounds = new ArrayList<Ground>();
        var held = item.quantity(moving.kind().from() == Account.OUTSIDE ? Account.CUSTODY : moving.kind().from());
        if (moving.kind().from() != Account.OUTSIDE && moving.quantity().compareTo(held) > 0) {
            grounds.add(Ground.of("NOT_SO_MUCH", moving.quantity(), held));
        }
        if (moving.on().isAfter(LocalDate.now(clock))) {
            grounds.add(Ground.of("FUTURE", moving.on()));
        }
        if (moving.on().isBefore(item.takenOn())) {
            grounds.add(Ground.of("BEFORE_TAKEN", moving.on(), item.takenOn()));
        }
        var file = cases.find(item.caseId());
        if (!moving.kind().isCorrection() && file.filter(one -> isHandledBy(one, viewer)).isEmpty()) {
            grounds.add(Ground.of("NOT_YOURS", item.caseNumber()));
        }
        if (!moving.kind().goesOnWithoutTheCase()) {
            file.flatMap(Goods::againstGone).ifPresent(grounds::add);
        }
        if (moving.kind() == Move.DISPOSE && file.filter(one -> one instanceof CaseFile.Concluded).isEmpty()) {
            grounds.add(Ground.of("NOT_DECIDED", item.caseNumber()));
        }
        return grounds;
    }

    private static boolean isHandledBy(CaseFile file, Viewer viewer) {
        return file.docket().officers().stream().anyMatch(officer -> officer.id() == viewer.person());
    }

    private Answer.Done done(long id, Moving moving, String reason) {
        var item = table.find(id).orElseThrow();
        audit.enter(Deed.of("goods." + moving.kind().path(), "goods", item.code())
                .because(reason)
                .with(Map.of(
                        "case", item.caseNumber(),
                        "movement", item.balance().movements(),
                        "quantity", moving.quantity().plain(),
                        "unit", item.unit().code(),
                        "custody", item.quantity(Account.CUSTODY).plain(),
                        "document", moving.document())));
        events.publishEvent(new GoodsMoved(
                id, item.code(), item.caseId(), item.agency(), moving.kind(), moving.quantity().steps(), moving.on()));
        return new Answer.Done(item);
    }

    /** What was asked under the same key before is answered by what came of it; a refusal is not remembered. */
    private Answer once(Viewer viewer, String key, String request, Supplier<Answer> work) {
        if (key.isEmpty()) {
            return work.get();
        }
        var before = requests.answered(viewer.person(), key);
        if (before.isPresent()) {
            if (!before.get().is(request)) {
                return new Answer.Refused(List.of(Ground.of("KEY_USED", key)));
            }
            return new Answer.Done(table.find(before.get().subject()).orElseThrow());
        }
        var answer = work.get();
        if (answer instanceof Answer.Done done) {
            requests.answer(viewer.person(), key, request, done.item().id(), Instant.now(clock));
        }
        return answer;
    }

    private Conflict conflict(Item item) {
        var last = table.lastMove(item.id());
        return new Conflict(item.code(), last.person(), last.at());
    }
}
