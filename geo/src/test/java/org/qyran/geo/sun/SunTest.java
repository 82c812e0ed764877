package org.qyran.geo.sun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.qyran.model.GeoPoint;

class SunTest {

  @Test
  void agreesWithTheWorkedExampleOfTheSolarPositionAlgorithm() {
    // Reda and Andreas, NREL/TP-560-34302, table A5.1: zenith 50.11162°, of which refraction is
    // about 0.02°; 12:30:30 at -7 h, Golden.
    assertThat(
            Sun.elevationDegrees(
                Instant.parse("2003-10-17T19:30:30Z"), new GeoPoint(39.742476, -105.1786)))
        .isCloseTo(90 - 50.11162, within(0.05));
  }

  @Test
  void standsAboveTheEquatorAtNoonOfAnEquinox() {
    assertThat(Sun.elevationDegrees(Instant.parse("2026-03-20T12:07:30Z"), new GeoPoint(0, 0)))
        .isCloseTo(90, within(0.3));
  }

  @Test
  void isBelowTheHorizonAtMidnight() {
    assertThat(
            Sun.elevationDegrees(Instant.parse("2026-07-01T19:27:00Z"), new GeoPoint(43.3, 68.2)))
        .isNegative();
  }
}
