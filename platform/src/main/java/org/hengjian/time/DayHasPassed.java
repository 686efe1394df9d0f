package org.hengjian.time;

import java.time.LocalDate;

/** A legal day in Asia/Shanghai is over. Published once for each day, in order, also for days when we were off. */
public record DayHasPassed(LocalDate day) {}
