@NullMarked
package org.hengjian.tracing.bench;

import org.jspecify.annotations.NullMarked;
