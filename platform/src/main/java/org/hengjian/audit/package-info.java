/**
 * Audit: every deed and every look at personal data, in the transaction of the deed, sealed into a hash chain after it
 * and verifiable without the server. Knows access and time; every room that does something writes here.
 */
@ApplicationModule(displayName = "Audit 审计", allowedDependencies = {"access", "time", "postgres", "shell"})
@NullMarked
package org.hengjian.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
