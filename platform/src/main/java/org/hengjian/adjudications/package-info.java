/**
 * Adjudications 专利侵权纠纷行政裁决: two parties dispute over a patent and the patent office rules, a procedure of its own
 * beside the penalty cases. Knows agencies for jurisdiction and the panel, documents and duties, which it feeds.
 *
 * <p>An {@link org.hengjian.adjudications.Adjudication} is a state with the papers put on it so far;
 * {@link org.hengjian.adjudications.Procedure} is the whole procedure on one page;
 * {@link org.hengjian.adjudications.Adjudications} has a verb for each step. A step that the law does not allow comes back
 * as a value, {@link org.hengjian.adjudications.Outcome.Refused}, with its grounds, articles and remedies.
 */
@ApplicationModule(
        displayName = "Adjudications 专利裁决",
        allowedDependencies = {
            "access", "agencies", "audit", "documents", "duties", "registers", "shell", "statutes", "time"
        })
@NullMarked
package org.hengjian.adjudications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
