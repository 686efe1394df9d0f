package org.hengjian.cases;

import static org.hengjian.cases.CaseForms.BLOCK;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hengjian.access.Role;
import org.hengjian.agencies.People;
import org.hengjian.cases.CaseForms.Field;
import org.hengjian.cases.CaseForms.Kind;
import org.hengjian.law.Said;
import org.springframework.stereotype.Component;

/** The forms of recusal and of a change of the officers. */
@Component
class RecusalForms implements StepForms {

    private final Recusals recusals;
    private final People people;

    RecusalForms(Recusals recusals, People people) {
        this.recusals = recusals;
        this.people = people;
    }

    @Override
    public Set<Verb> steps() {
        return EnumSet.of(Verb.ASK_RECUSAL, Verb.DECLARE_RECUSAL, Verb.DECIDE_RECUSAL, Verb.CHANGE_OFFICERS);
    }

    @Override
    public List<Field> fields(Verb verb, CaseFile file, String today) {
        return switch (verb) {
            case ASK_RECUSAL -> List.of(
                    choice("recused", Kind.CHOICE, file, person -> file.docket().isHandledBy(person.id())
                            || person.has(Role.REVIEWER) || person.has(Role.HEAD), List.of()),
                    Field.of("on", Kind.DAY, true).from(today),
                    Field.of("ground", Kind.BLOCK, true));
            case DECLARE_RECUSAL -> List.of(Field.of("ground", Kind.BLOCK, true));
            case DECIDE_RECUSAL -> List.of(
                    open(file),
                    CaseForms.choice("recusal", "GRANTED", "REFUSED"),
                    CaseForms.choice("recusalLevel", CaseForms.names(Paper.RecusalLevel.values())),
                    Field.of("ground", Kind.BLOCK, true),
                    choice("successors", Kind.MANY, file, person -> person.has(Role.OFFICER), List.of()).optional());
            case CHANGE_OFFICERS -> List.of(
                    choice("team", Kind.MANY, file, person -> person.has(Role.OFFICER), file.docket().officers()),
                    Field.of("ground", Kind.BLOCK, true));
            default -> throw new IllegalArgumentException("nothing about who handles a case: " + verb);
        };
    }

    @Override
    public Optional<Outcome> take(Verb verb, Step step, Inputs in) {
        return switch (verb) {
            case ASK_RECUSAL -> {
                long person = in.number("recused");
                var on = in.day("on");
                String ground = in.text("ground", BLOCK);
                yield CaseForms.taken(in, () -> recusals.ask(step, person, on, ground));
            }
            case DECLARE_RECUSAL -> {
                String ground = in.text("ground", BLOCK);
                yield CaseForms.taken(in, () -> recusals.declare(step, ground));
            }
            case DECIDE_RECUSAL -> {
                int request = (int) Math.min(in.number("request"), Integer.MAX_VALUE);
                boolean granted = "GRANTED".equals(in.choice("recusal", "GRANTED", "REFUSED"));
                var level = in.one("recusalLevel", Paper.RecusalLevel.class);
                String ground = in.text("ground", BLOCK);
                var team = in.numbers("successors");
                yield CaseForms.taken(in, () -> recusals.decide(step, request, granted, level, ground, team));
            }
            case CHANGE_OFFICERS -> {
                var team = in.numbers("team");
                if (team.isEmpty()) {
                    in.bad("team", "empty");
                }
                String ground = in.text("ground", BLOCK);
                yield CaseForms.taken(in, () -> recusals.change(step, team, ground));
            }
            default -> throw new IllegalArgumentException("nothing about who handles a case: " + verb);
        };
    }

    private Field choice(
            String name, Kind kind, CaseFile file, Predicate<People.Person> which, List<Officer> ticked) {
        var words = new LinkedHashMap<String, Said>();
        people.of(file.docket().agency(), Steps.STAFF).stream()
                .filter(which)
                .filter(person -> !Recusal.isRecused(file.docket(), person.id()))
                .forEach(person -> words.put(
                        Long.toString(person.id()), new Said(person.nameLatin() + " " + person.name(), person.name())));
        return new Field(
                name, kind, true, List.copyOf(words.keySet()), words,
                String.join(",", ticked.stream().map(one -> Long.toString(one.id())).toList()));
    }

    private static Field open(CaseFile file) {
        Map<String, Said> words = new LinkedHashMap<>();
        Recusal.of(file.docket()).stream().filter(Recusal::isOpen).forEach(one -> words.put(
                Integer.toString(one.n()),
                new Said(
                        one.asked().personName() + " · " + one.asked().on(),
                        one.asked().personName() + " · " + one.asked().on())));
        return CaseForms.choice("request", words);
    }
}
