/**
 * Makes things out of sightings: what was flagged in several overlapping frames becomes one target.
 *
 * <p>In come all sightings of a survey, in any order; out go targets with their looks listed, the
 * same for every order. How sightings find together, which outline a target gets, and what its
 * error and score mean is said at {@link org.qyran.geo.fuse.TargetFuser}, where to start reading.
 *
 * <p>Never put here: anything that calls a score a probability. Only what every look's calibrated
 * detector believes makes one, and only that puts a target into the queue {@code visit} ({@link
 * org.qyran.geo.fuse.TriageSettings}).
 */
@NullMarked
package org.qyran.geo.fuse;

import org.jspecify.annotations.NullMarked;
