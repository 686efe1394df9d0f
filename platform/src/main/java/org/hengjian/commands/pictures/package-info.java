/** {@code ./hengjian pictures}: a folder of pictures in, what each says, hides or copies out. */
@NullMarked
package org.hengjian.commands.pictures;

import org.jspecify.annotations.NullMarked;
