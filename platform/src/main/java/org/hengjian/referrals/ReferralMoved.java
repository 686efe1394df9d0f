package org.hengjian.referrals;

import java.time.LocalDate;

/**
 * A referral that was sent took another step (移送进展).
 *
 * @param paper type of the paper that the step put on file, {@code Filed}
 */
public record ReferralMoved(long id, long caseId, long agency, Stage stage, String paper, LocalDate on) {}
