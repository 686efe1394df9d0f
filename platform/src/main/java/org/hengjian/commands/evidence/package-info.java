/** {@code ./hengjian evidence}: checks files of evidence without trusting the server that took them in. */
@NullMarked
package org.hengjian.commands.evidence;

import org.jspecify.annotations.NullMarked;
