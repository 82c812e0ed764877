package org.qyran.sampledata.place;

/**
 * A place in the plane of a small world.
 *
 * @param eastMeters of the origin, true east
 * @param northMeters of the origin, true north
 */
public record PlanePoint(double eastMeters, double northMeters) {}
