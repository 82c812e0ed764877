package org.qyran.geo.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.qyran.geo.terrain.LevelPlane;
import org.qyran.model.GeoPoint;
import org.qyran.model.IssueCode;

class LocateSettingsTest {

  @Test
  void theDefaultsAreThoseOfTheManual() {
    assertThat(LocateSettings.defaults()).isEqualTo(new LocateSettings(5, 30_000, 5, 0.1, 1));
  }

  @Test
  void levelGroundIsWrongByFiveMetresOrATenthOfTheHeight() {
    assertThat(LocateSettings.defaults().levelErrorMeters(40)).isEqualTo(5);
    assertThat(LocateSettings.defaults().levelErrorMeters(120)).isEqualTo(12);
  }

  @Test
  void everySettingHasAnEffect() {
    LocateSettings settings = new LocateSettings(20, 150, 3, 0.5, 2);
    GroundLocator locator = new GroundLocator(new LevelPlane(0, 1), settings);
    Pictures pictures = Pictures.above(new GeoPoint(43.2, 75.1), 100);

    assertThat(settings.levelErrorMeters(4)).isEqualTo(3);
    assertThat(settings.levelErrorMeters(100)).isEqualTo(50);
    assertThat(code(locator, pictures.looking(0, -19, 0))).isEqualTo(IssueCode.NEAR_HORIZON);
    assertThat(code(locator, pictures.looking(0, -30, 0))).isEqualTo(IssueCode.RAY_MISSES_GROUND);
    assertThat(locator.locate(pictures.frame(), Pictures.MIDDLE).find()).isPresent();
  }

  @Test
  void refusesWhatCannotBeMeant() {
    assertThatThrownBy(() -> new LocateSettings(0, 30_000, 5, 0.1, 1))
        .hasMessageContaining("leastDipDegrees is 0.0");
    assertThatThrownBy(() -> new LocateSettings(5, 0, 5, 0.1, 1))
        .hasMessageContaining("rangeMeters is 0.0");
    assertThatThrownBy(() -> new LocateSettings(5, 30_000, -1, 0.1, 1))
        .hasMessageContaining("levelErrorMeters is -1.0");
    assertThatThrownBy(() -> new LocateSettings(5, 30_000, 5, Double.NaN, 1))
        .hasMessageContaining("levelErrorFraction is NaN");
    assertThatThrownBy(() -> new LocateSettings(5, 30_000, 5, 0.1, 0))
        .hasMessageContaining("pixelErrorPixels is 0.0");
  }

  private static IssueCode code(GroundLocator locator, Pictures pictures) {
    return locator.locate(pictures.frame(), Pictures.MIDDLE).findIssue().orElseThrow().code();
  }
}
