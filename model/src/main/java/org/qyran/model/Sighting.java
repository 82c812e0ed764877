package org.qyran.model;

import java.time.Instant;
import java.util.List;

/**
 * A detection placed on the ground, with its error.
 *
 * @param detection what was flagged
 * @param flight the flight
 * @param file the frame's first file
 * @param sha256 of that file
 * @param time UTC
 * @param ring ground points of the outline's corners, counter-clockwise seen from above, first not
 *     repeated
 * @param groundHeightMeters of the centre, above the WGS 84 ellipsoid
 * @param ce90Meters radius that holds the true position of the centre in 90 of 100 cases
 * @param le90Meters the same for its height
 * @param groundSamplingDistanceMeters ground size of a pixel at the centre
 * @param offNadirDegrees angle between the line of sight to the centre and straight down
 * @param areaSquareMeters of the ring, level
 */
public record Sighting(
    Detection detection,
    String flight,
    String file,
    String sha256,
    Instant time,
    List<GeoPoint> ring,
    double groundHeightMeters,
    double ce90Meters,
    double le90Meters,
    double groundSamplingDistanceMeters,
    double offNadirDegrees,
    double areaSquareMeters) {

  public Sighting {
    ring = List.copyOf(ring);
    if (ring.size() < 3) {
      throw new IllegalArgumentException("a ring needs 3 corners, has " + ring.size());
    }
    Require.finite("groundHeightMeters", groundHeightMeters);
    Require.positive("ce90Meters", ce90Meters);
    Require.positive("le90Meters", le90Meters);
    Require.positive("groundSamplingDistanceMeters", groundSamplingDistanceMeters);
    Require.inRange("offNadirDegrees", offNadirDegrees, 0, 180);
    Require.notNegative("areaSquareMeters", areaSquareMeters);
  }
}
