package org.hengjian.cases;

import static org.hengjian.cases.CaseForms.BLOCK;
import static org.hengjian.cases.CaseForms.LINE;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hengjian.cases.CaseForms.Field;
import org.hengjian.cases.CaseForms.Kind;
import org.springframework.stereotype.Component;

/** The forms of what follows a decision. */
@Component
class ExecutionForms implements StepForms {

    private static final int INSTALMENTS = 60; // five years of months

    private final Executions executions;
    private final Clocks clocks;

    ExecutionForms(Executions executions, Clocks clocks) {
        this.executions = executions;
        this.clocks = clocks;
    }

    @Override
    public Set<Verb> steps() {
        return Verb.EXECUTION;
    }

    @Override
    public List<Field> fields(Verb verb, CaseFile file, String today) {
        return switch (verb) {
            case MARK_REMEDY -> List.of(
                    CaseForms.choice("remedy", CaseForms.names(Paper.RemedyKind.values())),
                    Field.of("on", Kind.DAY, true).from(today),
                    Field.of("body", Kind.LINE, true),
                    Field.of("remedyNumber", Kind.LINE, false));
            case END_REMEDY -> List.of(
                    CaseForms.choice("remedyOutcome", CaseForms.names(Paper.RemedyOutcome.values())),
                    Field.of("on", Kind.DAY, true).from(today),
                    Field.of("text", Kind.BLOCK, true),
                    Field.of("fine", Kind.MONEY, false),
                    Field.of("confiscation", Kind.MONEY, false));
            case ASK_INSTALMENTS -> List.of(
                    Field.of("on", Kind.DAY, true).from(today), Field.of("ground", Kind.BLOCK, true));
            case GRANT_INSTALMENTS -> List.of(
                    Field.of("schedule", Kind.BLOCK, true).from(start(file, today)), Field.of("ground", Kind.BLOCK, true));
            case REFUSE_INSTALMENTS -> List.of(Field.of("ground", Kind.BLOCK, true));
            case IMPOSE_SURCHARGE, DEMAND -> List.of();
            case SERVE_DEMAND -> CaseForms.delivery(today);
            case APPLY_ENFORCEMENT -> List.of(Field.of("court", Kind.LINE, true));
            case RECORD_RULING -> List.of(
                    CaseForms.choice("ruling", CaseForms.names(Paper.Ruling.values())),
                    Field.of("on", Kind.DAY, true).from(today),
                    Field.of("rulingNumber", Kind.LINE, true),
                    Field.of("text", Kind.BLOCK, false));
            default -> throw new IllegalArgumentException("nothing of an execution: " + verb);
        };
    }

    @Override
    public Optional<Outcome> take(Verb verb, Step step, Inputs in) {
        return switch (verb) {
            case MARK_REMEDY -> {
                var kind = in.one("remedy", Paper.RemedyKind.class);
                var on = in.day("on");
                String body = in.text("body", LINE);
                String number = in.optional("remedyNumber", LINE);
                yield CaseForms.taken(in, () -> executions.markRemedy(step, kind, on, body, number));
            }
            case END_REMEDY -> {
                var outcome = in.one("remedyOutcome", Paper.RemedyOutcome.class);
                var on = in.day("on");
                String text = in.text("text", BLOCK);
                Optional<Penalty> left = outcome == Paper.RemedyOutcome.CHANGED
                        ? Optional.of(new Penalty(in.money("fine"), in.money("confiscation"), "", ""))
                        : Optional.empty();
                yield CaseForms.taken(in, () -> executions.endRemedy(step, outcome, on, text, left));
            }
            case ASK_INSTALMENTS -> {
                var on = in.day("on");
                String ground = in.text("ground", BLOCK);
                yield CaseForms.taken(in, () -> executions.askInstalments(step, on, ground));
            }
            case GRANT_INSTALMENTS -> {
                var schedule = schedule(in);
                String ground = in.text("ground", BLOCK);
                yield CaseForms.taken(in, () -> executions.grantInstalments(step, schedule, ground));
            }
            case REFUSE_INSTALMENTS -> {
                String ground = in.text("ground", BLOCK);
                yield CaseForms.taken(in, () -> executions.refuseInstalments(step, ground));
            }
            case IMPOSE_SURCHARGE -> CaseForms.taken(in, () -> executions.surcharge(step));
            case DEMAND -> CaseForms.taken(in, () -> executions.demand(step));
            case SERVE_DEMAND -> {
                var delivery = CaseForms.delivery(in);
                yield CaseForms.taken(in, () -> executions.serveDemand(step, delivery));
            }
            case APPLY_ENFORCEMENT -> {
                String court = in.text("court", LINE);
                yield CaseForms.taken(in, () -> executions.apply(step, court));
            }
            case RECORD_RULING -> {
                var ruling = in.one("ruling", Paper.Ruling.class);
                var on = in.day("on");
                String number = in.text("rulingNumber", LINE);
                String text = in.optional("text", BLOCK);
                yield CaseForms.taken(in, () -> executions.rule(step, ruling, on, number, text));
            }
            default -> throw new IllegalArgumentException("nothing of an execution: " + verb);
        };
    }

    /** All that is left of the fine in a month: a person changes it to what is granted. */
    private String start(CaseFile file, String today) {
        return clocks.execution(file)
                .map(execution -> LocalDate.parse(today).plusMonths(1) + "，" + Amounts.plain(execution.fineOwed()).replace(",", ""))
                .orElse("");
    }

    /** One instalment a line: day, amount. The error names the first bad line. */
    private static List<Paper.Instalment> schedule(Inputs in) {
        var schedule = new ArrayList<Paper.Instalment>();
        int line = 0;
        for (String typed : in.text("schedule", BLOCK).split("\\R")) {
            line++;
            if (typed.isBlank()) {
                continue;
            }
            var parts = typed.strip().split("[，;；\\s]+|,(?=\\s*\\d+(\\.\\d+)?$)", 2);
            var amount = parts.length == 2 ? Amounts.read(parts[1].strip()) : Optional.<org.hengjian.law.Money>empty();
            try {
                schedule.add(new Paper.Instalment(LocalDate.parse(parts[0].strip()), amount.orElseThrow()));
            } catch (DateTimeParseException | java.util.NoSuchElementException e) {
                in.bad("schedule", "schedule", line);
                return schedule;
            }
        }
        if (schedule.size() > INSTALMENTS) {
            in.bad("schedule", "long");
        }
        return schedule;
    }
}
