package org.hengjian.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hengjian.access.Role;
import org.hengjian.agencies.People;
import org.hengjian.documents.Numbers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who keeps out of a case (回避) and who handles it instead (变更办案人员). One verb a step, each one transaction, as in
 * {@link Cases}; the state of the case stays.
 */
@Service
@Transactional
public class Recusals {

    private static final String WORD = "回决";

    private final Steps steps;
    private final Procedure procedure;
    private final TeamRules teams;
    private final RecusalDocuments documents;
    private final Numbers numbers;
    private final People people;

    Recusals(Steps steps, Procedure procedure, TeamRules teams, RecusalDocuments documents, Numbers numbers, People people) {
        this.steps = steps;
        this.procedure = procedure;
        this.teams = teams;
        this.documents = documents;
        this.numbers = numbers;
        this.people = people;
    }

    /** 登记当事人的回避申请. @param on the day on which the party asked */
    public Outcome ask(Step step, long person, LocalDate on, String ground) {
        return steps.take(step, Verb.ASK_RECUSAL, on, ground, CaseFile.class, (file, by) ->
                ask(file, by, person, Paper.RecusalAsker.PARTY, on, ground));
    }

    /** 自行申请回避. */
    public Outcome declare(Step step, String ground) {
        return steps.take(step, Verb.DECLARE_RECUSAL, ground, CaseFile.class, (file, by) ->
                ask(file, by, by.person(), Paper.RecusalAsker.SELF, by.on(), ground));
    }

    private Outcome ask(
            CaseFile file, Signature by, long person, Paper.RecusalAsker asker, LocalDate on, String ground) {
        var named = staff(file).get(person);
        var grounds = teams.againstAskingRecusal(file, person, named != null);
        if (!grounds.isEmpty() || named == null) {
            return new Outcome.Refused(grounds);
        }
        return new Outcome.Done(file.put(by, new Paper.RecusalAsked(person, named.name(), asker, on, ground)));
    }

    /**
     * 决定回避.
     *
     * @param request  place of the request among the papers
     * @param level    who decided it: of a head it is not one head alone
     * @param officers who takes the place of a recused officer; may be empty
     */
    public Outcome decide(
            Step step, int request, boolean granted, Paper.RecusalLevel level, String ground, List<Long> officers) {
        return steps.take(step, Verb.DECIDE_RECUSAL, ground, CaseFile.class, (file, by) -> {
            var asked = Recusal.of(file.docket()).stream()
                    .filter(one -> one.n() == request && one.isOpen())
                    .findFirst();
            if (asked.isEmpty()) {
                return new Outcome.Refused(List.of(procedure.ground("NO_SUCH_RECUSAL")));
            }
            long person = asked.get().asked().person();
            var staff = staff(file);
            var subject = staff.get(person);
            var grounds = new java.util.ArrayList<>(teams.againstDecidingRecusal(
                    person, subject != null && subject.has(Role.HEAD), level, by.person()));
            List<Officer> team = List.of();
            if (granted && file.docket().isHandledBy(person)) {
                // Who was not recused stays; others leave by a change of officers, which says so.
                team = Stream.concat(
                                file.docket().officers().stream().filter(one -> one.id() != person),
                                team(officers, staff).stream())
                        .distinct()
                        .toList();
                grounds.addAll(teams.againstTeam(team, officers(staff), file.docket(), person));
            }
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var after = file.put(by, new Paper.RecusalDecided(
                    request, granted, level, ground, numbers.draw(WORD), team));
            documents.issueDecision(after, steps.personal(after));
            return new Outcome.Done(after);
        });
    }

    /** 变更办案人员. @param officers who handles the case from now on */
    public Outcome change(Step step, List<Long> officers, String ground) {
        return steps.take(step, Verb.CHANGE_OFFICERS, ground, CaseFile.class, (file, by) -> {
            var staff = staff(file);
            var team = team(officers, staff);
            var grounds = teams.againstTeam(team, officers(staff), file.docket(), 0);
            if (!grounds.isEmpty()) {
                return new Outcome.Refused(grounds);
            }
            var before = file.docket().officers();
            var after = file.put(by, new Paper.OfficersChanged(before, team, ground));
            documents.issueChange(after, before, steps.personal(after));
            return new Outcome.Done(after);
        });
    }

    private static List<Officer> team(List<Long> officers, Map<Long, People.Person> staff) {
        return officers.stream()
                .distinct()
                .map(id -> {
                    var person = staff.get(id);
                    return person == null ? new Officer(id, "", "") : new Officer(id, person.name(), person.licence());
                })
                .toList();
    }

    private static java.util.Set<Long> officers(Map<Long, People.Person> staff) {
        return staff.values().stream()
                .filter(person -> person.has(Role.OFFICER))
                .map(People.Person::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<Long, People.Person> staff(CaseFile file) {
        return people.of(file.docket().agency(), Steps.STAFF).stream()
                .collect(Collectors.toMap(People.Person::id, Function.identity()));
    }
}
