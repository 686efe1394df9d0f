/**
 * Registers 台账: a list that leaves the house as a workbook or as separated values. Says on its head whose it is, who
 * made it when and by which filters, says when it was cut, and leaves an entry in the log. Every room with a list that
 * can be taken along knows it.
 */
@ApplicationModule(displayName = "Registers 台账", allowedDependencies = {"access", "audit", "tables"})
@NullMarked
package org.hengjian.registers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
