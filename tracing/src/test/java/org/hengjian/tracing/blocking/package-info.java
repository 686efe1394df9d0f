@NullMarked
package org.hengjian.tracing.blocking;

import org.jspecify.annotations.NullMarked;
