/** The procedure of a case as a process engine would run it, to be measured beside ours. */
@NullMarked
package org.hengjian.bench.processes;

import org.jspecify.annotations.NullMarked;
