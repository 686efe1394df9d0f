@NullMarked
package org.hengjian.evidence;

import org.jspecify.annotations.NullMarked;
