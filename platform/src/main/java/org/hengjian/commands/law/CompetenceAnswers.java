package org.hengjian.commands.law;

import java.util.Optional;
import java.util.Set;
import org.hengjian.law.Competence;
import org.hengjian.law.Law;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code competence}: which agency, where, and who decides a conflict. */
final class CompetenceAnswers {

    private static final Set<String> COMPETENCE = Set.of("id", "right", "object", "product", "channel", "region", "on");

    private final Law law;

    CompetenceAnswers(Law law) {
        this.law = law;
    }

    ObjectNode answer(JsonNode json) {
        Fields fields = new Fields("", json, COMPETENCE);
        Optional<Fields> region = fields.object("region", Set.of("act", "seller", "platform"));
        Optional<String> right = fields.text("right");
        if (right.isPresent() && !law.competenceWords().rights().contains(right.get())) {
            throw new Refused(
                    "/right",
                    "must be one of "
                            + String.join(
                                    ", ",
                                    law.competenceWords().rights().stream()
                                            .sorted()
                                            .toList()));
        }
        Optional<String> product = fields.text("product");
        Optional<String> channel = fields.text("channel");
        boolean knownChannel =
                channel.map(law.competenceWords().channels()::contains).orElse(true);
        Competence.Answer found = law.competence(new Competence.Question(
                right.orElse(null),
                fields.text("object").orElse(null),
                product.orElse(null),
                knownChannel ? channel.orElse(null) : "other",
                region.flatMap(r -> r.region("act")).orElse(null),
                region.flatMap(r -> r.region("seller")).orElse(null),
                region.flatMap(r -> r.region("platform")).orElse(null),
                fields.needDate("on")));
        ObjectNode answer = Written.begin(json);
        ArrayNode agencies = answer.putArray("agencies");
        for (Competence.Agency agency : found.agencies()) {
            ObjectNode node = agencies.addObject().put("type", agency.type());
            node.putObject("name").put("zh", agency.zh()).put("en", agency.en());
            node.put(
                    "level",
                    agency.level() == null ? null : agency.level().name().toLowerCase(java.util.Locale.ROOT));
            node.put("region", agency.region() == null ? null : agency.region().text());
            node.put("lead", agency.lead());
            if (agency.note() != null) {
                Written.said(node, "note", agency.note());
            }
            node.set("sources", Written.sources(agency.sources()));
        }
        Competence.Conflict conflict = found.conflict();
        if (conflict == null) {
            answer.putNull("conflict");
        } else {
            ObjectNode node = answer.putObject("conflict");
            Written.texts(
                    node.putArray("between"),
                    conflict.between().stream().map(Object::toString).toList());
            node.putObject("superior")
                    .put("region", conflict.superior().text())
                    .put("level", conflict.superior().level().name().toLowerCase(java.util.Locale.ROOT));
            Written.said(node, "rule", conflict.rule());
            node.set("sources", Written.sources(conflict.sources()));
        }
        Written.doubt(answer, found.uncertain());
        return answer;
    }
}
