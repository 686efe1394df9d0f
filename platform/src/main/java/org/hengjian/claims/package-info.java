/**
 * Claims (声称词库): the words that speak about goods. The product ships some hundreds; here people add, correct and switch
 * off: a draft is tried on past offers, another person publishes it, and from then on offers are screened with it. {@link
 * org.hengjian.claims.Claims#inForce()} tells what counts today. Knows no leads: whoever can screen past offers says what
 * a draft would have changed, through {@link org.hengjian.claims.Trials}.
 */
@ApplicationModule(
        displayName = "Claims 声称词库",
        allowedDependencies = {"access", "agencies", "audit", "imports", "shell", "tables", "time"})
@NullMarked
package org.hengjian.claims;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
