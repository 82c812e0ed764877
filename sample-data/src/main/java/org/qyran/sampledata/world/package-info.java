/**
 * Invented countries: families of landscapes whose parameters differ, and what was put into them on
 * purpose. Comes in: a family, a month, a seed, and the bands that will look; goes out: a {@link
 * org.qyran.sampledata.world.Landscape}, a country that can be looked at and the list of what is
 * there. Start with {@link org.qyran.sampledata.world.Family}.
 *
 * <p>Axes are east, north and up in metres from the country's origin; up is metres above mean sea
 * level. The world knows no camera and no file, and must not learn of them.
 */
@NullMarked
package org.qyran.sampledata.world;

import org.jspecify.annotations.NullMarked;
