package org.hengjian.leads;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.intake.Parcel;
import org.hengjian.intake.Parcels;
import org.hengjian.shell.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens who sends a parcel to one reader, for a purpose and a while: once the lead was filed as a case, since before that there
 * is none in which it could be needed.
 */
@Service
@Transactional
class ParcelOpenings {

    /** How long it stays open: long enough to copy a name into a document. */
    static final Duration OPEN = Duration.ofMinutes(15);

    static final int PURPOSE_CHARS_MAX = 300;

    private static final int SHOWN = 200;
    private static final Role[] READERS = {Role.OFFICER, Role.HEAD};

    private final LeadTable leads;
    private final LeadParcelTable table;
    private final Parcels parcels;
    private final Viewers viewers;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    ParcelOpenings(
            LeadTable leads,
            LeadParcelTable table,
            Parcels parcels,
            Viewers viewers,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.leads = leads;
        this.table = table;
        this.parcels = parcels;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * A parcel as the viewer sees it now.
     *
     * @param sender in clear while it is open
     */
    record Sight(LeadParcel at, Optional<Parcel.Sender> sender) {}

    /** The parcels at a lead, newest first. */
    @Transactional(readOnly = true)
    List<Sight> of(Lead lead) {
        var some = table.of(lead, SHOWN);
        var open = table.open(viewers.require().person(), Instant.now(clock));
        var clear = inClear(some.stream().map(one -> one.parcel().id()).filter(open::containsKey).toList());
        return some.stream()
                .map(one -> new Sight(one, Optional.ofNullable(clear.get(one.parcel().id()))))
                .toList();
    }

    /** Intake's row may be another agency's: the machine reads it for whom it was opened, under a ticket of its own. */
    private Map<Long, Parcel.Sender> inClear(List<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : viewers.as(
                        Viewer.machine(),
                        () -> Objects.requireNonNull(ownTransaction.execute(_ -> parcels.senders(ids))));
    }

    /** Whether the viewer is one who could open it, now or once it is a case. */
    boolean mayOpen(Lead lead) {
        return viewers.require().hasAny(READERS) && viewers.require().agency() == lead.agency();
    }

    /** Refused with the reason where the lead is no case yet, or no purpose is given. */
    Answer open(String number, long parcel, String purpose) {
        var viewer = viewers.require("leads.open-parcel", READERS);
        var lead = leads.find(number).orElseThrow(() -> new NotFound("lead " + number));
        table.of(lead, SHOWN).stream()
                .filter(one -> one.parcel().id() == parcel)
                .findFirst()
                .orElseThrow(() -> new NotFound("parcel " + parcel + " of " + number));
        if (lead.agency() != viewer.agency()) {
            return Answer.Refused.of("leads.no.parcel.agency");
        }
        if (!(lead.stage() instanceof Stage.Filed filed)) {
            return Answer.Refused.of("leads.no.parcel.case");
        }
        if (purpose.isBlank() || purpose.length() > PURPOSE_CHARS_MAX) {
            return Answer.Refused.of("leads.no.parcel.purpose", Integer.toString(PURPOSE_CHARS_MAX));
        }
        Instant now = Instant.now(clock);
        table.open(viewer.person(), parcel, filed.caseNumber(), purpose.strip(), now, now.plus(OPEN));
        audit.enter(Deed.of("leads.open-parcel", "lead", number)
                .because(purpose.strip())
                .with(Map.of("parcel", parcel, "case", filed.caseNumber())));
        return new Answer.Done(lead);
    }
}
