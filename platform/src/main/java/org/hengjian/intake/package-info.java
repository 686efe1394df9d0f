/**
 * Intake (数据接入): listings and parcels from files, the API and the watched folder. A file is kept first and read afterwards, chunk
 * by chunk; every row becomes a listing or a parcel, a duplicate or a rejection with its reason, and the three always add up. Says
 * what was accepted by {@link org.hengjian.intake.ListingsAccepted} and {@link org.hengjian.intake.ParcelsAccepted}; those
 * who listen read it through {@link org.hengjian.intake.Intake} and {@link org.hengjian.intake.Parcels}. Knows agencies for places and access for who is asking; does not know leads,
 * which listen.
 */
@ApplicationModule(
        displayName = "Intake 数据接入",
        allowedDependencies = {"access", "agencies", "audit", "postgres", "shell", "tables", "time"})
@NullMarked
package org.hengjian.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
