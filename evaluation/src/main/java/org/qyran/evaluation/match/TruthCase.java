package org.qyran.evaluation.match;

import org.qyran.evaluation.truth.TrueTarget;

/**
 * A true target as a run met it.
 *
 * @param target what it is
 * @param sight whether it could be seen
 * @param declaredProbability the chance to find a thing of its size that the run claims for its
 *     place; 0 where it claims none
 * @param chance the share of random places on surveyed ground at which something found would have
 *     touched it: recall that luck alone gives
 */
public record TruthCase(
    TrueTarget target, Sight sight, double declaredProbability, double chance) {}
