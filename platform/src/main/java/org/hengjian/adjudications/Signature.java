package org.hengjian.adjudications;

import java.time.Instant;
import java.time.LocalDate;

/** Who put a paper on file, and when. */
public record Signature(long person, String name, LocalDate on, Instant at) {}
