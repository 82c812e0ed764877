/**
 * Chance that can be repeated: numbers that look random and depend on nothing but the seed and the
 * place that is asked for. Comes in: a seed and whole numbers or coordinates; goes out: a number.
 * Nothing here remembers what was asked before, so the world can be drawn piece by piece, in any
 * order.
 */
@NullMarked
package org.qyran.sampledata.chance;

import org.jspecify.annotations.NullMarked;
