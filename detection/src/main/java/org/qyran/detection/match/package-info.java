/**
 * Points that two pictures show alike: what a flight says about its own poses.
 *
 * <p>A frame is described once, by {@link org.qyran.detection.match.FrameDescriber}, and its
 * features travel without its pixels; {@link org.qyran.detection.match.TieFinder} then compares the
 * features of two frames. What comes out are candidates: which of them agree on the ground is for
 * {@code geo} to say, which knows the poses and the terrain.
 */
@NullMarked
package org.qyran.detection.match;

import org.jspecify.annotations.NullMarked;
