package org.hengjian.cases;

import static org.hengjian.cases.CaseForms.BLOCK;
import static org.hengjian.cases.CaseForms.LINE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hengjian.access.Viewers;
import org.hengjian.cases.CaseForms.Field;
import org.hengjian.cases.CaseForms.Kind;
import org.hengjian.law.Said;
import org.springframework.stereotype.Component;

/** The forms about jurisdiction. */
@Component
class VenueForms implements StepForms {

    private static final String OTHER = "OTHER";

    private final Venues venues;
    private final VenueRules rules;
    private final Viewers viewers;

    VenueForms(Venues venues, VenueRules rules, Viewers viewers) {
        this.venues = venues;
        this.rules = rules;
        this.viewers = viewers;
    }

    @Override
    public Set<Verb> steps() {
        return Verb.VENUE;
    }

    @Override
    public List<Field> fields(Verb verb, CaseFile file, String today) {
        var venue = Venue.of(file.docket());
        return switch (verb) {
            case STATE_VENUE -> {
                var stated = Venue.ground(file.docket());
                yield List.of(
                        ground(stated), Field.of("text", Kind.BLOCK, true).from(stated.map(Paper.VenueStated::text).orElse("")));
            }
            case DISPUTE_VENUE -> List.of(
                    Field.of("counterpart", Kind.AGENCY, true),
                    Field.of("on", Kind.DAY, true).from(today),
                    Field.of("counterpartFiled", Kind.DAY, false),
                    Field.of("text", Kind.BLOCK, true));
            case CONSULT_VENUE -> List.of(
                    Field.of("on", Kind.DAY, true).from(today),
                    Field.of("consulting", Kind.LINE, true),
                    Field.of("consultationRecord", Kind.BLOCK, true),
                    CaseForms.choice("consultation", CaseForms.names(Paper.Consultation.values())));
            case CONFIRM_VENUE -> List.of(
                    CaseForms.choice("confirmation", "AGREED", "NOT_AGREED"), Field.of("text", Kind.BLOCK, true));
            case PROPOSE_DESIGNATION -> {
                var kind = venue instanceof Venue.Disputed || venue instanceof Venue.Consulted
                        ? Paper.Designation.DISPUTE
                        : file.docket().matter().source() == Docket.Source.TRANSFER
                                ? Paper.Designation.OBJECTION
                                : Paper.Designation.HARDSHIP;
                yield List.of(
                        CaseForms.choice("designation", CaseForms.names(Paper.Designation.values())).from(kind.name()),
                        Field.of("transferring", Kind.AGENCY, false),
                        Field.of("ground", Kind.BLOCK, true));
            }
            case DESIGNATE, TAKE_UP -> List.of(
                    choices(verb, file),
                    Field.of("otherAgency", Kind.AGENCY, false),
                    Field.of("ground", Kind.BLOCK, true));
            case PROPOSE_HANDOVER -> List.of(
                    Field.of("handoverTo", Kind.AGENCY, true), Field.of("ground", Kind.BLOCK, true));
            case ASK_DESIGNATION, HAND_OVER -> List.of();
            case HAND_DOWN -> List.of(
                    Field.of("handoverTo", Kind.AGENCY, true),
                    CaseForms.choice("reserved", "NO", "YES"),
                    Field.of("ground", Kind.BLOCK, true));
            case REFUSE_DESIGNATION, WITHDRAW_VENUE -> List.of(Field.of("ground", Kind.BLOCK, true));
            default -> throw new IllegalArgumentException("nothing about jurisdiction: " + verb);
        };
    }

    /** 管辖依据, which somebody chooses: nothing stands there at first that neither a person nor the data said. */
    static Field ground(Optional<Paper.VenueStated> said) {
        var options = Stream.concat(Stream.of(""), Stream.of(CaseForms.names(Paper.VenueGround.values()))).toList();
        return new Field(
                "venueGround", Kind.CHOICE, true, options, Map.of("", new Said("choose", "请选择")),
                said.map(stated -> stated.ground().name()).orElse(""));
    }

    /**
     * What a proposal says of it. A page always sends the fields; who sends a proposal without them by the interface
     * states it before the filing is approved.
     */
    static Optional<Paper.VenueStated> proposed(Inputs in) {
        if (in.all("venueGround").isEmpty() && in.all("venueText").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Paper.VenueStated(in.one("venueGround", Paper.VenueGround.class), in.text("venueText", LINE)));
    }

