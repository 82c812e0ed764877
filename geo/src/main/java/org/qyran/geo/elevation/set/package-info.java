/**
 * What a person hands in as elevation: a file, or a folder of tiles.
 *
 * <p>In comes a path, out goes an {@link org.qyran.geo.elevation.set.ElevationSet}: its rasters in
 * the order in which they count, what was left out and why, and the name of the tile that should be
 * there where none is. Start with {@code ElevationSet}. Formats belong to {@code
 * geo.elevation.file}.
 */
@NullMarked
package org.qyran.geo.elevation.set;

import org.jspecify.annotations.NullMarked;
