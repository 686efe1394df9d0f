/** Dated law: what an enforcement case must observe on a given day, each answer with its sentence. */
@NullMarked
package org.hengjian.law;

import org.jspecify.annotations.NullMarked;
