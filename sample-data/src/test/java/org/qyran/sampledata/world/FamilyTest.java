package org.qyran.sampledata.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qyran.model.DetectionType;
import org.qyran.sampledata.place.PlanePoint;
import org.qyran.sampledata.plant.Standing;
import org.qyran.sampledata.shape.Outline;

/** What every country of every family promises, in every month. */
class FamilyTest {

  /** As large as what a lawn mower of the simulator's designs flies over. */
  private static final Composer.Block BLOCK = new Composer.Block(240, 190, 40);

  private static final long[] SEEDS = {1, 2, 3};

  static Stream<Named<Family>> families() {
    return Family.all().stream().map(family -> Named.of(family.name(), family));
  }

  @ParameterizedTest
  @MethodSource("families")
  void holdsPlotsAndStructuresWithinItsBlockInEveryMonth(Family family) {
    for (long seed : SEEDS) {
      for (int month = 4; month <= 10; month++) {
        String as = "%s, seed %d, month %d".formatted(family.name(), seed, month);
        Landscape landscape = landscape(family, month, seed);

        assertThat(inBlock(landscape, DetectionType.CANNABIS_PLANTATION))
            .as(as)
            .hasSizeGreaterThanOrEqualTo(3);
        assertThat(inBlock(landscape, DetectionType.STRUCTURE_OF_INTEREST))
            .as(as)
            .hasSizeGreaterThanOrEqualTo(2);
        assertThat(landscape.lookalikes()).as(as).hasSizeGreaterThanOrEqualTo(3);
        assertThat(landscape.targets()).extracting(TrueTarget::id).as(as).doesNotHaveDuplicates();
        assertThat(landscape.lookalikes()).extracting(Lookalike::id).as(as).doesNotHaveDuplicates();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void noPlotLiesOnAnythingElse(Family family) {
    for (long seed = 1; seed <= 40; seed++) {
      assertNoPlotLiesOnAnythingElse(family, seed);
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void whereItIsCrowdedNoPlotLiesOnAnythingElseEither(Family family) {
    for (long seed : SEEDS) {
      assertNoPlotLiesOnAnythingElse(family.nursery().withPockets(), seed);
    }
  }

  private static void assertNoPlotLiesOnAnythingElse(Family family, long seed) {
    List<Laid> things = things(landscape(family, 7, seed));
    for (Laid plot : things) {
      for (Laid other : things) {
        if (plot.isPlot() && !plot.id().equals(other.id())) {
          assertThat(overlap(plot.outline(), other.outline()))
              .as("%s, seed %d: %s on %s", family.name(), seed, plot.id(), other.id())
              .isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void aCrowdedCountryHasPocketsOfAFewSquareMetersEachWithAPlantAndPatchesAsSmall(Family family) {
    List<Double> plots = new ArrayList<>();
    List<Double> patches = new ArrayList<>();
    for (long seed : SEEDS) {
      Landscape crowded = landscape(family.nursery().withPockets(), 7, seed);
      for (TrueTarget target : crowded.targets()) {
        if (target.subtype().equals("pocket")) {
          assertThat(target.plants()).as(target.id()).isPositive();
          plots.add(target.outline().areaSquareMeters());
        }
      }
      crowded.lookalikes().stream()
          .filter(lookalike -> lookalike.id().startsWith("patch-"))
          .forEach(lookalike -> patches.add(lookalike.outline().areaSquareMeters()));
    }

    // 8 of each are wanted; a block that is full has room for fewer.
    assertThat(plots).hasSizeBetween(12, 24).allMatch(area -> area > 1.5 && area < 36);
    assertThat(patches).hasSizeBetween(12, 24).allMatch(area -> area > 1.5 && area < 36);
    assertThat(plots).anyMatch(area -> area < 6).anyMatch(area -> area > 12);
  }

  @ParameterizedTest
  @MethodSource("families")
  void whatACrowdedCountryHasMoreMovesNoPlotOfItsFamily(Family family) {
    // Its own plots find room first, so ordinary surveys of a seed and crowded ones can be
    // compared.
    List<String> ordinary = plots(landscape(family, 7, 4));
    List<String> crowded = plots(landscape(family.nursery().withPockets(), 7, 4));

    assertThat(crowded).containsAll(ordinary);
  }

  @ParameterizedTest
  @MethodSource("families")
  void theSameSeedIsTheSameCountryAndAnotherIsNot(Family family) {
    Landscape first = landscape(family, 7, 5);
    Landscape again = landscape(family, 7, 5);
    Landscape other = landscape(family, 7, 6);

    assertThat(outlines(again)).isEqualTo(outlines(first));
    assertThat(outlines(other)).isNotEqualTo(outlines(first));
    assertThat(singles(again)).isEqualTo(singles(first));
    assertThat(again.relief().upMeters(33, -71)).isEqualTo(first.relief().upMeters(33, -71));
    assertThat(other.relief().upMeters(33, -71)).isNotEqualTo(first.relief().upMeters(33, -71));
  }

  @ParameterizedTest
  @MethodSource("families")
  void theMonthMovesNothing(Family family) {
    assertThat(outlines(landscape(family, 4, 5))).isEqualTo(outlines(landscape(family, 9, 5)));
  }

  @ParameterizedTest
  @MethodSource("families")
  void theGroundIsNoSteeperThanItsFamilySays(Family family) {
    for (long seed : SEEDS) {
      Landscape landscape = landscape(family, 7, seed);
      Random random = new Random(seed);
      for (int trial = 0; trial < 5_000; trial++) {
        double east = random.nextDouble(600) - 300;
        double north = random.nextDouble(600) - 300;
        // The ground is drawn between nodes 4 m apart.
        double toEast = slope(landscape, east, north, 2, 0);
        double toNorth = slope(landscape, east, north, 0, 2);
        assertThat(Math.hypot(toEast, toNorth))
            .as("%s, seed %d at %.1f, %.1f", family.name(), seed, east, north)
            .isLessThan(family.lie().steepest());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void nothingStandsHigherThanTheTallest(Family family) {
    for (long seed : SEEDS) {
      Landscape landscape = landscape(family, 8, seed);
      double tallest = landscape.tallestMeters();
      List<String> higher = new ArrayList<>();
      landscape.forEachSingle(
          200,
          single -> {
            if (single.topMeters() > tallest) {
              higher.add("%s %.2f".formatted(single.kind(), single.topMeters()));
            }
          });
      assertThat(higher).as("%s, seed %d, above %.1f", family.name(), seed, tallest).isEmpty();
      for (TrueTarget target : landscape.targets()) {
        assertThat(target.objectMeters()).as(target.id()).isLessThan(tallest);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void cannabisGrowsFromAprilToAugust(Family family) {
    double[] heights = new double[5];
    for (int month = 4; month <= 8; month++) {
      heights[month - 4] =
          landscape(family, month, 1).targets().stream()
              .filter(target -> target.plants() > 0)
              .filter(target -> !List.of("greenhouse", "under_net").contains(target.subtype()))
              .mapToDouble(TrueTarget::objectMeters)
              .average()
              .orElseThrow();
    }

    for (int i = 1; i < heights.length; i++) {
      assertThat(heights[i]).as("month %d", i + 4).isGreaterThan(heights[i - 1]);
    }
    // Domain brief 2.2: 1 to 2.5 m when grown, seedlings of some 10 to 30 cm in April.
    assertThat(heights[4]).isBetween(0.9, 2.6);
    assertThat(heights[0]).isLessThan(0.35);
  }

  @Test
  void familiesAreToldApart() {
    List<List<Outline>> all = new ArrayList<>();
    for (Family family : Family.all()) {
      List<Outline> outlines =
          landscape(family, 7, 1).targets().stream().map(TrueTarget::outline).toList();
      assertThat(all).doesNotContain(outlines);
      all.add(outlines);
    }
    assertThat(Family.all()).extracting(Family::name).doesNotHaveDuplicates();
    assertThat(Family.all()).extracting(Family::place).doesNotHaveDuplicates();
    assertThat(Family.all()).extracting(Family::growths).doesNotHaveDuplicates();
  }

  @Test
  void aBlockTooSmallForAllHoldsWhatFits() {
    for (Family family : Family.all()) {
      Landscape landscape =
          Composer.compose(
              family, new Season(7), new Wardrobe(List.of()), new Composer.Block(28, 30, 10), 1);

      assertThat(landscape.targets()).as(family.name()).isNotEmpty();
    }
  }

  @Test
  void aFamilyThatIsNotThereIsRefusedWithThoseThatAre() {
    assertThatThrownBy(() -> Family.named("atlantis"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("atlantis")
        .hasMessageContaining("steppe-river");
    assertThatThrownBy(() -> new Season(3)).hasMessageContaining("3");
    assertThatThrownBy(() -> new Season(11)).hasMessageContaining("11");
  }

  /** Something with an outline. */
  private record Laid(String id, Outline outline, boolean isPlot) {}

  private static Landscape landscape(Family family, int month, long seed) {
    return Composer.compose(family, new Season(month), new Wardrobe(List.of()), BLOCK, seed);
  }

  private static List<TrueTarget> inBlock(Landscape landscape, DetectionType type) {
    Outline block =
        Outline.rectangle(
            new PlanePoint(0, 0),
            BLOCK.lengthMeters(),
            BLOCK.widthMeters(),
            BLOCK.headingDegrees());
    return landscape.targets().stream()
        .filter(target -> target.type() == type)
        .filter(
            target ->
                block.contains(
                    target.outline().middle().eastMeters(),
                    target.outline().middle().northMeters()))
        .toList();
  }

  private static List<Laid> things(Landscape landscape) {
    List<Laid> things = new ArrayList<>();
    for (TrueTarget target : landscape.targets()) {
      things.add(
          new Laid(
              target.id(), target.outline(), target.type() == DetectionType.CANNABIS_PLANTATION));
    }
    for (Lookalike lookalike : landscape.lookalikes()) {
      things.add(new Laid(lookalike.id(), lookalike.outline(), false));
    }
    return things;
  }

  private static boolean overlap(Outline one, Outline other) {
    return anyInside(one, other) || anyInside(other, one);
  }

  private static boolean anyInside(Outline one, Outline other) {
    PlanePoint middle = one.middle();
    return Stream.concat(one.corners().stream(), Stream.of(middle))
        .anyMatch(corner -> other.contains(corner.eastMeters(), corner.northMeters()));
  }

  private static double slope(Landscape landscape, double east, double north, double x, double y) {
    return (landscape.relief().upMeters(east + x, north + y)
            - landscape.relief().upMeters(east - x, north - y))
        / 4;
  }

  private static List<String> plots(Landscape landscape) {
    return landscape.targets().stream()
        .filter(target -> target.type() == DetectionType.CANNABIS_PLANTATION)
        .map(target -> target.id() + " " + target.outline().middle())
        .toList();
  }

  private static List<List<PlanePoint>> outlines(Landscape landscape) {
    return things(landscape).stream().map(thing -> thing.outline().corners()).toList();
  }

  private static List<String> singles(Landscape landscape) {
    List<String> singles = new ArrayList<>();
    landscape.forEachSingle(60, (Standing single) -> singles.add(place(single)));
    return singles;
  }

  private static String place(Standing single) {
    return "%s %s %s %s"
        .formatted(single.kind(), single.eastMeters(), single.northMeters(), single.topMeters());
  }
}
