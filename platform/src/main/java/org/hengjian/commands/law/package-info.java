/** The verb {@code law}: questions of deadlines, thresholds, ranges and competence in JSON, answers with their sources. */
@NullMarked
package org.hengjian.commands.law;

import org.jspecify.annotations.NullMarked;
