/**
 * Networks (网络): what hangs together. The machine keeps clusters of sellers (who may be one) and weaves a network of people,
 * firms, shops, sites, contacts, addresses, leads, cases, goods and parcels; people decide of two sellers, same or not the same. The machine
 * only proposes; a network grows by what is on record and by decisions. Hears parties, leads, cases, goods and intake; none of them knows
 * networks.
 */
@ApplicationModule(
        displayName = "Networks 网络",
        allowedDependencies = {"access", "agencies", "audit", "cases", "goods", "intake", "leads", "parties", "shell", "time"})
@NullMarked
package org.hengjian.networks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
