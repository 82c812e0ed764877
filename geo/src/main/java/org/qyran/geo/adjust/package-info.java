/**
 * What the pictures of a flight say about its poses: corrections, with the error that is left.
 *
 * <p>In come the frames of one flight, points that pairs of them seem to show alike, and ground
 * control points where a crew measured some; out come the frames with better poses and smaller
 * errors, and an account of what was found. Start with {@link org.qyran.geo.adjust.FlightAdjuster}.
 *
 * <p>Nothing here looks at pixels, and nothing is corrected that the pictures do not show: a flight
 * whose fit is poor, or whose pictures do not overlap, keeps the poses that were stated.
 */
@NullMarked
package org.qyran.geo.adjust;

import org.jspecify.annotations.NullMarked;
