package org.hengjian.adjudications;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hengjian.shell.FormField;
import org.hengjian.shell.FormField.Kind;
import org.hengjian.shell.FormField.Option;
import org.hengjian.shell.TypedForm;
import org.springframework.stereotype.Component;

/** The fields of each step, and the step taken from what was typed. */
@Component
class AdjudicationForms {

    private static final int LINE = 200;
    private static final int BLOCK = 8_000; // five pages of a document
    private static final int RECORD = 60_000; // a day's hearing written down

    private final Adjudications adjudications;
    private final Examinations examinations;
    private final Rulings rulings;

    AdjudicationForms(Adjudications adjudications, Examinations examinations, Rulings rulings) {
        this.adjudications = adjudications;
        this.examinations = examinations;
        this.rulings = rulings;
    }

    List<FormField> fields(Verb verb, Adjudication adjudication, LocalDate today) {
        return switch (verb) {
            case ACCEPT -> List.of(
                    officers("presiding", Kind.CHOICE, adjudication),
                    officers("members", Kind.TICKS, adjudication).hinted(),
                    officers("clerk", Kind.CHOICE, adjudication));
            case REFUSE -> List.of(FormField.of("refusal", Paper.Refusal.values(), "adjudications.refusal"), block("reasons"));
            case ASK_SUPPLEMENT -> List.of(block("what"), FormField.of("until", Kind.DAY));
            case SUPPLEMENT -> List.of(block("what"));
            case SERVE_COPY, FORWARD_ANSWER -> delivery(today);
            case ANSWER -> List.of(
                    FormField.of("on", Kind.DAY).from(today.toString()), block("answer"),
                    FormField.of("invalidation", Kind.LINE).optional().hinted());
            case GO_ON -> List.of(block("text").from("被请求人逾期未提交答辩书。"));
            case CALL_HEARING -> List.of(
                    FormField.of("hearingAt", Kind.MOMENT).hinted(), FormField.of("place", Kind.LINE),
                    block("closed").optional().hinted());
            case HOLD_HEARING -> List.of(
                    FormField.of("attendance", Paper.Attendance.values(), "adjudications.attendance"),
                    block("present").hinted(), block("record"));
            case EXCHANGE_EVIDENCE -> List.of(FormField.of("on", Kind.DAY).from(today.toString()), block("exchanged"));
            case INVESTIGATE -> List.of(
                    FormField.of("on", Kind.DAY).from(today.toString()), FormField.of("place", Kind.LINE), block("found"));
            case APPRAISE -> List.of(FormField.of("institute", Kind.LINE), block("question"));
            case RECEIVE_APPRAISAL -> List.of(FormField.of("reference", Kind.LINE), block("opinion"));
            case MEDIATE -> List.of(yesOrNo("agreed"), block("terms").hinted());
            case DELIBERATE -> List.of(
                    FormField.of("conclusion", Paper.Conclusion.values(), "adjudications.conclusion"),
                    votes(adjudication), block("deliberation"));
            case RULE -> List.of(
                    FormField.of("conclusion", Paper.Conclusion.values(), "adjudications.conclusion")
                            .from(adjudication.dossier().paper(Paper.Deliberated.class).map(one -> one.conclusion().name()).orElse("")),
                    block("facts").from(adjudication.dossier().dispute().act()),
                    block("reasons")
                            .from(adjudication.dossier().paper(Paper.Deliberated.class).map(Paper.Deliberated::text).orElse("")),
                    block("orders").optional().hinted());
            case SERVE_RULING -> {
                var fields = new ArrayList<FormField>();
                fields.add(FormField.of("to", Party.Side.values(), "adjudications.side"));
                fields.addAll(delivery(today));
                yield fields;
            }
            case SUE -> List.of(
                    FormField.of("by", Party.Side.values(), "adjudications.side"),
                    FormField.of("on", Kind.DAY).from(today.toString()), FormField.of("court", Kind.LINE),
                    FormField.of("reference", Kind.LINE));
            case JUDGE -> List.of(
                    FormField.of("judgment", Paper.Judgment.values(), "adjudications.judgment"),
                    FormField.of("on", Kind.DAY).from(today.toString()), FormField.of("reference", Kind.LINE), block("text"));
            case DEMAND -> List.of(block("text"));
            case APPLY_ENFORCEMENT -> List.of(FormField.of("court", Kind.LINE), block("text"));
            case CONFIRM -> List.of(
                    FormField.of("on", Kind.DAY).from(today.toString()), FormField.of("court", Kind.LINE),
                    FormField.of("reference", Kind.LINE));
            case CLOSE -> List.of(block("closing"));
            case SUSPEND -> List.of(
                    FormField.of("suspensionGround", Paper.SuspensionGround.values(), "adjudications.suspensionGround"),
                    FormField.of("reference", Kind.LINE)
                            .from(adjudication.dossier().paper(Paper.Answered.class).map(Paper.Answered::invalidation).orElse("")),
                    block("reasons"));
            case DENY_SUSPENSION, RESUME, EXTEND, WITHDRAW -> List.of(block("reasons"));
            case MERGE -> List.of(
                    FormField.of("into", Kind.CHOICE).offering(adjudications.mergeable(adjudication).stream()
                            .map(one -> new Option(
                                    Long.toString(one.dossier().id()), one.name() + " " + one.dossier().dispute().title(), false))
                            .toList()),
                    block("reasons"));
            case ASK_RECUSAL -> List.of(
                    FormField.of("by", Party.Side.values(), "adjudications.side"),
                    FormField.of("person", Kind.CHOICE).offering(options(
                            adjudication.dossier().panel().map(Panel::all).orElse(List.of()))),
                    block("reasons"));
            case DECIDE_RECUSAL -> List.of(
                    yesOrNo("granted"), officers("replacement", Kind.CHOICE, adjudication).optional().hinted(), block("reasons"));
        };
    }

