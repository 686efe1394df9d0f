package org.hengjian.cases;

import java.time.LocalDate;
import org.hengjian.law.Money;

/** A case was decided (作出处理决定). */
public record CaseDecided(long id, CaseNumber number, long agency, String decisionNumber, Paper.Result result, Money fine, Money confiscation, LocalDate on) {}
