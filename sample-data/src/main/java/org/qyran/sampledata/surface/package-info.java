/**
 * The surface of an invented country, as a camera above it meets it: for every small square of it a
 * height, what lies on top there, and how much sun and sky it gets.
 *
 * <p>Comes in: a relief and layers of things that draw themselves; goes out: tiles, made when they
 * are first looked at and forgotten when others are needed, so memory does not grow with the
 * country. Start with {@link org.qyran.sampledata.surface.Country}; a thing that wants to be seen
 * is a {@link org.qyran.sampledata.surface.Layer} that draws into a {@link
 * org.qyran.sampledata.surface.Sheet}. Axes are east, north and up in metres from the country's
 * origin; up is metres above mean sea level.
 *
 * <p>One height for a square: nothing here has an underside. From above that is not seen, but for a
 * roof on posts, under which an oblique view should pass and does not. Cameras, files and truth
 * must never be known here.
 */
@NullMarked
package org.qyran.sampledata.surface;

import org.jspecify.annotations.NullMarked;
