@NullMarked
package org.hengjian.leads;

import org.jspecify.annotations.NullMarked;
