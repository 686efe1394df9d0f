package org.hengjian.adjudications;

import java.time.LocalDate;

/** A step was taken. @param paper kind of the paper that it put on file */
public record AdjudicationMoved(long id, long agency, Stage stage, String paper, LocalDate on) {}
