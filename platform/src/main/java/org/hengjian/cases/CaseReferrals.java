package org.hengjian.cases;

import java.util.Optional;

/**
 * The room that keeps referrals to the police (移送公安机关) contributes a bean of this: a case is decided as referred only
 * when it was in fact referred.
 */
public interface CaseReferrals {

    /** Number of the letter by which the case is with the police; empty when it was not sent, or came back. */
    Optional<String> letterOf(long caseId);
}
