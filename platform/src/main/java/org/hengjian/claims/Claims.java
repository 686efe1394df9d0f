package org.hengjian.claims;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.claims.Wording.Content;
import org.hengjian.claims.Wording.State;
import org.hengjian.screening.Claim;
import org.hengjian.screening.ShippedClaims;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The words that speak about goods (声称词库): the door for other rooms and for the pages. */
@Service
@Transactional
public class Claims {

    private static final Role[] WRITERS = {Role.OFFICER, Role.ANALYST, Role.ADMINISTRATOR};
    private static final Role[] DECIDERS = {Role.HEAD, Role.ANALYST, Role.ADMINISTRATOR};

    /** Drafts that are tried or published in one go: as many as a file of words has, and what the trial's minute allows. */
    static final int TOGETHER_MOST = 1_000;

    private final WordingTable table;
    private final Trials trials;
    private final Viewers viewers;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Claims(
            WordingTable table,
            Trials trials,
            Viewers viewers,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.trials = trials;
        this.viewers = viewers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Why a step is not taken. The names are message keys under {@code claims.refused}. */
    enum Refusal {
        /** It was not tried on past offers as it stands. */
        NOT_TRIED,
        /** Whoever wrote it does not publish it. */
        OWN,
        /** Other words of that text are published, and this does not replace them. */
        THERE_ALREADY,
        /** No longer a draft, or not published. */
        OTHER_STATE,
        /** A reason is needed. */
        NO_REASON
    }

    /** What counts today: shipped words that nobody corrected or switched off, and the published ones. */
    @Transactional(readOnly = true)
    public List<Claim> inForce() {
        return with(table.published(), List.of());
    }

    @Transactional(readOnly = true)
    Optional<Wording> find(long id) {
        return table.find(id);
    }

    /** What people put in the place of the shipped words, today. */
    @Transactional(readOnly = true)
    Map<String, Wording> corrections() {
        var today = LocalDate.now(clock);
        var corrections = new LinkedHashMap<String, Wording>();
        table.published().stream()
                .filter(wording -> wording.content().countsOn(today))
                .forEach(wording -> corrections.put(key(wording.content()), wording));
        return corrections;
    }

    @Transactional(readOnly = true)
    List<Wording> list(String q, String kind, String state, long after, int limit) {
        return table.list(q, kind, state, after, limit);
    }

    /** @param replaces the published wording that the draft corrects; null for none */
    long draft(Content content, @Nullable Long replaces) {
        Viewer writer = viewers.require("claims.draft", WRITERS);
        long id = table.add(content, replaces, writer, Instant.now(clock));
        audit.enter(Deed.of("claims.draft", "claim", Long.toString(id)).with(told(content)));
        return id;
    }

    /** What became of words that a file brought. */
    enum Brought {
        DRAFTED,
        /** They are in force, or drafted, as they are. */
        KNOWN,
        /** There is another draft of them, and one of the two would undo the other. */
        DRAFTED_OTHERWISE
    }

    /** Makes a draft of words from a file, in the place of those in force where there are any. */
    Brought bringIn(Content content) {
        viewers.require("claims.draft", WRITERS);
        var published = table.published(content.words(), content.language());
        boolean known = published
                .map(there -> saysSo(there.content(), content))
                .orElseGet(() -> WordingForm.shipped(content.words(), content.language())
                        .filter(shipped -> same(shipped, content.claim()))
                        .isPresent());
        if (known) {
            return Brought.KNOWN;
        }
        var drafts = table.drafts(content.words(), content.language());
        if (!drafts.isEmpty()) {
            return drafts.stream().anyMatch(draft -> draft.content().equals(content))
                    ? Brought.KNOWN
                    : Brought.DRAFTED_OTHERWISE;
        }
        draft(content, published.map(Wording::id).orElse(null));
        return Brought.DRAFTED;
    }

    /** A file of the shipped form has neither last day nor note, and does not mean to take them away. */
    private static boolean saysSo(Content there, Content brought) {
        return there.equals(brought)
                || !there.switchesOff()
                        && brought.toDay() == null
                        && brought.note().isEmpty()
                        && same(there.claim(), brought.claim());
    }

    /** The order of honest senses says nothing. */
    private static boolean same(Claim one, Claim other) {
        return withoutSenses(one).equals(withoutSenses(other))
                && Set.copyOf(one.unless()).equals(Set.copyOf(other.unless()));
    }

    private static Claim withoutSenses(Claim claim) {
        return new Claim(
                claim.text(), claim.kind(), claim.weight(), claim.language(), claim.group(), List.of(), claim.from(),
                claim.source());
    }

    /** @throws Conflict if another changed it since {@code version} */
    void change(long id, int version, Content content) {
        Viewer writer = viewers.require("claims.change", WRITERS);
        Wording before = table.find(id).orElseThrow(() -> new NotFound("claim " + id));
        if (!table.change(id, version, content, writer, Instant.now(clock))) {
            throw new Conflict(before.content().words(), before.writer(), before.writtenAt());
        }
        audit.enter(Deed.of("claims.change", "claim", Long.toString(id)).with(told(content)));
    }

    /** Screens past offers with the draft among the words in force, and keeps what came of it. */
    Optional<Refusal> tryOut(long id) {
        viewers.require("claims.try", Role.OFFICER, Role.HEAD, Role.ANALYST, Role.ADMINISTRATOR);
        Wording draft = table.find(id).orElseThrow(() -> new NotFound("claim " + id));
        if (draft.state() != State.DRAFT) {
            return Optional.of(Refusal.OTHER_STATE);
        }
        Trial trial = viewers.as(Viewer.machine(), () -> trials.run(with(table.published(), List.of(draft))));
        if (!table.tried(id, draft.version(), trial, Instant.now(clock))) {
            return Optional.of(Refusal.OTHER_STATE);
        }
        audit.enter(Deed.of("claims.try", "claim", Long.toString(id))
                .with(Map.of("offers", trial.offers(), "changed", trial.changed())));
        return Optional.empty();
    }

    /** The drafts that a list shows, all pages of it. */
    @Transactional(readOnly = true)
    List<Wording> drafts(String q, String kind) {
        return table.list(q, kind, State.DRAFT.name(), 0, TOGETHER_MOST);
    }

    /**
     * Screens past offers with all these drafts at once, and keeps what came of it with each of them.
     *
     * @return how many were tried
     */
    int tryOut(String q, String kind) {
        viewers.require("claims.try", Role.OFFICER, Role.HEAD, Role.ANALYST, Role.ADMINISTRATOR);
        List<Wording> drafts = drafts(q, kind);
        if (drafts.isEmpty()) {
            return 0;
        }
        Trial trial = viewers.as(Viewer.machine(), () -> trials.run(with(table.published(), drafts)))
                .together(drafts.size());
        int tried = 0;
        for (Wording draft : drafts) {
            if (table.tried(draft.id(), draft.version(), trial, Instant.now(clock))) {
                tried++;
                audit.enter(Deed.of("claims.try", "claim", Long.toString(draft.id()))
                        .with(Map.of(
                                "offers", trial.offers(), "changed", trial.changed(), "together", drafts.size())));
            }
        }
        return tried;
    }

    /** @param refused how many were left as they are, by the reason */
    record Together(int published, Map<Refusal, Integer> refused) {}

    /** Publishes what may be published of these drafts; the others stay drafts. */
    Together publish(String q, String kind, String why) {
        viewers.require("claims.publish", DECIDERS);
        int published = 0;
        var refused = new EnumMap<Refusal, Integer>(Refusal.class);
        for (Wording draft : drafts(q, kind)) {
            var refusal = publish(draft.id(), draft.version(), why);
            if (refusal.isEmpty()) {
                published++;
            } else {
                refused.merge(refusal.get(), 1, Integer::sum);
            }
        }
        return new Together(published, refused);
    }

    /** From the commit on, offers are screened with it. */
    Optional<Refusal> publish(long id, int version, String why) {
        Viewer viewer = viewers.require("claims.publish", DECIDERS);
        Wording draft = table.find(id).orElseThrow(() -> new NotFound("claim " + id));
        if (draft.state() != State.DRAFT) {
            return Optional.of(Refusal.OTHER_STATE);
        }
        if (draft.writerId() == viewer.person()) {
            return Optional.of(Refusal.OWN);
        }
        if (draft.trial() == null) {
            return Optional.of(Refusal.NOT_TRIED);
        }
        if (why.isBlank()) {
            return Optional.of(Refusal.NO_REASON);
        }
        Instant now = Instant.now(clock);
        var there = table.published(draft.content().words(), draft.content().language());
        if (there.isPresent() && !Objects.equals(draft.replaces(), there.get().id())) {
            return Optional.of(Refusal.THERE_ALREADY);
        }
        Optional.ofNullable(draft.replaces())
                .flatMap(table::find)
                .filter(old -> old.state() == State.PUBLISHED)
                .ifPresent(old -> table.decide(
                        old.id(), old.version(), State.PUBLISHED, State.WITHDRAWN, viewer.name(), now, "→ " + id));
        if (!table.decide(id, version, State.DRAFT, State.PUBLISHED, viewer.name(), now, why)) {
            throw new Conflict(draft.content().words(), draft.writer(), draft.writtenAt());
        }
        audit.enter(Deed.of("claims.publish", "claim", Long.toString(id))
                .because(why)
                .with(told(draft.content())));
        events.publishEvent(new ClaimsChanged(draft.content().words()));
        return Optional.empty();
    }

    /** A draft is given up, a published wording counts no more. */
    Optional<Refusal> withdraw(long id, int version, String why) {
        Wording wording = table.find(id).orElseThrow(() -> new NotFound("claim " + id));
        boolean draft = wording.state() == State.DRAFT;
        Viewer viewer = draft
                ? viewers.require("claims.withdraw", Role.OFFICER, Role.HEAD, Role.ANALYST, Role.ADMINISTRATOR)
                : viewers.require("claims.withdraw", DECIDERS);
        if (wording.state() == State.WITHDRAWN) {
            return Optional.of(Refusal.OTHER_STATE);
        }
        if (why.isBlank()) {
            return Optional.of(Refusal.NO_REASON);
        }
        if (!table.decide(id, version, wording.state(), State.WITHDRAWN, viewer.name(), Instant.now(clock), why)) {
            throw new Conflict(wording.content().words(), wording.writer(), wording.writtenAt());
        }
        audit.enter(Deed.of("claims.withdraw", "claim", Long.toString(id)).because(why));
        if (!draft) {
            events.publishEvent(new ClaimsChanged(wording.content().words()));
        }
        return Optional.empty();
    }

    private List<Claim> with(List<Wording> published, List<Wording> drafts) {
        var today = LocalDate.now(clock);
        var claims = new LinkedHashMap<String, Claim>();
        ShippedClaims.all().forEach(claim -> claims.put(key(claim.text(), claim.language()), claim));
        var all = new ArrayList<>(published);
        for (Wording draft : drafts) {
            all.removeIf(wording -> Objects.equals(draft.replaces(), wording.id()));
        }
        all.addAll(drafts);
        for (Wording wording : all) {
            Content content = wording.content();
            if (wording.state() == State.DRAFT || content.countsOn(today)) {
                if (content.switchesOff()) {
                    claims.remove(key(content));
                } else {
                    claims.put(key(content), content.claim());
                }
            }
        }
        return List.copyOf(claims.values());
    }

    static String key(Content content) {
        return key(content.words(), content.language());
    }

    static String key(String words, String language) {
        return language + ":" + words;
    }

    private static Map<String, Object> told(Content content) {
        return Map.of(
                "words", content.words(),
                "off", content.switchesOff(),
                "kind", content.kind().code(),
                "weight", content.weight(),
                "unless", content.unless(),
                "from", content.fromDay());
    }
}
