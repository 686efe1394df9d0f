/** The verb {@code screen}: a file of offers in, a verdict with its reasons for each line out. */
@NullMarked
package org.hengjian.commands.screen;

import org.jspecify.annotations.NullMarked;
