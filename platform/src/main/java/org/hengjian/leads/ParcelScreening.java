package org.hengjian.leads;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.hengjian.agencies.Agencies;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.intake.Parcel;
import org.hengjian.intake.Parcels;
import org.hengjian.intake.ParcelsAccepted;
import org.hengjian.screening.SellerHistory;
import org.hengjian.screening.Standing;
import org.hengjian.screening.Thresholds;
import org.hengjian.screening.Verdict;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Hears of each chunk of parcels that intake took in and screens their declared goods as it screens a title. A suspected one
 * joins the open lead of the same sender or shop about the same right, or becomes a lead. Heard twice, it is done once.
 */
@Component
class ParcelScreening {

    private final Parcels parcels;
    private final Leads leads;
    private final LeadParcelTable table;
    private final ChunkTable chunks;
    private final CurrentScreening screening;
    private final SellerPast past;
    private final Routing routing;
    private final Agencies agencies;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ParcelScreening(
            Parcels parcels,
            Leads leads,
            LeadParcelTable table,
            ChunkTable chunks,
            CurrentScreening screening,
            SellerPast past,
            Routing routing,
            Agencies agencies,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.parcels = parcels;
        this.leads = leads;
        this.table = table;
        this.chunks = chunks;
        this.screening = screening;
        this.past = past;
        this.routing = routing;
        this.agencies = agencies;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Which parcels would be one lead. */
    private record Subject(String sender, String right, long agency) {}

    /** A suspected parcel on its way to a lead. */
    private record Suspected(Parcel parcel, Verdict verdict, LeadTable.Fresh fresh) {}

    @ApplicationModuleListener
    void on(ParcelsAccepted event) {
        screen(parcels.ofChunk(event.batch(), event.fromParcel(), event.toParcel()));
    }

    /** @param some parcels of one batch in order */
    void screen(List<Parcel> some) {
        if (some.isEmpty()) {
            return;
        }
        Parcel first = some.getFirst();
        LocalDate day = LocalDate.now(clock);
        var receiver = agencies.on(first.agency(), day).orElseThrow();
        if (!chunks.begin(
                first.batch(), first.id(), some.getLast().id(), some.size(), Instant.now(clock), day, receiver)) {
            return;
        }
        var suspected = suspected(some, day);
        int suspects = (int) suspected.stream()
                .filter(one -> one.verdict().standing() == Standing.SUSPECT)
                .count();
        attach(suspected, day);
        chunks.count(first.batch(), first.id(), suspects, suspected.size() - suspects, Map.of());
        audit.enter(Deed.of("leads.screen", "batch", Long.toString(first.batch()))
                .with(Map.of(
                        "from", first.id(),
                        "to", some.getLast().id(),
                        "screened", some.size(),
                        "suspects", suspects,
                        "reviews", suspected.size() - suspects,
                        "snapshot", screening.now().name())));
    }

    private List<Suspected> suspected(List<Parcel> some, LocalDate day) {
        CurrentScreening.Snapshot snapshot = screening.now();
        Routing.Pass routes = routing.on(day);
        var offers = some.stream().map(ParcelScreening::offer).toList();
        var histories = past.of(offers);
        var suspected = new ArrayList<Suspected>();
        for (int i = 0; i < some.size(); i++) {
            Received offer = offers.get(i);
            SellerHistory history = histories.of(offer);
            Verdict verdict = snapshot.screening().screen(offer.listingForScreening(), Thresholds.STANDARD, history);
            if (verdict.standing() != Standing.CLEAR) {
                var explanation = Explanation.of(
                        verdict, snapshot.name(), JudgedBy.of(Thresholds.STANDARD, "", history, verdict.right()));
                suspected.add(
                        new Suspected(some.get(i), verdict, Leads.fresh(offer, explanation, verdict, routes, Leads.stage(verdict))));
            }
        }
        return suspected;
    }

    private void attach(List<Suspected> suspected, LocalDate day) {
        var numbers = new LinkedHashMap<Subject, String>();
        var fresh = new LinkedHashMap<Subject, LeadTable.Fresh>();
        for (Suspected one : suspected) {
            var subject = subject(one);
            if (numbers.containsKey(subject) || fresh.containsKey(subject)) {
                continue;
            }
            table.holder(one.parcel(), one.fresh().offer().seller(), subject.agency(), subject.right())
                    .ifPresentOrElse(
                            number -> numbers.put(subject, number), () -> fresh.put(subject, one.fresh()));
        }
        var joined = new LinkedHashSet<>(numbers.values());
        var written = leads.write(List.copyOf(fresh.values()), fresh.size(), day);
        int at = 0;
        for (Subject subject : fresh.keySet()) {
            numbers.put(subject, written.get(at++));
        }
        for (Suspected one : suspected) {
            String number = numbers.get(subject(one));
            if (number != null) {
                table.add(number, one.parcel(), one.verdict().standing(), one.verdict().score(), Instant.now(clock));
            }
        }
        joined.forEach(number -> audit.enter(Deed.of("leads.parcel", "lead", number)));
        if (!joined.isEmpty()) {
            events.publishEvent(new LeadsMoved(List.copyOf(joined)));
        }
    }

    private static Subject subject(Suspected one) {
        return new Subject(
                one.parcel().sender(), one.fresh().right().id(), one.fresh().way().agency().id());
    }

    /** What is declared stands for the title; a declared value is no price that anybody asked. */
    private static Received offer(Parcel parcel) {
        boolean sold = !parcel.shop().isEmpty();
        return new Received(
                null,
                parcel.batch(),
                parcel.rowNumber(),
                parcel.waybill(),
                parcel.goods(),
                "",
                null,
                "CNY",
                "",
                "",
                sold ? parcel.shop() : parcel.sentByFirm() ? parcel.senderName() : "",
                parcel.senderCode(),
                sold ? parcel.platform() : "",
                "",
                parcel.senderRegion(),
                List.of(),
                parcel.agency(),
                parcel.region());
    }
}
