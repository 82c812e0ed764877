package org.qyran.geo.survey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.model.Footprint;
import org.qyran.model.GeoPoint;
import org.qyran.model.Search;

/** A piece of ground for tests, on which places are told in metres east and north of a point. */
public final class Site {

  public static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

  private final LocalAxes axes;

  private Site(GeoPoint origin) {
    this.axes = LocalAxes.at(origin, 0);
  }

  /** Neither on the equator nor on a meridian that anybody counts from. */
  public static Site inTheSteppe() {
    return at(new GeoPoint(43.3, 68.2));
  }

  public static Site at(GeoPoint origin) {
    return new Site(origin);
  }

  public GeoPoint point(double eastMeters, double northMeters) {
    return axes.toGeo(new Enu(eastMeters, northMeters, 0)).point();
  }

  /** Metres east and north of a place, as two numbers. */
  public double[] meters(GeoPoint point) {
    Enu local = axes.toLocal(point, 0);
    return new double[] {local.eastMeters(), local.northMeters()};
  }

  /** A ring through points that are told as east, north, east, north, … */
  public List<GeoPoint> ring(double... eastAndNorthMeters) {
    List<GeoPoint> ring = new ArrayList<>();
    for (int i = 0; i < eastAndNorthMeters.length; i += 2) {
      ring.add(point(eastAndNorthMeters[i], eastAndNorthMeters[i + 1]));
    }
    return ring;
  }

  /** A rectangle around a middle, counter-clockwise from its south-west corner. */
  public List<GeoPoint> rectangle(double east, double north, double width, double height) {
    double w = width / 2;
    double h = height / 2;
    return ring(east - w, north - h, east + w, north - h, east + w, north + h, east - w, north + h);
  }

  public List<GeoPoint> square(double east, double north, double side) {
    return rectangle(east, north, side, side);
  }

  /** A sighting of this ring, CE90 3 m and score 0.5 unless told otherwise. */
  public static Seen seen(String frameAndThing, List<GeoPoint> ring) {
    return Seen.of(frameAndThing, ring);
  }

  /** A frame that saw a ring, 5 cm per pixel, at noon, unless told otherwise. */
  public Flown flown(String frame, List<GeoPoint> ring) {
    double east = 0;
    double north = 0;
    for (GeoPoint corner : ring) {
      east += meters(corner)[0] / ring.size();
      north += meters(corner)[1] / ring.size();
    }
    return new Flown(frame, "flight-1", ring, point(east, north), 0.05, NOON, false);
  }

  /** A footprint in the making: from 120 m above its ground, 1.5° from straight down. */
  public record Flown(
      String frame,
      String flight,
      List<GeoPoint> ring,
      GeoPoint center,
      double gsd,
      Instant time,
      boolean estimated) {

    private static final double BEHIND_METERS = 120 * Math.tan(Math.toRadians(1.5));

    public Flown by(String otherFlight) {
      return new Flown(frame, otherFlight, ring, center, gsd, time, estimated);
    }

    public Flown at(Instant otherTime) {
      return new Flown(frame, flight, ring, center, gsd, otherTime, estimated);
    }

    public Flown sampling(double meters) {
      return new Flown(frame, flight, ring, center, meters, time, estimated);
    }

    public Flown byAHardlyKnownCamera() {
      return new Flown(frame, flight, ring, center, gsd, time, true);
    }

    /** Where everything was looked for. */
    public Footprint footprint() {
      return notLookedAt().searchedFor(Search.ALL);
    }

    public Footprint notLookedAt() {
      return new Footprint(
          frame,
          flight,
          frame + ".JPG",
          time,
          ring,
          List.of(),
          center,
          LocalAxes.at(center, 0).toGeo(new Enu(0, -BEHIND_METERS, 0)).point(),
          320,
          200,
          gsd,
          1.5,
          3,
          false,
          false,
          estimated);
    }
  }
}
