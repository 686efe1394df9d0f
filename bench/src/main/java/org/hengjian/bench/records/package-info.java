/** Record linkage beside its peers, in one run and on the same labelled pairs. */
@NullMarked
package org.hengjian.bench.records;

import org.jspecify.annotations.NullMarked;
