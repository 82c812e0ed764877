/**
 * How single places were looked at: from where, how finely, how steeply, in what light, and whether
 * terrain stood between.
 *
 * <p>In come footprints in the level axes of a neighbourhood and the terrain; out go, for the cells
 * of a grid, the looks at each. Start with {@link org.qyran.geo.look.View}, one frame's view of the
 * ground, then {@link org.qyran.geo.look.CellLooks}, which sums up many.
 *
 * <p>This is run for every cell of every frame, so it keeps primitive arrays. Nothing here knows
 * what is looked for or makes outlines of it.
 */
@NullMarked
package org.qyran.geo.look;

import org.jspecify.annotations.NullMarked;
