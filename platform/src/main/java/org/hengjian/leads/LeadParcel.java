package org.hengjian.leads;

import java.time.Instant;
import org.hengjian.intake.Parcel;
import org.hengjian.screening.Standing;

/**
 * A parcel at a lead (涉嫌快件), masked.
 *
 * @param parcel as intake told it when it was attached
 * @param score of its declared goods, 0.97
 */
record LeadParcel(long lead, Parcel parcel, Standing standing, double score, Instant attachedAt) {}
