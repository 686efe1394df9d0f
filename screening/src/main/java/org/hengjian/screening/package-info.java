/** Screening: is this offer counterfeit or infringing, of which right, and which characters say so. */
@NullMarked
package org.hengjian.screening;

import org.jspecify.annotations.NullMarked;
