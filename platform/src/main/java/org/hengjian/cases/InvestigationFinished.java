package org.hengjian.cases;

import java.time.LocalDate;

/** The investigation is over (调查终结); review begins. */
public record InvestigationFinished(long id, CaseNumber number, LocalDate on) {}
