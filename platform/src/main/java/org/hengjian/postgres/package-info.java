/**
 * PostgreSQL: the embedded server with its durable folder, the two database roles and the migrations of all rooms.
 * Knows no room; every room's tables stand on it.
 *
 * <p>Two roles, neither a superuser: {@code hengjian_owner} owns the schemas and runs migrations;
 * {@code hengjian_app} owns nothing and is the only one that serves people, so that row-level security binds it.
 */
@ApplicationModule(displayName = "PostgreSQL 数据库", type = ApplicationModule.Type.OPEN, allowedDependencies = {})
@NullMarked
package org.hengjian.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
