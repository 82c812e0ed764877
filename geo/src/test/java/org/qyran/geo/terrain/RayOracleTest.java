package org.qyran.geo.terrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.geo.elevation.BlockCache;
import org.qyran.geo.elevation.ElevationRaster;
import org.qyran.geo.elevation.ElevationRaster.BlockSize;
import org.qyran.geo.elevation.GridPlacement;
import org.qyran.geo.elevation.GridSource;
import org.qyran.geo.elevation.RasterFacts;
import org.qyran.geo.elevation.StatedDatum;
import org.qyran.geo.elevation.SurfaceKind;
import org.qyran.model.GeoPoint;

/**
 * A hundred thousand lines of sight over terrain that no country has, against an oracle that knows
 * nothing of the walk.
 *
 * <p>The oracle goes along the line in earth-centred axes and asks for the height above the surface
 * at one place after another. From a place that lies g above the surface it goes forward by g over
 * the steepest change that the terrain allows (or down to its highest peak), so it cannot step over
 * anything, and never by less than a millimetre. The walk takes pieces of the line of 125 m to be
 * straight on the grid, which bends them by up to 0.3 mm, and slopes of 7 in 1 make 2 mm of that; a
 * line that grazes a ridge by less may be seen to meet it or to miss it. So the walk must end
 * between the first place where the line is within the tolerance above the surface and the first
 * where it is that much below.
 */
class RayOracleTest {

  private static final double TOLERANCE_METERS = 0.004;

  private static final int SIDE = 513;
  private static final int VALUES_PER_DEGREE = 3_600;
  private static final double WEST = 76.2;
  private static final double NORTH = 43.4;

  /** WGS 84: NIMA TR8350.2, table 3.1. */
  private static final double A = 6_378_137;

  private static final double E2 = 6.69437999014e-3;

  private final float[][] heights = roughTerrain(new Random(20261124));
  private final double steepest = steepest(heights);
  private final double highest = highest(heights);

  @Test
  @Tag("slow")
  void noLineOfSightStepsOverAnything() {
    LayerIndex index = new LayerIndex(List.of(new GroundLayer(raster(), 1, false)));
    Random random = new Random(5);
    int met = 0;
    int sharp = 0;
    int wrong = 0;
    String firstWrong = "";
    for (int trial = 0; trial < 100_000; trial++) {
      Sightline line = line(random, trial);

      Meeting meeting = new RasterWalk(index, point -> Optional.empty(), 0, line).walk();

      double first = walkTo(line, 0, TOLERANCE_METERS);
      double last = walkTo(line, first, -TOLERANCE_METERS);
      boolean ground = meeting.kind() == Meeting.Kind.GROUND;
      boolean right =
          ground
              ? meeting.distanceMeters() >= first - 0.01 && meeting.distanceMeters() <= last + 0.01
              : last == Double.POSITIVE_INFINITY;
      if (!right) {
        wrong++;
        firstWrong =
            firstWrong.isEmpty()
                ? "trial %d: %s instead of %s to %s for %s"
                    .formatted(trial, meeting, first, last, line)
                : firstWrong;
      }
      met += ground ? 1 : 0;
      sharp += ground && last - first < 0.1 ? 1 : 0;
    }

    assertThat(wrong).as(firstWrong).isZero();
    assertThat(met).as("lines that met the ground").isGreaterThan(70_000);
    assertThat(sharp).as("of them, told by the oracle to a decimetre").isGreaterThan(met * 19 / 20);
    assertThat(met - sharp).as("of them, grazing the surface").isGreaterThan(100);
  }

  /** Two of five lines are flatter than 5 degrees; one of five starts high. */
  private Sightline line(Random random, int trial) {
    GeoPoint camera =
        new GeoPoint(
            NORTH - (100 + random.nextDouble(313)) / VALUES_PER_DEGREE,
            WEST + (100 + random.nextDouble(313)) / VALUES_PER_DEGREE);
    double ground = surface(camera.longitudeDegrees(), camera.latitudeDegrees());
    double up = trial % 5 == 0 ? random.nextDouble(400, 3_000) : random.nextDouble(0.05, 300);
    double dip =
        Math.toRadians(trial % 5 < 2 ? random.nextDouble(0.3, 5) : random.nextDouble(5, 89.9));
    double yaw = random.nextDouble(2 * Math.PI);
    return new Sightline(
        LocalAxes.at(camera, ground + up),
        camera,
        ground + up,
        new Enu(Math.sin(yaw) * Math.cos(dip), Math.cos(yaw) * Math.cos(dip), -Math.sin(dip)),
        30_000);
  }

