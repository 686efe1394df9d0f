/**
 * Evidence 证据: photos, films, captured pages and papers of a case. Each file is hashed as it comes (SHA-256 and SM3),
 * stamped with the time (RFC 3161), encrypted and kept outside of the database under its hash, once however often it
 * comes; who received, saw, exported or withdrew it stands in the log. Whoever may see a case may see its evidence.
 * Nothing is deleted.
 *
 * <p>{@link org.hengjian.evidence.Evidence} is the door; {@link org.hengjian.evidence.Verification} finds what was lost
 * or altered without trusting the server. Knows cases and their documents, which it also binds into one file.
 */
@ApplicationModule(
        displayName = "Evidence 证据",
        allowedDependencies = {
            "access", "agencies", "audit", "cases", "documents", "postgres", "shell", "statutes", "tables", "time"
        })
@NullMarked
package org.hengjian.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
