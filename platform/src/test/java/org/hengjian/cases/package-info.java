@NullMarked
package org.hengjian.cases;

import org.jspecify.annotations.NullMarked;
