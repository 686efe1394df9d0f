/**
 * Rights (权利库): the register of what is protected, trademarks first, any other kind the same way. Rows are dated
 * versions with their history; who may sell is known by shop and firm, from a day to a day. {@link
 * org.hengjian.rights.Rights#forScreening()} tells screening what to look for; {@link org.hengjian.rights.RightChanged}
 * that it should look again. Knows parties, for authorised sellers; does not know leads, which listen.
 */
@ApplicationModule(
        displayName = "Rights 权利库",
        allowedDependencies = {
            "access", "agencies", "audit", "imports", "parties", "registers", "shell", "tables", "time"
        })
@NullMarked
package org.hengjian.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
