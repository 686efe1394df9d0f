/**
 * Time: the business clock in Asia/Shanghai, the passing of days, and in the demonstration the time machine.
 * Knows no room; rooms that have something to do on a day listen to {@link org.hengjian.time.DayHasPassed}.
 */
@ApplicationModule(displayName = "Time 时间", type = ApplicationModule.Type.OPEN, allowedDependencies = "access")
@NullMarked
package org.hengjian.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
