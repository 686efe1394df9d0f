package org.hengjian.cases;

import java.time.LocalDate;

/** A reconsideration or a lawsuit has ended. What was published of a changed or revoked decision is withdrawn. */
public record RemedyConcluded(
        long caseId, CaseNumber number, long agency, String decision, Paper.RemedyOutcome outcome, LocalDate on) {}
