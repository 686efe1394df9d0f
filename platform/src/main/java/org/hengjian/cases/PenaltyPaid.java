package org.hengjian.cases;

import java.time.LocalDate;
import org.hengjian.law.Money;

/** Fine or confiscated gain was paid (缴款). @param owed what is left */
public record PenaltyPaid(long id, CaseNumber number, Money amount, Money owed, LocalDate on) {}
