/**
 * Rings on the ground as level polygons in metres, and back.
 *
 * <p>In come rings of geographic points, of any orientation and not always simple: a square in a
 * picture may fold over itself where the ground rises. Out go valid JTS polygons in local axes,
 * and, on the way back, open counter-clockwise rings. Things that lie far apart are put into
 * neighbourhoods first, each with its own axes.
 *
 * <p>Start with {@link org.qyran.geo.ring.LevelRings}. Nothing here knows what a ring stands for,
 * and nothing here works in degrees.
 */
@NullMarked
package org.qyran.geo.ring;

import org.jspecify.annotations.NullMarked;
