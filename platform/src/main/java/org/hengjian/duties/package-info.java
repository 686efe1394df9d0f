/**
 * Duties 待办与期限: what someone must do by a day, of all rooms on one page, for a person, an agency or a region, and the
 * ledger of what was missed. Rooms whose things have terms keep them here through {@link org.hengjian.duties.Duties};
 * this room knows none of them.
 */
@ApplicationModule(
        displayName = "Duties 待办",
        allowedDependencies = {
            "access", "agencies", "audit", "documents", "registers", "shell", "statutes", "time"
        })
@NullMarked
package org.hengjian.duties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
