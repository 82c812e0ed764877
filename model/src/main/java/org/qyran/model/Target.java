package org.qyran.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing on the ground, fused from sightings in overlapping frames. A person decides about it.
 *
 * @param id stable across runs and parallelism
 * @param type what it may be
 * @param subtype a finer word, empty when there is none
 * @param status {@code new} until an analyst says otherwise
 * @param queue {@code review} or {@code visit}; nothing uncalibrated is put in {@code visit}
 * @param score in [0, 1]; an order
 * @param probability calibrated; null while no calibrated model made it
 * @param prior the prior the probability assumes; null with it
 * @param model names and versions of the detectors
 * @param looks one per sighting, in time order
 * @param looksEffective what the looks are worth together, overlapping frames of one flight
 *     counting for less than independent ones
 * @param evidence of the best look
 * @param alternatives what else it could be
 * @param ring outline, counter-clockwise seen from above, first corner not repeated; a simple
 *     polygon
 * @param center a point inside the ring
 * @param areaSquareMeters of the ring
 * @param areaLowSquareMeters the 5th percentile of the area as its error allows
 * @param areaHighSquareMeters the 95th percentile
 * @param ce90Meters of the centre
 * @param le90Meters of the height
 * @param ellipse that holds the true centre in 90 of 100 cases
 * @param ce90SharedMeters of the part that all looks of a flight have in common, and that more of
 *     them do not make smaller
 * @param heightMeters of the ground, above the WGS 84 ellipsoid
 * @param firstSeen time of the first look
 * @param lastSeen time of the last look
 */
public record Target(
    String id,
    DetectionType type,
    String subtype,
    String status,
    String queue,
    double score,
    @Nullable Double probability,
    @Nullable Double prior,
    String model,
    List<Look> looks,
    double looksEffective,
    List<Evidence> evidence,
    List<String> alternatives,
    List<GeoPoint> ring,
    GeoPoint center,
    double areaSquareMeters,
    double areaLowSquareMeters,
    double areaHighSquareMeters,
    double ce90Meters,
    double le90Meters,
    ErrorEllipse ellipse,
    double ce90SharedMeters,
    double heightMeters,
    Instant firstSeen,
    Instant lastSeen) {

  /**
   * One frame in which the target was flagged.
   *
   * @param detectionId the detection
   * @param frameId the frame
   * @param file the frame's first file
   * @param sha256 of that file
   * @param time UTC
   * @param groundSamplingDistanceMeters there
   * @param offNadirDegrees of the line of sight
   * @param score of the detection
   * @param outline in pixels of that frame, for its chip
   */
  public record Look(
      String detectionId,
      String frameId,
      String file,
      String sha256,
      Instant time,
      double groundSamplingDistanceMeters,
      double offNadirDegrees,
      double score,
      PixelOutline outline) {}

  public Target {
    Require.notBlank("id", id);
    Require.inRange("score", score, 0, 1);
    looks = List.copyOf(looks);
    evidence = List.copyOf(evidence);
    alternatives = List.copyOf(alternatives);
    ring = List.copyOf(ring);
    if (looks.isEmpty()) {
      throw new IllegalArgumentException("target " + id + " has no look");
    }
    if (ring.size() < 3) {
      throw new IllegalArgumentException("a ring needs 3 corners, has " + ring.size());
    }
    Require.positive("ce90Meters", ce90Meters);
    Require.positive("le90Meters", le90Meters);
  }
}
