package org.qyran.ingest.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.model.Attitude;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.Telemetry;

/** Expected numbers are proportions that can be worked out in the head. */
class TrackTest {

  private static final Instant START = Instant.parse("2026-05-14T09:30:00Z");

  /** A millimetre on the ground. */
  private static final double MILLIMETRE_DEGREES = 1e-8;

  @Test
  void betweenTwoReportsEverythingIsInProportion() {
    Track track =
        Track.of(
            List.of(
                report(0, new GeoPoint(-33.5, 18.5), new Attitude(350, 0, -10), 100),
                report(1000, new GeoPoint(-33.5004, 18.5008), new Attitude(10, 0, -10), 108)));

    Telemetry between = at(track, 250);

    // A quarter of the way; over 90 m a great circle and a straight line differ by nothing.
    assertPlace(between, -33.5001, 18.5002);
    assertThat(between.heights()).containsExactly(new Height(102, Height.Datum.ELLIPSOID));
    assertThat(between.time()).isEqualTo(START.plusMillis(250));
  }

  @Test
  void yawTurnsThroughNorthAndNotThroughSouth() {
    Track track =
        Track.of(
            List.of(
                report(0, new GeoPoint(10, 20), new Attitude(350, 0, 0), 100),
                report(1000, new GeoPoint(10, 20), new Attitude(10, 0, 0), 100)));

    assertThat(body(at(track, 250)).yawDegrees()).isCloseTo(-5, within(1e-9));
    assertThat(body(at(track, 750)).yawDegrees()).isCloseTo(5, within(1e-9));
  }

  @ParameterizedTest(name = "{0} ms after leaving 179.9999 east for 179.9999 west: {1}")
  @CsvSource({"250, 179.99995", "750, -179.99995"})
  void crossesTheAntimeridian(long milliseconds, double longitude) {
    Track track =
        Track.of(
            List.of(
                report(0, new GeoPoint(-17, 179.9999), null, 100),
                report(1000, new GeoPoint(-17, -179.9999), null, 100)));

    assertPlace(at(track, milliseconds), -17, longitude);
  }

  @Test
  void crossesThePole() {
    Track track =
        Track.of(
            List.of(
                report(0, new GeoPoint(89.9999, 10), null, 100),
                report(1000, new GeoPoint(89.9999, -170), null, 100)));

    assertThat(at(track, 500).position().latitudeDegrees())
        .isCloseTo(90, within(MILLIMETRE_DEGREES));
    assertPlace(at(track, 750), 89.99995, -170);
  }

  @Test
  void saysNothingBeforeTheFirstReportAndAfterTheLast() {
    Track track = line(0, 1000);

    assertThat(track.at(START.minusNanos(1))).isEmpty();
    assertThat(track.at(START)).isPresent();
    assertThat(track.at(START.plusMillis(1000))).isPresent();
    assertThat(track.at(START.plusMillis(1000).plusNanos(1))).isEmpty();
    assertThat(Track.of(List.of()).at(START)).isEmpty();
  }

  @Test
  void saysNothingAcrossAWideGap() {
    assertThat(line(0, 2000).at(START.plusMillis(1000))).isPresent();
    assertThat(line(0, 2001).at(START.plusMillis(1000))).isEmpty();
    assertThat(line(0, 2001).speedMetersPerSecond(START.plusMillis(1000))).isEmpty();
    TrackSettings patient = new TrackSettings(Duration.ofSeconds(10), 50);
    assertThat(Track.of(line(0, 2001).reports(), patient).at(START.plusMillis(1000))).isPresent();
  }

  @Test
  void doesNotMakeUpAnglesThatOneOfTwoReportsLacks() {
    Track track =
        Track.of(
            List.of(
                report(0, new GeoPoint(10, 20), new Attitude(350, 0, 0), 100),
                report(1000, new GeoPoint(10, 20), null, 100)));

    assertThat(at(track, 500).bodyAttitude()).isNull();
    assertThat(at(track, 0).bodyAttitude()).isNotNull();
  }

  @Test
  void knowsItsSpeed() {
    // 1° of the equator is 2π · 6,378,137 m / 360 = 111,319.5 m.
    Track track =
        Track.of(
            List.of(
                report(0, new GeoPoint(0, 20), null, 100),
                report(2000, new GeoPoint(0, 20.0002), null, 100)));

    assertThat(track.speedMetersPerSecond(START.plusMillis(300)).orElseThrow())
        .isCloseTo(11.13195, within(1e-4));
  }

  @Test
  void theOrderOfTheReportsMakesNoDifference() {
    Random random = new Random(20261124);
    List<Telemetry> reports = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      GeoPoint place = new GeoPoint(random.nextDouble(-60, 60), random.nextDouble(-180, 180));
      reports.add(report(random.nextInt(40) * 100L, place, null, 100));
    }
    Track inOrder = Track.of(reports);
    for (int trial = 0; trial < 1_000; trial++) {
      Collections.shuffle(reports, random);

      assertThat(Track.of(reports).reports())
          .as("trial %d", trial)
          .isEqualTo(inOrder.reports())
          .extracting(Telemetry::time)
          .doesNotHaveDuplicates()
          .isSorted();
    }
  }

  private static Track line(long... milliseconds) {
    List<Telemetry> reports = new ArrayList<>();
    for (long millisecond : milliseconds) {
      reports.add(report(millisecond, new GeoPoint(10, 20 + millisecond * 1e-7), null, 100));
    }
    return Track.of(reports);
  }

  private static Telemetry report(
      long milliseconds, GeoPoint position, @Nullable Attitude body, double meters) {
    return new Telemetry(
        "flight",
        "",
        START.plusMillis(milliseconds),
        position,
        List.of(new Height(meters, Height.Datum.ELLIPSOID)),
        body,
        null);
  }

  private static Telemetry at(Track track, long milliseconds) {
    return track.at(START.plusMillis(milliseconds)).orElseThrow();
  }

  private static Attitude body(Telemetry report) {
    return Optional.ofNullable(report.bodyAttitude()).orElseThrow();
  }

  private static void assertPlace(Telemetry report, double latitude, double longitude) {
    assertThat(report.position().latitudeDegrees()).isCloseTo(latitude, within(MILLIMETRE_DEGREES));
    assertThat(report.position().longitudeDegrees())
        .isCloseTo(longitude, within(MILLIMETRE_DEGREES));
  }
}
