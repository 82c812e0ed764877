package org.qyran.evaluation.truth;

import org.qyran.model.GeoPoint;

/**
 * A single tree, shrub or boulder.
 *
 * @param name of its class
 * @param place of its middle
 * @param radiusMeters seen from above
 */
public record TrueObject(String name, GeoPoint place, double radiusMeters) {}
