/**
 * Access: who is asking, told to the database in each transaction by a signed ticket that row-level security checks.
 * Knows no room; every room asks it. See {@code docs/adr} on row-level security.
 */
@ApplicationModule(displayName = "Access 权限", type = ApplicationModule.Type.OPEN, allowedDependencies = {"postgres"})
@NullMarked
package org.hengjian.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
