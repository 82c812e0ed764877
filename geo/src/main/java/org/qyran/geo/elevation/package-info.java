/**
 * Grids of heights that are too large to hold.
 *
 * <p>In comes a {@link org.qyran.geo.elevation.GridSource}, which reads any window of a grid, and
 * where the grid lies; out go an {@link org.qyran.geo.elevation.ElevationRaster} that answers for
 * single places, and the {@link org.qyran.geo.elevation.ElevationBlock}s that it is read in, for
 * those who walk over many cells. Blocks are read on first use and the least used are let go, so
 * that a thousand tiles cost no more memory than the {@link org.qyran.geo.elevation.BlockCache} is
 * given. Start with {@code ElevationRaster}.
 *
 * <p>Heights are in the datum of the file. Formats are read in {@code geo.elevation.file}, and what
 * the heights mean for a line of sight is for {@code geo.terrain}.
 */
@NullMarked
package org.qyran.geo.elevation;

import org.jspecify.annotations.NullMarked;
