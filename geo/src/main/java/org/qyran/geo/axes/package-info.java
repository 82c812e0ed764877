/**
 * Earth-centred and local axes on the WGS 84 ellipsoid: the only place where degrees become metres.
 *
 * <p>In come geographic points with a height above the ellipsoid; out go metres east, north and up
 * of a stated origin, and back. The way leads through earth-centred axes, so it is exact at any
 * distance, at the poles and across the antimeridian: no scale factors, no map projection.
 *
 * <p>Start with {@link org.qyran.geo.axes.LocalAxes}. Nothing here knows about cameras, terrain or
 * files, and nothing here may: everything else in {@code geo} stands on it.
 */
@NullMarked
package org.qyran.geo.axes;

import org.jspecify.annotations.NullMarked;
