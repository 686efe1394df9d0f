package org.hengjian.adjudications;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
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
 * How every step is taken, in the transaction of its verb: lock, ask whether it is what the actor saw and whether the
 * procedure allows it, let the state move, save, keep the duties, enter the deed, tell others.
 */
@Component("adjudicationSteps") // cases have theirs
class Steps {

    static final Role[] STAFF = {Role.OFFICER, Role.HEAD};

    private final AdjudicationTable table;
    private final Procedure procedure;
    private final AdjudicationDuties duties;
    private final KeyedRequests requests;
    private final Viewers viewers;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Steps(
            AdjudicationTable table,
            Procedure procedure,
            AdjudicationDuties duties,
            JdbcTemplate jdbc,
            Viewers viewers,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.procedure = procedure;
        this.duties = duties;
        this.requests = new KeyedRequests(jdbc, "adjudications", "subject_id");
        this.viewers = viewers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @param request what is asked, for telling two requests under one key apart @param move its refusal changes nothing */
    <T> Outcome take(
            Step step, Verb verb, String request, String reason, Class<T> from, BiFunction<T, Signature, Outcome> move) {
        var viewer = viewers.require("adjudications." + verb.path(), STAFF);
        return once(viewer, step.key(), step.id() + " " + verb + " " + request + reason, () -> {
            var adjudication = table.lock(step.id()).orElseThrow(() -> new NotFound("adjudication " + step.id()));
            if (adjudication.dossier().version() != step.version()) {
                throw conflict(adjudication);
            }
            var grounds = procedure.against(verb, adjudication, viewer, LocalDate.now(clock));
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            return switch (move.apply(from.cast(adjudication), signature(viewer))) {
                case Outcome.Refused refused -> refused;
                case Outcome.Done done -> {
                    if (!table.save(done.adjudication(), adjudication.dossier().entries().size(), duties.next(done.adjudication()))) {
                        throw conflict(adjudication);
                    }
                    yield entered("adjudications." + verb.path(), step.id(), reason);
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
        return take(step, verb, request, reason, from, (adjudication, by) -> {
            var grounds = procedure.againstDay(verb, (Adjudication) adjudication, on);
            return grounds.isEmpty() ? move.apply(adjudication, by) : new Outcome.Refused(grounds);
        });
    }

    /** After it was added or saved: the duties, the deed and the word to others belong to the same transaction. */
    Outcome entered(String deed, long id, String reason) {
        var adjudication = table.find(id).orElseThrow();
        var dossier = adjudication.dossier();
        var entry = dossier.entries().getLast();
        duties.keep(adjudication);
        audit.enter(Deed.of(deed, "adjudication", adjudication.name())
                .because(reason)
                .with(Map.of("state", adjudication.stage().name(), "paper", entry.n(), "kind", entry.paper().type())));
        events.publishEvent(new AdjudicationMoved(
                id, dossier.agency(), adjudication.stage(), entry.paper().type(), entry.by().on()));
        return new Outcome.Done(adjudication);
    }

    /** What was asked under the same key before is answered by what came of it; a refusal is not remembered. */
    Outcome once(Viewer viewer, String key, String request, Supplier<Outcome> work) {
        if (key.isEmpty()) {
            return work.get();
        }
        var before = requests.answered(viewer.person(), key);
        if (before.isPresent()) {
            var adjudication = table.find(before.get().subject()).orElseThrow();
            if (!before.get().is(request)) {
                throw new Conflict(adjudication.name(), viewer.name(), before.get().at());
            }
            return new Outcome.Done(adjudication);
        }
        var outcome = work.get();
        if (outcome instanceof Outcome.Done done) {
            requests.answer(viewer.person(), key, request, done.adjudication().dossier().id(), Instant.now(clock));
        }
        return outcome;
    }

    Signature signature(Viewer viewer) {
        return new Signature(viewer.person(), viewer.name(), LocalDate.now(clock), Instant.now(clock));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Optional<Adjudication> find(long id) {
        return table.find(id);
    }

    private static Conflict conflict(Adjudication adjudication) {
        var last = adjudication.dossier().entries().getLast().by();
        return new Conflict(adjudication.name(), last.name(), last.at());
    }
}
