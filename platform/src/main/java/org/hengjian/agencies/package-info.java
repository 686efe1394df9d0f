/**
 * Agencies: regions (GB/T 2260), agencies as dated records, people and their roles, and the way in: sign-in, lock-out,
 * sessions, the two security chains. Knows access, audit and the shell; no business room.
 */
@ApplicationModule(
        displayName = "Agencies 机关与人员",
        allowedDependencies = {"access", "audit", "postgres", "shell", "tables", "time"})
@NullMarked
package org.hengjian.agencies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
