package org.hengjian.referrals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the duties' room what runs in a referral, for each side what binds it. A step of one side starts or ends duties
 * of another, so this is the machine's work after the step, from the referral as it then stands.
 */
@Component
class ReferralDuties {

    private static final int AT_ONCE = 200;

    private final Duties duties;
    private final Clocks clocks;
    private final ReferralTable table;
    private final Agencies agencies;
    private final People people;
    private final Viewers viewers;
    private final java.time.Clock clock;
    private final TransactionTemplate transaction;

    ReferralDuties(
            Duties duties,
            Clocks clocks,
            ReferralTable table,
            Agencies agencies,
            People people,
            Viewers viewers,
            java.time.Clock clock,
            TransactionTemplate transaction) {
        this.duties = duties;
        this.clocks = clocks;
        this.table = table;
        this.agencies = agencies;
        this.people = people;
        this.viewers = viewers;
        this.clock = clock;
        this.transaction = transaction;
    }

    @ApplicationModuleListener
    void on(ReferralStepTaken event) {
        duties.alone(ReferralDocuments.OBJECT);
        table.find(event.id()).ifPresent(this::keep);
    }

    private void keep(Referral referral) {
        var dossier = referral.dossier();
        var holder = holder(dossier.agency(), referral);
        var running = referral.stage().isEnd()
                ? List.<Duty>of()
                : clocks.of(referral).stream()
                        .filter(term -> !term.may())
                        .map(term -> duty(term, referral))
                        .toList();
        duties.keep(
                new Duties.Subject(
                        ReferralDocuments.OBJECT, dossier.id(), referral.name(), dossier.matter().title(),
                        "/referrals/" + dossier.id(), holder.agency(), holder.line(), holder.region()),
                running);
    }

    private Duty duty(Clocks.Clock term, Referral referral) {
        return new Duty(
                        "%d %s".formatted(term.begun(), term.side()),
                        "referrals.duty." + term.duty(),
                        term.deadline(),
                        Optional.empty(),
                        term.met().map(Signature::on),
                        owners(term, referral))
                .of(holder(office(term, referral), referral))
                .because(cause(term, referral));
    }

    /** The office that had it when the term began: a referral that was forwarded leaves the first one's terms with it. */
    private static Office office(Clocks.Clock term, Referral referral) {
        var dossier = referral.dossier();
        return switch (term.side()) {
            case AGENCY -> dossier.agency();
            case PROCURATORATE -> dossier.procuratorate().orElseThrow();
            case COURT -> dossier.court().orElseThrow();
            case POLICE -> dossier.entries().stream()
                    .filter(entry -> entry.n() <= term.begun())
                    .map(Entry::paper)
                    .flatMap(paper -> switch (paper) {
                        case Paper.Sent sent -> Stream.of(sent.police());
                        case Paper.Forwarded forwarded -> Stream.of(forwarded.to());
                        default -> Stream.<Office>empty();
                    })
                    .reduce((_, later) -> later)
                    .orElseThrow();
        };
    }

    /** Agency, police and prosecutor see the same clocks, from sending on. */
    private Duty.Holder holder(Office office, Referral referral) {
        var dossier = referral.dossier();
        var agency = agencies.on(office.id(), LocalDate.now(clock)).orElseThrow();
        var others = Stream.of(dossier.police(), dossier.procuratorate())
                .flatMap(Optional::stream)
                .map(Office::id);
        return new Duty.Holder(
                agency.id(), agency.line(), agency.region(),
                dossier.letter().isPresent() ? Stream.concat(Stream.of(dossier.agency().id()), others).toList() : List.of());
    }

    /** The team; the heads for the decision; at the police and the procuratorate whoever took it up, before that all of them. */
    private List<Duty.Owner> owners(Clocks.Clock term, Referral referral) {
        var dossier = referral.dossier();
        if (term.side() == Side.AGENCY) {
            return term.duty().equals(Clocks.DECIDE)
                    ? holding(dossier.agency(), Role.HEAD)
                    : dossier.team().stream().map(officer -> new Duty.Owner(officer.id(), officer.name())).toList();
        }
        var office = office(term, referral);
        return dossier.entries().reversed().stream()
                .map(Entry::by)
                .filter(by -> by.agency() == office.id())
                .findFirst()
                .map(by -> List.of(new Duty.Owner(by.person(), by.name())))
                .orElseGet(() -> holding(office, term.side() == Side.POLICE ? Role.POLICE : Role.PROSECUTOR));
    }

    private List<Duty.Owner> holding(Office office, Role role) {
        return people.of(office.id(), role).stream()
                .map(person -> new Duty.Owner(person.id(), person.name()))
                .toList();
    }

    /** An extension bears no number of its own: who approved it, when and why. */
    private static Optional<Duty.Cause> cause(Clocks.Clock term, Referral referral) {
        return referral.dossier()
                .last(Paper.Extended.class)
                .filter(_ -> term.duty().equals(((Paper.Extended) referral.dossier()
                                .last(Paper.Extended.class)
                                .orElseThrow()
                                .paper())
                        .kind()
                        .duty()))
                .map(entry -> {
                    var extended = (Paper.Extended) entry.paper();
                    return new Duty.Cause(
                            "%s 经%s批准延长：%s".formatted(entry.by().on(), extended.approver(), extended.reasons()), "");
                });
    }

    /** Referrals of before there was such a list. */
    @EventListener
    void on(ApplicationReadyEvent ready) {
        viewers.as(Viewer.machine(), () -> {
            if (Boolean.TRUE.equals(transaction.execute(_ -> duties.knows(ReferralDocuments.OBJECT)))) {
                return;
            }
            long last = 0;
            for (var open = open(last); !open.isEmpty(); open = open(last)) {
                var some = open;
                transaction.executeWithoutResult(_ -> {
                    duties.alone(ReferralDocuments.OBJECT);
                    some.forEach(id -> table.find(id).ifPresent(this::keep));
                });
                last = open.getLast();
            }
        });
    }

    private List<Long> open(long after) {
        return Objects.requireNonNull(transaction.execute(_ -> table.open(after, AT_ONCE)));
    }
}
