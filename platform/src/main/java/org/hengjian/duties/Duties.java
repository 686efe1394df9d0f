package org.hengjian.duties;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.agencies.Agencies;
import org.hengjian.agencies.People;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.law.Deadline;
import org.hengjian.law.Law;
import org.hengjian.law.Period;
import org.hengjian.time.DayHasPassed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The door of the duties' room: keep what runs on a thing. */
@Service
public class Duties {

    private final DutyTable table;
    private final Law law;
    private final Questions questions;
    private final People people;
    private final Agencies agencies;
    private final Audit audit;
    private final TransactionTemplate apart;
    private final Clock clock;
    private final double amberFrom;

    /** @param amberFrom share of a term after which its light is amber; a choice of display, no legal number */
    Duties(
            DutyTable table,
            Law law,
            Questions questions,
            People people,
            Agencies agencies,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${hengjian.duties.amber-from:0.6667}") double amberFrom) {
        this.table = table;
        this.law = law;
        this.questions = questions;
        this.people = people;
        this.agencies = agencies;
        this.audit = audit;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.amberFrom = amberFrom;
    }

    /**
     * A thing with terms.
     *
     * @param object kind of thing, {@code case}; its message is {@code duties.object.<object>}
     * @param number as people know it
     * @param href   its page
     */
    public record Subject(
            String object, long id, String number, String title, String href, long agency, String line, int region) {}

    /**
     * Keeps all that runs on a thing, in the transaction of the step that changed it. What is not among them any more has
     * ended.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Subject subject, List<Duty> duties) {
        keep(Map.of(subject, duties));
    }

    /** The same for many things of one kind at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Map<Subject, List<Duty>> things) {
        if (!things.isEmpty()) {
            table.keep(
                    things.entrySet().stream()
                            .map(thing -> new DutyTable.Kept(
                                    thing.getKey(),
                                    thing.getValue().stream().map(duty -> row(thing.getKey(), duty)).toList()))
                            .toList(),
                    LocalDate.now(clock));
        }
    }

    /**
     * Lets no other transaction keep duties of a kind until this one ends. For those who keep them after the step, from an
     * event: called before the things are read, it keeps an older sight from overwriting a newer one.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void alone(String object) {
        table.alone(object);
    }

    /** Whether anything of this kind was ever kept. */
    @Transactional(readOnly = true)
    public boolean knows(String object) {
        return table.knows(object);
    }

    private DutyTable.Row row(Subject subject, Duty duty) {
        var deadline = duty.deadline();
        var due = deadline.dueDay().orElseThrow();
        var start = deadline.question().start();
        var version = deadline.version();
        var source = version == null || version.sources().isEmpty() ? null : version.sources().getFirst();
        var holder = duty.holder().orElse(new Duty.Holder(subject.agency(), subject.line(), subject.region(), List.of()));
        var moment = inHours(deadline) ? deadline.dueMoment() : null;
        return new DutyTable.Row(
                subject.id(),
                subject.number(),
                subject.title(),
                subject.href(),
                holder.agency(),
                holder.line(),
                holder.region(),
                holder.seenBy().stream().filter(agency -> agency != holder.agency()).distinct().sorted().toList(),
                duty.key(),
                deadline.question().duty(),
                duty.nameKey(),
                start,
                amber(deadline, start, due),
                due,
                moment == null ? null : moment.toInstant(),
                inWorkingDays(deadline),
                duty.pausedUntil().orElse(null),
                duty.doneOn().orElse(null),
                duty.owners().stream().map(Duty.Owner::id).toList(),
                duty.owners().stream().map(Duty.Owner::name).collect(Collectors.joining("、")),
                source == null ? "" : source.instrument(),
                source == null ? "" : source.article(),
                source == null || source.quotes().isEmpty() ? "" : source.quotes().getFirst(),
                questions.written(deadline.question()),
                duty.cause().map(Duty.Cause::words).orElse(""),
                duty.cause().map(Duty.Cause::number).orElse(""));
    }

    /** The first day of the last part of the term, counted in the days that the law counts. */
    private LocalDate amber(Deadline deadline, LocalDate start, LocalDate due) {
        if (!due.isAfter(start)) {
            return due;
        }
        var days = start.plusDays(1)
                .datesUntil(due.plusDays(1))
                .filter(day -> !inWorkingDays(deadline) || law.workingDays().isWorkingDayProvisionally(day))
                .toList();
        int gone = (int) Math.ceil(days.size() * amberFrom);
        return gone >= days.size() ? due : days.get(gone);
    }

    private static boolean inHours(Deadline deadline) {
        return deadline.period() != null && deadline.period().unit() == Period.Unit.HOURS;
    }

    private static boolean inWorkingDays(Deadline deadline) {
        return deadline.period() != null && deadline.period().unit() == Period.Unit.WORKING_DAYS;
    }

    @ApplicationModuleListener
    void on(DayHasPassed event) {
        enterMissed(event.day());
    }

    /**
     * Enters what was due on the day that is over and had not been done, and tells whom it is brought before. Each entry is a
     * transaction of its own, so that a step taken meanwhile waits for one entry and never for all.
     */
    void enterMissed(LocalDate day) {
        for (var missed = table.missed(day); !missed.isEmpty(); missed = table.missed(day)) {
            for (var one : missed) {
                apart.executeWithoutResult(_ -> enter(one, day));
            }
        }
    }

    private void enter(DutyTable.Missed missed, LocalDate day) {
        String heads = superiors(missed.agency(), day);
        if (table.enter(missed, day, heads)) {
            audit.enter(Deed.of("duties.miss", missed.object(), missed.subject())
                    .with(Map.of("duty", missed.duty(), "due", missed.due(), "escalatedTo", heads)));
        }
    }

    /** The heads of the agency; of one that has none on record the nearest above that has, else the agency above. */
    private String superiors(long agency, LocalDate day) {
        var heads = people.of(agency, Role.HEAD);
        if (!heads.isEmpty()) {
            return heads.stream().map(People.Person::name).collect(Collectors.joining("、"));
        }
        var above = agencies.on(agency, day).map(Agencies.Agency::parent).flatMap(parent -> agencies.on(parent, day));
        return above.map(one -> one.name() + people.of(one.id(), Role.HEAD).stream()
                        .map(People.Person::name)
                        .collect(Collectors.joining("、", "（", "）")))
                .map(words -> words.replace("（）", ""))
                .orElse("");
    }

    static boolean isMine(Viewer viewer) {
        return viewer.hasAny(Role.OFFICER, Role.REVIEWER, Role.POLICE) && !viewer.has(Role.HEAD);
    }
}
