@NullMarked
package org.hengjian.documents;

import org.jspecify.annotations.NullMarked;
