/**
 * Separate hemp plants among weeds, seen from a drone.
 *
 * <p>Start with {@link org.qyran.evaluation.set.hemp.HempSet}. The truth is another model's boxes,
 * so figures here are approximate.
 */
@NullMarked
package org.qyran.evaluation.set.hemp;

import org.jspecify.annotations.NullMarked;
