package org.qyran.evaluation.area;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.qyran.evaluation.figure.AreaFigures;
import org.qyran.evaluation.geojson.Fields;
import org.qyran.evaluation.geojson.JsonFile;
import org.qyran.evaluation.geojson.MapFeature;
import org.qyran.evaluation.truth.Truth;
import org.qyran.geo.terrain.Terrain;
import org.qyran.geo.terrain.TerrainSettings;
import org.qyran.model.GeoPoint;
import org.qyran.sampledata.place.LocalPlane;
import org.qyran.sampledata.place.PlanePoint;

/**
 * Counts the ground that the frames of a run cover, on a grid of points.
 *
 * <p>Assumes the elevation raster that the run was given, for both poses: what differs between them
 * is what the poses cost. Ground counts when a thing of a metre's height there is in sight of a
 * camera; {@code surveyed_m2} of the truth counts hidden ground as well.
 *
 * <p>The grid has some 100,000 points on the covered ground, so that an area is good to about 0.1
 * %: of a disc of n points, the count is off by about n to the power of 1/3 (L. K. Hua, 1942).
 */
public final class AreaCheck {

  private static final double POINTS = 100_000;
  private static final double LEAST_STEP_METERS = 0.2;
  private static final String UNSEEABLE = "could_not_be_seen";

  /** What stands this high above the ground must be in sight, as in the product's coverage. */
  private static final double THING_METERS = 1;

  private final List<FlownFrames.Flown> flown;
  private final Terrain terrain;
  private final LocalPlane plane;
  private final double stepMeters;

  private double castPoints;
  private double truePoints;
  private double bothPoints;

  private AreaCheck(
      List<FlownFrames.Flown> flown, Terrain terrain, LocalPlane plane, double stepMeters) {
    this.flown = flown;
    this.terrain = terrain;
    this.plane = plane;
    this.stepMeters = stepMeters;
  }

  /**
   * Checks one run.
   *
   * @return the figures; absent where the pictures, the raster or any coverage is missing
   */
  public static Optional<AreaFigures> of(Truth truth, Path run) throws IOException {
    List<FlownFrames.Flown> flown = FlownFrames.of(truth, run);
    double stated = statedSquareMeters(run.resolve("coverage.geojson"));
    if (flown.isEmpty() || truth.facts().terrain().isEmpty() || !(stated > 0)) {
      return Optional.empty();
    }
    Terrain terrain = Terrain.open(truth.facts().terrain(), TerrainSettings.defaults());
    GeoPoint middle = flown.get(0).used().place().point();
    double ground =
        terrain.findGround(middle).map(below -> below.heightMeters()).orElse(Double.NaN);
    if (Double.isNaN(ground)) {
      return Optional.empty();
    }
    AreaCheck check =
        new AreaCheck(
            flown,
            terrain,
            new LocalPlane(middle, ground),
            Math.max(LEAST_STEP_METERS, Math.sqrt(stated / POINTS)));
    check.count();
    double square = check.stepMeters * check.stepMeters;
    return Optional.of(
        new AreaFigures(
            truth.facts().world(),
            stated,
            check.castPoints * square,
            check.truePoints * square,
            (check.castPoints - check.bothPoints) * square,
            (check.truePoints - check.bothPoints) * square,
            flown.size(),
            truth.facts().surveyedSquareMeters()));
  }

  /** Gaps do not count, nor does ground that terrain hid. */
  private static double statedSquareMeters(Path coverage) throws IOException {
    double sum = 0;
    for (MapFeature feature : JsonFile.features(coverage)) {
      Fields fields = feature.fields();
      boolean seen =
          !fields.isTrue("gap") && !fields.findText("state").orElse("").equals(UNSEEABLE);
      sum += seen ? fields.findNumber("area_m2").orElse(0) : 0;
    }
    return sum;
  }

  private void count() {
    List<FieldOfView> cast =
        flown.stream()
            .map(one -> new FieldOfView(one.camera(), one.used(), plane, this::heightMeters))
            .toList();
    List<FieldOfView> real =
        flown.stream()
            .map(one -> new FieldOfView(one.camera(), one.truth(), plane, this::heightMeters))
            .toList();
    double west = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    for (List<FieldOfView> views : List.of(cast, real)) {
      for (FieldOfView view : views) {
        west = Math.min(west, view.eastMeters() - view.reachMeters());
        east = Math.max(east, view.eastMeters() + view.reachMeters());
        south = Math.min(south, view.northMeters() - view.reachMeters());
        north = Math.max(north, view.northMeters() + view.reachMeters());
      }
    }
    HeightGrid heights = HeightGrid.of(west, south, east, north, stepMeters, this::heightMeters);
    for (double y = south + stepMeters / 2; y < north; y += stepMeters) {
      for (double x = west + stepMeters / 2; x < east; x += stepMeters) {
        boolean claimed = isSeen(near(cast, x, y), heights, x, y);
        boolean seen = isSeen(near(real, x, y), heights, x, y);
        castPoints += claimed ? 1 : 0;
        truePoints += seen ? 1 : 0;
        bothPoints += claimed && seen ? 1 : 0;
      }
    }
  }

  private static boolean isSeen(List<FieldOfView> views, HeightGrid heights, double x, double y) {
    double up = heights.upMeters(x, y);
    for (FieldOfView view : views) {
      if (view.holds(x, y, up)
          && heights.isOpen(
              x, y, up + THING_METERS, view.eastMeters(), view.northMeters(), view.upMeters())) {
        return true;
      }
    }
    return false;
  }

  private static List<FieldOfView> near(List<FieldOfView> views, double x, double y) {
    return views.stream().filter(view -> view.reaches(x, y)).toList();
  }

  /** Above the ellipsoid; NaN where it is not known, and there nothing is seen. */
  private double heightMeters(double eastMeters, double northMeters) {
    return terrain
        .findGround(plane.geoPointAt(new PlanePoint(eastMeters, northMeters)))
        .map(ground -> ground.heightMeters())
        .orElse(Double.NaN);
  }
}
