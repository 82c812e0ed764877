/**
 * The map that opens in any browser: one file, no server, no network. Comes in: the layers as
 * GeoJSON, the summary, chips and small pictures of the frames; goes out: a page. Start with {@link
 * org.qyran.geo.mappage.MapPage}. Nothing is computed or decided here: the page shows what the
 * files beside it say.
 */
@NullMarked
package org.qyran.geo.mappage;

import org.jspecify.annotations.NullMarked;
