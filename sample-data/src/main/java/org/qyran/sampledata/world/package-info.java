/**
 * A small invented world that can be looked at. Comes in: a seed, then rays of sight; goes out: the
 * light that comes back along each ray, the height of the ground, and the list of things that a
 * survey should find. Start with {@link org.qyran.sampledata.world.World}; {@link
 * org.qyran.sampledata.world.SteppeValley} makes the one that there is.
 *
 * <p>Axes are east, north and up in metres from the valley's origin; up is metres above mean sea
 * level. The world knows no camera, no file and no latitude, and must not learn of them.
 */
@NullMarked
package org.qyran.sampledata.world;

import org.jspecify.annotations.NullMarked;
