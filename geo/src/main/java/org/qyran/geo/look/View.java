package org.qyran.geo.look;

import java.time.Instant;
import java.util.List;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.qyran.geo.ring.LevelRings;
import org.qyran.geo.sun.Sun;
import org.qyran.model.Footprint;
import org.qyran.model.Search;

/**
 * One frame's view of the ground in level axes: where the camera was, where its axis met the
 * ground, and from these how finely and how steeply any other point was seen.
 *
 * <p>A pixel at the angle α from the axis spans the solid angle cos³ α / f²; on level ground at the
 * distance s, seen θ from straight down, that is a square of side s · cos^1.5 α / (f · cos^0.5 θ).
 * The footprint states it at the middle of the picture, which gives f. What lens distortion adds is
 * left out: a few percent in the corners of wide lenses.
 */
public final class View {

  private static final double TWICE_EARTH_RADIUS_METERS = 2 * 6_371_000.0;

  /** Ground is never taken to be seen flatter than 1° above level. */
  private static final double LEAST_COSINE = 0.0175;

  private final Footprint footprint;
  private final List<String> flights;
  private final Polygon outline;
  private final Coordinate camera;
  private final double sunElevationDegrees;
  private final double axisEast;
  private final double axisNorth;
  private final double axisDown;
  private final double scale;

  private View(Footprint footprint, Polygon outline, Coordinate camera, Coordinate center) {
    this.footprint = footprint;
    flights = List.of(footprint.flight());
    this.outline = outline;
    this.camera = camera;
    sunElevationDegrees = Sun.elevationDegrees(footprint.time(), footprint.center());
    double east = center.getX() - camera.getX();
    double north = center.getY() - camera.getY();
    double down = downMeters(east, north, footprint.groundHeightMeters());
    // A map has no axis; its sampling is the same everywhere and asked of nothing else.
    double slant = footprint.map() ? 1 : Math.sqrt(east * east + north * north + down * down);
    axisEast = east / slant;
    axisNorth = north / slant;
    axisDown = down / slant;
    scale = footprint.groundSamplingDistanceMeters() / slant * Math.sqrt(cosine(down, slant));
  }

  /** A footprint in the level axes of its neighbourhood. */
  public static View of(Footprint footprint, LevelRings rings) {
    return new View(
        footprint,
        rings.polygon(footprint.ring()),
        rings.toLevel(footprint.camera()),
        rings.toLevel(footprint.center()));
  }

  public Polygon outline() {
    return outline;
  }

  /** The flight of the frame, alone in a list. */
  public List<String> flights() {
    return flights;
  }

  public Instant time() {
    return footprint.time();
  }

  public boolean estimated() {
    return footprint.estimated();
  }

  Search search() {
    return footprint.search();
  }

  double sunElevationDegrees() {
    return sunElevationDegrees;
  }

  /** At the middle of the picture. */
  public double statedSamplingMeters() {
    return footprint.groundSamplingDistanceMeters();
  }

  Coordinate camera() {
    return camera;
  }

  /** Whether a place lies inside the outline. */
  public boolean frames(Coordinate place) {
    return outline.getEnvelopeInternal().contains(place)
        && SimplePointInAreaLocator.isContained(place, outline);
  }

  /** How far a place lies outside the outline; 0 inside. */
  public double besideMeters(Coordinate place) {
    return outline.distance(outline.getFactory().createPoint(place));
  }

  double cameraHeightMeters() {
    return footprint.cameraHeightMeters();
  }

  /**
   * False when the frame was laid on level ground, or is a map: there is no height of a camera that
   * could be compared with terrain.
   */
  boolean isOnTerrain() {
    return !footprint.levelGround() && !footprint.map();
  }

  /** Notes a look at the middle of a cell, hidden or not, under a number. */
  public void look(CellGrid grid, CellGround ground, int column, int row, CellLooks into, int as) {
    if (ground.hides(this, column, row)) {
      into.miss(as, this);
    } else {
      double known = ground.heightMeters(column, row);
      see(grid.middleMeters(column), grid.middleMeters(row), known, into, as);
    }
  }

  /**
   * Notes a look at a place that nothing hides, under a number.
   *
   * @param knownMeters height of the ground there, NaN where unknown
   */
  public void see(
      double eastMeters, double northMeters, double knownMeters, CellLooks into, int as) {
    double ground =
        isOnTerrain() && !Double.isNaN(knownMeters) ? knownMeters : footprint.groundHeightMeters();
    into.see(
        as,
        this,
        samplingMeters(eastMeters, northMeters, ground),
        offNadirDegrees(eastMeters, northMeters, ground));
  }

  /** The ground size of a pixel at a place; its ground lies at {@code groundMeters}. */
  double samplingMeters(double eastMeters, double northMeters, double groundMeters) {
    if (footprint.map()) {
      return footprint.groundSamplingDistanceMeters();
    }
    double east = eastMeters - camera.getX();
    double north = northMeters - camera.getY();
    double down = downMeters(east, north, groundMeters);
    double slant = Math.sqrt(east * east + north * north + down * down);
    double offAxis =
        Math.max(LEAST_COSINE, (axisEast * east + axisNorth * north + axisDown * down) / slant);
    return scale * slant * offAxis * Math.sqrt(offAxis) / Math.sqrt(cosine(down, slant));
  }

  /** The angle between the line of sight to a place and straight down, in [0, 89]. */
  double offNadirDegrees(double eastMeters, double northMeters, double groundMeters) {
    if (footprint.map()) {
      return 0;
    }
    double east = eastMeters - camera.getX();
    double north = northMeters - camera.getY();
    double level = Math.hypot(east, north);
    double down = downMeters(east, north, groundMeters);
    return Math.toDegrees(Math.acos(cosine(down, Math.hypot(level, down))));
  }

  /** The earth falls away below the level plane by d² / 2R. */
  private double downMeters(double east, double north, double groundMeters) {
    return footprint.cameraHeightMeters()
        - groundMeters
        + (east * east + north * north) / TWICE_EARTH_RADIUS_METERS;
  }

  private static double cosine(double down, double slant) {
    return Math.min(1, Math.max(LEAST_COSINE, down / slant));
  }
}
