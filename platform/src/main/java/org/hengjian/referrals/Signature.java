package org.hengjian.referrals;

import java.time.Instant;
import java.time.LocalDate;

/** Who put a paper on file, for which agency, and when. */
public record Signature(long person, String name, long agency, String agencyName, LocalDate on, Instant at) {}
