/**
 * Cuts a large picture into pieces, so that what is worked on at once does not grow with it.
 *
 * <p>In goes the size of a picture, out come {@link org.qyran.detection.tile.Tile}s: a core that
 * belongs to the tile alone, and around it a margin that neighbours share. Whoever decides about a
 * pixel from a neighbourhood no wider than the margin decides the same whatever the tiles are, so
 * what lies across a seam is whole when the cores are put together again; there is nothing to merge
 * afterwards. Nothing here knows what is looked for.
 */
@NullMarked
package org.qyran.detection.tile;

import org.jspecify.annotations.NullMarked;
