/** The verb {@code trace}: record linkage over a file of sellers, with the library {@code tracing}. */
@NullMarked
package org.hengjian.commands.trace;

import org.jspecify.annotations.NullMarked;