    /** Takes the step; empty, with the errors in {@code in}, when something typed cannot be read. */
    Optional<Outcome> take(Verb verb, Step step, TypedForm in) {
        return switch (verb) {
            case ACCEPT -> {
                long presiding = in.number("presiding");
                var members = new ArrayList<Long>();
                members.add(presiding);
                in.numbers("members").stream().filter(id -> id != presiding).forEach(members::add);
                long clerk = in.number("clerk");
                yield taken(in, () -> adjudications.accept(step, members, clerk));
            }
            case REFUSE -> {
                var refusal = in.one("refusal", Paper.Refusal.class);
                yield block(in, "reasons", reasons -> adjudications.refuse(step, refusal, reasons));
            }
            case ASK_SUPPLEMENT -> {
                var until = in.comingDay("until");
                yield block(in, "what", what -> adjudications.askSupplement(step, what, until));
            }
            case SUPPLEMENT -> block(in, "what", what -> adjudications.supplement(step, what));
            case SERVE_COPY -> {
                var delivery = delivery(in);
                yield taken(in, () -> examinations.serveCopy(step, delivery));
            }
            case FORWARD_ANSWER -> {
                var delivery = delivery(in);
                yield taken(in, () -> examinations.forwardAnswer(step, delivery));
            }
            case ANSWER -> {
                var on = in.day("on");
                String invalidation = in.optional("invalidation", LINE);
                yield block(in, "answer", text -> examinations.answer(step, on, text, invalidation));
            }
            case GO_ON -> block(in, "text", text -> examinations.goOn(step, text));
            case CALL_HEARING -> {
                var at = in.comingMoment("hearingAt");
                String place = in.text("place", LINE);
                String closed = in.optional("closed", BLOCK);
                yield taken(in, () -> examinations.callHearing(step, at, place, closed));
            }
            case HOLD_HEARING -> {
                var attendance = in.one("attendance", Paper.Attendance.class);
                String present = in.text("present", BLOCK);
                String record = in.text("record", RECORD);
                yield taken(in, () -> examinations.holdHearing(step, attendance, present, record));
            }
            case EXCHANGE_EVIDENCE -> {
                var on = in.day("on");
                yield block(in, "exchanged", text -> examinations.exchangeEvidence(step, on, text));
            }
            case INVESTIGATE -> {
                var on = in.day("on");
                String place = in.text("place", LINE);
                yield block(in, "found", text -> examinations.investigate(step, on, place, text));
            }
            case APPRAISE -> {
                String institute = in.text("institute", LINE);
                yield block(in, "question", what -> examinations.appraise(step, institute, what));
            }
            case RECEIVE_APPRAISAL -> {
                String reference = in.text("reference", LINE);
                yield block(in, "opinion", opinion -> examinations.receiveAppraisal(step, reference, opinion));
            }
            case MEDIATE -> {
                boolean agreed = in.yes("agreed");
                yield block(in, "terms", terms -> examinations.mediate(step, agreed, terms));
            }
            case DELIBERATE -> {
                var conclusion = in.one("conclusion", Paper.Conclusion.class);
                int votes = (int) Math.min(in.number("votes"), Integer.MAX_VALUE / 2);
                yield block(in, "deliberation", text -> examinations.deliberate(step, conclusion, votes, text));
            }
            case RULE -> {
                var conclusion = in.one("conclusion", Paper.Conclusion.class);
                String facts = in.text("facts", BLOCK);
                String reasons = in.text("reasons", BLOCK);
                String orders = in.optional("orders", BLOCK);
                yield taken(in, () -> rulings.rule(step, conclusion, facts, reasons, orders));
            }
            case SERVE_RULING -> {
                var to = in.one("to", Party.Side.class);
                var delivery = delivery(in);
                yield taken(in, () -> rulings.serve(step, to, delivery));
            }
            case SUE -> {
                var by = in.one("by", Party.Side.class);
                var on = in.day("on");
                String court = in.text("court", LINE);
                String reference = in.text("reference", LINE);
                yield taken(in, () -> rulings.sue(step, by, on, court, reference));
            }
            case JUDGE -> {
                var judgment = in.one("judgment", Paper.Judgment.class);
                var on = in.day("on");
                String reference = in.text("reference", LINE);
                yield block(in, "text", text -> rulings.judge(step, judgment, on, reference, text));
            }
            case DEMAND -> block(in, "text", text -> rulings.demand(step, text));
            case APPLY_ENFORCEMENT -> {
                String court = in.text("court", LINE);
                yield block(in, "text", text -> rulings.applyEnforcement(step, court, text));
            }
            case CONFIRM -> {
                var on = in.day("on");
                String court = in.text("court", LINE);
                String reference = in.text("reference", LINE);
                yield taken(in, () -> rulings.confirm(step, on, court, reference));
            }
            case CLOSE -> block(in, "closing", text -> rulings.close(step, text));
            case SUSPEND -> {
                var ground = in.one("suspensionGround", Paper.SuspensionGround.class);
                String reference = in.text("reference", LINE);
                yield block(in, "reasons", reasons -> examinations.suspend(step, ground, reference, reasons));
            }
            case DENY_SUSPENSION -> block(in, "reasons", reasons -> examinations.denySuspension(step, reasons));
            case RESUME -> block(in, "reasons", reasons -> examinations.resume(step, reasons));
            case EXTEND -> block(in, "reasons", reasons -> examinations.extend(step, reasons));
            case WITHDRAW -> block(in, "reasons", reasons -> adjudications.withdraw(step, reasons));
            case MERGE -> {
                long into = in.number("into");
                yield block(in, "reasons", reasons -> adjudications.merge(step, into, reasons));
            }
            case ASK_RECUSAL -> {
                var by = in.one("by", Party.Side.class);
                long person = in.number("person");
                yield block(in, "reasons", reasons -> adjudications.askRecusal(step, by, person, reasons));
            }
            case DECIDE_RECUSAL -> {
                boolean granted = in.yes("granted");
                long replacement = granted ? in.number("replacement") : 0;
                yield block(in, "reasons", reasons -> adjudications.decideRecusal(step, granted, replacement, reasons));
            }
        };
    }

