@NullMarked
package org.hengjian.tracing.comparing;

import org.jspecify.annotations.NullMarked;
