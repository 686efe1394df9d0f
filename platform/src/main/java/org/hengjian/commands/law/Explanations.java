package org.hengjian.commands.law;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.hengjian.law.DatedValue;
import org.hengjian.law.Difference;
import org.hengjian.law.Instruments;
import org.hengjian.law.Law;
import org.hengjian.law.Parameter;
import org.hengjian.law.Source;
import org.hengjian.law.Status;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code explain}: a parameter on a day, its versions, sentences and articles. */
final class Explanations {

    private static final Set<String> EXPLAIN = Set.of("id", "parameter", "on", "and");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Law law;

    Explanations(Law law) {
        this.law = law;
    }

    ObjectNode answer(JsonNode json) {
        Fields fields = new Fields("", json, EXPLAIN);
        String id = fields.needText("parameter");
        Parameter parameter = law.parameters().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused("/parameter", "no parameter has this id: " + id));
        LocalDate on = fields.date("on").orElse(law.asOf());
        Optional<LocalDate> and = fields.date("and");
        ObjectNode answer = Written.begin(json);
        answer.put("parameter", id);
        answer.putObject("name").put("zh", parameter.zh()).put("en", parameter.en());
        answer.put("unit", parameter.unit());
        answer.put("topic", parameter.topic());
        answer.put("on", on.toString());
        Optional<DatedValue> value = parameter.on(on);
        if (value.isEmpty()) {
            answer.putNull("value");
            answer.put("uncertain", "no value on " + on);
        } else {
            value(answer, value.get());
            answer.put("uncertain", value.get().status() == Status.VERIFIED ? null : "not verified");
            articles(answer.putArray("articles"), value.get());
        }
        ArrayNode versions = answer.putArray("versions");
        parameter.values().forEach(version -> value(versions.addObject(), version));
        Written.texts(answer.putArray("notes"), parameter.notes());
        and.ifPresent(other -> {
            ObjectNode node = answer.putObject("and");
            node.put("on", other.toString());
            Optional<DatedValue> second = parameter.on(other);
            if (second.isEmpty()) {
                node.putNull("value");
            } else {
                value(node, second.get());
                articles(node.putArray("articles"), second.get());
            }
            boolean earlier = other.isBefore(on);
            ArrayNode differences = answer.putArray("differences");
            Optional<DatedValue> before = earlier ? second : value;
            Optional<DatedValue> after = earlier ? value : second;
            answer.put("same", before.equals(after));
            if (before.isPresent() && after.isPresent() && before.get() != after.get()) {
                for (Difference difference :
                        Difference.between(before.get().value(), after.get().value())) {
                    differences
                            .addObject()
                            .put("path", difference.path())
                            .put("before", difference.before())
                            .put("after", difference.after());
                }
            }
        });
        return answer;
    }

    private void value(ObjectNode to, DatedValue value) {
        to.put("from", value.from().toString());
        Written.date(to, "to", value.to());
        to.set("value", MAPPER.valueToTree(value.value().raw()));
        to.put("status", value.status().name());
        to.put("checkedOn", value.checkedOn().toString());
        if (value.note() != null) {
            to.put("note", value.note());
        }
        to.set("sources", Written.sources(value.sources()));
    }

    private void articles(ArrayNode to, DatedValue value) {
        for (Source source : value.sources()) {
            for (Instruments.Article article : law.instruments().cited(source)) {
                to.addObject()
                        .put("instrument", source.instrument())
                        .put("article", article.heading())
                        .put("text", article.text());
            }
        }
    }
}
