package org.hengjian.goods;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hengjian.law.DatedValue;
import org.hengjian.law.Law;
import org.hengjian.law.Source;
import org.springframework.stereotype.Component;

/** The provisions behind grounds of refusal: which parameter of the law holds the sentence that is in force today. */
@Component
public class GroundLaw {

    private static final Map<String, String> PARAMETERS = Map.of(
            "NOT_DECIDED", "destruction.general",
            "NOT_DECIDED_DESTROY", "destruction.custody",
            "NOT_CONFISCATED", "destruction.seized",
            "EARLY_BUT_DECIDED", "destruction.perishable",
            "EVIDENCE_OPEN", "destruction.criminal");

    private final Law law;
    private final Clock clock;

    GroundLaw(Law law, Clock clock) {
        this.law = law;
        this.clock = clock;
    }

    /** None where the ground is no provision but order in the store. */
    public List<Source> of(String ground) {
        var parameter = PARAMETERS.get(ground);
        return parameter == null
                ? List.of()
                : law.parameter(parameter).on(LocalDate.now(clock)).map(DatedValue::sources).orElse(List.of());
    }

    /** When goods may be disposed of before the decision (先行处置). */
    public List<Source> early() {
        return of("EARLY_BUT_DECIDED");
    }
}
