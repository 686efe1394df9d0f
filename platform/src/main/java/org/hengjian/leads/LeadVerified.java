package org.hengjian.leads;

import java.time.LocalDate;

/**
 * A person found a suspicion confirmed (核查属实): it can be filed. Published in the transaction of the record.
 *
 * @param agency   whose it is
 * @param right    id of the right, empty when none is named
 * @param seller   name of the seller as it stood in the offer
 */
public record LeadVerified(String leadNumber, long agency, String right, String seller, LocalDate on) {}
