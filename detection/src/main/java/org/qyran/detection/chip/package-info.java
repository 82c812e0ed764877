/**
 * Pictures of detections, for people: a piece of the frame with the outline drawn.
 *
 * <p>Start with {@link org.qyran.detection.chip.ChipMaker}. Chips are made for targets only, late
 * in a run; nothing is ever measured on one.
 */
@NullMarked
package org.qyran.detection.chip;

import org.jspecify.annotations.NullMarked;
