/**
 * Pixels as numbers: planes of floats, masks, and the outlines of what a mask marks.
 *
 * <p>Values only. OpenCV does the heavy work, but its {@code Mat} is made and released within one
 * method and never handed out, so nothing here needs closing. Positions are the integers of a
 * working grid; {@link org.qyran.detection.plane.Blob} converts to corner coordinates where an
 * outline leaves it. Start with {@link org.qyran.detection.plane.Plane}. Nothing here knows bands,
 * metres or files.
 */
@NullMarked
package org.qyran.detection.plane;

import org.jspecify.annotations.NullMarked;
