@NullMarked
package org.hengjian.tracing;

import org.jspecify.annotations.NullMarked;
