/**
 * Demonstration: fictitious people and real sample data, brought in through the same doors as a user's. In the demo
 * profile only. Knows every room; no room knows it.
 */
@ApplicationModule(displayName = "Demonstration 演示")
@NullMarked
package org.hengjian.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
