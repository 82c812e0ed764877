/** Trees as the boosting library writes them. */
@NullMarked
package org.qyran.training.fit.wire;

import org.jspecify.annotations.NullMarked;
