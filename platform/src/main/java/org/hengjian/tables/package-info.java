/**
 * Tables (表格文件): reads the files that offices really send (CSV in UTF-8, GBK or UTF-16, XLSX, JSON Lines) row by
 * row in bounded memory, and writes the ones that they can open again (CSV for Excel, registers 台账 as XLSX).
 *
 * <p>{@link org.hengjian.tables.Tables#open} looks at the content, never at the name. What cannot be read as a whole
 * is an {@link org.hengjian.tables.Unreadable} that names the limit or the fault; what cannot be read in one row is a
 * {@link org.hengjian.tables.Row.Broken} and the reading goes on. {@link org.hengjian.tables.ColumnMapping} proposes
 * which heading means which field. Pure Java: knows no room, no Spring, no database, and can be used by the command
 * line alone.
 */
@ApplicationModule(
        displayName = "Tables 表格",
        allowedDependencies = {})
@NullMarked
package org.hengjian.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
