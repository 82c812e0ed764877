/**
 * What ground a survey has seen, how often, how well, and what it missed in between.
 *
 * <p>In come the footprints of all frames; out go patches of ground that were seen equally often,
 * and gaps that nobody saw though frames lie around them. Start with {@link
 * org.qyran.geo.cover.Coverage}.
 *
 * <p>The probabilities of detection made here are assumed, not measured; whoever shows them must
 * say so. Never put here: anything that says a patch is empty.
 */
@NullMarked
package org.qyran.geo.cover;

import org.jspecify.annotations.NullMarked;
