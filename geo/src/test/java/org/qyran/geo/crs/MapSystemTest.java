package org.qyran.geo.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.model.GeoPoint;

/** Expected positions are PROJ's; the files say by which command. */
class MapSystemTest {

  private static final double MILLIMETER = 0.001;

  @ParameterizedTest
  @ValueSource(strings = {"utm-38-45.csv", "pulkovo-12-15.csv"})
  void agreesWithProjToAMillimetre(String answers) throws IOException {
    List<String> rows = rows(answers);

    assertThat(rows).hasSize(1_000);
    for (String row : rows) {
      String[] cells = row.split(",", -1);
      GeoPoint place = new GeoPoint(Double.parseDouble(cells[1]), Double.parseDouble(cells[2]));
      MapPoint expected = new MapPoint(Double.parseDouble(cells[3]), Double.parseDouble(cells[4]));
      MapSystem system = MapSystem.of(cells[0]);

      MapPoint point = system.findOnMap(place).orElseThrow();

      assertThat(distanceMeters(point, expected)).as(row).isLessThan(MILLIMETER);
      assertThat(distanceMeters(system.findOnEarth(expected).orElseThrow(), place))
          .as("back from %s", row)
          .isLessThan(MILLIMETER);
    }
  }

  @ParameterizedTest(name = "{0}, {1} lies in {2}")
  @CsvSource({
    "43.25, 76.95, EPSG:32643", // Almaty
    "43.25, 71.99, EPSG:32642",
    "43.25, 72, EPSG:32643", // a border belongs to the zone east of it
    "-33.9, 151.2, EPSG:32756", // Sydney
    "0, -179.99, EPSG:32601",
    "0, 179.99, EPSG:32660",
    "0, 180, EPSG:32601",
    "0, -180, EPSG:32601",
    "84, 10, EPSG:32632",
  })
  void everyPlaceBetweenThePolesHasItsUtmZone(double latitude, double longitude, String code) {
    assertThat(MapSystem.findUtm(new GeoPoint(latitude, longitude)).orElseThrow().code())
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"84.01, 10", "90, 0", "-80.01, 10"})
  void nearThePolesThereIsNoUtm(double latitude, double longitude) {
    GeoPoint place = new GeoPoint(latitude, longitude);

    assertThat(MapSystem.findUtm(place)).isEmpty();
    assertThat(MapSystem.of("EPSG:32632").findOnMap(place)).isEmpty();
  }

  @Test
  void theMiddleOfAZoneLiesAtItsFalseEasting() {
    // By definition: 500 km on the central meridian, 0 on the equator; Gauss-Krüger puts the zone's
    // number before it.
    MapPoint utm = MapSystem.of("EPSG:32643").findOnMap(new GeoPoint(0, 75)).orElseThrow();
    MapPoint south = MapSystem.of("EPSG:32743").findOnMap(new GeoPoint(0, 75)).orElseThrow();
    MapPoint pulkovo = MapSystem.of("EPSG:28413").findOnMap(new GeoPoint(45, 75)).orElseThrow();

    assertThat(distanceMeters(utm, new MapPoint(500_000, 0))).isLessThan(1e-6);
    assertThat(distanceMeters(south, new MapPoint(500_000, 10_000_000))).isLessThan(1e-6);
    assertThat(pulkovo.eastingMeters()).isCloseTo(13_500_000, within(200.0));
  }

  @Test
  void aPlaceFarFromTheZoneIsNotOnItsMap() {
    MapSystem system = MapSystem.of("EPSG:32643");

    assertThat(system.findOnMap(new GeoPoint(43, 83.9))).isPresent();
    assertThat(system.findOnMap(new GeoPoint(43, 84.1))).isEmpty();
    assertThat(system.findOnEarth(new MapPoint(4_000_000, 4_800_000))).isEmpty();
    assertThat(system.findOnEarth(new MapPoint(500_000, 1e9))).isEmpty();
    assertThat(MapSystem.of("EPSG:28413").findOnMap(new GeoPoint(34.9, 75))).isEmpty();
  }

  @Test
  void aZoneMayLieAcrossTheAntimeridian() {
    MapSystem system = MapSystem.of("EPSG:32660");
    MapPoint east = system.findOnMap(new GeoPoint(65, 179.999)).orElseThrow();
    MapPoint west = system.findOnMap(new GeoPoint(65, -179.999)).orElseThrow();

    // 0.002° at 65° north: 111,320 m · cos 65° · 0.002 and the flattening.
    assertThat(distanceMeters(east, west)).isCloseTo(94.3, within(0.3));
    assertThat(system.findOnEarth(west).orElseThrow().longitudeDegrees())
        .isCloseTo(-179.999, within(1e-9));
  }

  @Test
  void thereAndBackIsTheSamePlace() {
    Random random = new Random(32_643);
    for (int trial = 0; trial < 1_000; trial++) {
      boolean pulkovo = random.nextBoolean();
      int zone = pulkovo ? 12 + random.nextInt(4) : 1 + random.nextInt(60);
      MapSystem system = MapSystem.of("EPSG:" + ((pulkovo ? 28_400 : 32_600) + zone));
      double middle = pulkovo ? 6 * zone - 3 : 6 * zone - 183;
      GeoPoint place =
          new GeoPoint(
              random.nextDouble(pulkovo ? 35 : -79, 83),
              Math.IEEEremainder(middle + random.nextDouble(-8.9, 8.9), 360));

      MapPoint point = system.findOnMap(place).orElseThrow();

      assertThat(distanceMeters(system.findOnEarth(point).orElseThrow(), place))
          .as("trial %d: %s in %s", trial, place, system)
          .isLessThan(MILLIMETER);
    }
  }

  @Test
  void theDatumShiftIsNamedAndSaysHowGoodItIs() {
    assertThat(MapSystem.of("epsg:28413").label())
        .isEqualTo("EPSG:28413 by EPSG:15865 Pulkovo 1942 to WGS 84 (16), good to 4.5 m");
    assertThat(MapSystem.of("EPSG:32643").label()).isEqualTo("EPSG:32643");
    assertThat(MapSystem.of("EPSG:32643")).hasToString("WGS 84 / UTM zone 43N (EPSG:32643)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:3857", "EPSG:28411", "EPSG:32600", "EPSG:32661", "43N", ""})
  void anUnknownCodeIsToldWhatIsKnown(String code) {
    assertThatThrownBy(() -> MapSystem.of(code))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + code + "' is no map system that is known here; supported are")
        .hasMessageContaining("EPSG:28412 to 28415 (Pulkovo 1942");
  }

  @Test
  void parametersMakeTheSystemsThatCodesName() {
    GeoPoint place = new GeoPoint(43.25, 76.95);
    MapSystem pulkovo =
        MapSystem.ofParameters(
            "+proj=tmerc +lat_0=0 +lon_0=75 +k=1 +x_0=13500000 +y_0=0 +ellps=krass"
                + " +towgs84=25,-141,-78.5,0,0.35,0.736,0 +units=m +no_defs");

    assertThat(
            MapSystem.ofParameters("+proj=utm +zone=43 +ellps=WGS84 +units=m +no_defs=True").code())
        .isEqualTo("EPSG:32643");
    assertThat(MapSystem.ofParameters("+proj=utm +zone=56 +south +datum=WGS84").code())
        .isEqualTo("EPSG:32756");
    assertThat(pulkovo.findOnMap(place)).isEqualTo(MapSystem.of("EPSG:28413").findOnMap(place));
    assertThat(pulkovo.operation()).isEqualTo("+towgs84=25,-141,-78.5,0,0.35,0.736,0 as stated");
  }

  @Test
  void aUtmZoneOnAnotherDatumIsShifted() {
    // cs2cs -f %.4f +proj=longlat +datum=WGS84 +to (this), PROJ 9.1.1: 495992.3127 4788631.6445
    MapSystem system =
        MapSystem.ofParameters(
            "+proj=utm +zone=43 +ellps=krass +towgs84=25,-141,-78.5,0,0.35,0.736,0");

    MapPoint point = system.findOnMap(new GeoPoint(43.25, 74.95)).orElseThrow();

    assertThat(distanceMeters(point, new MapPoint(495992.3127, 4788631.6445)))
        .isLessThan(MILLIMETER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+proj=lcc +lat_1=40 +datum=WGS84      | +proj must be utm or tmerc",
        "+proj=utm +zone=61 +datum=WGS84       | +zone must lie in 1 to 60",
        "+proj=utm +zone=4b +datum=WGS84       | +zone is '4b', must be a number",
        "+proj=utm +zone=43 +ellps=krass       | the shift from 'krass' to WGS 84 is not stated",
        "+proj=utm +zone=43                    | the shift from '' to WGS 84 is not stated",
        "+proj=utm +zone=43 +datum=WGS84 +units=us-ft | +units must be m",
        "+proj=utm +zone=43 +nadgrids=x.gsb    | +nadgrids is not understood here",
        "+proj=utm +zone=43 +ellps=krass +towgs84=1,2 | +towgs84 must have 3 or 7 numbers",
        "+proj=utm zone=43                     | 'zone=43' is no parameter",
        "+proj=utm +zone=43 +ellps=egg +towgs84=0,0,0 | Unknown ellipsoid: egg",
        "+proj=utm +zone=43 +ellps=krass +towgs84=1,,e | +towgs84 must have 3 or 7 numbers",
      })
  void parametersThatAreNotSurelyUnderstoodAreRefused(String parameters, String sentence) {
    assertThatThrownBy(() -> MapSystem.ofParameters(parameters))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the coordinates '" + parameters + "' cannot be used: " + sentence);
  }

  private static double distanceMeters(MapPoint one, MapPoint other) {
    return Math.hypot(
        one.eastingMeters() - other.eastingMeters(), one.northingMeters() - other.northingMeters());
  }

  private static double distanceMeters(GeoPoint one, GeoPoint other) {
    return LocalAxes.at(one, 0).toLocal(other, 0).lengthMeters();
  }

  private static List<String> rows(String name) throws IOException {
    try (InputStream bytes =
            Objects.requireNonNull(MapSystemTest.class.getResourceAsStream(name), name);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> line.matches("\\d.*")).toList().stream()
          .map(line -> "EPSG:" + line)
          .toList();
    }
  }
}
