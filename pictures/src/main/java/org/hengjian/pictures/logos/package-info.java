/**
 * Finds known logos in pictures of goods (图形标识查找), whatever their size and colour. Parts of a picture that stand out from
 * what is around them are taken out ({@link org.hengjian.pictures.logos.Regions}), compared by their silhouettes with parts of
 * the logos ({@link org.hengjian.pictures.logos.Silhouette}), and where one resembles, the whole logo is laid over the picture
 * and must agree with it point by point ({@link org.hengjian.pictures.logos.Agreement}). A logo that is nearly a letter or a
 * plain shape is not searched for, which is measured and not chosen ({@link org.hengjian.pictures.logos.Logo#closest()}).
 */
@NullMarked
package org.hengjian.pictures.logos;

import org.jspecify.annotations.NullMarked;
