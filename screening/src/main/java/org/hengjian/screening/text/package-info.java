/**
 * Reading text that hides: what each character stands for (folds, sounds, likenesses, parts), ordinary words, and the
 * sequence of significant characters with the way back to the original.
 */
@NullMarked
package org.hengjian.screening.text;

import org.jspecify.annotations.NullMarked;
