package org.qyran.geo.elevation.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.geo.elevation.SurfaceKind;

class KindWordsTest {

  @ParameterizedTest
  @CsvSource({
    "dsm_from_laz_025m.tif,                              SURFACE",
    "ALPSMLC30_N043E076_DSM.tif,                         SURFACE",
    "Copernicus_DSM_COG_10_N43_00_E076_00_DEM.tif,       SURFACE",
    "ASTGTMV003_N43E076_dem.tif,                         SURFACE",
    "DSM025.tif,                                         SURFACE",
    "dtm_1m.tif,                                         BARE_EARTH",
    "dgm1_32_399_5711.tif,                               BARE_EARTH",
    "USGS bare-earth lidar.tif,                          BARE_EARTH",
    "N43E076_FABDEM_V1-2.tif,                            BARE_EARTH",
    "dem.tif,                                            UNKNOWN",
    "dsm_minus_dtm.tif,                                  UNKNOWN",
    "redtmill.tif,                                       UNKNOWN",
    "surface.tif,                                        UNKNOWN",
  })
  void takesOnlyWordsThatMeanNothingElse(String name, SurfaceKind kind) {
    assertThat(KindWords.guess(List.of("heights", name))).isEqualTo(kind);
  }
}
