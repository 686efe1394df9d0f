/**
 * Leads (线索): screens the listings and the declared goods of parcels that were taken in, says whose each suspicion is and by when it must be looked at,
 * and holds what people did with it until it is filed, transferred, merged or dismissed. What was screened and not
 * suspected is kept with its reason. Knows intake, the parties, the register of rights, the law and the agencies; does not know cases, which read it
 * through {@link org.hengjian.leads.Leads} and hear {@link org.hengjian.leads.LeadVerified}.
 */
@ApplicationModule(
        displayName = "Leads 线索",
        allowedDependencies = {
            "access", "agencies", "audit", "claims", "duties", "intake", "parties", "postgres", "registers", "rights",
            "shell", "statutes", "tables", "time"
        })
@NullMarked
package org.hengjian.leads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
