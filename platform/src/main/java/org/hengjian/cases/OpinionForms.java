package org.hengjian.cases;

import static org.hengjian.cases.CaseForms.BLOCK;
import static org.hengjian.cases.CaseForms.LINE;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hengjian.cases.CaseForms.Field;
import org.hengjian.cases.CaseForms.Kind;
import org.hengjian.law.Said;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The forms of opinions of experts and identifications by right holders. */
@Component
class OpinionForms implements StepForms {

    private static final String[] KINDS = {Testing.Kind.EXPERT_OPINION.name(), Testing.Kind.IDENTIFICATION.name()};

    private final Opinions opinions;
    private final MessageSource messages;

    OpinionForms(Opinions opinions, MessageSource messages) {
        this.opinions = opinions;
        this.messages = messages;
    }

    @Override
    public Set<Verb> steps() {
        return EnumSet.of(Verb.RECORD_OPINION, Verb.TELL_OPINION, Verb.ASK_NEW_OPINION, Verb.DECIDE_NEW_OPINION);
    }

    @Override
    public List<Field> fields(Verb verb, CaseFile file, String today) {
        return switch (verb) {
            case RECORD_OPINION -> receiving(file, today);
            case TELL_OPINION -> Stream.concat(
                            Stream.of(opinion(file, one -> one.told().isEmpty())), CaseForms.delivery(today).stream())
                    .toList();
            case ASK_NEW_OPINION -> List.of(
                    opinion(file, one -> one.isExpert() && one.told().isPresent()),
                    Field.of("on", Kind.DAY, true).from(today),
                    Field.of("ground", Kind.BLOCK, true));
            case DECIDE_NEW_OPINION -> List.of(
                    renewal(file),
                    CaseForms.choice("newOpinion", "GRANTED", "REFUSED"),
                    Field.of("ground", Kind.BLOCK, true));
            default -> throw new IllegalArgumentException("nothing about an opinion: " + verb);
        };
    }

    @Override
    public Optional<Outcome> take(Verb verb, Step step, Inputs in) {
        return switch (verb) {
            case RECORD_OPINION -> {
                var kind = Testing.Kind.valueOf(in.choice("opinionKind", KINDS));
                int testing = in.paper("opinionOf");
                String giver = in.text("giver", LINE);
                var standing = in.one("standing", Paper.Standing.class);
                String qualification = in.text("qualification", LINE);
                String signers = in.text("signers", LINE);
                String question = in.text("question", BLOCK);
                // A right holder knows its goods; an expert says how it found out.
                String method = kind == Testing.Kind.EXPERT_OPINION ? in.text("method", BLOCK) : in.optional("method", BLOCK);
                String conclusion = in.text("opinionConclusion", BLOCK);
                var on = in.day("on");
                yield CaseForms.taken(in, () -> opinions.receive(
                        step,
                        new Opinions.Given(kind, testing, giver, standing, qualification, question, method, conclusion, on),
                        signers));
            }
            case TELL_OPINION -> {
                int opinion = in.paper("whichOpinion");
                var delivery = CaseForms.delivery(in);
                yield CaseForms.taken(in, () -> opinions.tell(step, opinion, delivery));
            }
            case ASK_NEW_OPINION -> {
                int opinion = in.paper("whichOpinion");
                var on = in.day("on");
                String ground = in.text("ground", BLOCK);
                yield CaseForms.taken(in, () -> opinions.ask(step, opinion, on, ground));
            }
            case DECIDE_NEW_OPINION -> {
                int request = in.paper("request");
                boolean granted = "GRANTED".equals(in.choice("newOpinion", "GRANTED", "REFUSED"));
                String ground = in.text("ground", BLOCK);
                yield CaseForms.taken(in, () -> opinions.decide(step, request, granted, ground));
            }
            default -> throw new IllegalArgumentException("nothing about an opinion: " + verb);
        };
    }

    /** What the commission says is not typed twice, where one is waited for. */
    private List<Field> receiving(CaseFile file, String today) {
        var waited = Testing.of(file.docket()).stream()
                .filter(one -> one.isOpen() && one.kind() != Testing.Kind.TESTING)
                .toList();
        var words = new LinkedHashMap<String, Said>();
        waited.forEach(one -> words.put(
                Integer.toString(one.n()), CaseForms.said(messages, "cases.testing." + one.kind(), " · " + one.institution() + " · " + one.until())));
        words.put("0", CaseForms.said(messages, "cases.opinionOf.none", ""));
        var first = waited.stream().findFirst();
        return List.of(
                CaseForms.choice("opinionKind", KINDS).from(first.map(one -> one.kind().name()).orElse(KINDS[0])),
                CaseForms.choice("opinionOf", words),
                Field.of("giver", Kind.LINE, true).from(first.map(Testing::institution).orElse("")),
                CaseForms.choice("standing", CaseForms.names(Paper.Standing.values()))
                        .from(first.filter(one -> one.kind() == Testing.Kind.IDENTIFICATION)
                                .map(_ -> Paper.Standing.RIGHT_HOLDER.name())
                                .orElse("")),
                Field.of("qualification", Kind.LINE, true),
                Field.of("signers", Kind.LINE, true),
                Field.of("question", Kind.BLOCK, true).from(first.map(one -> asked(file.docket(), one.n())).orElse("")),
                Field.of("method", Kind.BLOCK, false),
                Field.of("opinionConclusion", Kind.BLOCK, true),
                Field.of("on", Kind.DAY, true).from(today));
    }

    private static String asked(Docket docket, int testing) {
        return docket.entries().get(testing - 1).paper() instanceof Paper.TestingCommissioned paper ? paper.question() : "";
    }

    private Field opinion(CaseFile file, Predicate<Opinion> which) {
        var words = new LinkedHashMap<String, Said>();
        Opinion.of(file.docket()).stream().filter(which).forEach(one -> words.put(
                Integer.toString(one.n()),
                CaseForms.said(messages, "cases.opinionKind." + one.received().kind(), " · " + one.received().giver() + " · " + one.received().on())));
        return CaseForms.choice("whichOpinion", words);
    }

    private static Field renewal(CaseFile file) {
        Map<String, Said> words = new LinkedHashMap<>();
        Opinion.pending(file.docket()).forEach(one -> {
            String shown = one.asked().on() + " · " + one.asked().ground();
            words.put(Integer.toString(one.n()), new Said(shown, shown));
        });
        return CaseForms.choice("request", words);
    }
}
