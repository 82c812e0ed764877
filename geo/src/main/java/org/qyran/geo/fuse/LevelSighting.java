package org.qyran.geo.fuse;

import java.util.Comparator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.qyran.model.Sighting;

/** A sighting with its outline in level axes. */
record LevelSighting(Sighting sighting, Polygon outline, Coordinate center) {

  /** One class of error is half as large again as the one before. */
  private static final double LOG_ERROR_STEP = StrictMath.log(1.5);

  /**
   * The best look first: the smaller error, where errors differ by much; the higher score, where
   * one is twice the other; then what the edge of its picture does not cut; then the higher score
   * and the smaller error, however small the difference. Ids decide the rest.
   */
  static final Comparator<LevelSighting> BEST_FIRST =
      Comparator.comparingLong(LevelSighting::errorClass)
          .thenComparingInt(LevelSighting::scoreClass)
          .thenComparing(LevelSighting::isCutOff)
          .thenComparing(Comparator.comparingDouble(LevelSighting::score).reversed())
          .thenComparingDouble(LevelSighting::ce90Meters)
          .thenComparing(LevelSighting::id);

  static LevelSighting of(Sighting sighting, Polygon outline) {
    return new LevelSighting(sighting, outline, outline.getCentroid().getCoordinate());
  }

  String id() {
    return sighting.detection().id();
  }

  String frameId() {
    return sighting.detection().frameId();
  }

  /**
   * The picture that it was seen in: the frame; of windows of one mosaic, which show the same
   * pixels where they overlap, all of it. A frame is known by the bytes of its first file, and so
   * is a mosaic.
   */
  String picture() {
    return sighting.flight() + "/" + sighting.file() + "/" + sighting.sha256();
  }

  /** Whether another was seen in the same picture. */
  boolean isOfSamePicture(LevelSighting other) {
    return sighting.sha256().equals(other.sighting.sha256())
        && sighting.file().equals(other.sighting.file())
        && sighting.flight().equals(other.sighting.flight());
  }

  /** Whether this and another are pieces of one mosaic, cut by different windows. */
  boolean isCutFromSamePicture(LevelSighting other) {
    return isOfSamePicture(other) && !frameId().equals(other.frameId());
  }

  /** Whether its detector says that the edge of its picture cuts it off. */
  boolean isCutOff() {
    return sighting.detection().findBorderShare().orElse(0) > 0;
  }

  /** Whether its detector says that all of it is in its picture. */
  boolean isWhole() {
    return sighting.detection().findBorderShare().orElse(1) == 0;
  }

  double score() {
    return sighting.detection().score();
  }

  double ce90Meters() {
    return sighting.ce90Meters();
  }

  private long errorClass() {
    return StrictMath.round(StrictMath.log(ce90Meters()) / LOG_ERROR_STEP);
  }

  /** How often a score of 1 must be halved to come down to this one. */
  private int scoreClass() {
    return -Math.getExponent(Math.max(score(), 1e-9));
  }

  double areaSquareMeters() {
    return outline.getArea();
  }

  double extentMeters() {
    return outline.getEnvelopeInternal().getDiameter();
  }

  /** The radius that holds 90 of 100 disagreements between two sightings of one point. */
  double jointErrorMeters(LevelSighting other) {
    return Math.hypot(ce90Meters(), other.ce90Meters());
  }

  double distanceMeters(LevelSighting other) {
    return center.distance(other.center);
  }

  boolean overlaps(LevelSighting other) {
    return outline.getEnvelopeInternal().intersects(other.outline.getEnvelopeInternal())
        && outline.intersects(other.outline);
  }

  Envelope around(double meters) {
    Envelope around = outline.getEnvelopeInternal();
    around.expandBy(meters);
    return around;
  }
}
