@NullMarked
package org.hengjian.tracing.incremental;

import org.jspecify.annotations.NullMarked;
