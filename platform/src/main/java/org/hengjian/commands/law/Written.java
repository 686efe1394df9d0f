package org.hengjian.commands.law;

import java.time.LocalDate;
import java.util.List;
import org.hengjian.law.CrimeAssessment;
import org.hengjian.law.Doubt;
import org.hengjian.law.Money;
import org.hengjian.law.Said;
import org.hengjian.law.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What all answers write alike: sources, days, money. */
final class Written {

    private Written() {}

    static ObjectNode begin(JsonNode question) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        JsonNode id = question.get("id");
        if (id != null && !id.isNull()) {
            answer.set("id", id);
        }
        return answer;
    }

    static void version(ObjectNode to, CrimeAssessment.Version version) {
        to.put("instrument", version.instrument());
        to.put("from", version.from().toString());
        date(to, "to", version.to());
    }

    static ArrayNode sources(List<Source> sources) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Source source : sources) {
            ObjectNode node = array.addObject();
            node.put("instrument", source.instrument());
            node.put("article", source.article());
            node.put("quote", source.quotes().isEmpty() ? null : source.quote());
            node.put("text", source.text());
            if (source.excerpt()) {
                node.put("textCompleteness", "excerpt");
            }
        }
        return array;
    }

    static void texts(ArrayNode to, List<String> texts) {
        texts.forEach(to::add);
    }

    static void date(ObjectNode to, String name, @Nullable LocalDate day) {
        to.put(name, day == null ? null : day.toString());
    }

    /** The sentence as the contract has it, in English, and beside it the same in Chinese. */
    static void doubt(ObjectNode to, Doubt doubt) {
        to.put("uncertain", doubt.said().map(Said::en).orElse(null));
        doubt.said().ifPresent(said -> to.put("uncertainZh", said.zh()));
    }

    static void said(ObjectNode to, String name, Said said) {
        to.put(name, said.en());
        to.put(name + "Zh", said.zh());
    }

    static void money(ObjectNode to, String name, @Nullable Money money) {
        to.put(name, money == null ? null : money.yuan());
    }
}
