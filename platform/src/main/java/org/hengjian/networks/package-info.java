/**
 * Networks (网络): what hangs together with a shop: who runs it, what else they run, what bears the same name elsewhere, and
 * what people decided of two shops, same or not same. The machine only proposes by name; a network grows by what is on
 * record and by decisions. Knows the parties; does not know leads and cases, which tell by
 * {@link org.hengjian.parties.Involvement.Source} where its shops appear.
 */
@ApplicationModule(
        displayName = "Networks 网络",
        allowedDependencies = {"access", "agencies", "audit", "leads", "parties", "shell", "time"})
@NullMarked
package org.hengjian.networks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
