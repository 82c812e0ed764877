/**
 * Web-map tiles: where they lie on the earth, and how neighbours are put together again.
 *
 * <p>Start with {@link org.qyran.evaluation.set.tile.TileMosaic}.
 */
@NullMarked
package org.qyran.evaluation.set.tile;

import org.jspecify.annotations.NullMarked;
