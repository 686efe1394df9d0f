package org.hengjian.cases;

import java.time.LocalDate;
import org.hengjian.documents.DocumentNumber;

/** A measure was lifted (解除): what it touched goes back unless the case disposes of it. */
public record MeasureLifted(
        long id,
        CaseNumber number,
        long agency,
        int measure,
        Measure.Lifting ground,
        DocumentNumber document,
        LocalDate on) {}
