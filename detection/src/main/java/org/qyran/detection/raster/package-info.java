/**
 * The pixels of one window of a georeferenced raster, read without the rest of it.
 *
 * <p>In comes the window of a mosaic and how finely it is wanted, out goes a {@link
 * org.qyran.detection.raster.RasterPart}: samples, and which of them nobody saw. Start with {@link
 * org.qyran.detection.raster.RasterWindow}. Nothing here knows where the pixels lie, or looks for
 * anything in them; nothing that is read here is larger than the window.
 */
@NullMarked
package org.qyran.detection.raster;

import org.jspecify.annotations.NullMarked;
