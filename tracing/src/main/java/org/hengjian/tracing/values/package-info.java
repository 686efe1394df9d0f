/**
 * What stands in the cells: names of people and firms, phones, addresses, codes, web addresses. Each is read once into
 * a canonical form, in which writing that does not matter (width, case, traditional characters, punctuation) is gone.
 */
@NullMarked
package org.hengjian.tracing.values;

import org.jspecify.annotations.NullMarked;
