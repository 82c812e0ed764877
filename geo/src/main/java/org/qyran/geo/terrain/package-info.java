/**
 * The ground: how high it is, and where a line of sight first meets it.
 *
 * <p>In come files and folders of elevation and their vertical datum; out go heights above the WGS
 * 84 ellipsoid, the distance along a {@link org.qyran.geo.terrain.Sightline} to the ground with the
 * ground's own error, and the name of the tile that is missing where nothing is known. Start with
 * {@link org.qyran.geo.terrain.Terrain}; the walk of a ray over a raster is in {@code RasterWalk}.
 *
 * <p>Formats and memory belong to {@code geo.elevation}. Nothing here knows about cameras or
 * frames, and a height that is not known is never made up: whoever asks is told that it is unknown.
 */
@NullMarked
package org.qyran.geo.terrain;

import org.jspecify.annotations.NullMarked;
