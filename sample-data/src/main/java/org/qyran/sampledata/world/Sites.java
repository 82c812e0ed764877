package org.qyran.sampledata.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Outline;

/** Finds room for things within a rectangle, so that none stands on another. */
final class Sites {

  private static final int TRIES = 400;

  /** Between the outlines of two things. */
  private static final double APART_METERS = 1;

  private final double lengthMeters;
  private final double widthMeters;
  private final double headingDegrees;
  private final List<Taken> taken = new ArrayList<>();
  private final List<Outline> laid = new ArrayList<>();

  private record Taken(PlanePoint place, double radiusMeters) {}

  /** Around the origin, its length along a compass direction. */
  Sites(double lengthMeters, double widthMeters, double headingDegrees) {
    this.lengthMeters = lengthMeters;
    this.widthMeters = widthMeters;
    this.headingDegrees = headingDegrees;
  }

  /** Room for a circle where a condition holds; taken from then on. Empty when none was found. */
  Optional<PlanePoint> find(Chance chance, double radiusMeters, Predicate<PlanePoint> suits) {
    for (int trial = 0; trial < TRIES; trial++) {
      Chance here = chance.of(trial);
      PlanePoint place =
          Outline.offset(
              new PlanePoint(0, 0),
              (here.of(1).share() - 0.5) * (lengthMeters - 2 * radiusMeters),
              (here.of(2).share() - 0.5) * (widthMeters - 2 * radiusMeters),
              headingDegrees);
      if (isFree(place, radiusMeters) && suits.test(place)) {
        take(place, radiusMeters);
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  void take(PlanePoint place, double radiusMeters) {
    taken.add(new Taken(place, radiusMeters));
  }

  /** What lies there is more than its circle: nothing else may be laid upon it. */
  void take(Outline outline) {
    laid.add(outline);
  }

  /** Whether an outline keeps its distance from all that were taken. */
  boolean isFree(Outline outline) {
    return laid.stream().noneMatch(other -> touches(outline, other));
  }

  private static boolean touches(Outline one, Outline other) {
    PlanePoint here = one.middle();
    PlanePoint there = other.middle();
    double apart =
        Math.hypot(
            here.eastMeters() - there.eastMeters(), here.northMeters() - there.northMeters());
    return apart < one.reachMeters() + other.reachMeters() + APART_METERS
        && (comesNear(one, other) || comesNear(other, one));
  }

  private static boolean comesNear(Outline one, Outline other) {
    List<PlanePoint> corners = one.corners();
    PlanePoint before = corners.get(corners.size() - 1);
    for (PlanePoint corner : corners) {
      double east = corner.eastMeters() - before.eastMeters();
      double north = corner.northMeters() - before.northMeters();
      int steps = 1 + (int) Math.hypot(east, north);
      for (int step = 0; step < steps; step++) {
        double share = (double) step / steps;
        if (other.metersOutside(
                before.eastMeters() + share * east, before.northMeters() + share * north)
            < APART_METERS) {
          return true;
        }
      }
      before = corner;
    }
    return false;
  }

  private boolean isFree(PlanePoint place, double radiusMeters) {
    return taken.stream()
        .allMatch(
            other ->
                Math.hypot(
                        place.eastMeters() - other.place().eastMeters(),
                        place.northMeters() - other.place().northMeters())
                    > radiusMeters + other.radiusMeters() + 2);
  }
}
