@NullMarked
package org.hengjian.facilities;

import org.jspecify.annotations.NullMarked;
