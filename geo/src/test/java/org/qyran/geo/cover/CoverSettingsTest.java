package org.qyran.geo.cover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qyran.geo.survey.Site;
import org.qyran.geo.terrain.Terrain;
import org.qyran.model.CoveragePatch;
import org.qyran.model.Footprint;

class CoverSettingsTest {

  @Test
  void theDefaultsAreThoseOfTheManual() {
    assertThat(CoverSettings.defaults()).isEqualTo(new CoverSettings(2, 1, 0.6, 0.9, 4, 25));
  }

  @Test
  void slitsAreGapsUpToAShareOfAFootprint() {
    // Strips of 1,000 m by 100 m count as 316 m wide; 100 m lie between them.
    Site site = Site.inTheSteppe();
    List<Footprint> strips =
        List.of(
            site.flown("1", site.rectangle(0, 0, 1_000, 100)).footprint(),
            site.flown("2", site.rectangle(0, 200, 1_000, 100)).footprint());

    assertThat(
            new Coverage(new CoverSettings(2, 0.33, 0.6, 0.9, 4, 25), Terrain.unknown())
                .cover(strips))
        .anyMatch(CoveragePatch::gap);
    assertThat(
            new Coverage(new CoverSettings(2, 0.3, 0.6, 0.9, 4, 25), Terrain.unknown())
                .cover(strips))
        .noneMatch(CoveragePatch::gap);
    assertThat(
            new Coverage(new CoverSettings(2, 0, 0.6, 0.9, 4, 25), Terrain.unknown()).cover(strips))
        .noneMatch(CoveragePatch::gap);
  }

  @Test
  void everySettingOfTheCurveHasAnEffect() {
    // Independent looks: 0.8 · (1 - 0.5²) of what is as large as is flagged in half of all cases.
    AssumedDetectionCurve curve =
        new AssumedDetectionCurve(new CoverSettings(2, 1, 0, 0.8, 10, 50));

    assertThat(curve.probability(10, 0.05, 1, 0)).isCloseTo(0.4, within(1e-12));
    assertThat(curve.probability(50, 0.05, 1, 0)).isCloseTo(0.72, within(1e-12));
    assertThat(curve.probability(10, 0.05, 2, 0)).isCloseTo(0.6, within(1e-12));
    assertThat(curve.probability(40, 0.1, 1, 0)).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void refusesWhatCannotBeMeant() {
    assertThatThrownBy(() -> new CoverSettings(2, -1, 0.6, 0.9, 4, 25))
        .hasMessageContaining("gapFraction is -1.0");
    assertThatThrownBy(() -> new CoverSettings(2, 1, 1.5, 0.9, 4, 25))
        .hasMessageContaining("lookCorrelation is 1.5");
    assertThatThrownBy(() -> new CoverSettings(2, 1, 0.6, 1, 4, 25))
        .hasMessageContaining("visibleFraction is 1.0");
    assertThatThrownBy(() -> new CoverSettings(2, 1, 0.6, 0.9, 0, 25))
        .hasMessageContaining("halfSizeSquareMeters is 0.0");
    assertThatThrownBy(() -> new CoverSettings(2, 1, 0.6, 0.9, 4, 4))
        .hasMessageContaining("mostSizeSquareMeters is 4.0");
  }
}
