package org.qyran.geo.locate;

import org.qyran.model.GeoPoint;

/**
 * The ground point of one pixel.
 *
 * @param point where the line of sight meets the ground
 * @param heightMeters of the ground there, above the WGS 84 ellipsoid
 * @param ce90Meters radius that holds the true position in 90 of 100 cases
 * @param le90Meters the same for its height
 * @param groundSamplingDistanceMeters the side of a square as large as the pixel on level ground
 * @param offNadirDegrees angle between the line of sight and straight down, in [0, 90)
 * @param slantMeters from the camera to the ground
 * @param levelGround true when the ground's height was not known there and was taken to be level
 */
public record GroundFix(
    GeoPoint point,
    double heightMeters,
    double ce90Meters,
    double le90Meters,
    double groundSamplingDistanceMeters,
    double offNadirDegrees,
    double slantMeters,
    boolean levelGround) {}
