/**
 * Commands: the program's verbs as a person types them. {@link org.hengjian.commands.Hengjian} is the door; a verb that
 * belongs to a library has a sub-package of its own ({@code commands.law}, {@code commands.screen}) and runs without
 * Spring, so that it answers at once and needs neither server nor database.
 */
@ApplicationModule(displayName = "Commands 命令行", type = ApplicationModule.Type.OPEN)
@NullMarked
package org.hengjian.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
