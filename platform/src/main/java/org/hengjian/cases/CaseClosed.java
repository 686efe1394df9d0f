package org.hengjian.cases;

import java.time.LocalDate;

/** A case was closed (结案). */
public record CaseClosed(long id, CaseNumber number, long agency, LocalDate on) {}
