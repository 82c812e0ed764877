/**
 * How odd the pixels of a frame are, and how rare the colour of a piece of it: what proposes things
 * without having been taught any.
 *
 * <p>In comes a prepared picture, out go rarities in decades. Start with {@link
 * org.qyran.detection.oddness.Oddness}: each pixel against the frame at large ({@link
 * org.qyran.detection.oddness.Background}) and against the ground around it ({@link
 * org.qyran.detection.oddness.Surroundings}), joined by their tails ({@link
 * org.qyran.detection.oddness.Tail}). Shapes, sizes and names of things are never decided here.
 */
@NullMarked
package org.qyran.detection.oddness;

import org.jspecify.annotations.NullMarked;
