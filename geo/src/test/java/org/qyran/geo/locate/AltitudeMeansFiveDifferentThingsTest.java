package org.qyran.geo.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qyran.geo.terrain.GeoTiffSketch;
import org.qyran.geo.terrain.Terrain;
import org.qyran.geo.terrain.TerrainSettings;
import org.qyran.geo.terrain.TerrainSettings.Datum;
import org.qyran.model.FrameIssue;
import org.qyran.model.GeoPoint;
import org.qyran.model.Height;
import org.qyran.model.IssueCode;
import org.qyran.model.PoseError;

/**
 * "Altitude means five different things" (Theta-Limited/OpenAthenaAndroid issues 184 and 52). One
 * camera, 100 m above a plateau of 700 m above the ellipsoid near Rome, where the geoid is 48.489 m
 * above the ellipsoid by SciPy's splines (Egm96Test): its height is five different numbers, and
 * each of them lands on the same ground.
 */
class AltitudeMeansFiveDifferentThingsTest {

  private static final GeoPoint ROME = new GeoPoint(41.807, 12.64);

  @TempDir private Path folder;
  private GroundLocator locator = new GroundLocator(Terrain.unknown(), LocateSettings.defaults());

  @BeforeEach
  void plateauOf700Meters() throws IOException {
    Path file =
        GeoTiffSketch.write(
            folder.resolve("plateau.tif"),
            "EPSG:4326",
            12.63,
            41.817,
            0.0001,
            200,
            200,
            (x, y) -> 700);
    TerrainSettings usual = TerrainSettings.defaults();
    TerrainSettings ellipsoid =
        new TerrainSettings(
            Datum.ELLIPSOID, usual.elevationModelErrorMeters(), usual.surfaceModelErrorMeters());
    locator = new GroundLocator(Terrain.open(List.of(file), ellipsoid), LocateSettings.defaults());
  }

  @ParameterizedTest(name = "{1} m above {0}")
  @CsvSource({
    "ELLIPSOID, 800",
    "MEAN_SEA_LEVEL, 751.511",
    "MEAN_SEA_LEVEL_EGM2008, 751.511",
    "TAKEOFF, 100",
    "GROUND, 100",
  })
  void everyDatumFindsTheSameGround(Height.Datum datum, double meters) {
    GroundFix fix = located(new Height(meters, datum));

    assertThat(fix.heightMeters()).isCloseTo(700, within(0.01));
    assertThat(fix.slantMeters()).isCloseTo(100, within(0.01));
    assertThat(fix.levelGround()).isFalse();
  }

  @Test
  void aHeightAboveTheOtherGeoidIsLessSure() {
    PoseError sure = new PoseError(0, 0, 0, 0);
    Pictures pictures = Pictures.above(ROME, 100).looking(0, -45, 0).knownTo(sure, 0);

    double known = fix(pictures.at(new Height(751.511, Height.Datum.MEAN_SEA_LEVEL))).ce90Meters();
    double other =
        fix(pictures.at(new Height(751.511, Height.Datum.MEAN_SEA_LEVEL_EGM2008))).ce90Meters();

    // Half a metre of height at 45 degrees is half a metre along the ground.
    assertThat(other).isGreaterThan(known);
  }

  @ParameterizedTest(name = "{1} m above {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "MEAN_SEA_LEVEL | 600 | 600 m above mean sea level, which is 648 m above the ellipsoid",
        "MEAN_SEA_LEVEL_EGM2008 | 600 | 600 m above mean sea level (EGM2008), which is 648 m",
        "ELLIPSOID | 699 | 699 m above the ellipsoid, which is 699 m above the ellipsoid",
        "TAKEOFF | -3 | -3 m above the take-off, which is 697 m above the ellipsoid",
      })
  void aCameraBelowTheTerrainIsRefusedAndTheDatumNamed(
      Height.Datum datum, double meters, String words) {
    FrameIssue issue =
        locator
            .locate(
                Pictures.above(ROME, 100).at(new Height(meters, datum)).frame(), Pictures.MIDDLE)
            .findIssue()
            .orElseThrow();

    assertThat(issue.code()).isEqualTo(IssueCode.RAY_MISSES_GROUND);
    assertThat(issue.detail())
        .contains(words)
        .contains("not above the ground there, 700 m")
        .contains("check the vertical datum");
  }

  @Test
  void noHeightAtAllIsSaidAndNotGuessed() {
    assertThat(
            locator
                .locate(Pictures.above(ROME, 100).at().frame(), Pictures.MIDDLE)
                .findIssue()
                .orElseThrow()
                .code())
        .isEqualTo(IssueCode.NO_POSITION);
  }

  private GroundFix located(Height height) {
    return fix(Pictures.above(ROME, 100).at(height));
  }

  private GroundFix fix(Pictures pictures) {
    return locator.locate(pictures.frame(), Pictures.MIDDLE).find().orElseThrow();
  }
}
