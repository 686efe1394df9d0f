/**
 * Imports (导入): files that someone brings into a register, whatever register it is. Proposes which column means what, takes
 * the good rows chunk by chunk and gives the others back with row, field, reason and remedy. Registers contribute an
 * {@link org.hengjian.imports.ImportTarget}; knows none of them.
 */
@ApplicationModule(
        displayName = "Imports 导入",
        allowedDependencies = {"access", "audit", "shell", "tables", "time"})
@NullMarked
package org.hengjian.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
