package org.hengjian.adjudications;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hengjian.agencies.Regions;
import org.hengjian.shell.FormField;
import org.hengjian.shell.FormField.Kind;
import org.hengjian.shell.Masked;
import org.hengjian.shell.TypedForm;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.springframework.stereotype.Component;

/** The form of a request: what the requester handed in, read into a {@link Dispute}. */
@Component
class RequestForm {

    private static final int LINE = 200;
    private static final int BLOCK = 8_000; // five pages of a document
    private static final int EVIDENCE_MOST = 200; // lines of the list
    private static final String IDENTITY = "\\d{17}[\\dXx]";

    private final Adjudications adjudications;
    private final Regions regions;

    RequestForm(Adjudications adjudications, Regions regions) {
        this.adjudications = adjudications;
        this.regions = regions;
    }

    List<FormField> fields(LocalDate today) {
        return List.of(
                FormField.of("receivedOn", Kind.DAY).from(today.toString()),
                FormField.of("patentNumber", Kind.LINE).hinted(),
                FormField.of("patentTitle", Kind.LINE),
                FormField.of("standing", Dispute.Standing.values(), "adjudications.standing"),
                FormField.of("requesterKind", Party.Kind.values(), "adjudications.partyKind"),
                FormField.of("requesterName", Kind.LINE),
                FormField.of("requesterCode", Kind.LINE).optional(),
                FormField.of("requesterAddress", Kind.LINE),
                FormField.of("requesterPerson", Kind.LINE).optional().hinted(),
                FormField.of("requesterIdentity", Kind.LINE).optional(),
                FormField.of("requesterPhone", Kind.LINE).optional(),
                FormField.of("respondentKind", Party.Kind.values(), "adjudications.partyKind"),
                FormField.of("respondentName", Kind.LINE),
                FormField.of("respondentCode", Kind.LINE).optional(),
                FormField.of("respondentAddress", Kind.LINE),
                FormField.of("respondentPerson", Kind.LINE).optional().hinted(),
                FormField.of("respondentIdentity", Kind.LINE).optional(),
                FormField.of("respondentPhone", Kind.LINE).optional(),
                FormField.of("respondentRegion", Kind.LINE).hinted(),
                FormField.of("actRegion", Kind.LINE).hinted(),
                FormField.of("claims", Kind.LINE).hinted(),
                FormField.of("act", Kind.BLOCK),
                FormField.of("facts", Kind.BLOCK),
                FormField.of("orders", Kind.BLOCK),
                FormField.of("evidence", Kind.BLOCK).hinted(),
                AdjudicationForms.yesOrNo("beforeCourt"),
                AdjudicationForms.yesOrNo("willing"));
    }

    /** Enters the request; empty, with the errors in {@code in}, when something typed cannot be read. */
    Optional<Outcome> enter(TypedForm in, String key) {
        var receivedOn = in.day("receivedOn");
        var patent = PatentNumber.read(in.text("patentNumber", LINE));
        if (patent.isEmpty()) {
            in.bad("patentNumber", "patent");
        }
        String title = in.text("patentTitle", LINE);
        var standing = in.one("standing", Dispute.Standing.class);
        var requester = party(in, "requester");
        var respondent = party(in, "respondent");
        int respondentRegion = region(in, "respondentRegion");
        int actRegion = region(in, "actRegion");
        String claims = in.text("claims", LINE);
        String act = in.text("act", BLOCK);
        String facts = in.text("facts", BLOCK);
        String orders = in.text("orders", BLOCK);
        var evidence = Arrays.stream(in.text("evidence", BLOCK).split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (evidence.size() > EVIDENCE_MOST) {
            in.bad("evidence", "long");
        }
        boolean beforeCourt = in.yes("beforeCourt");
        boolean willing = in.yes("willing");
        if (!in.isGood()) {
            return Optional.empty();
        }
        var dispute = new Dispute(
                receivedOn, patent.orElseThrow(), title, standing, requester.party(), respondent.party(), respondentRegion,
                actRegion, claims, act, facts, orders, evidence, beforeCourt, willing);
        return Optional.of(
                adjudications.request(dispute, new Party.Both(requester.personal(), respondent.personal()), key));
    }

    /** A party as it is shown, and what is sealed of it. */
    private record Read(Party party, Party.Personal personal) {}

    private static Read party(TypedForm in, String who) {
        var kind = in.one(who + "Kind", Party.Kind.class);
        String name = in.text(who + "Name", LINE);
        String code = in.optional(who + "Code", LINE);
        if (!code.isEmpty() && !UnifiedSocialCreditCode.isValid(code)) {
            in.bad(who + "Code", "code");
        }
        String address = in.text(who + "Address", LINE);
        String person = in.optional(who + "Person", LINE);
        String identity = in.optional(who + "Identity", LINE);
        if (!identity.isEmpty() && !identity.matches(IDENTITY)) {
            in.bad(who + "Identity", "identity");
        }
        String phone = in.optional(who + "Phone", LINE);
        return switch (kind) {
            case FIRM -> new Read(new Party(kind, name, code, address), new Party.Personal(person, identity, phone));
            case PERSON ->
                new Read(new Party(kind, Masked.name(name), "", address), new Party.Personal(name, identity, phone));
        };
    }

    private int region(TypedForm in, String field) {
        var region = regions.named(in.text(field, LINE));
        if (region.isEmpty() && !in.raw(field).isEmpty()) {
            in.bad(field, "region");
        }
        return region.map(Regions.Region::code).orElse(0);
    }
}
