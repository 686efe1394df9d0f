package org.hengjian.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hengjian.access.Role;
import org.hengjian.access.Seal;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.People;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.documents.Numbers;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.NotFound;
import org.hengjian.statutes.Ground;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides on the spot (简易程序): the decision with its document, the payment, the handing in of the papers. One verb a
 * step, each one transaction with its audit entry.
 */
@Service
@Transactional
class SpotPenalties {

    private static final String WORD = "当罚";

    private final SpotTable table;
    private final SpotRules rules;
    private final SpotDocuments documents;
    private final Procedure procedure;
    private final TeamRules team;
    private final Numbers numbers;
    private final People people;
    private final Viewers viewers;
    private final Seal seal;
    private final Audit audit;
    private final Clock clock;
    private final JsonMapper json;

    SpotPenalties(
            SpotTable table,
            SpotRules rules,
            SpotDocuments documents,
            Procedure procedure,
            TeamRules team,
            Numbers numbers,
            People people,
            Viewers viewers,
            Seal seal,
            Audit audit,
            Clock clock,
            JsonMapper json) {
        this.table = table;
        this.rules = rules;
        this.documents = documents;
        this.procedure = procedure;
        this.team = team;
        this.numbers = numbers;
        this.people = people;
        this.viewers = viewers;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /** 当场作出行政处罚决定. A request with a token known already answers what the first one did. */
    SpotPenalty.Outcome decide(SpotPenalty.Request request) {
        var viewer = viewers.require("cases.spot-decide", Role.OFFICER);
        var before = table.byToken(viewer.agency(), request.token()).flatMap(table::find);
        if (before.isPresent()) {
            return new SpotPenalty.Outcome.Done(before.get());
        }
        var today = LocalDate.now(clock);
        var ofTheAgency = people.of(viewer.agency(), Role.OFFICER).stream()
                .collect(Collectors.toMap(People.Person::id, person -> person));
        List<Officer> officers = request.officers().stream()
                .distinct()
                .map(id -> Optional.ofNullable(ofTheAgency.get(id))
                        .map(person -> new Officer(id, person.name(), person.licence()))
                        .orElse(new Officer(id, "", "")))
                .toList();
        var grounds = new ArrayList<>(team.againstOfficers(officers, ofTheAgency.keySet(), viewer));
        if (officers.stream().noneMatch(one -> one.id() == viewer.person())) {
            grounds.add(procedure.ground("PROPOSER_NOT_HANDLING"));
        }
        grounds.addAll(rules.against(request, today));
        byte[] trace = seal.trace(request.party().code().isEmpty()
                ? request.party().kind() + request.personal().name() + request.party().name() + request.personal().identity()
                : request.party().code());
        table.same(viewer.agency(), trace, request.act(), today).ifPresent(number -> grounds.add(rules.twice(number)));
        if (!grounds.isEmpty()) {
            return new SpotPenalty.Outcome.Refused(grounds);
        }
        var number = numbers.draw(WORD);
        long id = table.add(
                request, number, seal.seal(json.writeValueAsString(request.personal())), trace, today, officers, viewer);
        var penalty = table.find(id).orElseThrow();
        documents.issueDecision(penalty, request.personal());
        enter("cases.spot-decide", penalty, Map.of(
                "sanction", penalty.sanction().name(), "fineFen", penalty.fine().fen(), "collected", penalty.collected().name()));
        return new SpotPenalty.Outcome.Done(penalty);
    }

    /** 登记缴款. */
    SpotPenalty.Outcome pay(long id, int version, LocalDate on, String receipt) {
        return step("cases.spot-pay", id, version, penalty -> rules.againstPaying(penalty, on), penalty ->
                table.save(penalty, Optional.of(on), receipt, penalty.handedInOn()));
    }

    /** 材料交回归档. */
    SpotPenalty.Outcome handIn(long id, int version) {
        return step("cases.spot-hand-in", id, version, rules::againstHandingIn, penalty -> table.save(
                penalty, penalty.paidOn(), penalty.receipt(), Optional.of(LocalDate.now(clock))));
    }

    private SpotPenalty.Outcome step(
            String deed,
            long id,
            int version,
            java.util.function.Function<SpotPenalty, List<Ground>> against,
            java.util.function.Predicate<SpotPenalty> save) {
        var viewer = viewers.require(deed, Role.OFFICER);
        var penalty = table.lock(id).orElseThrow(() -> new NotFound("spot penalty " + id));
        if (penalty.version() != version) {
            throw new Conflict(penalty.number().text(), "", java.time.Instant.now(clock));
        }
        var grounds = new ArrayList<>(rules.againstPerson(penalty, viewer));
        if (grounds.isEmpty()) {
            grounds.addAll(against.apply(penalty));
        }
        if (!grounds.isEmpty()) {
            return new SpotPenalty.Outcome.Refused(grounds);
        }
        if (!save.test(penalty)) {
            throw new Conflict(penalty.number().text(), "", java.time.Instant.now(clock));
        }
        var after = table.find(id).orElseThrow();
        enter(deed, after, Map.of());
        return new SpotPenalty.Outcome.Done(after);
    }

    /** As far as the viewer may see it. */
    @Transactional(readOnly = true)
    Optional<SpotPenalty> find(long id) {
        return table.find(id);
    }

    /** What is sealed of the party, for documents. */
    @Transactional(readOnly = true)
    Party.Personal personal(SpotPenalty penalty) {
        return table.sealed(penalty.id())
                .map(seal::open)
                .map(text -> json.readValue(text, Party.Personal.class))
                .orElse(Party.Personal.NONE);
    }

    @Transactional(readOnly = true)
    List<SpotPenalty> newest(long before, int most) {
        return table.newest(before, most);
    }

    /** The viewer's own whose papers are not handed in. */
    @Transactional(readOnly = true)
    List<SpotPenalty> open(int most) {
        Viewer viewer = viewers.require();
        return table.open(viewer.agency(), viewer.person(), most);
    }

    private void enter(String deed, SpotPenalty penalty, Map<String, ?> facts) {
        audit.enter(Deed.of(deed, "spot-penalty", penalty.number().text()).with(facts));
    }
}
