/** Copies and crops of reference pictures (图片比对) by perceptual hashes, and an index over them. */
@NullMarked
package org.hengjian.screening.picture;

import org.jspecify.annotations.NullMarked;
