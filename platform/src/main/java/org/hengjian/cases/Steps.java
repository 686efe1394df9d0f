package org.hengjian.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.hengjian.access.Role;
import org.hengjian.access.Seal;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.NotFound;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * How every step is taken, in the transaction of its verb: lock the file, ask whether it is the one that the actor saw
 * and whether the procedure allows it, let the state move, save, enter the deed.
 */
@Component
class Steps {

    static final Role[] STAFF = {Role.OFFICER, Role.REVIEWER, Role.HEAD};

    private final CaseTable table;
    private final AskedCases asked;
    private final Procedure procedure;
    private final Clocks clocks;
    private final CaseDuties duties;
    private final Viewers viewers;
    private final Audit audit;
    private final Seal seal;
    private final Clock clock;
    private final JsonMapper json;

    Steps(
            CaseTable table,
            AskedCases asked,
            Procedure procedure,
            Clocks clocks,
            CaseDuties duties,
            Viewers viewers,
            Audit audit,
            Seal seal,
            Clock clock,
            JsonMapper json) {
        this.table = table;
        this.asked = asked;
        this.procedure = procedure;
        this.clocks = clocks;
        this.duties = duties;
        this.viewers = viewers;
        this.audit = audit;
        this.seal = seal;
        this.clock = clock;
        this.json = json;
    }

    /** @param move what the state does; its refusal changes nothing */
    <T extends CaseFile> Outcome take(
            Step step, Verb verb, String reason, Class<T> from, BiFunction<T, Signature, Outcome> move) {
        var viewer = viewers.require("cases." + verb.path(), STAFF);
        var file = (verb.isOfAnother() ? table.hold(step.id()).or(() -> asked.find(step.id())) : table.lock(step.id()))
                .orElseThrow(() -> new NotFound("case " + step.id()));
        if (file.docket().version() != step.version()) {
            throw conflict(file);
        }
        var grounds = procedure.against(verb, file, viewer, LocalDate.now(clock));
        if (!grounds.isEmpty()) {
            return new Outcome.Refused(grounds);
        }
        return switch (move.apply(from.cast(file), signature(viewer))) {
            case Outcome.Refused refused -> refused;
            case Outcome.Done done -> {
                save(verb, done.file(), file);
                enter("cases." + verb.path(), done.file().name(), reason, facts(done.file()));
                yield new Outcome.Done(taken(done.file(), file));
            }
        };
    }

    /** The same for a step that happened on a day. */
    <T extends CaseFile> Outcome take(
            Step step, Verb verb, LocalDate on, String reason, Class<T> from, BiFunction<T, Signature, Outcome> move) {
        return take(step, verb, reason, from, (file, by) -> {
            var grounds = procedure.againstDay(verb, file, on);
            return grounds.isEmpty() ? move.apply(file, by) : new Outcome.Refused(grounds);
        });
    }

    void enter(String deed, String name, String reason, Map<String, ?> facts) {
        audit.enter(Deed.of(deed, "case", name).because(reason).with(facts));
    }

    Party.Personal personal(CaseFile file) {
        return table.sealed(file.docket().id())
                .or(() -> asked.sealed(file.docket().id()))
                .map(seal::open)
                .map(text -> json.readValue(text, Party.Personal.class))
                .orElse(Party.Personal.NONE);
    }

    Signature signature(Viewer viewer) {
        // To the microsecond, as the database keeps it.
        var now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        return new Signature(viewer.person(), viewer.name(), LocalDate.now(clock), now);
    }

    /** As it can be read from now on; read anew only where its officers changed, who are kept in an order of their own. */
    private CaseFile taken(CaseFile after, CaseFile before) {
        return after.docket().officers().equals(before.docket().officers())
                ? after.stage().of(after.docket().saved())
                : table.find(before.docket().id()).orElseThrow();
    }

    private void save(Verb verb, CaseFile after, CaseFile before) {
        var terms = clocks.of(after);
        if (verb.isOfAnother()) {
            // What runs is told to the duties' room by VenueKeeping: another agency may not.
            if (!table.answer(after, clocks.next(after, terms))) {
                throw conflict(before);
            }
            return;
        }
        if (!table.save(after, clocks.next(after, terms))) {
            throw conflict(before);
        }
        duties.keep(after, terms, before);
    }

    /** Of a file that was only just made. */
    void begin(CaseFile file) {
        duties.keep(file);
    }

    private static Conflict conflict(CaseFile file) {
        var last = file.docket().entries().getLast().by();
        return new Conflict(file.name(), last.name(), last.at());
    }

    /** What changed, without personal data. */
    private static Map<String, ?> facts(CaseFile file) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("state", file.stage().name());
        var entry = file.docket().entries().getLast();
        facts.put("paper", entry.n());
        switch (entry.paper()) {
            case Paper.Decided decided -> {
                facts.put("decision", decided.number().text());
                facts.put("result", decided.result().name());
                facts.put("fineFen", decided.penalty().fine().fen());
                facts.put("confiscatedFen", decided.penalty().confiscation().fen());
            }
            case Paper.Notice notice -> {
                facts.put("notice", notice.number().text());
                facts.put("fineFen", notice.penalty().fine().fen());
                facts.put("confiscatedFen", notice.penalty().confiscation().fen());
            }
            case Paper.Designated designated -> facts.put("to", designated.to().id());
            case Paper.TakenUp taken -> facts.put("to", taken.to().id());
            case Paper.HandedOver handed -> {
                facts.put("to", handed.to().id());
                facts.put("why", handed.why().name());
            }
            case Paper.Paid paid -> facts.put("paidFen", paid.amount().fen());
            case Paper.Recorded recorded -> facts.put("record", recorded.kind().name());
            case Paper.Review review -> facts.put("consents", review.consents());
            case Paper.Facts established -> {
                facts.put("acts", established.found().acts().size());
                established.verdicts().forEach(
                        verdict -> facts.put("crime" + verdict.crime(), verdict.standing().name()));
            }
            case Paper.Weighed weighed -> {
                facts.put("severity", weighed.discretion().severity().name());
                facts.put("fineFen", weighed.discretion().fine().fen());
            }
            default -> facts.put("kind", entry.paper().type());
        }
        return facts;
    }
}
