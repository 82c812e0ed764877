package org.qyran.sampledata.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.shape.Outline;
import org.qyran.sampledata.surface.Sheen;
import org.qyran.sampledata.surface.Skin;

/** Who stands where, whoever asks, and in whatever pieces. */
class StandTest {

  private static final PlanePoint MIDDLE = new PlanePoint(31.7, -12.3);
  private static final Planted.Habit HEMP =
      new Planted.Habit(
          "hemp",
          0.5,
          2,
          0.1,
          0.2,
          Form.DOME,
          List.of(Skin.of(new float[] {0.3f}, Sheen.LEAVES, 2)));

  @ParameterizedTest
  @ValueSource(doubles = {0, 30, 90, 222})
  void aRulerPlantsAsManyAsFitOnARectangle(double heading) {
    // Rows every 2 m within ±4.5 m: 5. Plants every meter within ±9.5 m: 19.
    Outline plot = Outline.rectangle(MIDDLE, 19, 9, heading);

    assertThat(planted(plot, new Planted.Pattern(2, 1, heading, false, 0, 0)).count())
        .isEqualTo(95);
    // Every second row, two of the five, half a step on: 19 again, from -9.5 exclusive to 9.5.
    assertThat(planted(plot, new Planted.Pattern(2, 1, heading, true, 0, 0)).count())
        .isBetween(95 - 2, 95 + 2);
  }

  @Test
  void gapsAreTheirShare() {
    Outline field = Outline.rectangle(MIDDLE, 200, 100, 20);

    int full = planted(field, new Planted.Pattern(1, 1, 20, false, 0.1, 0)).count();
    int holed = planted(field, new Planted.Pattern(1, 1, 20, false, 0.1, 0.25)).count();

    // 20,000 places; five deviations of √(0.25 · 0.75 / 20,000).
    assertThat(full).isBetween(19_800, 20_200);
    assertThat((double) holed / full).isBetween(0.735, 0.765);
  }

  @Test
  void noPlantStandsOutsideItsOutline() {
    for (int seed = 0; seed < 200; seed++) {
      Chance chance = new Chance(seed);
      Outline outline = Outline.blob(MIDDLE, 22, 13, 11.0 * seed, 0.5, chance);
      Planted stand =
          new Planted(
              outline, new Planted.Pattern(1.1, 0.9, 7.0 * seed, true, 0.2, 0.05), HEMP, chance);

      List<Standing> plants = all(stand, 100);

      assertThat(plants).as("seed %d", seed).hasSize(stand.count()).isNotEmpty();
      assertThat(plants)
          .as("seed %d", seed)
          .allMatch(plant -> outline.contains(plant.eastMeters(), plant.northMeters()));
    }
  }

  @Test
  void plantsAskedForTileByTileAreTheSamePlantsEachOnce() {
    Random random = new Random(99);
    for (int trial = 0; trial < 200; trial++) {
      Chance chance = new Chance(trial);
      Outline outline = Outline.blob(MIDDLE, 25, 14, 13.0 * trial, 0.5, chance);
      Planted planted =
          new Planted(
              outline,
              new Planted.Pattern(
                  0.6 + random.nextDouble(), 0.5 + random.nextDouble(2), trial, true, 0.15, 0.1),
              HEMP,
              chance);
      Wild wild = new Wild(1.3, (east, north) -> 0.4, List.of(HEMP), chance);

      assertPartition(planted, 1 + random.nextDouble(9), "planted, trial %d".formatted(trial));
      assertPartition(wild, 1 + random.nextDouble(9), "wild, trial %d".formatted(trial));
    }
  }

  @Test
  void wildPlantsAreAsDenseAsTheyShouldBeAndKeepTheirDistance() {
    Wild stand = new Wild(2, (east, north) -> east > 0 ? 0.3 : 0, List.of(HEMP), new Chance(4));

    List<Standing> plants = all(stand, 100);

    // 100 m by 200 m with a cell of 4 m²: 5,000 cells and 1,500 plants, ± 5 √(5,000 · 0.3 · 0.7).
    assertThat(plants.size()).isBetween(1_338, 1_662);
    assertThat(plants).allMatch(plant -> plant.eastMeters() > 0);
  }

  @Test
  void noCrownIsWiderThanPromisedNorUpsideDown() {
    List<Standing> plants = all(new Wild(0.5, (e, n) -> 0.9, List.of(HEMP), new Chance(6)), 60);

    assertThat(plants).hasSizeGreaterThan(40_000);
    assertThat(plants)
        .allMatch(plant -> plant.radiusMeters() > 0 && plant.radiusMeters() <= HEMP.widestMeters())
        .allMatch(plant -> plant.bottomMeters() < plant.topMeters());
  }

  @Test
  void everyFormIsHighInTheMiddleAndNeverAboveItsTop() {
    for (Form form : Form.values()) {
      for (int i = 0; i <= 100; i++) {
        assertThat(form.share(i / 100.0)).as("%s at %d %%", form, i).isBetween(0.0, 1.0001);
      }
      assertThat(form.share(0)).as("%s", form).isGreaterThan(form.share(1));
    }
  }

  private static Planted planted(Outline plot, Planted.Pattern pattern) {
    return new Planted(plot, pattern, HEMP, new Chance(12));
  }

  private static void assertPartition(Stand stand, double sideMeters, String as) {
    double half = 40;
    List<Standing> whole = within(stand, -half, -half, half, half);
    List<Standing> pieces = new ArrayList<>();
    for (double south = -half; south < half; south += sideMeters) {
      for (double west = -half; west < half; west += sideMeters) {
        pieces.addAll(
            within(
                stand,
                west,
                south,
                Math.min(half, west + sideMeters),
                Math.min(half, south + sideMeters)));
      }
    }
    assertThat(pieces).as(as).hasSameSizeAs(whole);
    assertThat(new HashSet<>(pieces)).as(as).isEqualTo(new HashSet<>(whole));
  }

  private static List<Standing> all(Stand stand, double halfMeters) {
    return within(stand, -halfMeters, -halfMeters, halfMeters, halfMeters);
  }

  private static List<Standing> within(
      Stand stand, double west, double south, double east, double north) {
    List<Standing> plants = new ArrayList<>();
    stand.forEach(
        west,
        south,
        east,
        north,
        plant -> {
          if (plant.eastMeters() >= west
              && plant.eastMeters() < east
              && plant.northMeters() >= south
              && plant.northMeters() < north) {
            plants.add(plant);
          }
        });
    return plants;
  }
}
