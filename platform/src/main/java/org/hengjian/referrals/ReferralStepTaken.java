package org.hengjian.referrals;

/** A step was taken, also one that nobody outside of the agency knows of yet: for this room alone. */
record ReferralStepTaken(long id) {}
