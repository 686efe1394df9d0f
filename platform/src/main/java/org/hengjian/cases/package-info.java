/**
 * Cases 案件: the statutory administrative procedure from the proposal to file (立案审批) to closing (结案). Knows the
 * leads that cases come from, the documents that it issues and the law's clocks; does not know goods, referrals or disclosures, which follow and listen.
 *
 * <p>A {@link org.hengjian.cases.CaseFile} is a state with the papers put on it so far; {@link org.hengjian.cases.Cases}
 * has a verb for each step. A step that the law does not allow comes back as a value,
 * {@link org.hengjian.cases.Outcome.Refused}, with its grounds, articles and remedies.
 */
@ApplicationModule(
        displayName = "Cases 案件",
        allowedDependencies = {
            "access", "agencies", "audit", "documents", "duties", "leads", "registers", "shell", "statutes", "tables",
            "time"
        })
@NullMarked
package org.hengjian.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
