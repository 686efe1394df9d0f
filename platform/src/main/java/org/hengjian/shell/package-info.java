/**
 * Shell: what all pages share. Layout, navigation, languages, paging, messages to the user, error pages, and the
 * page of components. Knows who is looking and what day it is; every room with pages knows it.
 */
@ApplicationModule(
        displayName = "Shell 页面框架",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"access", "time"})
@NullMarked
package org.hengjian.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
