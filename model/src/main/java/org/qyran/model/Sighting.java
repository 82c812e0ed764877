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
 * @param shared the part of the centre's error that is the same for the whole flight
 * @param own the part of this frame alone
 * @param ringCe90Meters CE90 of every corner of the ring
 * @param grazing true when the line of sight runs along the slope it meets: the place is worth
 *     little
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
    GroundError shared,
    GroundError own,
    List<Double> ringCe90Meters,
    boolean grazing,
    double groundSamplingDistanceMeters,
    double offNadirDegrees,
    double areaSquareMeters) {

  public Sighting {
    ring = List.copyOf(ring);
    if (ring.size() < 3) {
      throw new IllegalArgumentException("a ring needs 3 corners, has " + ring.size());
    }
    ringCe90Meters = List.copyOf(ringCe90Meters);
    if (ringCe90Meters.size() != ring.size()) {
      throw new IllegalArgumentException(
          "a ring of %d corners has %d errors".formatted(ring.size(), ringCe90Meters.size()));
    }
    Require.finite("groundHeightMeters", groundHeightMeters);
    Require.positive("ce90Meters", ce90Meters);
    Require.positive("le90Meters", le90Meters);
    Require.positive("groundSamplingDistanceMeters", groundSamplingDistanceMeters);
    Require.inRange("offNadirDegrees", offNadirDegrees, 0, 180);
    Require.notNegative("areaSquareMeters", areaSquareMeters);
  }
}