  /** The first distance at which the line is no higher above the surface than this; +∞ if none. */
  private double walkTo(Sightline line, double fromMeters, double aboveMeters) {
    double latitude = Math.toRadians(line.camera().latitudeDegrees());
    double longitude = Math.toRadians(line.camera().longitudeDegrees());
    double sin = Math.sin(latitude);
    double cos = Math.cos(latitude);
    double normal = A / Math.sqrt(1 - E2 * sin * sin);
    double x0 = (normal + line.heightMeters()) * cos * Math.cos(longitude);
    double y0 = (normal + line.heightMeters()) * cos * Math.sin(longitude);
    double z0 = (normal * (1 - E2) + line.heightMeters()) * sin;
    Enu to = line.direction();
    double outward = cos * to.upMeters() - sin * to.northMeters();
    double dx = outward * Math.cos(longitude) - to.eastMeters() * Math.sin(longitude);
    double dy = outward * Math.sin(longitude) + to.eastMeters() * Math.cos(longitude);
    double dz = cos * to.northMeters() + sin * to.upMeters();
    double fastest =
        steepest * Math.hypot(to.eastMeters(), to.northMeters()) * 1.01 + Math.abs(to.upMeters());
    double distance = fromMeters;
    while (distance <= line.rangeMeters()) {
      double x = x0 + distance * dx;
      double y = y0 + distance * dy;
      double z = z0 + distance * dz;
      // B. R. Bowring, Transformation from spatial to geographical coordinates, Survey Review 23
      // (1976): exact to a micrometre near the earth.
      double axis = Math.hypot(x, y);
      double b = A * Math.sqrt(1 - E2);
      double reduced = Math.atan2(z * A, axis * b);
      double phi =
          Math.atan2(
              z + E2 / (1 - E2) * b * Math.pow(Math.sin(reduced), 3),
              axis - E2 * A * Math.pow(Math.cos(reduced), 3));
      double s = Math.sin(phi);
      double height = axis * Math.cos(phi) + z * s - A * Math.sqrt(1 - E2 * s * s);
      double ground = surface(Math.toDegrees(Math.atan2(y, x)), Math.toDegrees(phi));
      if (Double.isNaN(ground)) {
        return Double.POSITIVE_INFINITY;
      }
      double above = height - ground - aboveMeters;
      if (above <= 0) {
        return distance;
      }
      double aboveAll = (height - highest - aboveMeters) / Math.abs(to.upMeters());
      distance += Math.max(Math.max(above / fastest, aboveAll), 0.001);
    }
    return Double.POSITIVE_INFINITY;
  }

  private double surface(double longitude, double latitude) {
    double column = (longitude - WEST) * VALUES_PER_DEGREE;
    double row = (NORTH - latitude) * VALUES_PER_DEGREE;
    int west = (int) Math.floor(column);
    int north = (int) Math.floor(row);
    if (west < 0 || north < 0 || west >= SIDE - 1 || north >= SIDE - 1) {
      return Double.NaN;
    }
    double u = column - west;
    double v = row - north;
    return (1 - u) * (1 - v) * heights[north][west]
        + u * (1 - v) * heights[north][west + 1]
        + (1 - u) * v * heights[north + 1][west]
        + u * v * heights[north + 1][west + 1];
  }

  private ElevationRaster raster() {
    GridSource source =
        (column, row, columns, rows) -> {
          float[] window = new float[columns * rows];
          for (int at = 0; at < window.length; at++) {
            window[at] = heights[row + at / columns][column + at % columns];
          }
          return window;
        };
    return new ElevationRaster(
        "rough",
        SIDE,
        SIDE,
        new BlockSize(37, 50),
        GridPlacement.ofDegrees(SIDE, SIDE, WEST, NORTH, VALUES_PER_DEGREE, VALUES_PER_DEGREE),
        new RasterFacts(StatedDatum.ELLIPSOID, SurfaceKind.SURFACE, 0, 1),
        source,
        new BlockCache(500_000));
  }

  /** Midpoint displacement, then needles and walls one cell wide, and pits. */
  private static float[][] roughTerrain(Random random) {
    float[][] heights = new float[SIDE][SIDE];
    double rough = 400;
    for (int step = SIDE - 1; step > 1; step /= 2, rough *= 0.55) {
      int half = step / 2;
      for (int row = half; row < SIDE; row += step) {
        for (int column = half; column < SIDE; column += step) {
          heights[row][column] =
              (heights[row - half][column - half]
                          + heights[row - half][column + half]
                          + heights[row + half][column - half]
                          + heights[row + half][column + half])
                      / 4
                  + (float) (rough * random.nextGaussian());
        }
      }
      for (int row = 0; row < SIDE; row += half) {
        for (int column = (row / half) % 2 == 0 ? half : 0; column < SIDE; column += step) {
          heights[row][column] =
              (heights[Math.max(0, row - half)][column]
                          + heights[Math.min(SIDE - 1, row + half)][column]
                          + heights[row][Math.max(0, column - half)]
                          + heights[row][Math.min(SIDE - 1, column + half)])
                      / 4
                  + (float) (rough * random.nextGaussian());
        }
      }
    }
    for (int needle = 0; needle < 3_000; needle++) {
      heights[random.nextInt(SIDE)][random.nextInt(SIDE)] += (float) random.nextDouble(-60, 120);
    }
    for (int wall = 0; wall < 120; wall++) {
      int row = random.nextInt(SIDE);
      int column = random.nextInt(SIDE);
      int down = random.nextInt(3) - 1;
      int right = random.nextInt(3) - 1;
      float top = (float) random.nextDouble(5, 60);
      for (int at = 0; at < 60; at++) {
        if (row >= 0 && row < SIDE && column >= 0 && column < SIDE) {
          heights[row][column] += top;
        }
        row += down;
        column += right;
        if (down == 0 && right == 0) {
          break;
        }
      }
    }
    return heights;
  }

  private static double highest(float[][] heights) {
    double highest = Double.NEGATIVE_INFINITY;
    for (float[] row : heights) {
      for (float height : row) {
        highest = Math.max(highest, height);
      }
    }
    return highest;
  }

  /** No slope of the bilinear surface is steeper, in metres for each metre over the ground. */
  private static double steepest(float[][] heights) {
    double along = Math.toRadians(1.0 / VALUES_PER_DEGREE) * A * (1 - E2);
    double across = Math.toRadians(1.0 / VALUES_PER_DEGREE) * A * Math.cos(Math.toRadians(NORTH));
    double east = 0;
    double south = 0;
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        if (column + 1 < SIDE) {
          east = Math.max(east, Math.abs(heights[row][column + 1] - heights[row][column]) / across);
        }
        if (row + 1 < SIDE) {
          south =
              Math.max(south, Math.abs(heights[row + 1][column] - heights[row][column]) / along);
        }
      }
    }
    return Math.hypot(east, south);
  }
}
