package org.qyran.geo.terrain;

/**
 * The ground at one place.
 *
 * @param heightMeters above the WGS 84 ellipsoid
 * @param errorMeters one standard deviation of that height
 * @param spacingMeters between the values it was interpolated from: nothing smaller is resolved; 0
 *     for a plane
 */
public record Ground(double heightMeters, double errorMeters, double spacingMeters) {}
