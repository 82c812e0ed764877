/**
 * The ground: how high it is, and where a line of sight first meets it.
 *
 * <p>In come elevation rasters (GeoTIFF, any projection that GeoTools knows) and their vertical
 * datum; out go heights above the WGS 84 ellipsoid, and the distance along a {@link
 * org.qyran.geo.terrain.Sightline} to the ground with the ground's own error. Start with {@link
 * org.qyran.geo.terrain.Terrain}; the walk of a ray over a raster is in {@code RasterWalk}.
 *
 * <p>GeoTools is asked once, when a file is opened, for its pixels and for the transform from the
 * world to its grid. Nothing here knows about cameras or frames, and a height that is not known is
 * never made up: whoever asks is told that it is unknown.
 */
@NullMarked
package org.qyran.geo.terrain;

import org.jspecify.annotations.NullMarked;
