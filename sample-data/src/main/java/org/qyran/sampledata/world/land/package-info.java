/**
 * What lies flat: open ground, worked beds, water, tracks. Comes in: lines, outlines and skins;
 * goes out: layers that paint the ground before anything stands on it. Start with {@link
 * org.qyran.sampledata.world.land.GroundCover}.
 */
@NullMarked
package org.qyran.sampledata.world.land;

import org.jspecify.annotations.NullMarked;
