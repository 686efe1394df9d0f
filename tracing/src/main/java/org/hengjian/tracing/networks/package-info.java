/**
 * Networks: who hangs together with whom, by what path, and who matters in it.
 */
@NullMarked
package org.hengjian.tracing.networks;

import org.jspecify.annotations.NullMarked;
