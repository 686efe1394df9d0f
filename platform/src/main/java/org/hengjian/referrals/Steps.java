package org.hengjian.referrals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.KeyedRequests;
import org.hengjian.shell.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * How every step is taken, in the transaction of its verb: lock the referral, ask whether it is the one that the actor
 * saw and whether the procedure allows it, let the state move, save, enter the deed. A key makes it happen once.
 */
@Component("referralSteps") // cases have theirs
class Steps {

    static final Role[] STAFF = {Role.OFFICER, Role.HEAD, Role.POLICE, Role.PROSECUTOR, Role.COURT_CLERK};

    private final ReferralTable table;
    private final Procedure procedure;
    private final Clocks clocks;
    private final KeyedRequests requests;
    private final Viewers viewers;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Steps(
            ReferralTable table,
            Procedure procedure,
            Clocks clocks,
            JdbcTemplate jdbc,
            Viewers viewers,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.procedure = procedure;
        this.clocks = clocks;
        this.requests = new KeyedRequests(jdbc, "referrals", "referral_id");
        this.viewers = viewers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param request what is asked, for telling two requests under one key apart
     * @param move    what the state does; its refusal changes nothing
     */
    <T> Outcome take(
            Step step, Verb verb, String request, String reason, Class<T> from, BiFunction<T, Signature, Outcome> move) {
        var viewer = viewers.require("referrals." + verb.path(), STAFF);
        return once(viewer, step.key(), step.id() + " " + verb + " " + request + reason, () -> {
            var referral = table.lock(step.id()).orElseThrow(() -> new NotFound("referral " + step.id()));
            if (referral.dossier().version() != step.version()) {
                throw conflict(referral);
            }
            var grounds = procedure.against(verb, referral, viewer, Instant.now(clock));
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            return switch (move.apply(from.cast(referral), signature(viewer))) {
                case Outcome.Refused refused -> refused;
                case Outcome.Done done -> {
                    save(done.referral(), referral);
                    enter("referrals." + verb.path(), done.referral(), reason);
                    yield new Outcome.Done(table.find(step.id()).orElseThrow());
                }
            };
        });
    }

    /** The same for a step that happened on a day. */
    <T> Outcome take(
            Step step,
            Verb verb,
            LocalDate on,
            String request,
            String reason,
            Class<T> from,
            BiFunction<T, Signature, Outcome> move) {
        return take(step, verb, request, reason, from, (referral, by) -> {
            var grounds = procedure.againstDay(verb, (Referral) referral, on);
            return grounds.isEmpty() ? move.apply(referral, by) : new Outcome.Refused(grounds);
        });
    }

    /** What was asked under the same key before is answered by what came of it; a refusal is not remembered. */
    Outcome once(Viewer viewer, String key, String request, Supplier<Outcome> work) {
        if (key.isEmpty()) {
            return work.get();
        }
        var before = requests.answered(viewer.person(), key);
        if (before.isPresent()) {
            var referral = table.find(before.get().subject()).orElseThrow();
            if (!before.get().is(request)) {
                throw new Conflict(referral.name(), viewer.name(), before.get().at());
            }
            return new Outcome.Done(referral);
        }
        var outcome = work.get();
        if (outcome instanceof Outcome.Done done) {
            requests.answer(viewer.person(), key, request, done.referral().dossier().id(), Instant.now(clock));
        }
        return outcome;
    }

    /** The deed in the log, and word to those who keep what follows from it. */
    void enter(String deed, Referral referral, String reason) {
        events.publishEvent(new ReferralStepTaken(referral.dossier().id()));
        var entry = referral.dossier().entries().getLast();
        audit.enter(Deed.of(deed, "referral", referral.dossier().report())
                .because(reason)
                .with(Map.of(
                        "state", referral.stage().name(),
                        "paper", entry.n(),
                        "kind", entry.paper().type(),
                        "case", referral.dossier().matter().caseNumber())));
    }

    Signature signature(Viewer viewer) {
        return new Signature(
                viewer.person(), viewer.name(), viewer.agency(), viewer.agencyName(), LocalDate.now(clock), Instant.now(clock));
    }

    private void save(Referral after, Referral before) {
        var late = ReferralTable.late(clocks.of(after), Instant.now(clock));
        if (!table.save(after, clocks.next(after), late)) {
            throw conflict(before);
        }
    }

    private static Conflict conflict(Referral referral) {
        var last = referral.dossier().entries().getLast().by();
        return new Conflict(referral.name(), last.name(), last.at());
    }
}
