/**
 * Statutes: the law library as the platform asks it. One snapshot for all rooms; the lights of clocks. Knows the
 * library and the shell; every room with a deadline knows it.
 */
@ApplicationModule(
        displayName = "Statutes 法规库",
        allowedDependencies = {"access", "shell", "time"})
@NullMarked
package org.hengjian.statutes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
