package org.hengjian.leads;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Agencies;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.intake.Intake;
import org.hengjian.screening.Clearing;
import org.hengjian.screening.Kind;
import org.hengjian.screening.SellerHistory;
import org.hengjian.screening.Thresholds;
import org.hengjian.screening.Standing;
import org.hengjian.screening.Verdict;
import org.hengjian.shell.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The door of leads (线索): screens what was received, and tells other rooms what they need of a lead. */
@Service
public class Leads {

    private final LeadTable table;
    private final LeadParcelTable parcels;
    private final ChunkTable chunks;
    private final Deeds deeds;
    private final Routing routing;
    private final VerificationClock verification;
    private final CurrentScreening screening;
    private final SellerPast past;
    private final CampaignTable campaigns;
    private final Intake intake;
    private final Agencies agencies;
    private final Audit audit;
    private final Viewers viewers;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Leads(
            LeadTable table,
            LeadParcelTable parcels,
            ChunkTable chunks,
            Deeds deeds,
            Routing routing,
            VerificationClock verification,
            CurrentScreening screening,
            SellerPast past,
            CampaignTable campaigns,
            Intake intake,
            Agencies agencies,
            Audit audit,
            Viewers viewers,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.parcels = parcels;
        this.chunks = chunks;
        this.deeds = deeds;
        this.routing = routing;
        this.verification = verification;
        this.screening = screening;
        this.past = past;
        this.campaigns = campaigns;
        this.intake = intake;
        this.agencies = agencies;
        this.audit = audit;
        this.viewers = viewers;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Screens a chunk of a batch and writes down what is to be looked at, and what was noticed and let go. Told twice,
     * it is done once.
     *
     * @param offers listings of one batch in order, all with their id
     * @return how many leads are new
     */
    @Transactional
    public int receive(List<Received> offers) {
        if (!viewers.require().isMachine()) {
            throw new Forbidden("leads.receive");
        }
        if (offers.isEmpty()) {
            return 0;
        }
        Received first = offers.getFirst();
        Received last = offers.getLast();
        if (first.batch() == null || first.listing() == null || last.listing() == null) {
            throw new IllegalArgumentException("a chunk has a batch, and its listings have ids");
        }
        LocalDate day = LocalDate.now(clock);
        var receiver = agencies.on(first.agency(), day).orElseThrow();
        if (!chunks.begin(
                first.batch(), first.listing(), last.listing(), offers.size(), Instant.now(clock), day, receiver)) {
            return 0;
        }
        CurrentScreening.Snapshot snapshot = screening.now();
        Routing.Pass routes = routing.on(day);
        Optional<CampaignThreshold> campaign = intake.batch(first.batch())
                .flatMap(batch -> campaigns.inForce(first.agency(), batch.source(), day));
        Thresholds thresholds = campaign.map(CampaignThreshold::thresholds).orElse(Thresholds.STANDARD);
        String basis = campaign.map(one -> snapshot.name() + " · " + one.shown()).orElse(snapshot.name());
        String campaignName = campaign.map(CampaignThreshold::name).orElse("");
        var histories = past.of(offers);
        var found = new ArrayList<LeadTable.Fresh>();
        var cleared = new TreeMap<String, Integer>();
        int suspects = 0;
        int reviews = 0;
        for (Received offer : offers) {
            SellerHistory history = histories.of(offer);
            Verdict verdict = snapshot.screening().screen(offer.listingForScreening(), thresholds, history);
            switch (verdict.standing()) {
                case SUSPECT -> suspects++;
                case REVIEW -> reviews++;
                case CLEAR -> whitelisted(verdict).ifPresent(kind -> cleared.merge(kind.code(), 1, Integer::sum));
            }
            if (!Explanation.isSilent(verdict)) {
                var judgedBy = JudgedBy.of(thresholds, campaignName, history, verdict.right());
                found.add(fresh(offer, Explanation.of(verdict, basis, judgedBy), verdict, routes, stage(verdict)));
            }
        }
        int leads = suspects + reviews;
        write(found, leads, day);
        chunks.count(first.batch(), first.listing(), suspects, reviews, cleared);
        audit.enter(Deed.of("leads.screen", "batch", first.batch().toString())
                .with(Map.of(
                        "from", first.listing(),
                        "to", last.listing(),
                        "screened", offers.size(),
                        "suspects", suspects,
                        "reviews", reviews,
                        "cleared", cleared,
                        "snapshot", basis)));
        return leads;
    }

    /** What a person saw themselves and writes down: a lead whatever screening thinks of it. */
    public Lead register(Received offer) {
        var viewer = viewers.require("leads.register", Role.OFFICER, Role.HEAD);
        LocalDate day = LocalDate.now(clock);
        CurrentScreening.Snapshot snapshot = screening.now();
        SellerHistory history = past(offer).of(offer);
        Verdict verdict = snapshot.screening().screen(offer.listingForScreening(), Thresholds.STANDARD, history);
        var explanation = Explanation.of(
                verdict, snapshot.name(), JudgedBy.of(Thresholds.STANDARD, "", history, verdict.right()));
        // The competent agency may be another one: the machine writes the row, the person stands in it and in the log.
        return viewers.as(Viewer.machine(), () -> transaction.execute(_ -> {
            var found = fresh(offer, explanation, verdict, routing.on(day), new Stage.Received());
            String number = number("X", day, table.takeNumbers(day.getYear(), 1));
            var due = verification.due(day, 0).orElse(null);
            table.add(List.of(found), List.of(number), day, Instant.now(clock), due, viewer.name());
            viewers.as(viewer, () -> audit.enter(Deed.of("leads.register", "lead", number)));
            events.publishEvent(new LeadsMoved(List.of(number)));
            return table.find(number).orElseThrow();
        }));
    }

    /** The machine's sight: the earlier leads may be another agency's, and only their number is told. */
    private SellerPast.Histories past(Received offer) {
        return viewers.as(
                Viewer.machine(), () -> Objects.requireNonNull(transaction.execute(_ -> past.of(List.of(offer)))));
    }

    /** Writes them down, and says under which numbers, in their order. */
    List<String> write(List<LeadTable.Fresh> found, int leads, LocalDate day) {
        if (found.isEmpty()) {
            return List.of();
        }
        long number = table.takeNumbers(day.getYear(), found.size()) - found.size();
        var numbers = new ArrayList<String>(found.size());
        for (LeadTable.Fresh one : found) {
            numbers.add(number(one.isSuspected() ? "X" : "S", day, ++number));
        }
        table.add(
                found,
                numbers,
                day,
                Instant.now(clock),
                leads == 0 ? null : verification.due(day, 0).orElse(null),
                Viewer.machine().name());
        if (leads > 0) {
            events.publishEvent(
                    new LeadsMoved(numbers.stream().filter(one -> one.startsWith("X")).toList()));
        }
        return numbers;
    }

    static LeadTable.Fresh fresh(
            Received offer, Explanation explanation, Verdict verdict, Routing.Pass routes, Stage stage) {
        var right = Routing.claimed(verdict.right());
        return new LeadTable.Fresh(offer, stage, explanation, right, routes.route(offer, right));
    }

    static Stage stage(Verdict verdict) {
        return verdict.standing() == Standing.CLEAR ? new Stage.Cleared() : new Stage.Screened();
    }

    /** The white list that let it go: the verdict's own kind when it is an honest one, else the first clearing. */
    private static Optional<Kind> whitelisted(Verdict verdict) {
        if (verdict.kind() != Kind.NONE && verdict.kind().honest()) {
            return Optional.of(verdict.kind());
        }
        return verdict.clearings().stream().map(Clearing::kind).findFirst();
    }

    private static String number(String letter, LocalDate day, long number) {
        return "%s-%d-%06d".formatted(letter, day.getYear(), number);
    }

    /** A lead by its number, as far as the viewer may see it. */
    @Transactional(readOnly = true)
    public Optional<Lead> find(String number) {
        return table.find(number);
    }

    /** Those of the numbers that the viewer may see. */
    @Transactional(readOnly = true)
    public List<Lead> find(List<String> numbers) {
        return numbers.isEmpty() ? List.of() : table.find(numbers);
    }

    /** The lead that a listing became, or its row as screened and not suspected; empty when nothing was noticed. */
    @Transactional(readOnly = true)
    public Optional<Lead> ofListing(long listing) {
        return table.ofListing(listing);
    }

    /** Leads that the viewer may see at which parcels hang, by the id of the parcel's first version. */
    @Transactional(readOnly = true)
    public Map<Long, List<Lead>> ofParcels(List<Long> firsts) {
        var numbers = firsts.isEmpty() ? Map.<Long, List<String>>of() : parcels.leadsOf(firsts);
        var byNumber = new HashMap<String, Lead>();
        find(numbers.values().stream().flatMap(List::stream).distinct().toList())
                .forEach(lead -> byNumber.put(lead.number(), lead));
        var leads = new HashMap<Long, List<Lead>>();
        numbers.forEach((first, some) ->
                leads.put(first, some.stream().map(byNumber::get).filter(Objects::nonNull).toList()));
        return leads;
    }

    /** First versions of the parcels that hang at leads, by the lead's number. */
    @Transactional(readOnly = true)
    public Map<String, List<Long>> parcelsOf(List<String> numbers) {
        return numbers.isEmpty() ? Map.of() : parcels.firstsOf(numbers);
    }

    /** What screening came to in a batch so far. */
    @Transactional(readOnly = true)
    public Tally tally(long batch) {
        return chunks.ofBatch(batch);
    }

    /**
     * The verified lead is now a case (立案). Call it in the transaction that files the case.
     *
     * @return refused when it is not verified, or filed already, with the reason
     */
    @Transactional
    public Answer filed(String leadNumber, String caseNumber) {
        Lead lead = table.find(leadNumber).orElseThrow(() -> new NotFound("lead " + leadNumber));
        return deeds.file(lead, caseNumber);
    }
}
