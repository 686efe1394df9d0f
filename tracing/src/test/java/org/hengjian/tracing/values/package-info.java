@NullMarked
package org.hengjian.tracing.values;

import org.jspecify.annotations.NullMarked;
