/**
 * From a frame's pixels to places on the ground, each with its error.
 *
 * <p>In come a {@link org.qyran.model.Frame} and a detection or a pixel of it; out go a {@link
 * org.qyran.model.Sighting}, a {@link org.qyran.model.Footprint} or a {@link
 * org.qyran.geo.locate.GroundFix}, or the reason why there is none. Start with {@link
 * org.qyran.geo.locate.GroundLocator}, or for what a whole frame saw with {@link
 * org.qyran.geo.locate.Footprinter}; what a frame's pose means on a given terrain is decided in
 * {@code Viewpoint}, and how wrong a ground point may be in {@code ErrorBudget}.
 *
 * <p>One frame at a time: nothing here compares frames or keeps anything of them. A place that is
 * not known is refused, never made up.
 */
@NullMarked
package org.qyran.geo.locate;

import org.jspecify.annotations.NullMarked;
