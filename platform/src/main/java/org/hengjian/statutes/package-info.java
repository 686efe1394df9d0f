/**
 * Statutes: the law library as the platform asks it. One edition for all rooms, which an administrator can replace while
 * it runs; calculators; the lights of clocks; how a worked-out value is shown with its sentence and days. Knows the
 * library and the shell; every room with a deadline knows it.
 */
@ApplicationModule(
        displayName = "Statutes 法规库",
        allowedDependencies = {"access", "audit", "postgres", "shell", "tables", "time"})
@NullMarked
package org.hengjian.statutes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
