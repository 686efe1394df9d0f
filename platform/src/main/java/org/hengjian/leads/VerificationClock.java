package org.hengjian.leads;

import java.time.LocalDate;
import java.util.Optional;
import org.hengjian.law.Deadline;
import org.hengjian.law.DeadlineQuestion;
import org.hengjian.law.Law;
import org.springframework.stereotype.Component;

/** By when a lead must be looked at (核查期限), as the law of its day says. */
@Component
class VerificationClock {

    static final String DUTY = "procedure.verification";

    private final Law law;

    VerificationClock(Law law) {
        this.law = law;
    }

    /** With every day and the sentence; asked again for each page, so that a newer law shows at once. */
    Deadline deadline(LocalDate receivedOn, int extensions) {
        return law.deadline(DeadlineQuestion.of(DUTY, receivedOn).extended(extensions));
    }

    /** Empty where the law gives no figure for that day. */
    Optional<LocalDate> due(LocalDate receivedOn, int extensions) {
        return deadline(receivedOn, extensions).dueDay();
    }
}
