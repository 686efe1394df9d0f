package org.hengjian.leads;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Agencies;
import org.hengjian.agencies.People;
import org.hengjian.agencies.Regions;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Entry;
import org.hengjian.intake.Intake;
import org.hengjian.parties.Shop;
import org.hengjian.parties.Shops;
import org.hengjian.pictures.PictureFinding;
import org.hengjian.screening.Finding;
import org.hengjian.screening.Listing;
import org.hengjian.shell.Light;
import org.hengjian.statutes.Computed;
import org.hengjian.statutes.Lights;
import org.hengjian.time.PlatformTime;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lays out leads for their pages. */
@Component
@Transactional(readOnly = true)
class LeadViews {

    private static final int OTHERS_SHOWN = 20;

    private final LeadTable table;
    private final WorkTable work;
    private final JoiningTable joinings;
    private final OfferPictureTable pictures;
    private final Routing routing;
    private final VerificationClock verification;
    private final Counterfactuals counterfactuals;
    private final Grounds grounds;
    private final Lights lights;
    private final Agencies agencies;
    private final People people;
    private final Regions regions;
    private final Audit audit;
    private final Viewers viewers;
    private final Intake intake;
    private final Shops shops;
    private final MessageSource messages;
    private final JsonMapper json;
    private final Clock clock;

    LeadViews(
            LeadTable table,
            WorkTable work,
            JoiningTable joinings,
            OfferPictureTable pictures,
            Routing routing,
            VerificationClock verification,
            Counterfactuals counterfactuals,
            Grounds grounds,
            Lights lights,
            Agencies agencies,
            People people,
            Regions regions,
            Audit audit,
            Viewers viewers,
            Intake intake,
            Shops shops,
            MessageSource messages,
            JsonMapper json,
            Clock clock) {
        this.table = table;
        this.work = work;
        this.joinings = joinings;
        this.pictures = pictures;
        this.routing = routing;
        this.verification = verification;
        this.counterfactuals = counterfactuals;
        this.grounds = grounds;
        this.lights = lights;
        this.agencies = agencies;
        this.people = people;
        this.regions = regions;
        this.audit = audit;
        this.viewers = viewers;
        this.intake = intake;
        this.shops = shops;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
    }

    LeadRow row(Lead lead) {
        return new LeadRow(
                lead, Highlight.runs(lead.goods().title(), "title", lead.explanation()), light(lead), place(lead));
    }

    /** Only what is still to be done has a light. */
    Optional<Light> light(Lead lead) {
        return lead.stage().isOpen() && !(lead.stage() instanceof Stage.Verified)
                ? Optional.ofNullable(lead.due()).map(lights::inWorkingDays)
                : Optional.empty();
    }

    LeadView view(Lead lead) {
        Viewer viewer = viewers.require();
        LocalDate today = LocalDate.now(clock);
        boolean own = viewer.agency() == lead.agency();
        List<LeadRow> others = table.ofSeller(lead, OTHERS_SHOWN).stream().map(this::row).toList();
        var refused = new LinkedHashMap<String, String>();
        for (Verb verb : Verb.values()) {
            if (!viewer.hasAny(verb.roles().toArray(Role[]::new))) {
                refused.put(verb.name(), "leads.no.role." + verb.name());
            } else {
                lead.stage().refuses(verb).ifPresent(why -> refused.put(verb.name(), "leads.no." + why));
            }
        }
        return new LeadView(
                lead,
                explained(listing(lead), lead.explanation()),
                light(lead),
                Computed.ofRunning(verification.deadline(lead.clockFrom(), lead.extensions()), today),
                routing.competent(lead.routed().rule(), lead.receivedOn()),
                agencies.on(lead.agency(), today).map(Agencies.Agency::name).orElse(""),
                place(lead),
                shop(lead),
                lead.origin().listing() != null && intake.listing(lead.origin().listing()).isPresent(),
                others,
                others.stream().filter(other -> duplicates(lead, other.lead())).toList(),
                table.mergedInto(lead.number()).stream().map(this::row).toList(),
                work.verifications(lead.id()),
                work.photos(lead.id()),
                work.extensions(lead.id()),
                work.transfers(lead.id()),
                history(lead),
                own && lead.isSuspected() ? broughtBy(lead, today) : List.of(),
                own ? people.of(lead.agency(), Role.OFFICER) : List.of(),
                grounds.all(),
                refused,
                own);
    }

    private List<Agencies.Agency> broughtBy(Lead lead, LocalDate today) {
        var named = agencies.on(joinings.broughtBy(lead.number()), today);
        return named.values().stream().sorted(Comparator.comparingLong(Agencies.Agency::id)).toList();
    }

