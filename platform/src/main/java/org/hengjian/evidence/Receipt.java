package org.hengjian.evidence;

import java.time.LocalDate;

/**
 * What is said of a file when it is brought.
 *
 * @param origin     where or from whom it was obtained
 * @param proves     what it is to prove (证明事项); may be empty
 * @param isSealed   shown only to whoever says why: trade secrets, privacy, a reporter's identity
 */
public record Receipt(
        long caseId, String name, Kind kind, String origin, String proves, LocalDate obtainedOn, boolean isSealed) {}
