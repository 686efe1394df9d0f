package org.hengjian.cases;

import java.time.LocalDate;

/** The decision reached the party (送达). @param effective the day from which terms run */
public record DecisionServed(long id, CaseNumber number, String decisionNumber, LocalDate effective) {}
