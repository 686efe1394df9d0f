package org.hengjian.cases;

import java.time.LocalDate;

/** A filing was proposed (提请立案). @param sourceNumber number of the lead or the letter it comes from, or empty */
public record CaseProposed(long id, String proposalNumber, long agency, String sourceNumber, LocalDate on) {}
