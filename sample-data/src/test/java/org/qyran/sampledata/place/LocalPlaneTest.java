package org.qyran.sampledata.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.model.GeoPoint;

class LocalPlaneTest {

  private static final LocalPlane PLANE =
      new LocalPlane(new GeoPoint(43.300155912646, 70.899856643861), 603.02);

  /**
   * Expected metres: {@code echo LON LAT 603.02 | cct +proj=pipeline +step +proj=cart +ellps=WGS84
   * +step +proj=topocentric +ellps=WGS84 +lon_0=70.899856643861 +lat_0=43.300155912646
   * +h_0=603.02}, PROJ.
   */
  @ParameterizedTest(name = "{0}, {1} lies {2} m east and {3} m north")
  @CsvSource({"43.301, 70.902, 173.9322, 93.7880", "43.299, 70.8985, -110.0945, -128.4315"})
  void agreesWithProjToACentimetre(double latitude, double longitude, double east, double north) {
    PlanePoint point = PLANE.pointAt(new GeoPoint(latitude, longitude));

    assertThat(point.eastMeters()).isCloseTo(east, within(0.01));
    assertThat(point.northMeters()).isCloseTo(north, within(0.01));
  }

  @Test
  void thereAndBackIsTheSamePlace() {
    Random random = new Random(20260724);
    for (int trial = 0; trial < 1_000; trial++) {
      PlanePoint point = new PlanePoint(random.nextDouble(-300, 300), random.nextDouble(-300, 300));

      PlanePoint back = PLANE.pointAt(PLANE.geoPointAt(point));

      assertThat(back.eastMeters())
          .as("trial %d: %s", trial, point)
          .isCloseTo(point.eastMeters(), within(1e-6));
      assertThat(back.northMeters())
          .as("trial %d: %s", trial, point)
          .isCloseTo(point.northMeters(), within(1e-6));
    }
  }
}
