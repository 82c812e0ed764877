package org.qyran.geo.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.geo.axes.Enu;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.geo.terrain.Terrain;
import org.qyran.model.Footprint;
import org.qyran.model.GeoPoint;
import org.qyran.model.Outcome;

/**
 * "Oblique frames are skipped" (CallMarcus/dji-drone-metadata-embedder issue 249; others take only
 * frames within 5 degrees of straight down). Here none is: the full attitude counts, what is too
 * near the horizon is cut off, and nothing is claimed beyond the stated range.
 */
class ObliqueFramesAreSkippedTest {

  private static final GeoPoint STEPPE = new GeoPoint(43.2, 75.1);

  /** 800 x 600 pixels at 1000: 43.6 degrees across and 33.4 down. */
  private final Footprinter locator = locator(LocateSettings.defaults());

  @ParameterizedTest(name = "pitch {0}: near edge {1} m, far edge {2} m")
  @CsvSource({
    // 100 / tan(dip of the bottom and the top edge); atan 0.3 = 16.699 degrees.
    "-60, 23.64, 106.11", // 76.699 and 43.301 degrees
    "-45, 53.85, 185.71", // 61.699 and 28.301
    "-30, 94.24, 423.00", // 46.699 and 13.301
  })
  void anObliqueFrameHasItsWholeFootprint(double pitch, double near, double far) {
    Footprint footprint = footprint(locator, 0, pitch, 0).find().orElseThrow();

    assertThat(footprint.clipped()).isFalse();
    assertThat(least(footprint)).isCloseTo(near, within(0.05));
    assertThat(most(footprint)).isCloseTo(far, within(0.2)); // the earth falls away by 1.4 cm
  }

  @Test
  void theFullAttitudeCounts() {
    // Pitched to 45, facing east and rolled onto its side: the wide side of the picture now stands
    // upright, atan 0.4 = 21.801 degrees each way.
    Footprint footprint = footprint(locator, 90, -45, 90).find().orElseThrow();

    double near =
        footprint.ring().stream()
            .mapToDouble(point -> local(point).eastMeters())
            .min()
            .orElseThrow();
    double far =
        footprint.ring().stream()
            .mapToDouble(point -> local(point).eastMeters())
            .max()
            .orElseThrow();
    assertThat(near).isCloseTo(42.86, within(0.05)); // 100 / tan 66.801
    assertThat(far).isCloseTo(233.3, within(0.2)); // 100 / tan 23.199
  }

  @Test
  void whatIsNearTheHorizonIsCutAndSaidToBe() {
    // The top edge looks 1.7 degrees above the horizon. Cut at 5 degrees: 100 / tan 5 = 1143 m.
    Footprint footprint = footprint(locator, 0, -15, 0).find().orElseThrow();

    assertThat(footprint.clipped()).isTrue();
    assertThat(most(footprint)).isBetween(1_130.0, 1_146.0);
    assertThat(least(footprint)).isCloseTo(161.92, within(0.1)); // 100 / tan 31.699
  }

  @Test
  void nothingIsClaimedBeyondTheStatedRange() {
    LocateSettings usual = LocateSettings.defaults();
    Footprinter near =
        locator(
            new LocateSettings(
                usual.leastDipDegrees(),
                300,
                usual.levelErrorMeters(),
                usual.levelErrorFraction(),
                usual.pixelErrorPixels()));

    Footprint footprint = footprint(near, 0, -30, 0).find().orElseThrow();

    // 300 m along the line of sight from 100 m up are 282.8 m along the ground.
    assertThat(footprint.clipped()).isTrue();
    assertThat(most(footprint)).isBetween(275.0, 282.9);
  }

  @Test
  void noFootprintReachesBeyondItsLimitsWhateverTheAttitude() {
    Random random = new Random(249);
    int kept = 0;
    for (int trial = 0; trial < 1_000; trial++) {
      double yaw = random.nextDouble(360);
      double pitch = random.nextDouble(-90, 10);
      double roll = random.nextDouble(-60, 60);
      Outcome<Footprint> outcome = footprint(locator, yaw, pitch, roll);
      if (outcome.find().isEmpty()) {
        continue;
      }
      kept++;
      Footprint footprint = outcome.find().get();

      double furthest =
          footprint.ring().stream()
              .mapToDouble(point -> local(point).levelDistanceMeters())
              .max()
              .orElseThrow();
      assertThat(furthest)
          .as("trial %d: yaw %s, pitch %s, roll %s", trial, yaw, pitch, roll)
          .isLessThan(1_146);
    }
    // All whose middle looks at least 5 degrees down: 85 of the 100 degrees of pitch.
    assertThat(kept).isBetween(810, 890);
  }

  private static Footprinter locator(LocateSettings settings) {
    return new Footprinter(Terrain.unknown(), settings);
  }

  private static Outcome<Footprint> footprint(
      Footprinter locator, double yaw, double pitch, double roll) {
    return locator.footprint(Pictures.above(STEPPE, 100).looking(yaw, pitch, roll).frame());
  }

  private static double least(Footprint footprint) {
    return footprint.ring().stream()
        .mapToDouble(point -> local(point).northMeters())
        .min()
        .orElseThrow();
  }

  private static double most(Footprint footprint) {
    return footprint.ring().stream()
        .mapToDouble(point -> local(point).northMeters())
        .max()
        .orElseThrow();
  }

  private static Enu local(GeoPoint point) {
    return LocalAxes.at(STEPPE, 0).toLocal(point, 0);
  }
}
