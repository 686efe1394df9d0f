@NullMarked
package org.hengjian.referrals;

import org.jspecify.annotations.NullMarked;
