/** The contract of the verb {@code law}, in sentences. */
@NullMarked
package org.hengjian.commands.law;

import org.jspecify.annotations.NullMarked;
