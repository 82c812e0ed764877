/**
 * What stands out in one frame, in pixels: plants that stand apart, and made things.
 *
 * <p>In come frames; out go detections with their evidence, or the reason why a frame could not be
 * looked at. Start with {@link org.qyran.detection.FrameInspector}. Pixels are opened by {@code
 * image} on the machine that needs them and never leave this room. A score here is an order, not a
 * probability, and no detector here claims to know a species.
 *
 * <p>Nothing here knows where the camera was: ground sizes come from the ground sampling distance
 * that the caller hands in. What never belongs here: places, flights, time, fusion.
 */
@NullMarked
package org.qyran.detection;

import org.jspecify.annotations.NullMarked;
