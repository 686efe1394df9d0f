package org.hengjian.rights;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.parties.Shop;
import org.hengjian.parties.Shops;
import org.hengjian.parties.Subject;
import org.hengjian.parties.Subjects;
import org.hengjian.rights.Registration.Facts;
import org.hengjian.rights.Registration.Status;
import org.hengjian.screening.Right;
import org.hengjian.screening.ShippedRights;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of rights (权利库): the door for other rooms and for the pages. */
@Service
@Transactional
public class Rights {

    private final RightTable table;
    private final AuthorisationTable authorisations;
    private final Shops shops;
    private final Subjects subjects;
    private final Viewers viewers;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Rights(
            RightTable table,
            AuthorisationTable authorisations,
            Shops shops,
            Subjects subjects,
            Viewers viewers,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.authorisations = authorisations;
        this.shops = shops;
        this.subjects = subjects;
        this.viewers = viewers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * All rights in force today as screening knows them; {@link Right#id()} is the reference. Sellers authorised today
     * are named by their shops, those of an authorised firm included. Changes with {@link RightChanged}, {@link
     * RightsBroughtIn} and the day.
     */
    @Transactional(readOnly = true)
    public List<Right> forScreening() {
        var today = LocalDate.now(clock);
        var sellers = authorisations.inForce(today, 0).stream().collect(Collectors.groupingBy(Authorisation::registration));
        return table.inForce(today).stream()
                .map(row -> right(row, sellers.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** The same for one right; empty where there is none, or it is not in force today. */
    @Transactional(readOnly = true)
    public Optional<Right> forScreening(String reference) {
        var today = LocalDate.now(clock);
        return table.find(reference)
                .filter(row -> row.inForce(today))
                .map(row -> right(row, authorisations.inForce(today, row.id())));
    }

    @Transactional(readOnly = true)
    public Optional<Registration> find(String reference) {
        return table.find(reference);
    }

    @Transactional(readOnly = true)
    public Optional<Registration> find(long id) {
        return table.find(id);
    }

    /** What the register said of the right on that day. */
    @Transactional(readOnly = true)
    public Optional<Facts> on(String reference, LocalDate day) {
        return table.on(reference, day).map(Registration::facts);
    }

    /** The authorisation under which the shop may sell on that day: its own, or that of the firm that runs it. */
    @Transactional(readOnly = true)
    public Optional<Authorisation> authorising(String reference, long shop, LocalDate day) {
        var subject = shops.find(shop).map(Shop::subject);
        return table.find(reference).stream()
                .flatMap(row -> authorisations.inForce(day, row.id()).stream())
                .filter(one -> Long.valueOf(shop).equals(one.shop())
                        || one.subject() != null && subject.filter(one.subject()::equals).isPresent())
                .findFirst();
    }

    /** How bringing in one row of facts ended. */
    sealed interface Entered {

        record Added(long id) implements Entered {}

        record Changed(long id) implements Entered {}

        /** The register says all that already. */
        record Unchanged(long id) implements Entered {}
    }

    /** Empty where a right of that kind and number is in the register already. */
    Optional<Registration> register(Facts facts, String reason) {
        mayKeep("rights.register", facts.holderAgency());
        return add(reference(facts), facts, reason).map(id -> {
            var row = table.find(id).orElseThrow();
            audit.enter(Deed.of("rights.register", "right", row.reference())
                    .because(reason)
                    .with(Map.of("number", facts.number(), "name", facts.shown())));
            events.publishEvent(new RightChanged(row.reference()));
            return row;
        });
    }

    /** @throws Conflict if another changed it since {@code version} */
    Registration change(long id, int version, Facts facts, String reason) {
        var before = table.find(id).orElseThrow(() -> new NotFound("right " + id));
        mayKeep("rights.change", before.facts().holderAgency());
        mayKeep("rights.change", facts.holderAgency());
        write(before, version, facts, reason);
        audit.enter(Deed.of("rights.change", "right", before.reference())
                .because(reason)
                .with(Differences.between(before.facts(), facts)));
        events.publishEvent(new RightChanged(before.reference()));
        return table.find(id).orElseThrow();
    }

    /**
     * Registers the facts, or changes the row of that kind and number to say the same; publishes nothing and writes no
     * entry of its own, which whoever brings in many does for all.
     */
    Entered enter(Facts facts, String reason) {
        var there = table.find(facts.kind().name(), facts.number());
        if (there.isEmpty()) {
            mayKeep("rights.register", facts.holderAgency());
            return new Entered.Added(add(reference(facts), facts, reason).orElseThrow());
        }
        var row = there.get();
        var merged = Differences.completed(row.facts(), facts);
        if (merged.equals(row.facts())) {
            return new Entered.Unchanged(row.id());
        }
        mayKeep("rights.change", row.facts().holderAgency());
        write(row, row.version(), merged, reason);
        return new Entered.Changed(row.id());
    }

    /** Whether the viewer may {@link #enter} these facts: the row that is there decides, if there is one. */
    @Transactional(readOnly = true)
    boolean mayEnter(Facts facts) {
        return mayKeep(table.find(facts.kind().name(), facts.number())
                .map(row -> row.facts().holderAgency())
                .orElse(facts.holderAgency()));
    }

    void broughtIn(int count, String from) {
        audit.enter(Deed.of("rights.bring-in", "rights", from).with(Map.of("count", count)));
        if (count > 0) {
            events.publishEvent(new RightsBroughtIn(count));
        }
    }

    /**
     * The well-known names that the product ships and the register does not have yet, entered as facts to be looked up:
     * without number, marked with their source.
     *
     * @return how many were entered
     */
    int bringInShipped() {
        viewers.require("rights.bring-in", Role.OFFICER, Role.ANALYST, Role.ADMINISTRATOR);
        Set<String> there = table.shippedReferences();
        int added = 0;
        for (Right shipped : ShippedRights.all()) {
            if (!there.contains(shipped.id()) && add(shipped.id(), facts(shipped), "").isPresent()) {
                added++;
            }
        }
        if (added > 0) {
            broughtIn(added, "shipped");
        }
        return added;
    }

    @Transactional(readOnly = true)
    int shippedMissing() {
        Set<String> there = table.shippedReferences();
        return (int) ShippedRights.all().stream()
                .filter(right -> !there.contains(right.id()))
                .count();
    }

    /** Empty where the seller is authorised for some of these days already. */
    Optional<Authorisation> authorise(
            long registration,
            @Nullable Shop shop,
            @Nullable Subject subject,
            LocalDate from,
            @Nullable LocalDate to,
            String ground) {
        var row = table.find(registration).orElseThrow(() -> new NotFound("right " + registration));
        var viewer = mayKeep("rights.authorise", row.facts().holderAgency());
        String seller = shop != null ? shop.name() : java.util.Objects.requireNonNull(subject).name();
        String platform = shop == null ? "" : shop.platform();
        return authorisations
                .add(
                        registration,
                        shop == null ? null : shop.id(),
                        subject == null ? null : subject.id(),
                        seller,
                        platform,
                        from,
                        to,
                        ground,
                        Instant.now(clock),
                        viewer.name())
                .map(id -> {
                    audit.enter(Deed.of("rights.authorise", "right", row.reference())
                            .because(ground)
                            .with(Map.of("seller", seller, "platform", platform, "from", from, "to", to == null ? "" : to)));
                    events.publishEvent(new RightChanged(row.reference()));
                    return authorisations.find(id).orElseThrow();
                });
    }

    /** From today on; whoever sold before sold under it. Told twice it stays as it is. */
    Authorisation withdraw(long authorisation, String why) {
        var one = authorisations.find(authorisation).orElseThrow(() -> new NotFound("authorisation " + authorisation));
        var row = table.find(one.registration()).orElseThrow();
        mayKeep("rights.withdraw", row.facts().holderAgency());
        if (authorisations.withdraw(authorisation, LocalDate.now(clock), why)) {
            audit.enter(Deed.of("rights.withdraw", "right", row.reference())
                    .because(why)
                    .with(Map.of("seller", one.seller())));
            events.publishEvent(new RightChanged(row.reference()));
        }
        return one;
    }

    /** Takes back a withdrawal of today. */
    Authorisation reinstate(long authorisation) {
        var one = authorisations.find(authorisation).orElseThrow(() -> new NotFound("authorisation " + authorisation));
        var row = table.find(one.registration()).orElseThrow();
        mayKeep("rights.reinstate", row.facts().holderAgency());
        if (authorisations.reinstate(authorisation, LocalDate.now(clock))) {
            audit.enter(Deed.of("rights.reinstate", "right", row.reference()).with(Map.of("seller", one.seller())));
            events.publishEvent(new RightChanged(row.reference()));
        }
        return one;
    }

    /** Whether the viewer may keep rows of that holder: officers, analysts and administrators all, a holder the own. */
    boolean mayKeep(@Nullable Long holderAgency) {
        var viewer = viewers.require();
        return viewer.isMachine()
                || viewer.hasAny(Role.OFFICER, Role.ANALYST, Role.ADMINISTRATOR)
                || viewer.has(Role.RIGHTS_HOLDER) && Long.valueOf(viewer.agency()).equals(holderAgency);
    }

    private Viewer mayKeep(String deed, @Nullable Long holderAgency) {
        var viewer = viewers.require();
        if (!mayKeep(holderAgency)) {
            throw new org.hengjian.access.Forbidden(deed);
        }
        return viewer;
    }

    private Optional<Long> add(String reference, Facts facts, String reason) {
        var viewer = viewers.require();
        var now = Instant.now(clock);
        var added = table.add(reference, facts, now, viewer.name());
        added.ifPresent(id ->
                table.keepVersion(id, LocalDate.now(clock), now, viewer.name(), viewer.agencyName(), reason));
        return added;
    }

    private void write(Registration before, int version, Facts facts, String reason) {
        var viewer = viewers.require();
        var now = Instant.now(clock);
        if (!table.change(before.id(), version, facts, now, viewer.name())) {
            throw new Conflict(before.facts().shown(), before.changedBy(), before.changedAt());
        }
        table.keepVersion(before.id(), LocalDate.now(clock), now, viewer.name(), viewer.agencyName(), reason);
    }

    private static String reference(Facts facts) {
        return facts.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ":" + facts.number();
    }

    private Right right(Registration row, List<Authorisation> sellers) {
        Facts facts = row.facts();
        var names = new ArrayList<String>();
        for (var one : sellers) {
            names.add(one.seller());
            if (one.subject() != null) {
                shops.ofSubject(one.subject()).forEach(shop -> names.add(shop.name()));
            }
        }
        return new Right(
                row.reference(),
                facts.name(),
                facts.latin(),
                facts.aliases(),
                facts.nicknames(),
                facts.models(),
                facts.classes(),
                facts.holder(),
                names.stream().distinct().toList(),
                facts.category(),
                facts.generic(),
                facts.prices(),
                facts.source());
    }

    private static Facts facts(Right shipped) {
        return new Facts(
                new Kind.Trademark(Kind.Trademark.Sign.WORD),
                "",
                shipped.name(),
                shipped.latin(),
                shipped.aliases(),
                shipped.nicknames(),
                shipped.models(),
                new TreeSet<>(shipped.classes()),
                "",
                shipped.holder(),
                "",
                null,
                "",
                Status.UNVERIFIED,
                null,
                null,
                shipped.category(),
                shipped.generic(),
                shipped.prices(),
                shipped.source());
    }
}
