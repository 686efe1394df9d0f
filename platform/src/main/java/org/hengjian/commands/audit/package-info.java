/** {@code ./hengjian audit}: checks the log of deeds without trusting the server that wrote it. */
@NullMarked
package org.hengjian.commands.audit;

import org.jspecify.annotations.NullMarked;
