package org.hengjian.commands.law;

import java.util.Set;
import org.hengjian.law.Law;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Questions of law in JSON, and their answers: the contract of {@code ./hengjian law VERB} and of
 * {@code POST /api/v1/law/VERB}. Holds no state beyond the law itself.
 */
public final class LawAnswers {

    /** The verbs. */
    public static final Set<String> VERBS = Set.of("deadline", "crimes", "penalty", "competence", "explain");

    private final DeadlineAnswers deadlines;
    private final CrimeAnswers crimes;
    private final PenaltyAnswers penalties;
    private final CompetenceAnswers competence;
    private final Explanations explanations;

    public LawAnswers(Law law) {
        deadlines = new DeadlineAnswers(law);
        crimes = new CrimeAnswers(law);
        penalties = new PenaltyAnswers(law);
        competence = new CompetenceAnswers(law);
        explanations = new Explanations(law);
    }

    /** What came back: the JSON, and whether any question in it was refused. */
    public record Reply(JsonNode body, boolean refused) {}

    /**
     * Answers one question, or a list of them. A refused one becomes {@code {"id", "error": {"pointer", "reason"}}}; the
     * others are answered all the same.
     *
     * @throws IllegalArgumentException if there is no such verb
     */
    public Reply answer(String verb, JsonNode question) {
        if (!VERBS.contains(verb)) {
            throw new IllegalArgumentException("no such question of law: " + verb);
        }
        if (!question.isArray()) {
            return one(verb, question);
        }
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        boolean refused = false;
        for (JsonNode item : question) {
            Reply reply = one(verb, item);
            answers.add(reply.body());
            refused |= reply.refused();
        }
        return new Reply(answers, refused);
    }

    private Reply one(String verb, JsonNode question) {
        try {
            ObjectNode answer = switch (verb) {
                case "deadline" -> deadlines.answer(question);
                case "crimes" -> crimes.answer(question);
                case "penalty" -> penalties.answer(question);
                case "competence" -> competence.answer(question);
                default -> explanations.answer(question);
            };
            return new Reply(answer, false);
        } catch (Refused refused) {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            JsonNode id = question.isObject() ? question.get("id") : null;
            answer.set("id", id == null ? JsonNodeFactory.instance.nullNode() : id);
            answer.putObject("error").put("pointer", refused.pointer()).put("reason", refused.reason());
            return new Reply(answer, true);
        }
    }
}
