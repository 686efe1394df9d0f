package org.hengjian.cases;

import java.time.LocalDate;

/** The file was reviewed (审核). @param consents false: back to the investigation */
public record CaseReviewed(long id, CaseNumber number, boolean consents, LocalDate on) {}
