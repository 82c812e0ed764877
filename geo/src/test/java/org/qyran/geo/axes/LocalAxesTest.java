package org.qyran.geo.axes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.model.GeoPoint;

/** Expected numbers come from PROJ's {@code cct} (command beside them) or from a pencil. */
class LocalAxesTest {

  /**
   * echo "LON LAT H 0" | cct -d 9 +proj=pipeline +step +proj=cart +ellps=WGS84 +step
   * +proj=topocentric +lon_0=LON0 +lat_0=LAT0 +h_0=H0 +ellps=WGS84
   */
  @ParameterizedTest(name = "{3}, {4} at {5} m seen from {0}, {1} at {2} m")
  @CsvSource({
    "0, 0, 0, 0, 0.001, 0, 111.319490788, 0.000000000, -0.000971446",
    "51.5, -0.12, 120, 51.52, -0.09, 35, 2082.314870687, 2225.599298161, -85.727729209",
    "-33.9, 151.2, 1000, -33.85, 151.1, -20, -9254.651825657, 5541.483889464, -1029.123243759",
    "60, 24.9, 300, 60.01, 24.95, 12.5, 2789.163135987, 1115.179855009, -288.205726891",
    "45, 179.999, 500, 45.003, -179.998, 80, 236.531122979, 333.403987487, -420.013107049",
    "89.999, 10, 50, 89.9995, -100, 0, -52.479004189, 130.794774995, -50.001551764"
  })
  void agreesWithProj(
      double latitude0,
      double longitude0,
      double height0,
      double latitude,
      double longitude,
      double height,
      double east,
      double north,
      double up) {
    LocalAxes axes = LocalAxes.at(new GeoPoint(latitude0, longitude0), height0);

    Enu local = axes.toLocal(new GeoPoint(latitude, longitude), height);
    Place back = axes.toGeo(new Enu(east, north, up));

    assertThat(local.eastMeters()).isCloseTo(east, within(1e-6));
    assertThat(local.northMeters()).isCloseTo(north, within(1e-6));
    assertThat(local.upMeters()).isCloseTo(up, within(1e-6));
    assertThat(back.point().latitudeDegrees()).isCloseTo(latitude, within(1e-11));
    assertThat(back.point().longitudeDegrees()).isCloseTo(longitude, within(1e-10));
    assertThat(back.heightMeters()).isCloseTo(height, within(1e-6));
  }

  @Test
  void aMeterEastAcrossTheAntimeridianComesOutInTheWest() {
    LocalAxes axes = LocalAxes.at(new GeoPoint(0, 179.999999), 0);

    GeoPoint point = axes.toGeo(new Enu(1, 0, 0)).point();

    // 2π · 6378137 m / 360° = 111319.49 m to the degree, so 1 m is 8.983 millionths of a degree.
    assertThat(point.longitudeDegrees()).isCloseTo(-180 + 7.983e-6, within(1e-9));
  }

  @Test
  void theFarEndOfTheLongitudesIsNamedMinus180() {
    LocalAxes axes = LocalAxes.at(new GeoPoint(10, 180), 0);

    assertThat(axes.toGeo(Enu.ORIGIN).point().longitudeDegrees()).isEqualTo(-180);
  }

  @Test
  void aStepOverThePoleLandsOnTheOppositeMeridian() {
    LocalAxes axes = LocalAxes.at(new GeoPoint(90, 30), 100);

    Place place = axes.toGeo(new Enu(0, 1_000, 0));

    assertThat(place.point().longitudeDegrees()).isCloseTo(-150, within(1e-9));
    assertThat(place.point().latitudeDegrees()).isBetween(89.99, 89.992);
  }

  @Test
  void thereAndBackIsTheSamePlace() {
    Random random = new Random(20261124);
    for (int trial = 0; trial < 2_000; trial++) {
      GeoPoint origin =
          new GeoPoint(
              Math.toDegrees(Math.asin(random.nextDouble(-1, 1))), random.nextDouble(-180, 180));
      LocalAxes axes = LocalAxes.at(origin, random.nextDouble(-400, 12_000));
      Enu position =
          new Enu(
              random.nextGaussian() * 20_000,
              random.nextGaussian() * 20_000,
              random.nextGaussian() * 3_000);

      Enu back = axes.toLocal(axes.toGeo(position));

      assertThat(back.minus(position).lengthMeters())
          .as("trial %d: %s at %s", trial, position, origin)
          .isLessThan(1e-6);
    }
  }
}
