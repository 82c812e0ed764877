package org.qyran.ingest.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qyran.ingest.telemetry.ClockComparison.Doubt;
import org.qyran.model.GeoPoint;
import org.qyran.model.Telemetry;

/**
 * A known way is flown, pictures are dated wrongly by a known time, and the time must come back.
 */
class ClockComparisonTest {

  private static final Instant START = Instant.parse("2026-05-14T09:30:00Z");
  private static final double METERS_PER_DEGREE = 111_000; // near enough for laying out a flight
  private static final double FLIGHT_SECONDS = 300;

  @ParameterizedTest(name = "pictures dated {0} s too early")
  @ValueSource(doubles = {0, 0.37, -0.37, 1.5, -17, 18, 59, -59})
  void findsTheShiftThatThePicturesWereDatedWith(double early) {
    ClockOffset offset =
        track(ClockComparisonTest::strips)
            .clockOffset(pictures(ClockComparisonTest::strips, early, 0, new Random(1)))
            .orElseThrow();

    assertThat(offset.seconds()).isCloseTo(early, within(0.011)); // the grid is a hundredth
    assertThat(offset.isZoneError()).isFalse();
    assertThat(offset.rmsMeters()).isLessThan(0.2);
  }

  @ParameterizedTest(name = "pictures dated {0} s too early")
  @ValueSource(doubles = {7200, -3600.5, 20700.25, -34200})
  void findsLocalTimeThatWasReadAsUtc(double early) {
    ClockOffset offset =
        track(ClockComparisonTest::strips)
            .clockOffset(pictures(ClockComparisonTest::strips, early, 0, new Random(2)))
            .orElseThrow();

    assertThat(offset.seconds()).isCloseTo(early, within(0.011));
    assertThat(offset.isZoneError()).isTrue();
    assertThat(offset.zone()).isEqualTo(Duration.ofMinutes(15 * Math.round(early / 900)));
  }

  @Test
  void itsStatedErrorCoversWhatNoiseDoesToIt() {
    Random random = new Random(20261124);
    int within = 0;
    int trials = 100;
    for (int trial = 0; trial < trials; trial++) {
      double early = random.nextDouble(-30, 30);
      ClockOffset offset =
          track(ClockComparisonTest::strips)
              .clockOffset(pictures(ClockComparisonTest::strips, early, 2, random))
              .orElseThrow();

      assertThat(offset.seconds())
          .as("trial %d: %s s early", trial, early)
          .isCloseTo(early, within(5 * offset.sigmaSeconds()));
      within += Math.abs(offset.seconds() - early) <= 2 * offset.sigmaSeconds() ? 1 : 0;
    }
    // Two standard deviations hold 95 of 100; the grid makes it a little more or less.
    assertThat(within).isGreaterThan(trials * 85 / 100);
  }

  @Test
  void aCircleFlownTwiceFitsTwice() {
    DoubleFunction<GeoPoint> circles =
        seconds -> {
          double angle = 2 * Math.PI * seconds / 30;
          return place(50 * Math.cos(angle), 50 * Math.sin(angle));
        };

    assertThat(doubt(circles, pictures(circles, 0, 0, new Random(3)))).isEqualTo(Doubt.AMBIGUOUS);
  }

  @Test
  void anAircraftThatHoversTellsNoTime() {
    DoubleFunction<GeoPoint> hover = seconds -> place(0, 0);

    assertThat(doubt(hover, pictures(hover, 0, 1, new Random(4)))).isEqualTo(Doubt.STANDS_STILL);
  }

  @Test
  void picturesOfAnotherFlightFitNowhere() {
    DoubleFunction<GeoPoint> elsewhere = seconds -> place(5_000, 10 * seconds);

    assertThat(doubt(ClockComparisonTest::strips, pictures(elsewhere, 0, 0, new Random(5))))
        .isEqualTo(Doubt.FITS_NOWHERE);
  }

  @Test
  void picturesOfAnotherDayDoNotOverlap() {
    assertThat(
            doubt(
                ClockComparisonTest::strips,
                pictures(ClockComparisonTest::strips, 3 * 86_400, 0, new Random(6))))
        .isEqualTo(Doubt.NO_OVERLAP);
  }

  @Test
  void twoPicturesAreTooFew() {
    List<TimedPosition> pictures =
        pictures(ClockComparisonTest::strips, 0, 0, new Random(7)).subList(0, 2);

    assertThat(doubt(ClockComparisonTest::strips, pictures)).isEqualTo(Doubt.TOO_FEW_PICTURES);
  }

  @Test
  void anEmptyLogOverlapsWithNothing() {
    ClockComparison comparison =
        Track.of(List.of())
            .compareClock(pictures(ClockComparisonTest::strips, 0, 0, new Random(8)));

    assertThat(comparison.findDoubt()).contains(Doubt.NO_OVERLAP);
  }

  @Test
  void anOffsetFromNoPicturesIsNotPossible() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ClockOffset(1, 1, 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new ClockOffset(Double.NaN, 1, 1, 3));
  }

  private static Doubt doubt(DoubleFunction<GeoPoint> way, List<TimedPosition> pictures) {
    ClockComparison comparison = track(way).compareClock(pictures);
    assertThat(comparison.find()).isEmpty();
    return comparison.findDoubt().orElseThrow();
  }

  private static Track track(DoubleFunction<GeoPoint> way) {
    List<Telemetry> reports = new ArrayList<>();
    for (int i = 0; i <= FLIGHT_SECONDS * 5; i++) {
      reports.add(
          new Telemetry(
              "flight", "", START.plusMillis(200L * i), way.apply(i * 0.2), List.of(), null, null));
    }
    return Track.of(reports);
  }

  /** A picture every 3.1 s from the second minute of the flight to the fourth. */
  private static List<TimedPosition> pictures(
      DoubleFunction<GeoPoint> way, double earlySeconds, double noiseMeters, Random random) {
    List<TimedPosition> pictures = new ArrayList<>();
    for (double seconds = 60; seconds < 240; seconds += 3.1) {
      GeoPoint place = way.apply(seconds);
      pictures.add(
          new TimedPosition(
              START.plusNanos(Math.round((seconds - earlySeconds) * 1e9)),
              new GeoPoint(
                  place.latitudeDegrees() + noiseMeters * random.nextGaussian() / METERS_PER_DEGREE,
                  place.longitudeDegrees()
                      + noiseMeters * random.nextGaussian() / METERS_PER_DEGREE)));
    }
    return pictures;
  }

  /** Strips of 200 m flown at 10 m/s, each 30 m beside the last. */
  private static GeoPoint strips(double seconds) {
    int strip = (int) (seconds / 20);
    double along = (seconds - strip * 20) * 10;
    return place(strip % 2 == 0 ? along : 200 - along, 30 * strip);
  }

  private static GeoPoint place(double northMeters, double eastMeters) {
    return new GeoPoint(northMeters / METERS_PER_DEGREE, 30 + eastMeters / METERS_PER_DEGREE);
  }
}
