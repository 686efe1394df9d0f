package org.hengjian.cases;

import java.time.LocalDate;

/** A case was filed (立案). @param sourceNumber number of the lead it comes from, or empty */
public record CaseFiled(long id, CaseNumber number, long agency, String sourceNumber, LocalDate on) {}