    static FormField yesOrNo(String name) {
        return FormField.of(name, Kind.CHOICE)
                .offering(List.of(new Option("YES", "form.yes", true), new Option("NO", "form.no", true)));
    }

    private static FormField block(String name) {
        return FormField.of(name, Kind.BLOCK);
    }

    private FormField officers(String name, Kind kind, Adjudication adjudication) {
        return FormField.of(name, kind).offering(options(adjudications.officers(adjudication.dossier().agency())));
    }

    private static List<Option> options(List<Panel.Member> members) {
        return members.stream().map(one -> new Option(Long.toString(one.id()), one.name(), false)).toList();
    }

    private static FormField votes(Adjudication adjudication) {
        int members = adjudication.dossier().panel().map(panel -> panel.members().size()).orElse(0);
        var options = new ArrayList<Option>();
        for (int votes = members; votes > members / 2; votes--) {
            options.add(new Option(Integer.toString(votes), votes + " / " + members, false));
        }
        return FormField.of("votes", Kind.CHOICE).offering(options);
    }

    private static List<FormField> delivery(LocalDate today) {
        return List.of(
                FormField.of("way", Paper.Way.values(), "adjudications.way"),
                FormField.of("on", Kind.DAY).from(today.toString()),
                FormField.of("recipient", Kind.LINE),
                FormField.of("note", Kind.LINE).optional());
    }

    private static Paper.Delivery delivery(TypedForm in) {
        var on = in.day("on");
        return new Paper.Delivery(
                in.one("way", Paper.Way.class), on, on, in.text("recipient", LINE), in.optional("note", LINE));
    }

    private static Optional<Outcome> block(TypedForm in, String field, Function<String, Outcome> step) {
        String text = in.text(field, BLOCK);
        return taken(in, () -> step.apply(text));
    }

    private static Optional<Outcome> taken(TypedForm in, Supplier<Outcome> step) {
        return in.isGood() ? Optional.of(step.get()) : Optional.empty();
    }
}
