package org.qyran.evaluation.match;

/**
 * A found target that reaches a true one of its kind.
 *
 * @param found number of the found case
 * @param truth number of the true case
 * @param overlap of the outlines: area of both over area of either, 0 to 1
 * @param offsetMeters between their middles
 * @param offNadirDegrees of the looks, NaN where the truth does not say
 * @param slopeDegrees of the ground, likewise
 */
public record Touch(
    int found,
    int truth,
    double overlap,
    double offsetMeters,
    double offNadirDegrees,
    double slopeDegrees) {}
