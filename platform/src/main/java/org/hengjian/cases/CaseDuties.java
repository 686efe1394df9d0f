package org.hengjian.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Agencies;
import org.hengjian.agencies.People;
import org.hengjian.duties.Duties;
import org.hengjian.duties.Duty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the duties' room what runs in a case, with each step. */
@Component
class CaseDuties {

    private static final Set<String> OF_MEASURES = Set.of(Clocks.REGISTRATION, Clocks.SEIZURE, Clocks.URGENT);
    private static final int AT_ONCE = 200;
    private static final int REMEMBERED = 10_000;

    private final Duties duties;
    private final Clocks clocks;
    private final CaseTable table;
    private final People people;
    private final Agencies agencies;
    private final Viewers viewers;
    private final Clock clock;
    private final TransactionTemplate transaction;
    /** What was told last of the cases that went on last, by hash. */
    private final Map<Long, Integer> told = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
            return size() > REMEMBERED;
        }
    });

    CaseDuties(
            Duties duties,
            Clocks clocks,
            CaseTable table,
            People people,
            Agencies agencies,
            Viewers viewers,
            Clock clock,
            TransactionTemplate transaction) {
        this.duties = duties;
        this.clocks = clocks;
        this.table = table;
        this.people = people;
        this.agencies = agencies;
        this.viewers = viewers;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** All that runs or ran in the case. */
    void keep(CaseFile file) {
        keep(file, terms(file, clocks.of(file)));
    }

    /**
     * In the transaction of the step. A term that was met before it and that it leaves as it was, stands in the list as the
     * step left it that met it; a step that leaves all terms as they were has nothing to tell, where this server told just
     * that before and nobody reviews: who does so is asked anew. Under another edition of the law, other terms are told.
     *
     * @param running the terms of the case as they are now
     */
    void keep(CaseFile file, List<Clocks.Clock> running, CaseFile before) {
        var over = terms(before, clocks.of(before));
        var terms = terms(file, running);
        boolean sameName = file.name().equals(before.name());
        int what = Objects.hash(terms, file.name(), file.docket().officers());
        if (sameName && terms.equals(over) && file.docket().officers().equals(before.docket().officers())
                && terms.stream().noneMatch(term -> term.clock().runs() && term.clock().duty().equals(Clocks.REVIEW))
                && Objects.equals(told.get(file.docket().id()), what)) {
            return;
        }
        keep(file, terms.stream()
                .filter(term -> term.clock().runs() || !sameName || !over.contains(term))
                .toList());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                told.put(file.docket().id(), what);
            }
        });
    }

    private void keep(CaseFile file, List<Term> terms) {
        var docket = file.docket();
        var viewer = viewers.require();
        boolean own = viewer.agency() == docket.agency();
        var agency = own ? null : agencies.on(docket.agency(), LocalDate.now(clock)).orElseThrow();
        duties.keep(
                new Duties.Subject(
                        CaseDocuments.OBJECT,
                        docket.id(),
                        file.name(),
                        docket.matter().title(),
                        "/cases/" + docket.id(),
                        docket.agency(),
                        agency == null ? viewer.line() : agency.line(),
                        agency == null ? viewer.region() : agency.region()),
                terms.stream().map(term -> duty(term, file)).toList());
    }

    /** A term, by the name under which it is kept. */
    private record Term(String key, Clocks.Clock clock, Optional<Duty.Cause> cause) {}

    /** Those that bind the agency; none any more when the case has ended. */
    private List<Term> terms(CaseFile file, List<Clocks.Clock> running) {
        if (file.stage().isEnd()) {
            return List.of();
        }
        var terms = new ArrayList<Term>();
        var times = new HashMap<String, Integer>();
        running.stream()
                .filter(term -> !term.party() && !OF_MEASURES.contains(term.duty()))
                .sorted(java.util.Comparator.comparing(term -> term.deadline().question().start()))
                .forEach(term -> {
                    String key = term.duty() + " " + term.deadline().question().start();
                    int before = times.merge(key, 1, Integer::sum) - 1;
                    terms.add(new Term(before == 0 ? key : key + " " + before, term, cause(term, 0, file)));
                });
        for (Measure measure : Measure.of(file.docket())) {
            clocks.of(measure, file.docket())
                    .ifPresent(term -> terms.add(
                            new Term(term.duty() + " " + measure.n(), term, cause(term, measure.n(), file))));
        }
        return terms;
    }

    private Duty duty(Term term, CaseFile file) {
        var clock = term.clock();
        return new Duty(
                        term.key(), "cases.duty." + clock.duty(), clock.deadline(), clock.pausedUntil(), clock.met(),
                        owners(clock, file))
                .because(term.cause());
    }

    /** The newest paper that stopped or lengthened the term, with the number of the document where it bears one. */
    private static Optional<Duty.Cause> cause(Clocks.Clock term, int measure, CaseFile file) {
        boolean handling = term.duty().equals(Clocks.HANDLING);
        if (!handling && measure == 0) {
            return Optional.empty();
        }
        return file.docket().entries().reversed().stream()
                .flatMap(entry -> switch (entry.paper()) {
                    case Paper.Suspended paper when handling && file.docket().suspension().filter(entry::equals).isPresent() ->
                        Stream.of(new Duty.Cause(entry.by().on() + " 中止调查：" + paper.text(), ""));
                    case Paper.Extended paper when handling ->
                        Stream.of(new Duty.Cause(entry.by().on() + " 延长办案期限：" + paper.ground(), ""));
                    case Paper.MeasureExtended paper when paper.measure() == measure && measure > 0 ->
                        Stream.of(new Duty.Cause(entry.by().on() + " 延长：" + paper.ground(), paper.number().text()));
                    case Paper.TestingCommissioned paper when handling ? excludes(term, entry) : paper.measure() == measure ->
                        Stream.of(new Duty.Cause(
                                entry.by().on() + " 检测、鉴定期间不计入：" + paper.institution(), paper.notice().text()));
                    case Paper.TestingProlonged paper when handling && term.pausedUntil().isPresent() ->
                        Stream.of(new Duty.Cause(
                                entry.by().on() + " 延长检测、鉴定期间：" + paper.ground(), paper.notice().text()));
                    default -> Stream.<Duty.Cause>empty();
                })
                .findFirst();
    }

    /** Whether the law leaves the days that a paper began out of the term. */
    private static boolean excludes(Clocks.Clock term, Entry entry) {
        return term.deadline().counting().stream().anyMatch(span -> span.from().equals(entry.by().on()));
    }

    /** The officers of the case; the reviewers of its agency while it lies with them. */
    private List<Duty.Owner> owners(Clocks.Clock term, CaseFile file) {
        if (term.duty().equals(Clocks.REVIEW)) {
            return people.of(file.docket().agency(), Role.REVIEWER).stream()
                    .map(person -> new Duty.Owner(person.id(), person.name()))
                    .toList();
        }
        return file.docket().officers().stream()
                .map(officer -> new Duty.Owner(officer.id(), officer.name()))
                .toList();
    }

    /** Cases of before there was such a list. */
    @EventListener
    void on(ApplicationReadyEvent ready) {
        viewers.as(Viewer.machine(), () -> {
            if (Boolean.TRUE.equals(transaction.execute(_ -> duties.knows(CaseDocuments.OBJECT)))) {
                return;
            }
            long last = 0;
            for (var open = open(last); !open.isEmpty(); open = open(last)) {
                var some = open;
                transaction.executeWithoutResult(_ -> some.forEach(id -> table.find(id).ifPresent(this::keep)));
                last = open.getLast();
            }
        });
    }

    private List<Long> open(long after) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> table.open(after, AT_ONCE)));
    }
}
