/**
 * How green a pixel is, by the formula that suits the light that was really recorded.
 *
 * <p>Start with {@link org.qyran.detection.index.VegetationIndex}. A camera converted to near
 * infrared writes plants as red; the formulas for plain colour answer nonsense there and are never
 * used on it. No calibration is done here: indices of raw bands compare places within a frame, not
 * frames with each other.
 */
@NullMarked
package org.qyran.detection.index;

import org.jspecify.annotations.NullMarked;
