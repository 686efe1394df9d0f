package org.hengjian.parties;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Page;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The shops and accounts on platforms (网店与账号). */
@Service
@Transactional
public class Shops {

    /** Who keeps parties by hand. */
    static final Role[] KEEPERS = {Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.ANALYST, Role.POLICE, Role.ADMINISTRATOR
    };

    private static final int PAGE = 50;
    private static final int OF_ONE_MOST = 500; // a network is looked at elsewhere

    private final ShopTable table;
    private final SubjectTable subjects;
    private final Viewers viewers;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    Shops(
            ShopTable table,
            SubjectTable subjects,
            Viewers viewers,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.subjects = subjects;
        this.viewers = viewers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * The shops that were seen, in the order of the sightings; those not yet known are recorded. Telling the same twice
     * changes nothing, telling more fills gaps. A right credit code ties the shop to its subject, which is recorded as
     * unconfirmed where it is new. A sighting without platform or name stands for none and must not be told.
     *
     * <p>Recorded in a transaction of its own on behalf of the platform: who may take in listings need not be one who
     * keeps parties.
     *
     * @throws IllegalArgumentException if a sighting names no platform or no shop
     */
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.SUPPORTS)
    public List<Shop> seen(List<Shop.Sighting> sightings) {
        if (sightings.isEmpty()) {
            return List.of();
        }
        return viewers.as(
                Viewer.machine(),
                () -> java.util.Objects.requireNonNull(ownTransaction.execute(_ -> record(sightings))));
    }

    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.SUPPORTS)
    public Shop seen(Shop.Sighting sighting) {
        return seen(List.of(sighting)).getFirst();
    }

    @Transactional(readOnly = true)
    public Optional<Shop> find(long id) {
        return table.find(id);
    }

    @Transactional(readOnly = true)
    public List<Shop> find(List<Long> ids) {
        return table.find(ids);
    }

    /** The shop of that account, or of that name where the account is empty. */
    @Transactional(readOnly = true)
    public Optional<Shop> find(String platform, String account, String name) {
        return table.find(SearchText.sought(platform), handle(account, name));
    }

    /**
     * Shops of exactly that name or account, on that platform or on any where it is empty.
     *
     * @param most how many are wanted
     */
    @Transactional(readOnly = true)
    public List<Shop> called(String platform, String nameOrAccount, int most) {
        return table.called(SearchText.sought(platform), nameOrAccount, most);
    }

    @Transactional(readOnly = true)
    public List<Shop> ofSubject(long subject) {
        return table.ofSubject(subject, OF_ONE_MOST);
    }

    @Transactional(readOnly = true)
    public List<Shop> ofPerson(long person) {
        return table.ofPerson(person, OF_ONE_MOST);
    }

    @Transactional(readOnly = true)
    public List<String> platforms() {
        return table.platforms();
    }

    @Transactional(readOnly = true)
    Page<Shop> list(ShopTable.Filter filter, Optional<Cursor> after) {
        var rows = table.list(
                filter,
                after.map(cursor -> cursor.key(0)).orElse(""),
                after.map(cursor -> Long.parseLong(cursor.key(1))).orElse(0L),
                PAGE + 1);
        return Page.of(rows, PAGE, shop -> Cursor.of(shop.name(), shop.id()));
    }

    /** Empty where the platform's account, or the shop of that name, is here already. */
    Optional<Shop> register(ShopTable.Entry entry) {
        var viewer = viewers.require("parties.register-shop", KEEPERS);
        return table.add(entry, LocalDate.now(clock), Instant.now(clock), viewer.name())
                .map(id -> {
                    audit.enter(Deed.of("parties.register-shop", "shop", Long.toString(id))
                            .with(Map.of("platform", entry.platform(), "name", entry.name())));
                    noted(List.of(id), List.of());
                    return table.find(id).orElseThrow();
                });
    }

    /** @throws Conflict if another changed it since {@code version} */
    void change(long id, int version, ShopTable.Entry entry) {
        var viewer = viewers.require("parties.change-shop", KEEPERS);
        var before = table.find(id).orElseThrow(() -> new NotFound("shop " + id));
        if (!table.change(id, version, entry, Instant.now(clock), viewer.name())) {
            var last = table.lastChange(id);
            throw new Conflict(before.name(), last.by(), last.at());
        }
        audit.enter(Deed.of("parties.change-shop", "shop", Long.toString(id)).with(differences(before, entry)));
        noted(List.of(id), List.of());
    }

    private void noted(List<Long> shops, List<Long> persons) {
        events.publishEvent(new PartiesNoted(List.of(), shops, persons));
    }

    /**
     * Says that the person runs the shop. A shop that a subject runs, or another person, is not taken from them.
     *
     * @throws Conflict if somebody said otherwise meanwhile
     */
    void tie(long id, long person, String reason) {
        tied(id, null, person, reason, "parties.tie");
    }

    /** @throws Conflict if the person does not run it any more */
    Shop untie(long id, long person, String reason) {
        return tied(id, person, null, reason, "parties.untie");
    }

    private Shop tied(long id, @Nullable Long before, @Nullable Long after, String reason, String verb) {
        var viewer = viewers.require(verb, NaturalPersons.KEEPERS);
        var shop = table.find(id).orElseThrow(() -> new NotFound("shop " + id));
        if (!table.tie(id, before, after, Instant.now(clock), viewer.name())) {
            var last = table.lastChange(id);
            throw new Conflict(shop.name(), last.by(), last.at());
        }
        var person = java.util.Objects.requireNonNullElse(after, before);
        audit.enter(Deed.of(verb, "shop", Long.toString(id))
                .because(reason)
                .with(Map.of("person", String.valueOf(person))));
        audit.enter(Deed.of(verb, "person", String.valueOf(person))
                .because(reason)
                .with(Map.of("shop", Long.toString(id))));
        noted(List.of(id), List.of(person));
        return shop;
    }

    static String handle(String account, String name) {
        return account.isBlank() ? "name:" + SearchText.sought(name) : account.strip();
    }

    private List<Shop> record(List<Shop.Sighting> sightings) {
        var day = LocalDate.now(clock);
        var now = Instant.now(clock);
        var subjectIds = subjectsTold(sightings, day, now);
        int size = sightings.size();
        var columns = new ShopTable.Columns(
                new String[size],
                new String[size],
                new String[size],
                new String[size],
                new String[size],
                new String[size],
                new Integer[size],
                new Long[size],
                new String[size]);
        for (int i = 0; i < size; i++) {
            var sighting = sightings.get(i);
            String key = SearchText.sought(sighting.platform());
            if (key.isEmpty() || sighting.name().isBlank()) {
                throw new IllegalArgumentException("a shop needs a platform and a name: " + sighting);
            }
            columns.platforms()[i] = sighting.platform().strip();
            columns.keys()[i] = key;
            columns.accounts()[i] = sighting.account().strip();
            columns.handles()[i] = handle(sighting.account(), sighting.name());
            columns.names()[i] = sighting.name().strip();
            columns.urls()[i] = sighting.url();
            columns.regions()[i] = sighting.region();
            columns.subjects()[i] = UnifiedSocialCreditCode.read(sighting.creditCode())
                    .map(code -> subjectIds.get(code.text()))
                    .orElse(null);
            columns.sought()[i] = SearchText.of(sighting.name(), sighting.account());
        }
        var seen = table.seen(columns, day, now, viewers.require().name());
        if (seen.news()) {
            events.publishEvent(new PartiesNoted(
                    List.copyOf(subjectIds.values()),
                    seen.shops().stream().map(Shop::id).distinct().toList(),
                    List.of()));
        }
        return seen.shops();
    }

    private Map<String, Long> subjectsTold(List<Shop.Sighting> sightings, LocalDate day, Instant now) {
        var names = new ArrayList<String>();
        var codes = new ArrayList<String>();
        var regions = new ArrayList<@Nullable Integer>();
        for (var sighting : sightings) {
            UnifiedSocialCreditCode.read(sighting.creditCode()).ifPresent(code -> {
                names.add(sighting.name().strip());
                codes.add(code.text());
                regions.add(sighting.region());
            });
        }
        if (codes.isEmpty()) {
            return Map.of();
        }
        return subjects.told(
                names.toArray(String[]::new),
                codes.toArray(String[]::new),
                regions.toArray(Integer[]::new),
                java.util.stream.IntStream.range(0, codes.size())
                        .mapToObj(i -> SearchText.of(names.get(i), codes.get(i)))
                        .toArray(String[]::new),
                day,
                now,
                viewers.require().name());
    }

    private static Map<String, String> differences(Shop before, ShopTable.Entry entry) {
        var changed = new HashMap<String, String>();
        note(changed, "name", before.name(), entry.name());
        note(changed, "url", before.url(), entry.url());
        note(changed, "region", before.region(), entry.region());
        note(changed, "openedOn", before.openedOn(), entry.openedOn());
        note(changed, "subject", before.subject(), entry.subject());
        note(changed, "person", before.person(), entry.person());
        return changed;
    }

    static void note(Map<String, String> changed, String field, @Nullable Object before, @Nullable Object after) {
        if (!java.util.Objects.equals(before, after)) {
            changed.put(field, (before == null ? "" : before) + " → " + (after == null ? "" : after));
        }
    }
}