    /** Those whom the question concerns, the superior itself, or another that is typed. */
    private Field choices(Verb verb, CaseFile file) {
        var words = new LinkedHashMap<String, Said>();
        if (verb == Verb.DESIGNATE) {
            put(words, rules.office(file.docket().agency()));
            if (Venue.of(file.docket()) instanceof Venue.Asked asked) {
                asked.proposal().counterpart().ifPresent(office -> put(words, office));
            }
        }
        var own = viewers.require();
        put(words, new Office(own.agency(), own.agencyName()));
        words.put(OTHER, new Said("another agency, typed below", "其他机关（填在下面）"));
        return CaseForms.choice("competent", words);
    }

    private static void put(LinkedHashMap<String, Said> words, Office office) {
        words.put(Long.toString(office.id()), new Said(office.name(), office.name()));
    }

    @Override
    public Optional<Outcome> take(Verb verb, Step step, Inputs in) {
        return switch (verb) {
            case STATE_VENUE -> {
                var ground = in.one("venueGround", Paper.VenueGround.class);
                String text = in.text("text", BLOCK);
                yield CaseForms.taken(in, () -> venues.state(step, ground, text));
            }
            case DISPUTE_VENUE -> {
                var counterpart = office("counterpart", in);
                var on = in.day("on");
                var filed = in.optionalDay("counterpartFiled");
                String text = in.text("text", BLOCK);
                yield CaseForms.taken(in, () -> venues.dispute(step, counterpart.orElseThrow(), on, filed, text));
            }
            case CONSULT_VENUE -> {
                var on = in.day("on");
                String present = in.text("consulting", LINE);
                String record = in.text("consultationRecord", BLOCK);
                var outcome = in.one("consultation", Paper.Consultation.class);
                yield CaseForms.taken(in, () -> venues.consult(step, on, present, record, outcome));
            }
            case CONFIRM_VENUE -> {
                boolean agreed = "AGREED".equals(in.choice("confirmation", "AGREED", "NOT_AGREED"));
                String text = in.text("text", BLOCK);
                yield CaseForms.taken(in, () -> venues.confirm(step, agreed, text));
            }
            case PROPOSE_DESIGNATION -> {
                var kind = in.one("designation", Paper.Designation.class);
                var transferring = kind == Paper.Designation.OBJECTION ? office("transferring", in) : Optional.<Office>empty();
                String text = in.text("ground", BLOCK);
                yield CaseForms.taken(in, () -> venues.proposeDesignation(step, kind, transferring, text));
            }
            case DESIGNATE, TAKE_UP -> {
                var to = chosen(in);
                String text = in.text("ground", BLOCK);
                yield CaseForms.taken(in, () -> verb == Verb.DESIGNATE
                        ? venues.designate(step, to.orElseThrow(), text)
                        : venues.takeUp(step, to.orElseThrow(), text));
            }
            case PROPOSE_HANDOVER -> {
                var to = office("handoverTo", in);
                String text = in.text("ground", BLOCK);
                yield CaseForms.taken(in, () -> venues.proposeHandover(step, to.orElseThrow(), text));
            }
            case HAND_DOWN -> {
                var to = office("handoverTo", in);
                boolean reserved = in.yes("reserved");
                String text = in.text("ground", BLOCK);
                yield CaseForms.taken(in, () -> venues.handDown(step, to.orElseThrow(), reserved, text));
            }
            case ASK_DESIGNATION -> CaseForms.taken(in, () -> venues.askDesignation(step));
            case HAND_OVER -> CaseForms.taken(in, () -> venues.handOver(step));
            case REFUSE_DESIGNATION -> {
                String ground = in.text("ground", BLOCK);
                yield CaseForms.taken(in, () -> venues.refuseDesignation(step, ground));
            }
            case WITHDRAW_VENUE -> {
                String ground = in.text("ground", BLOCK);
                yield CaseForms.taken(in, () -> venues.withdraw(step, ground));
            }
            default -> throw new IllegalArgumentException("nothing about jurisdiction: " + verb);
        };
    }

    private Optional<Office> chosen(Inputs in) {
        if (OTHER.equals(in.raw("competent"))) {
            return office("otherAgency", in);
        }
        long id = in.number("competent");
        var office = id == 0 ? Optional.<Office>empty() : rules.find(id);
        if (office.isEmpty()) {
            in.bad("competent", "choice");
        }
        return office;
    }

    private Optional<Office> office(String field, Inputs in) {
        String typed = in.text(field, LINE);
        var office = typed.isEmpty() ? Optional.<Office>empty() : rules.office(typed);
        if (office.isEmpty()) {
            in.bad(field, "agency");
        }
        return office;
    }
}
