package org.hengjian.cases;

import java.time.LocalDate;

/** The penalty notice reached the party (告知): the term for statement and hearing runs from {@code on}. */
public record PartyInformed(long id, CaseNumber number, LocalDate on) {}
