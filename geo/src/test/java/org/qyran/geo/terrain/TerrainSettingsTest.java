package org.qyran.geo.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.qyran.geo.terrain.TerrainSettings.Datum;

class TerrainSettingsTest {

  @Test
  void theDefaultsAreThoseOfTheManual() {
    assertThat(TerrainSettings.defaults()).isEqualTo(new TerrainSettings(Datum.OF_FILE, 1, 4));
  }

  @Test
  void fineRastersHaveTheErrorOfSurfaceModelsAndCoarseOnesThatOfElevationModels() {
    TerrainSettings settings = new TerrainSettings(Datum.ELLIPSOID, 0.2, 7);

    assertThat(settings.datum()).isEqualTo(Datum.ELLIPSOID);
    assertThat(settings.errorMeters(0.25)).isEqualTo(0.2);
    assertThat(settings.errorMeters(1)).isEqualTo(0.2);
    assertThat(settings.errorMeters(30)).isEqualTo(7);
  }

  @Test
  void refusesWhatCannotBeMeant() {
    assertThatThrownBy(() -> new TerrainSettings(Datum.OF_FILE, -1, 4))
        .hasMessageContaining("surfaceModelErrorMeters is -1.0");
    assertThatThrownBy(() -> new TerrainSettings(Datum.OF_FILE, 1, Double.NaN))
        .hasMessageContaining("elevationModelErrorMeters is NaN");
  }
}
