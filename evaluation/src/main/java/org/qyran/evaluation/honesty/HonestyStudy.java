package org.qyran.evaluation.honesty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.qyran.jobs.io.FolderTree;
import org.qyran.sampledata.SurveyDesign;
import org.qyran.sampledata.chance.Chance;

/**
 * Flies many simulated flights, each over ground of its own, and counts how often the product's
 * CE90 and LE90 hold the truth.
 *
 * <p>Assumes that the product is told the true standard deviations. What is on trial is the rest:
 * that errors of heavy tails are taken to be normal, that they are carried to the ground to first
 * order, and that the ground is known at cells of 10 m with errors of its own. No picture is
 * rendered: what is wrong with finding a thing in a picture is one pixel of error.
 *
 * <p>Good to 0.01 by bin with 1,000 flights. The same number and seed give the same figures.
 */
public final class HonestyStudy {

  private static final int CHECKED_GROUNDS = 40;
  private static final int CHECKS = 100;
  private static final double CHECKED_METERS = 400;

  private final Site site = Site.mountains();
  private final SurveyDesign.Elevation errors = SurveyDesign.of("mountain-forest", 1).elevation();
  private final Chance chance;

  private HonestyStudy(long seed) {
    chance = new Chance(seed).of("honesty");
  }

  /** Runs. */
  public static Honesty of(int flights, long seed) throws IOException {
    if (flights < 1) {
      throw new IllegalArgumentException("flights is %d, must be 1 or more".formatted(flights));
    }
    Path scratch = Files.createTempDirectory("qyran-honesty");
    try {
      return new HonestyStudy(seed).run(flights, scratch.resolve("wrong.tif"));
    } finally {
      FolderTree.delete(scratch);
    }
  }

  private Honesty run(int flights, Path raster) throws IOException {
    double error = elevationErrorMeters();
    List<TriedPoint> counted = new ArrayList<>();
    List<TriedPoint> grazing = new ArrayList<>();
    int refused = 0;
    for (int flight = 0; flight < flights; flight++) {
      Chance throwOf = chance.of(flight);
      RoughGround ground = RoughGround.of(throwOf);
      FlightTrial trial =
          new FlightTrial(site, flight, throwOf, ground, elevation(ground, throwOf));
      for (TriedPoint point : trial.points(raster, error)) {
        (point.grazing() ? grazing : counted).add(point);
      }
      refused += trial.refused();
    }
    return new Honesty(
        flights,
        counted.size(),
        grazing.size(),
        refused,
        error,
        HonestyTally.bin("all", "", counted),
        HonestyTally.bins(counted),
        HonestyTally.cells(counted),
        HonestyTally.carriers(counted),
        HonestyTally.bin("grazing", "", grazing),
        HonestyTally.inside(counted, 0.8));
  }

  private WrongElevation elevation(RoughGround ground, Chance throwOf) {
    return new WrongElevation(ground, errors, throwOf);
  }

  /**
   * As the maker of the rasters would state it: the root of the mean square at check points, with
   * the bias at its standard deviation.
   */
  private double elevationErrorMeters() {
    double squares = 0;
    for (int number = 0; number < CHECKED_GROUNDS; number++) {
      Chance throwOf = chance.of("check").of(number);
      RoughGround ground = RoughGround.of(throwOf);
      WrongElevation elevation = elevation(ground, throwOf);
      for (int check = 0; check < CHECKS; check++) {
        double east = throwOf.of("east").of(check).between(-CHECKED_METERS, CHECKED_METERS);
        double north = throwOf.of("north").of(check).between(-CHECKED_METERS, CHECKED_METERS);
        double off = elevation.unbiasedMeters(east, north) - ground.upMeters(east, north);
        squares += off * off;
      }
    }
    return Math.sqrt(
        squares / (CHECKED_GROUNDS * CHECKS) + errors.biasMeters() * errors.biasMeters());
  }
}
