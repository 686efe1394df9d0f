package org.hengjian.commands.law;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hengjian.law.DatedValue;
import org.hengjian.law.Deadline;
import org.hengjian.law.DeadlineQuestion;
import org.hengjian.law.Duty;
import org.hengjian.law.Exclusion;
import org.hengjian.law.Law;
import org.hengjian.law.Period;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code deadline}: when a duty falls due, with every day and the sentence. */
final class DeadlineAnswers {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter WITH_SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");
    private static final DateTimeFormatter WITHOUT_SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmXXX");

    private static final Set<String> DEADLINE = Set.of("id", "duty", "start", "extensions", "excluded", "on", "party");
    private static final Set<String> EXCLUDED = Set.of("from", "to", "reason", "notified");

    private final Law law;

    DeadlineAnswers(Law law) {
        this.law = law;
    }

    ObjectNode answer(JsonNode json) {
        Fields fields = new Fields("", json, DEADLINE);
        String duty = fields.needText("duty");
        if (!law.isDuty(duty)) {
            throw new Refused("/duty", notADuty(duty));
        }
        String start = fields.needText("start");
        OffsetDateTime moment = null;
        LocalDate day;
        if (start.contains("T")) {
            moment = fields.moment("start");
            day = moment.atZoneSameInstant(SHANGHAI).toLocalDate();
        } else {
            day = fields.needDate("start");
        }
        LocalDate on = fields.date("on").orElse(day);
        if (moment == null && law.runsInHours(duty, on)) {
            throw new Refused("/start", "this period runs in hours: give a moment with an offset, not a day");
        }
        List<Exclusion> excluded = new ArrayList<>();
        for (Fields span : fields.objects("excluded", EXCLUDED)) {
            LocalDate from = span.needDate("from");
            LocalDate to = span.needDate("to");
            if (to.isBefore(from)) {
                throw new Refused(span.at("to"), "is before from");
            }
            String word = span.needText("reason");
            Exclusion.Reason reason = Exclusion.Reason.ofWord(word)
                    .orElseThrow(() -> new Refused(
                            span.at("reason"),
                            "must be one of testing, expert-opinion, right-holder-identification, public-notice,"
                                    + " suspension, assistance, hearing, refund, in-transit"));
            excluded.add(new Exclusion(from, to, reason, span.truth("notified").orElse(null)));
        }
        long extensions = fields.count("extensions").orElse(0L);
        if (extensions > 100) {
            throw new Refused("/extensions", "is too large");
        }
        Boolean party = fields.text("party")
                .map(word -> switch (word) {
                    case "party" -> true;
                    case "agency" -> false;
                    default -> throw new Refused("/party", "must be agency or party");
                })
                .orElse(null);
        Deadline deadline =
                law.deadline(new DeadlineQuestion(duty, day, moment, (int) extensions, excluded, on, party));
        ObjectNode answer = Written.begin(json);
        boolean hours = deadline.period() != null && deadline.period().unit() == Period.Unit.HOURS;
        OffsetDateTime due = deadline.dueMoment();
        if (hours && due != null) {
            String text = due.format(start.matches(".*T\\d\\d:\\d\\d(?!:).*") ? WITHOUT_SECONDS : WITH_SECONDS);
            answer.put("due", text).put("nominal", text);
        } else {
            Written.date(answer, "due", deadline.due());
            Written.date(answer, "nominal", deadline.nominal());
        }
        answer.put("rolled", deadline.rolled());
        Written.date(answer, "lastWorkingDayToAct", deadline.lastWorkingDayToAct());
        Period period = deadline.period();
        if (period == null) {
            answer.putNull("unit").putNull("length");
        } else {
            answer.put("unit", period.unit().word());
            answer.put("length", period.amount());
        }
        answer.put("extended", deadline.extended());
        answer.put("provisional", deadline.provisional());
        DatedValue version = deadline.version();
        ObjectNode parameter =
                answer.putObject("parameter").put("id", deadline.parameter().id());
        if (version != null) {
            parameter.put("from", version.from().toString());
            Written.date(parameter, "to", version.to());
            parameter.put("status", version.status().name());
            parameter.set("source", Written.sources(version.sources()));
            if (version.note() != null) {
                parameter.put("note", version.note());
            }
        }
        parameter
                .put("zh", deadline.parameter().zh())
                .put("en", deadline.parameter().en());
        if (period != null && period.runsFrom() != null) {
            parameter.put("runsFrom", period.runsFrom());
        }
        ArrayNode days = answer.putArray("days");
        for (Deadline.Day d : deadline.days()) {
            ObjectNode item = days.addObject().put("date", d.date().toString()).put("counted", d.counted());
            if (d.n() > 0) {
                item.put("n", d.n());
            }
            if (d.why() != null) {
                item.put("why", d.why());
            }
        }
        ArrayNode alternatives = answer.putArray("alternatives");
        for (Deadline.Alternative alternative : deadline.alternatives()) {
            alternatives
                    .addObject()
                    .put("reading", alternative.reading())
                    .put("due", alternative.due().toString())
                    .put("why", alternative.why())
                    .put("whyZh", alternative.whyZh());
        }
        String effect = period == null ? null : period.effect();
        answer.put(
                "effect",
                effect != null
                        ? effect
                        : law.dutyOf(duty)
                                .map(Duty::consequenceZh)
                                .filter(zh -> !zh.equals("—"))
                                .orElse(null));
        Written.doubt(answer, deadline.uncertain());
        return answer;
    }

    private String notADuty(String duty) {
        List<String> keys = law.duties().stream()
                .filter(id -> id.startsWith(duty.replace('_', '-') + "."))
                .toList();
        if (!keys.isEmpty()) {
            return "holds several periods; name one: " + String.join(", ", keys);
        }
        boolean parameter = law.parameters().stream().anyMatch(p -> p.id().equals(duty));
        return parameter ? "this parameter is not a period: " + duty : "no period has this id: " + duty;
    }
}
