/**
 * The files that heights come in: GeoTIFF in any projection, HGT, DTED, VRT, or a folder of them.
 *
 * <p>In comes a path, out goes an {@link org.qyran.geo.elevation.file.ElevationSet}: the rasters,
 * what was left out and why, and which one-degree tiles there are. Start there. Opening reads
 * headers alone; a raster reads its heights when it is asked, and closes the file again.
 *
 * <p>Headers and XML come from outside and are not believed: sizes are checked against the length
 * of the file, counts are limited, a VRT cannot make the program read outside its own folder, and
 * no XML entity or document type is followed. A file that cannot be used is an {@code IOException}
 * with one sentence for a person.
 */
@NullMarked
package org.qyran.geo.elevation.file;

import org.jspecify.annotations.NullMarked;
