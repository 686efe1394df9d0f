@NullMarked
package org.hengjian.commands.trace;

import org.jspecify.annotations.NullMarked;
