package org.hengjian.cases;

import java.time.LocalDate;

/** Filing was refused (不予立案). @param sourceNumber number of the lead it comes from, or empty */
public record FilingRefused(long id, String proposalNumber, long agency, String sourceNumber, String ground, LocalDate on) {}
