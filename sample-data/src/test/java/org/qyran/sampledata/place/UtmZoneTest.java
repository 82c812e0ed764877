package org.qyran.sampledata.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.model.GeoPoint;

/** Expected degrees: {@code echo E N | cs2cs -f %.9f EPSG:32642 EPSG:4326}, PROJ. */
class UtmZoneTest {

  @ParameterizedTest(name = "{0} E, {1} N is {2}, {3}")
  @CsvSource({
    "654100, 4795900, 43.300155913, 70.899856644",
    "653800, 4796200, 43.302917176, 70.896243954",
    "654400, 4795600, 43.297394540, 70.903469007",
    "500000,       0,  0.000000000, 69.000000000",
    "300000, 7000000, 63.073996603, 65.039647997",
  })
  void agreesWithProjToAMillimetre(
      double easting, double northing, double latitude, double longitude) {
    GeoPoint place = new UtmZone(42).geoPointAt(easting, northing);

    // 1e-8 degrees are 1.1 mm on the meridian.
    assertThat(place.latitudeDegrees()).isCloseTo(latitude, within(1e-8));
    assertThat(place.longitudeDegrees()).isCloseTo(longitude, within(1e-8));
  }

  @Test
  void refusesAZoneThatDoesNotExist() {
    assertThatThrownBy(() -> new UtmZone(61))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("61");
  }
}
