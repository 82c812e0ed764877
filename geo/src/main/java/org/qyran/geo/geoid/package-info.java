/**
 * Mean sea level over the ellipsoid: the EGM96 geoid.
 *
 * <p>In comes a geographic point, out comes the undulation in metres, from NGA's 15-minute grid
 * which travels with the program. Start with {@link org.qyran.geo.geoid.Egm96}. No other vertical
 * datum is known here, not even EGM2008, and none may creep in silently: national datums differ
 * from EGM96 by up to two metres, which is within the error that every elevation raster is given.
 */
@NullMarked
package org.qyran.geo.geoid;

import org.jspecify.annotations.NullMarked;
