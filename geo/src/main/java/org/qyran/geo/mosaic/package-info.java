/**
 * Georeferenced rasters, orthophotos for the most part: what a file says of itself, and where its
 * pixels lie.
 *
 * <p>In comes a GeoTIFF, out goes a {@link org.qyran.model.Capture} that carries a {@link
 * org.qyran.model.Mosaic}; later come the windows that it was cut into, and out go their footprints
 * and the places of what was found in them. Start with {@link org.qyran.geo.mosaic.MosaicReader}
 * and {@link org.qyran.geo.mosaic.MosaicLocator}.
 *
 * <p>No pixel is read here; that is detection's work. Nothing here believes that an orthophoto lies
 * where it says it does: one stated error goes with all of it, and it is shared by all of it.
 */
@NullMarked
package org.qyran.geo.mosaic;

import org.jspecify.annotations.NullMarked;