    private Optional<Shop> shop(Lead lead) {
        var subject = lead.subject();
        return subject.seller().isEmpty() || subject.platform().isEmpty()
                ? Optional.empty()
                : shops.called(subject.platform(), subject.seller(), 1).stream().findFirst();
    }

    /** Same seller and same right, both open in one agency: the machine proposes, a person decides. */
    private static boolean duplicates(Lead one, Lead other) {
        return one.stage().isOpen()
                && other.stage().isOpen()
                && one.agency() == other.agency()
                && one.right().isNamed()
                && one.right().id().equals(other.right().id());
    }

    LeadView.Explained explained(Listing listing, Explanation explanation) {
        return explained(listing, explanation, counterfactuals.of(listing, explanation));
    }

    static LeadView.Explained explained(
            Listing listing, Explanation explanation, List<Counterfactuals.Change> changes) {
        double most = explanation.contributions().stream()
                .mapToDouble(part -> Math.abs(part.weight()))
                .max()
                .orElse(1);
        most = Math.max(most, Math.abs(explanation.start()));
        double scale = 100 / most;
        return new LeadView.Explained(
                Highlight.runs(listing.title(), "title", explanation),
                Highlight.runs(listing.description(), "description", explanation),
                explanation.findings().stream()
                        .filter(one -> !one.path().isEmpty())
                        .map(one -> new LeadView.Read(one.zh(), one.en(), Highlight.path(one)))
                        .toList(),
                explanation.contributions().stream()
                        .map(part -> new LeadView.Part(
                                part, Math.round(Math.abs(part.weight()) * scale), part.weight() < 0))
                        .toList(),
                explanation.start(),
                explanation.logOdds(),
                changes);
    }

    static Listing listing(Lead lead) {
        return new Listing(
                lead.number(),
                lead.goods().title(),
                lead.goods().description(),
                lead.goods().priceFen() == null ? Listing.UNKNOWN_PRICE : lead.goods().priceFen(),
                lead.goods().currency(),
                lead.goods().category(),
                "",
                lead.subject().seller(),
                lead.subject().platform(),
                lead.goods().url(),
                "",
                List.of());
    }

    private String place(Lead lead) {
        Integer region = lead.subject().region();
        return region == null ? "" : regions.path(region);
    }

    private record Dated(Instant at, LeadView.Event event) {}

    /** Newest first. */
    private List<LeadView.Event> history(Lead lead) {
        var events = new ArrayList<Dated>();
        for (Entry entry : audit.of("lead", lead.number())) {
            if (entry.deed().equals(Lookback.DEED)) {
                continue; // the machine's own entry is for auditors; here it comes from the picture, for all
            }
            JsonNode facts = json.readTree(entry.facts());
            events.add(new Dated(
                    entry.at(),
                    new LeadView.Event(
                            PlatformTime.minute(entry.at()),
                            entry.person(),
                            entry.personId() == 0,
                            "leads.deed." + entry.deed().replace("leads.", ""),
                            List.of(
                                    text(facts, "to"),
                                    ground(text(facts, "ground")),
                                    outcome(text(facts, "outcome")),
                                    text(facts, "into"),
                                    text(facts, "due")),
                            entry.reason())));
        }
        for (OfferPicture picture : pictures.of(lead.id())) {
            for (PictureFinding finding : picture.findings()) {
                Instant at = picture.laterAt(finding);
                if (at != null) {
                    events.add(new Dated(
                            at,
                            new LeadView.Event(
                                    PlatformTime.minute(at),
                                    "",
                                    true,
                                    "leads.deed.picture-later",
                                    List.of(picture.fileName(), finding.text()),
                                    "")));
                }
            }
        }
        if (lead.origin().batch() != null) {
            events.add(new Dated(
                    lead.receivedAt(),
                    new LeadView.Event(
                            PlatformTime.minute(lead.receivedAt()), "", true, "leads.deed.screened", List.of(), "")));
        }
        events.sort(Comparator.comparing(Dated::at).reversed());
        return events.stream().map(Dated::event).toList();
    }

    private String ground(String code) {
        return grounds.find(code)
                .map(ground -> ground.text(LocaleContextHolder.getLocale().getLanguage()))
                .orElse(code);
    }

    private String outcome(String code) {
        return code.isEmpty()
                ? ""
                : messages.getMessage("leads.outcome." + code, null, LocaleContextHolder.getLocale());
    }

    private String text(JsonNode facts, String name) {
        JsonNode value = facts.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isString() ? value.stringValue() : value.toString();
    }
}
