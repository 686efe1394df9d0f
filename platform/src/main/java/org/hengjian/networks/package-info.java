/**
 * Networks (网络): what hangs together. The machine keeps clusters of sellers (who may be one) and weaves a network of people,
 * firms, shops, sites, contacts, addresses, leads, cases and goods; people decide of two sellers, same or not the same. The machine
 * only proposes; a network grows by what is on record and by decisions. Hears parties, leads, cases and goods; none of them knows
 * networks.
 */
@ApplicationModule(
        displayName = "Networks 网络",
        allowedDependencies = {"access", "agencies", "audit", "cases", "goods", "leads", "parties", "shell", "time"})
@NullMarked
package org.hengjian.networks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
