/**
 * Reads pictures of goods (图片初筛): the text in them, bar and QR codes, copies and crops of reference pictures; what is read
 * goes through screening, and each finding carries the box in the picture. Apart from screening itself, since reading text
 * needs native code.
 */
@NullMarked
package org.hengjian.pictures;

import org.jspecify.annotations.NullMarked;
