package org.hengjian.cases;

import java.time.LocalDate;
import org.hengjian.documents.DocumentNumber;

/** The period of a sealing or seizure was extended (延长查封、扣押). @param until its last day now */
public record MeasureExtended(
        long id, CaseNumber number, long agency, int measure, DocumentNumber document, LocalDate on, LocalDate until) {}
