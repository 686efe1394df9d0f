/**
 * Referrals 两法衔接: a case in which a crime is suspected goes to the police, from the report to the head to what came of
 * it. Agency, police and prosecutor work on one record, each seeing it from the point at which the law lets them. Knows
 * cases, from which a referral is proposed, and goods, which are handed over with it.
 *
 * <p>A {@link org.hengjian.referrals.Referral} is a state with the papers put on it so far;
 * {@link org.hengjian.referrals.Referrals} has a verb for each step. A step that the law does not allow comes back as a
 * value, {@link org.hengjian.referrals.Outcome.Refused}, with its grounds, articles and remedies.
 */
@ApplicationModule(
        displayName = "Referrals 两法衔接",
        allowedDependencies = {
            "access", "agencies", "audit", "cases", "documents", "duties", "goods", "registers", "shell", "statutes",
            "time"
        })
@NullMarked
package org.hengjian.referrals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
