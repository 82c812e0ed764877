/**
 * Where the invented valley lies on the real Earth. Comes in: metres east and north of the valley's
 * origin, or a function that answers the height there; goes out: latitudes and longitudes, and an
 * elevation raster that any GIS opens. Start with {@link org.qyran.sampledata.place.LocalPlane}.
 *
 * <p>The mathematics is written here once more and not borrowed from {@code geo}: a mistake made in
 * both places would not be seen.
 */
@NullMarked
package org.qyran.sampledata.place;

import org.jspecify.annotations.NullMarked;
