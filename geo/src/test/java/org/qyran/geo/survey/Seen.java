package org.qyran.geo.survey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.qyran.model.Detection;
import org.qyran.model.DetectionType;
import org.qyran.model.Evidence;
import org.qyran.model.GeoPoint;
import org.qyran.model.GroundError;
import org.qyran.model.PixelOutline;
import org.qyran.model.PixelPoint;
import org.qyran.model.Sighting;

/** A sighting in the making, for tests. */
public record Seen(
    String frame,
    String id,
    DetectionType type,
    List<GeoPoint> ring,
    double ce90Meters,
    double ownCe90Meters,
    double score,
    double groundHeightMeters,
    Instant time,
    OptionalDouble borderShare) {

  private static final PixelOutline OUTLINE =
      new PixelOutline(List.of(new PixelPoint(1, 1), new PixelPoint(9, 1), new PixelPoint(9, 9)));

  /** Thing {@code b} in frame {@code 1} is called {@code 1/b}. */
  static Seen of(String frameAndThing, List<GeoPoint> ring) {
    return new Seen(
        frameAndThing.substring(0, frameAndThing.indexOf('/')),
        frameAndThing,
        DetectionType.VEGETATION_STAND,
        ring,
        3,
        0,
        0.5,
        200,
        Site.NOON,
        OptionalDouble.empty());
  }

  public Seen within(double ce90) {
    return new Seen(
        frame, id, type, ring, ce90, ownCe90Meters, score, groundHeightMeters, time, borderShare);
  }

  /** Gives it an error of its own on top of what the flight shares. */
  public Seen alone(double ce90) {
    return new Seen(
        frame, id, type, ring, ce90Meters, ce90, score, groundHeightMeters, time, borderShare);
  }

  public Seen scoring(double other) {
    return new Seen(
        frame,
        id,
        type,
        ring,
        ce90Meters,
        ownCe90Meters,
        other,
        groundHeightMeters,
        time,
        borderShare);
  }

  public Seen as(DetectionType other) {
    return new Seen(
        frame,
        id,
        other,
        ring,
        ce90Meters,
        ownCe90Meters,
        score,
        groundHeightMeters,
        time,
        borderShare);
  }

  public Seen onGroundAt(double meters) {
    return new Seen(
        frame, id, type, ring, ce90Meters, ownCe90Meters, score, meters, time, borderShare);
  }

  public Seen at(Instant other) {
    return new Seen(
        frame,
        id,
        type,
        ring,
        ce90Meters,
        ownCe90Meters,
        score,
        groundHeightMeters,
        other,
        borderShare);
  }

  /** So much of its outline lies on the edge of its picture. */
  public Seen onTheBorderBy(double share) {
    return new Seen(
        frame,
        id,
        type,
        ring,
        ce90Meters,
        ownCe90Meters,
        score,
        groundHeightMeters,
        time,
        OptionalDouble.of(share));
  }

  private List<Evidence> evidence() {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.measured("excess_green", 0.25));
    borderShare.ifPresent(share -> evidence.add(Evidence.measured(Evidence.BORDER_SHARE, share)));
    return evidence;
  }

  /** Its pixels are 5 cm; the area it states is not used by anybody who fuses. */
  public Sighting sighting() {
    double variance = Math.pow(ce90Meters / 2.146, 2);
    double own = Math.pow(ownCe90Meters / 2.146, 2);
    return new Sighting(
        new Detection(id, frame, type, "", OUTLINE, score, evidence(), List.of("reed"), "stand 1"),
        "flight-1",
        frame + ".JPG",
        "ab".repeat(32),
        time,
        ring,
        groundHeightMeters,
        Math.hypot(ce90Meters, ownCe90Meters),
        4,
        new GroundError(variance, variance, 0, Math.pow(4 / 1.6449, 2)),
        new GroundError(own, own, 0, 0),
        Collections.nCopies(ring.size(), ce90Meters),
        false,
        0.05,
        12,
        100);
  }
}
