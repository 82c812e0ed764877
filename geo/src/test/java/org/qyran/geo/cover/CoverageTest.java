package org.qyran.geo.cover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.qyran.geo.survey.Site;
import org.qyran.geo.survey.Site.Flown;
import org.qyran.geo.terrain.Terrain;
import org.qyran.model.CoveragePatch;
import org.qyran.model.CoveragePatch.SizedProbability;
import org.qyran.model.Footprint;
import org.qyran.model.GeoPoint;
import org.qyran.model.Search;

/** Expected numbers are a pencil's, or counted among points thrown at random. */
class CoverageTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static final Search STRUCTURES_ALONE = new Search(false, true);

  private final Site site = Site.inTheSteppe();

  @Test
  void groundSeenTwiceIsAPatchOfItsOwn() {
    List<CoveragePatch> patches =
        cover(
            site.flown("1", site.square(0, 0, 100)).sampling(0.04),
            site.flown("2", site.square(50, 0, 100)).sampling(0.03).at(Site.NOON.plusSeconds(3)));

    assertThat(patches).hasSize(3);
    assertThat(patches).extracting(CoveragePatch::looks).containsExactly(1, 1, 2);
    assertThat(patches)
        .allSatisfy(patch -> assertThat(patch.areaSquareMeters()).isCloseTo(5_000, within(0.3)));
    CoveragePatch both = patches.get(2);
    assertThat(both.groundSamplingDistanceMeters()).isEqualTo(0.03);
    assertThat(both.firstSeen()).isEqualTo(Site.NOON);
    assertThat(both.lastSeen()).isEqualTo(Site.NOON.plusSeconds(3));
    assertThat(patches.subList(0, 2))
        .extracting(CoveragePatch::groundSamplingDistanceMeters)
        .containsExactlyInAnyOrder(0.03, 0.04);
  }

  @Test
  void groundWhereNobodyLookedForPlantsHasNoChanceOfAPlotBeingFlagged() {
    Footprint thermal =
        site.flown("thermal", site.square(0, 0, 100)).footprint().searchedFor(STRUCTURES_ALONE);

    CoveragePatch patch = cover(thermal).get(0);

    assertThat(patch.state()).isEqualTo(CoveragePatch.State.SURVEYED);
    assertThat(patch.detectionProbabilities())
        .hasSize(3)
        .allSatisfy(bySize -> assertThat(bySize.probability()).isZero());
    assertThat(viewing(patch).plantsSearchedFraction()).isZero();
    assertThat(viewing(patch).structuresSearchedFraction()).isEqualTo(1);
  }

  @Test
  void aLookInWhichNobodyLookedForPlantsAddsNothingToTheChance() {
    Footprint colour = site.flown("colour", site.square(0, 0, 100)).sampling(0.05).footprint();
    Footprint thermal =
        site.flown("thermal", site.square(0, 0, 100))
            .sampling(0.02)
            .footprint()
            .searchedFor(STRUCTURES_ALONE);

    CoveragePatch once = cover(colour).get(0);
    CoveragePatch twice = cover(colour, thermal).get(0);

    assertThat(twice.looks()).isEqualTo(2);
    assertThat(twice.detectionProbabilities()).isEqualTo(once.detectionProbabilities());
  }

  @Test
  void theShareOfAPatchThatWasSearchedIsThatOfItsGround() {
    // Two halves, each seen once, lie side by side and are one patch; one is a thermal picture.
    Footprint west = site.flown("west", site.rectangle(0, 0, 100, 200)).footprint();
    Footprint east =
        site.flown("east", site.rectangle(100, 0, 100, 200))
            .footprint()
            .searchedFor(STRUCTURES_ALONE);

    List<CoveragePatch> patches = cover(west, east);

    double area = patches.stream().mapToDouble(CoveragePatch::areaSquareMeters).sum();
    double searched =
        patches.stream()
            .mapToDouble(p -> p.areaSquareMeters() * viewing(p).plantsSearchedFraction())
            .sum();
    assertThat(area).isCloseTo(40_000, within(1.0));
    assertThat(searched / area).isCloseTo(0.5, within(0.03));
  }

  @Test
  void moreThanFiveLooksAreFive() {
    Flown[] same = new Flown[7];
    Arrays.setAll(same, i -> site.flown("f" + i, site.square(0, 0, 100)));

    List<CoveragePatch> patches = cover(same);

    assertThat(patches).hasSize(1);
    assertThat(patches.get(0).looks()).isEqualTo(5);
    assertThat(patches.get(0).areaSquareMeters()).isCloseTo(10_000, within(0.3));
  }

  @Test
  void aRingOfFootprintsAroundAHoleLeavesAGapOfThatSize() {
    // Eight squares of 110 m on a grid of 100 m; the ninth, in the middle, is missing.
    List<Flown> ring = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      if (i != 4) {
        ring.add(site.flown("f" + i, site.square(100 * (i % 3), 100 * (i / 3), 110)));
      }
    }

    List<CoveragePatch> gaps = gaps(cover(ring.toArray(Flown[]::new)));

    assertThat(gaps).hasSize(1);
    assertThat(gaps.get(0).areaSquareMeters()).isCloseTo(8_100, within(0.3)); // 90 m by 90 m
    assertThat(gaps.get(0).looks()).isZero();
    assertThat(gaps.get(0).groundSamplingDistanceMeters()).isNull();
    assertThat(gaps.get(0).detectionProbabilities()).isEmpty();
    assertThat(gaps.get(0).flight()).isEqualTo("flight-1");
  }

  @Test
  void aHoleIsAGapHoweverLargeItIs() {
    // A frame of strips around 800 m by 800 m that nobody saw.
    List<CoveragePatch> gaps =
        gaps(
            cover(
                site.flown("s", site.rectangle(0, -450, 1_000, 100)),
                site.flown("n", site.rectangle(0, 450, 1_000, 100)),
                site.flown("w", site.rectangle(-450, 0, 100, 900)),
                site.flown("e", site.rectangle(450, 0, 100, 900))));

    assertThat(gaps).hasSize(1);
    assertThat(gaps.get(0).areaSquareMeters()).isCloseTo(640_000, within(5.0));
  }

  @Test
  void aSlitBetweenTwoStripsIsAGapAndTheCornersOfASurveyAreNone() {
    List<Flown> strips = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      strips.add(site.flown("a" + i, site.square(80 * i, 0, 100)).by("south"));
      strips.add(site.flown("b" + i, site.square(80 * i, 130, 100)).by("north"));
    }

    List<CoveragePatch> gaps = gaps(cover(strips.toArray(Flown[]::new)));

    assertThat(gaps).hasSize(1);
    // 500 m by 30 m, less the ends: a ball of 100 m bulges into the slit by 50 - √(50² - 15²) = 2.3
    // m.
    assertThat(gaps.get(0).areaSquareMeters()).isBetween(14_850.0, 15_000.0);
    assertThat(gaps.get(0).flight()).isEqualTo("north+south");
    assertThat(
            gaps(
                cover(
                    site.flown("1", site.rectangle(0, 0, 300, 100)),
                    site.flown("2", site.rectangle(-100, 100, 100, 300)))))
        .as("the corner of an L")
        .isEmpty();
  }

  @Test
  void aSlitWiderThanAFootprintIsNoGapButOtherGround() {
    assertThat(
            gaps(
                cover(
                    site.flown("1", site.square(0, 0, 100)),
                    site.flown("2", site.square(0, 250, 100)))))
        .isEmpty();
  }

  @Test
  void theAreasAreThoseThatPointsThrownAtRandomFind() {
    Random random = new Random(1);
    for (int trial = 0; trial < 3; trial++) {
      List<double[]> quads = new ArrayList<>();
      List<Flown> flown = new ArrayList<>();
      for (int i = 0; i < 14; i++) {
        double[] quad = turned(random.nextDouble(300), random.nextDouble(300), random);
        quads.add(quad);
        flown.add(site.flown("f" + i, site.ring(quad)));
      }

      List<CoveragePatch> patches = cover(flown.toArray(Flown[]::new));

      int[] hits = new int[6];
      int throwsInAll = 400_000;
      double side = 500;
      for (int i = 0; i < throwsInAll; i++) {
        double east = random.nextDouble(-100, side - 100);
        double north = random.nextDouble(-100, side - 100);
        int looks = 0;
        for (double[] quad : quads) {
          looks += holds(quad, east, north) ? 1 : 0;
        }
        hits[Math.min(looks, 5)]++;
      }
      double perHit = side * side / throwsInAll;
      assertThat(area(patches, looks -> looks > 0))
          .as("trial %d", trial)
          .isCloseTo((throwsInAll - hits[0]) * perHit, Percentage.withPercentage(1));
      for (int looks = 1; looks <= 5; looks++) {
        int level = looks;
        assertThat(area(patches, l -> l == level))
            .as("trial %d, %d looks", trial, looks)
            .isCloseTo(hits[looks] * perHit, within(0.01 * hits[looks] * perHit + 60));
      }
    }
  }

  @Test
  void patchesAreValidAndDoNotOverlapAndSumUpToTheUnion() {
    Random random = new Random(2);
    for (int trial = 0; trial < 1_000; trial++) {
      List<Flown> flown = new ArrayList<>();
      double ground = 0;
      for (int i = 0; i < 2 + random.nextInt(5); i++) {
        double[] quad =
            random.nextInt(8) == 0
                ? random.doubles(8, 0, 100).toArray() // may cross itself
                : turned(random.nextDouble(120), random.nextDouble(120), random);
        flown.add(site.flown("f" + i, site.ring(quad)));
      }

      List<CoveragePatch> patches = cover(flown.toArray(Flown[]::new));

      List<Polygon> polygons = patches.stream().map(this::polygon).toList();
      for (int i = 0; i < polygons.size(); i++) {
        assertThat(polygons.get(i).isValid()).as("trial %d, patch %d", trial, i).isTrue();
        // Corners are rounded to millimetres, on up to some hundred metres of edge.
        assertThat(polygons.get(i).getArea())
            .as("trial %d, patch %d", trial, i)
            .isCloseTo(patches.get(i).areaSquareMeters(), within(0.2));
        ground += polygons.get(i).getArea();
      }
      // The parts are as large as the whole, so none overlap; 0.2 m² is rounding.
      double union = OverlayNGRobust.union(FACTORY.buildGeometry(polygons)).getArea();
      assertThat(ground).as("trial %d", trial).isCloseTo(union, within(0.2));
    }
  }

  @Test
  void theOrderOfTheFootprintsNeverMatters() {
    Random random = new Random(3);
    List<Footprint> footprints = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      double[] quad = turned(random.nextDouble(400), random.nextDouble(400), random);
      footprints.add(site.flown("f" + i, site.ring(quad)).footprint());
    }
    List<CoveragePatch> expected =
        new Coverage(CoverSettings.defaults(), Terrain.unknown()).cover(footprints);

    for (int shuffle = 0; shuffle < 10; shuffle++) {
      Collections.shuffle(footprints, random);
      assertThat(new Coverage(CoverSettings.defaults(), Terrain.unknown()).cover(footprints))
          .as("shuffle %d", shuffle)
          .isEqualTo(expected);
    }
  }

  @Test
  void theChanceToFlagAThingIsThatOfTheBarsSetForDetectors() {
    CoveragePatch once = cover(site.flown("1", site.square(0, 0, 100))).get(0);

    // 0.9 visible; a half of 4 m² and nine tenths of 25 m² at 5 cm. The corners of the square are
    // seen up to 30° from straight down, through 1.15 times as much of what covers the ground.
    assertThat(once.detectionProbabilities())
        .extracting(SizedProbability::sizeSquareMeters)
        .containsExactly(4.0, 25.0, 100.0);
    assertThat(once.detectionProbabilities().get(0).probability()).isCloseTo(0.45, within(0.01));
    assertThat(once.detectionProbabilities().get(1).probability()).isCloseTo(0.81, within(0.01));
    // b = ln 9 / ln 6.25 = 1.19897; 0.9 / (1 + 0.04^b) = 0.9 / 1.021082
    assertThat(once.detectionProbabilities().get(2).probability()).isCloseTo(0.8814, within(0.01));
  }

  @ParameterizedTest(name = "correlation {0}, {1} looks: {2}")
  @CsvSource({
    "0, 1, .60", "0, 2, .84", "0, 3, .94", "0, 5, .99", "0, 10, 1.0",
    ".3, 1, .60", ".3, 2, .77", ".3, 3, .84", ".3, 5, .91", ".3, 10, .96",
    ".6, 1, .60", ".6, 2, .70", ".6, 3, .74", ".6, 5, .79", ".6, 10, .84",
    ".8, 1, .60", ".8, 2, .65", ".8, 3, .67", ".8, 5, .70", ".8, 10, .73",
    "1, 1, .60", "1, 10, .60",
  })
  void looksThatAreAlikeAddLessThanLooksThatAreNot(double correlation, int looks, double chance) {
    // The beta-binomial by hand; for one: 1 - .4 · (1.267 / 1.667) = .696 of two looks at .6.
    AssumedDetectionCurve curve =
        new AssumedDetectionCurve(new CoverSettings(2, 1, correlation, 0.9, 4, 25));

    assertThat(curve.amongLooks(0.6, looks)).isCloseTo(chance, within(0.0051));
  }

  @Test
  void whatIsCoveredByACanopyIsHiddenMoreOftenFromTheSide() {
    AssumedDetectionCurve curve = new AssumedDetectionCurve(CoverSettings.defaults());

    assertThat(curve.ceiling(0)).isCloseTo(0.9, within(1e-12));
    assertThat(curve.ceiling(60)).isCloseTo(0.81, within(1e-9)); // twice as far through the leaves
    assertThat(curve.probability(1e6, 0.01, 1_000, 60)).isLessThan(0.81);
  }

  @Test
  void theChanceGrowsWithLooksAndSizeAndFinerPixelsAndIsNeverCertain() {
    AssumedDetectionCurve curve = new AssumedDetectionCurve(CoverSettings.defaults());
    Random random = new Random(4);
    for (int trial = 0; trial < 1_000; trial++) {
      double size = Math.pow(10, random.nextDouble(-2, 5));
      double sampling = Math.pow(10, random.nextDouble(-3, 1));
      int looks = 1 + random.nextInt(8);
      double slant = random.nextDouble(80);
      double chance = curve.probability(size, sampling, looks, slant);

      assertThat(chance)
          .as("trial %d: %s m² at %s m, %d looks", trial, size, sampling, looks)
          .isBetween(0.0, 0.9)
          .isLessThanOrEqualTo(curve.probability(size, sampling, looks + 1, slant))
          .isLessThanOrEqualTo(curve.probability(size * 1.5, sampling, looks, slant))
          .isLessThanOrEqualTo(curve.probability(size, sampling / 1.5, looks, slant));
    }
  }

  @Test
  void acrossTheAntimeridianNothingChanges() {
    Site date = Site.at(new GeoPoint(-16.8, 179.9998));

    List<CoveragePatch> patches =
        cover(date.flown("1", date.square(0, 0, 100)), date.flown("2", date.square(50, 0, 100)));

    assertThat(patches).extracting(CoveragePatch::looks).containsExactly(1, 1, 2);
    assertThat(area(patches, looks -> looks > 0)).isCloseTo(15_000, within(0.5));
  }

  @Test
  void surveysFarApartDoNotMeet() {
    assertThat(
            cover(
                site.flown("1", site.square(0, 0, 100)),
                site.flown("2", site.square(0, 500_000, 100))))
        .hasSize(2)
        .noneMatch(CoveragePatch::gap);
  }

  @Test
  void nobodyFlewNothingSeen() {
    assertThat(cover(new Flown[0])).isEmpty();
  }

  @Test
  void aThousandFootprintsOfALawnMowerAreMapped() {
    // 25 lines of 40 frames, 100 m by 75 m, 80 % forward and 70 % sideways: the block seen by all.
    List<Flown> flown = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      int line = i / 40;
      int along = line % 2 == 0 ? i % 40 : 39 - i % 40;
      double wobble = Math.sin(i * 1.7);
      flown.add(
          site.flown(
              "f%04d".formatted(i), site.rectangle(30 * line + wobble, 15 * along, 100, 75)));
    }

    List<CoveragePatch> patches = cover(flown.toArray(Flown[]::new));

    // 24 · 30 + 100 m by 39 · 15 + 75 m, give or take the wobble of a metre.
    assertThat(area(patches, looks -> looks > 0)).isCloseTo(820 * 660, within(2 * 660.0));
    assertThat(gaps(patches)).isEmpty();
  }

  private static List<CoveragePatch> cover(Flown... flown) {
    return cover(Arrays.stream(flown).map(Flown::footprint).toArray(Footprint[]::new));
  }

  private static List<CoveragePatch> cover(Footprint... footprints) {
    return new Coverage(CoverSettings.defaults(), Terrain.unknown()).cover(List.of(footprints));
  }

  private static CoveragePatch.Viewing viewing(CoveragePatch patch) {
    return Optional.ofNullable(patch.viewing()).orElseThrow();
  }

  private static List<CoveragePatch> gaps(List<CoveragePatch> patches) {
    return patches.stream().filter(CoveragePatch::gap).toList();
  }

  private static double area(List<CoveragePatch> patches, IntPredicate looks) {
    return patches.stream()
        .filter(patch -> !patch.gap() && looks.test(patch.looks()))
        .mapToDouble(CoveragePatch::areaSquareMeters)
        .sum();
  }

  /** A rectangle of 40 to 100 m by 40 to 100 m, turned, counter-clockwise. */
  private static double[] turned(double east, double north, Random random) {
    double turn = random.nextDouble(Math.PI);
    double w = random.nextDouble(20, 50);
    double h = random.nextDouble(20, 50);
    double[] quad = new double[8];
    double[][] corners = {{-w, -h}, {w, -h}, {w, h}, {-w, h}};
    for (int i = 0; i < 4; i++) {
      quad[2 * i] = east + corners[i][0] * Math.cos(turn) - corners[i][1] * Math.sin(turn);
      quad[2 * i + 1] = north + corners[i][0] * Math.sin(turn) + corners[i][1] * Math.cos(turn);
    }
    return quad;
  }

  /** Whether a point lies to the left of all four edges. */
  private static boolean holds(double[] quad, double east, double north) {
    for (int i = 0; i < 4; i++) {
      int next = (i + 1) % 4;
      double ahead = quad[2 * next] - quad[2 * i];
      double aside = quad[2 * next + 1] - quad[2 * i + 1];
      if (ahead * (north - quad[2 * i + 1]) < aside * (east - quad[2 * i])) {
        return false;
      }
    }
    return true;
  }

  private Polygon polygon(CoveragePatch patch) {
    return FACTORY.createPolygon(
        ring(patch.ring()),
        patch.holes().stream().map(hole -> ring(hole.ring())).toArray(LinearRing[]::new));
  }

  private LinearRing ring(List<GeoPoint> ring) {
    List<Coordinate> corners = new ArrayList<>();
    for (GeoPoint point : ring) {
      double[] meters = site.meters(point);
      corners.add(new Coordinate(meters[0], meters[1]));
    }
    corners.add(corners.get(0));
    return FACTORY.createLinearRing(corners.toArray(Coordinate[]::new));
  }
}
