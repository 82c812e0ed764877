package org.qyran.geo.fuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.qyran.geo.survey.Site.seen;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qyran.geo.survey.Seen;
import org.qyran.geo.survey.Site;
import org.qyran.model.Target;

class FuseSettingsTest {

  private final Site site = Site.inTheSteppe();

  @Test
  void theDefaultsAreThoseOfTheManual() {
    assertThat(FuseSettings.defaults()).isEqualTo(new FuseSettings(0.25, 5, 30, 150, 0.6, 2));
  }

  @Test
  void outlinesMayLieAShareOfTheirJointErrorApart() {
    // Squares of 10 m and 2 m, so centres do not count; 4 m between them. √(6² + 8²) = 10 m.
    Seen[] apart = {
      seen("1/a", site.square(0, 0, 10)).within(6), seen("2/a", site.square(10, 0, 2)).within(8)
    };

    assertThat(fuse(new FuseSettings(0.41, 5, 30, 150, 0.6, 2), apart)).hasSize(1);
    assertThat(fuse(new FuseSettings(0.39, 5, 30, 150, 0.6, 2), apart)).hasSize(2);
  }

  @Test
  void butNeverFurtherThanTheGrowth() {
    Seen[] apart = {
      seen("1/a", site.square(0, 0, 10)).within(6), seen("2/a", site.square(10, 0, 2)).within(8)
    };

    assertThat(fuse(new FuseSettings(1, 4.1, 30, 150, 0.6, 2), apart)).hasSize(1);
    assertThat(fuse(new FuseSettings(1, 3.9, 30, 150, 0.6, 2), apart)).hasSize(2);
  }

  @Test
  void centresMayLieTheirJointErrorApartButNeverFurtherThanTheRadius() {
    // Centres 9 m apart, joint error 10 m; edges 7 m apart.
    Seen[] apart = {
      seen("1/a", site.square(0, 0, 2)).within(6), seen("2/a", site.square(9, 0, 2)).within(8)
    };

    assertThat(fuse(new FuseSettings(0.25, 5, 9.1, 150, 0.6, 2), apart)).hasSize(1);
    assertThat(fuse(new FuseSettings(0.25, 5, 8.9, 150, 0.6, 2), apart)).hasSize(2);
  }

  @Test
  void piecesGrowUntilTheExtent() {
    // 100 m by 10 m together: 100.5 m from corner to corner.
    Seen[] pieces = {
      seen("1/a", site.rectangle(25, 0, 50, 10)), seen("2/a", site.rectangle(70, 0, 60, 10))
    };

    assertThat(fuse(new FuseSettings(0.25, 5, 30, 101, 0.6, 2), pieces)).hasSize(1);
    assertThat(fuse(new FuseSettings(0.25, 5, 30, 100, 0.6, 2), pieces)).hasSize(2);
  }

  @Test
  void looksThatTellTheSameCountAsOne() {
    Seen[] looks = {seen("1/a", site.square(0, 0, 10)), seen("2/a", site.square(0, 0, 10))};

    Target alike = fuse(new FuseSettings(0.25, 5, 30, 150, 1, 2), looks).get(0);
    Target independent = fuse(new FuseSettings(0.25, 5, 30, 150, 0, 2), looks).get(0);

    assertThat(alike.looksEffective()).isEqualTo(1);
    assertThat(alike.score()).isEqualTo(0.5);
    assertThat(independent.looksEffective()).isEqualTo(2);
    assertThat(independent.score()).isCloseTo(0.75, within(1e-12)); // 1 - 0.5 · 0.5
  }

  @Test
  void theOutlineErrorWidensTheArea() {
    // 40 m of edge, 10 pixels of 5 cm; an area is never negative.
    Seen one = seen("1/a", site.square(0, 0, 10));
    Target target = fuse(new FuseSettings(0.25, 5, 30, 150, 0.6, 10), one).get(0);
    Target vague = fuse(new FuseSettings(0.25, 5, 30, 150, 0.6, 100), one).get(0);

    assertThat(target.areaLowSquareMeters()).isCloseTo(80, within(0.05));
    assertThat(target.areaHighSquareMeters()).isCloseTo(120, within(0.05));
    assertThat(vague.areaLowSquareMeters()).isZero();
  }

  @Test
  void refusesWhatCannotBeMeant() {
    assertThatThrownBy(() -> new FuseSettings(-1, 5, 30, 150, 0.6, 2))
        .hasMessageContaining("growthFraction is -1.0");
    assertThatThrownBy(() -> new FuseSettings(0.25, 1_001, 30, 150, 0.6, 2))
        .hasMessageContaining("growthMeters is 1001.0");
    assertThatThrownBy(() -> new FuseSettings(0.25, 5, Double.NaN, 150, 0.6, 2))
        .hasMessageContaining("radiusMeters is NaN");
    assertThatThrownBy(() -> new FuseSettings(0.25, 5, 30, -0.1, 0.6, 2))
        .hasMessageContaining("extentMeters is -0.1");
    assertThatThrownBy(() -> new FuseSettings(0.25, 5, 30, 150, 1.1, 2))
        .hasMessageContaining("lookCorrelation is 1.1");
    assertThatThrownBy(() -> new FuseSettings(0.25, 5, 30, 150, 0.6, 101))
        .hasMessageContaining("outlineErrorPixels is 101.0");
  }

  private static List<Target> fuse(FuseSettings settings, Seen... seen) {
    return new TargetFuser(settings).fuse(Arrays.stream(seen).map(Seen::sighting).toList());
  }
}
