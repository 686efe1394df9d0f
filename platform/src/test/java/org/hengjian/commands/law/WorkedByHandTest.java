package org.hengjian.commands.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.hengjian.law.Law;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Questions worked out by hand from the texts, on both sides of each line and date, in the JSON of the contract. In an
 * act, {@code "rest": 0} says that every figure not named is nought.
 */
class WorkedByHandTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Set<String> FIGURES = Set.of(
            "illegalTurnover",
            "illegalGain",
            "sales",
            "unsoldValue",
            "goodsValue",
            "loss",
            "directLoss",
            "copies",
            "copiesUnsold",
            "items",
            "downloads",
            "clicks",
            "members",
            "labels",
            "labelsUnsold");

    @SuppressWarnings("NullAway.Init")
    private static LawAnswers answers;

    @BeforeAll
    static void load() {
        answers = new LawAnswers(Law.load());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/commands/law/worked-by-hand.csv", numLinesToSkip = 1, maxCharsPerColumn = 10_000)
    void is_answered_as_the_text_says(String verb, String situation, String question, String expected) {
        JsonNode answer = answers.answer(verb, filled(JSON.readTree(question))).body();
        for (String each : expected.split(" (?=/)")) {
            int equals = each.indexOf('=');
            JsonNode found = answer.at(each.substring(0, equals));
            assertThat(plain(found))
                    .as("%s of %s", each, situation)
                    .isEqualTo(plain(JSON.readTree(each.substring(equals + 1))));
        }
    }

    private static JsonNode filled(JsonNode question) {
        for (JsonNode act : question.path("acts")) {
            if (act instanceof ObjectNode object && object.remove("rest") != null) {
                FIGURES.stream().filter(figure -> !object.has(figure)).forEach(figure -> object.put(figure, 0));
            }
        }
        return question;
    }

    private static String plain(JsonNode node) {
        return node.isNumber() ? node.decimalValue().stripTrailingZeros().toPlainString() : node.toString();
    }
}
