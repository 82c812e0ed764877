/**
 * What ground a survey has seen, how often, how well, and what it missed in between.
 *
 * <p>In come the footprints of all frames and the terrain; out go patches of ground that were seen
 * equally often, ground that was in view and hidden from all, and gaps that nobody had in view
 * though frames lie around them. Start with {@link org.qyran.geo.cover.Coverage}; how a single cell
 * was looked at is worked out in {@code geo.look}.
 *
 * <p>The probabilities of detection made here are assumed, not measured; whoever shows them must
 * say so. Never put here: anything that says a patch is empty.
 */
@NullMarked
package org.qyran.geo.cover;

import org.jspecify.annotations.NullMarked;
