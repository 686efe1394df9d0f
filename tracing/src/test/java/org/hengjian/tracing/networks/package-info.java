@NullMarked
package org.hengjian.tracing.networks;

import org.jspecify.annotations.NullMarked;
