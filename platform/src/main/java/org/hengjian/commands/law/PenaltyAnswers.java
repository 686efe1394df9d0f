package org.hengjian.commands.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hengjian.law.Law;
import org.hengjian.law.Money;
import org.hengjian.law.PenaltyQuestion;
import org.hengjian.law.PenaltyRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code penalty}: the range on a legal basis, with hearing, limitation and payment. */
final class PenaltyAnswers {

    private static final Set<String> PENALTY = Set.of(
            "id",
            "basis",
            "actOn",
            "decidedOn",
            "illegalTurnover",
            "illegalGain",
            "goodsValue",
            "illegalIncome",
            "channel",
            "harm",
            "fine",
            "stayed",
            "repeat",
            "serious",
            "receivedOn",
            "paidOn");

    private final Law law;

    PenaltyAnswers(Law law) {
        this.law = law;
    }

    ObjectNode answer(JsonNode json) {
        Fields fields = new Fields("", json, PENALTY);
        String basis = fields.needText("basis");
        if (!law.penaltyBases().contains(basis)) {
            throw new Refused("/basis", "no range of penalty has this id: " + basis);
        }
        Map<PenaltyQuestion.Base, Money> amounts = new EnumMap<>(PenaltyQuestion.Base.class);
        for (PenaltyQuestion.Base base : PenaltyQuestion.Base.values()) {
            fields.money(base.word()).ifPresent(amount -> amounts.put(base, amount));
        }
        List<PenaltyQuestion.Span> stayed = new ArrayList<>();
        for (Fields span : fields.objects("stayed", Set.of("from", "to"))) {
            LocalDate from = span.needDate("from");
            LocalDate to = span.needDate("to");
            if (to.isBefore(from)) {
                throw new Refused(span.at("to"), "is before from");
            }
            stayed.add(new PenaltyQuestion.Span(from, to));
        }
        LocalDate actOn = fields.needDate("actOn");
        LocalDate decidedOn = fields.date("decidedOn").orElse(null);
        if (decidedOn != null && decidedOn.isBefore(actOn)) {
            throw new Refused("/decidedOn", "is before the act");
        }
        LocalDate receivedOn = fields.date("receivedOn").orElse(null);
        LocalDate paidOn = fields.date("paidOn").orElse(null);
        if (paidOn != null && receivedOn == null) {
            throw new Refused("/receivedOn", "is required where paidOn is given");
        }
        if (paidOn != null && paidOn.isBefore(receivedOn)) {
            throw new Refused("/paidOn", "is before receivedOn");
        }
        PenaltyRange range = law.penalty(new PenaltyQuestion(
                basis,
                actOn,
                decidedOn,
                amounts,
                fields.word("channel", PenaltyQuestion.Channel.class).orElse(null),
                fields.word("harm", PenaltyQuestion.Harm.class).orElse(null),
                fields.money("fine").orElse(null),
                stayed,
                fields.truth("repeat").orElse(false),
                fields.truth("serious").orElse(false),
                receivedOn,
                paidOn));
        ObjectNode answer = Written.begin(json);
        Written.money(answer, "min", range.min());
        Written.money(answer, "max", range.max());
        answer.put("optional", range.optional());
        Written.texts(answer.putArray("other"), range.other());
        answer.put("shallBe", range.shallBe());
        answer.put("decides", range.decides());
        answer.put("precondition", range.precondition());
        answer.put("applied", range.applied() == null ? null : range.applied().word());
        if (range.version() == null) {
            answer.putNull("version");
        } else {
            Written.version(answer.putObject("version"), range.version());
        }
        ObjectNode hearing = answer.putObject("hearing").put("must", range.hearing().must());
        Written.said(hearing, "why", range.hearing().why());
        PenaltyRange.Limitation limitation = range.limitation();
        if (limitation == null) {
            answer.putNull("limitation");
        } else {
            answer.putObject("limitation")
                    .put("years", limitation.years())
                    .put("ends", limitation.ends().toString())
                    .put("expired", limitation.expired());
        }
        PenaltyRange.Payment payment = range.payment();
        if (payment != null) {
            ObjectNode node =
                    answer.putObject("payment").put("due", payment.due().toString());
            if (payment.daysLate() != null) {
                node.put("daysLate", payment.daysLate());
            }
            Written.money(node, "surcharge", payment.surcharge());
        }
        answer.set("sources", Written.sources(range.sources()));
        Written.texts(answer.putArray("missing"), range.missing());
        Written.doubt(answer, range.uncertain());
        return answer;
    }
}
