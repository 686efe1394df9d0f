/**
 * Facilities 能力名录: the public list of units that can destroy goods, with what they can destroy by which method, where,
 * and for how long. Kept by administrators, each change a new version; read by everybody. Knows no goods and no case.
 */
@ApplicationModule(
        displayName = "Facilities 能力名录",
        allowedDependencies = {"access", "agencies", "audit", "imports", "shell", "tables", "time"})
@NullMarked
package org.hengjian.facilities;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
