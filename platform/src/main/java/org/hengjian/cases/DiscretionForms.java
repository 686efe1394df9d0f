package org.hengjian.cases;

import static org.hengjian.cases.CaseForms.BLOCK;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The weighing of a penalty as it is typed. */
@Component
class DiscretionForms implements StepForms {

    private final Discretions discretions;

    DiscretionForms(Discretions discretions) {
        this.discretions = discretions;
    }

    @Override
    public Set<Verb> steps() {
        return Set.of(Verb.DISCRETION);
    }

    /** None: {@link DiscretionPages} shows them beside the range. */
    @Override
    public List<CaseForms.Field> fields(Verb verb, CaseFile file, String today) {
        return List.of();
    }

    @Override
    public Optional<Outcome> take(Verb verb, Step step, Inputs in) {
        String basis = in.raw("fineBasis");
        if (!discretions.bases().contains(basis)) {
            in.bad("fineBasis", basis.isEmpty() ? "empty" : "choice");
        }
        var severity = in.one("severity", Severity.class);
        var factors = in.all("factors");
        if (!Factors.load().all().stream().map(Factors.Factor::code).toList().containsAll(factors)) {
            in.bad("factors", "choice");
        }
        if (in.raw("fine").isEmpty()) {
            in.bad("fine", "empty");
        }
        var fine = in.money("fine");
        String reasons = in.text("reasons", BLOCK);
        return CaseForms.taken(
                in, () -> discretions.weigh(step, new Discretions.Weighing(basis, severity, factors, fine, reasons)));
    }
}
