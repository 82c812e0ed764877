package org.qyran.geo.fuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.qyran.geo.survey.Site.seen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.qyran.geo.geojson.GeoJsonWriter;
import org.qyran.geo.layer.SurveyLayers;
import org.qyran.geo.survey.Seen;
import org.qyran.geo.survey.Site;
import org.qyran.model.DetectionType;
import org.qyran.model.GeoPoint;
import org.qyran.model.Sighting;
import org.qyran.model.Target;

/** Every expected number here can be checked with a pencil. */
class TargetFuserTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static final List<DetectionType> TYPES = List.of(DetectionType.values());

  /** Outlines lie on millimetres: half of one along 40 m of edge. */
  private static final Offset<Double> GRID = within(0.02);

  private final Site site = Site.inTheSteppe();

  @Test
  void oneThingInThreeOverlappingFramesIsOneTargetWithThreeLooks() {
    Seen first = seen("1/a", site.square(0, 0, 10)).at(Site.NOON);
    Seen second = seen("2/a", site.square(2, 1, 10)).at(Site.NOON.plusSeconds(2));
    Seen third = seen("3/a", site.square(-1, 2, 10)).at(Site.NOON.plusSeconds(4));

    Target target = only(fuse(third, first, second));

    assertThat(target.looks())
        .extracting(Target.Look::detectionId)
        .containsExactly("1/a", "2/a", "3/a");
    assertThat(target.looks())
        .extracting(Target.Look::file)
        .containsExactly("1.JPG", "2.JPG", "3.JPG");
    assertThat(target.firstSeen()).isEqualTo(Site.NOON);
    assertThat(target.lastSeen()).isEqualTo(Site.NOON.plusSeconds(4));
  }

  @Test
  void twoThingsSideBySideStayTwo() {
    List<Target> targets =
        fuse(
            seen("1/a", site.square(0, 0, 10)),
            seen("1/b", site.square(25, 0, 10)),
            seen("2/a", site.square(1, 1, 10)),
            seen("2/b", site.square(26, 1, 10)));

    assertThat(looks(targets))
        .containsExactlyInAnyOrder(List.of("1/a", "2/a"), List.of("1/b", "2/b"));
  }

  @Test
  void twoOutlinesOfOneFrameThatLieApartAreTwoThingsHoweverLargeTheError() {
    List<Target> targets =
        fuse(
            seen("1/a", site.square(0, 0, 10)).within(20),
            seen("1/b", site.square(11, 0, 10)).within(20));

    assertThat(looks(targets)).containsExactlyInAnyOrder(List.of("1/a"), List.of("1/b"));
  }

  @Test
  void twoOutlinesOfOneFrameThatOverlapAreOneLookAtOneThing() {
    Target target =
        only(fuse(seen("1/a", site.square(0, 0, 10)), seen("1/b", site.square(3, 0, 10))));

    assertThat(target.looks()).hasSize(2);
    assertThat(target.looksEffective()).isEqualTo(1);
    assertThat(target.score()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void piecesOfOneMosaicMakeOneWholeTargetAndOneLook() {
    // Windows that share 20 m cut a strip of 40 m x 10 m: 0 to 30 and 10 to 40.
    Target target =
        only(
            new TargetFuser(FuseSettings.defaults())
                .fuse(
                    List.of(
                        cut("1/a", site.rectangle(15, 0, 30, 10)),
                        cut("2/a", site.rectangle(25, 0, 30, 10)))));

    assertThat(target.areaSquareMeters()).isCloseTo(400, within(1.0));
    assertThat(target.looksEffective()).isEqualTo(1);
    assertThat(target.score()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void thingsApartInTwoWindowsOfOneMosaicAreTwoHoweverLargeTheError() {
    List<Target> targets =
        new TargetFuser(FuseSettings.defaults())
            .fuse(
                List.of(
                    cut("1/a", site.rectangle(0, 0, 4, 4)),
                    cut("2/a", site.rectangle(6, 0, 4, 4))));

    assertThat(targets).hasSize(2);
  }

  /** Seen in a window of one and the same file. */
  private static Sighting cut(String windowAndThing, List<GeoPoint> ring) {
    Sighting seen = seen(windowAndThing, ring).within(5).sighting();
    return new Sighting(
        seen.detection(),
        seen.flight(),
        "ortho.tif",
        seen.sha256(),
        seen.time(),
        seen.ring(),
        seen.groundHeightMeters(),
        seen.ce90Meters(),
        seen.le90Meters(),
        seen.shared(),
        seen.own(),
        seen.ringCe90Meters(),
        seen.grazing(),
        seen.groundSamplingDistanceMeters(),
        0,
        seen.areaSquareMeters());
  }

  @Test
  void typesAreNeverMixedEvenWhereOutlinesAreTheSame() {
    List<Target> targets =
        fuse(
            seen("1/a", site.square(0, 0, 10)),
            seen("2/a", site.square(0, 0, 10)).as(DetectionType.STRUCTURE_OF_INTEREST),
            seen("3/a", site.square(0, 0, 10)).as(DetectionType.CANNABIS_PLANTATION));

    assertThat(targets).hasSize(3);
  }

  @Test
  void looksDoNotFormChains() {
    // CE90 5 m each: centres may lie √50 = 7.1 m apart. Steps of 6 m would chain them all.
    List<Seen> row = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      row.add(
          seen(i + "/a", site.square(6 * i, 0, 3)).within(5).scoring(0.3 + 0.01 * (i * 7 % 20)));
    }

    List<Target> targets = fuse(row.toArray(Seen[]::new));

    assertThat(targets).hasSizeGreaterThanOrEqualTo(7); // the best and one on each side: 20 / 3
    assertThat(targets)
        .allSatisfy(target -> assertThat(target.looks()).hasSizeLessThanOrEqualTo(3));
    assertThat(targets.stream().mapToInt(target -> target.looks().size()).sum()).isEqualTo(20);
  }

  @Test
  void aDetectionThatComesTwiceCountsOnce() {
    Seen twice = seen("1/a", site.square(0, 0, 10));

    assertThat(only(fuse(twice, twice)).looks()).hasSize(1);
  }

  @Test
  void theOutlineIsTheBestLooksAndNotTheUnionOfAll() {
    Target target =
        only(
            fuse(
                seen("1/a", site.square(0, 0, 10)).within(1),
                seen("2/a", site.square(2, 0, 10)).within(6)));

    assertThat(target.areaSquareMeters()).isCloseTo(100, GRID);
    // It lies where both put it together, weighted 36 to 1.
    assertThat(site.meters(target.center()))
        .containsExactly(new double[] {2 / 37.0, 0}, within(2e-3));
  }

  @Test
  void aThingLongerThanAFrameIsPutTogetherFromItsPieces() {
    Target target =
        only(
            fuse(
                seen("1/a", site.rectangle(25, 0, 50, 10)),
                seen("2/a", site.rectangle(70, 0, 60, 10))));

    // 0 to 50 m and 40 to 100 m, 10 m wide.
    assertThat(target.areaSquareMeters()).isCloseTo(1_000, within(0.01));
    assertThat(target.looks()).hasSize(2);
  }

  @Test
  void aLookThatShowsAllOfAThingIsNotExtended() {
    Target target =
        only(
            fuse(
                seen("1/a", site.rectangle(25, 0, 50, 10)).onTheBorderBy(0).scoring(0.6),
                seen("2/a", site.rectangle(70, 0, 60, 10)).onTheBorderBy(0)));

    assertThat(target.areaSquareMeters()).isCloseTo(500, GRID);
    assertThat(target.looks()).hasSize(2);
  }

  @Test
  void aWholeLookIsBetterThanOneThatItsPictureCutsUnlessItsScoreIsFarLower() {
    Seen cut = seen("1/a", site.square(0, 0, 6)).onTheBorderBy(0.2).scoring(0.95);
    Seen whole = seen("2/a", site.square(0, 0, 8)).onTheBorderBy(0);

    assertThat(only(fuse(cut, whole.scoring(0.9))).areaSquareMeters()).isCloseTo(64, GRID);
    assertThat(only(fuse(cut, whole.scoring(0.1))).areaSquareMeters()).isCloseTo(36, GRID);
  }

  @Test
  void piecesDoNotGrowATargetBeyondItsExtent() {
    List<Seen> road = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      road.add(seen(i + "/a", site.rectangle(40 * i, 0, 50, 5)));
    }

    assertThat(fuse(road.toArray(Seen[]::new)))
        .hasSizeGreaterThan(1)
        .allSatisfy(
            target -> {
              double west =
                  target.ring().stream().mapToDouble(p -> site.meters(p)[0]).min().orElse(0);
              double east =
                  target.ring().stream().mapToDouble(p -> site.meters(p)[0]).max().orElse(0);
              assertThat(east - west).isLessThanOrEqualTo(150);
            });
  }

  @Test
  void whatTheLooksDisagreeByIsCoveredByTheError() {
    Target target =
        only(
            fuse(
                seen("1/a", site.square(0, 0, 10)).within(3),
                seen("2/a", site.square(10, 0, 10)).within(3)));

    // Half way between them, 5 m from each.
    assertThat(target.ce90Meters()).isCloseTo(5, within(1e-3));
    assertThat(target.ellipse().semiMajorMeters()).isCloseTo(5, within(1e-3));
  }

  @Test
  void moreLooksDoNotMakeTheErrorSmallerBecauseTheyShareIt() {
    Seen[] ten = new Seen[10];
    Arrays.setAll(ten, i -> seen(i + "/a", site.square(0, 0, 10)).within(3));

    assertThat(only(fuse(ten)).ce90Meters()).isCloseTo(3, within(2e-3));
  }

  @Test
  void tenLooksOfOneFlightAverageWhatIsTheirOwnAndNoMore() {
    Seen[] ten = new Seen[10];
    Arrays.setAll(ten, i -> seen(i + "/a", site.square(0, 0, 10)).within(3).alone(4));

    // Shared 3 m, own 4 m: one look is good to 5 m, ten to √(9 + 16 / 10), a hundred to no less
    // than 3.
    assertThat(only(fuse(ten[0])).ce90Meters()).isCloseTo(5, within(2e-3));
    assertThat(only(fuse(ten)).ce90Meters()).isCloseTo(3.2558, within(2e-3));
    assertThat(only(fuse(ten)).ce90SharedMeters()).isCloseTo(3, within(2e-3));
  }

  @Test
  void whatTheLooksDisagreeByInHeightIsCoveredToo() {
    Target target =
        only(
            fuse(
                seen("1/a", site.square(0, 0, 10)).onGroundAt(200),
                seen("2/a", site.square(0, 0, 10)).onGroundAt(209)));

    assertThat(target.le90Meters()).isCloseTo(9, within(1e-9));
    assertThat(only(fuse(seen("1/a", site.square(0, 0, 10)))).le90Meters()).isEqualTo(4);
  }

  @Test
  void theAreaMayBeOffByTheOutlineTimesItsError() {
    Target target = only(fuse(seen("1/a", site.square(0, 0, 10))));

    // 40 m of outline, 2 pixels of 5 cm.
    assertThat(target.areaSquareMeters()).isCloseTo(100, GRID);
    assertThat(target.areaLowSquareMeters()).isCloseTo(96, GRID);
    assertThat(target.areaHighSquareMeters()).isCloseTo(104, GRID);
  }

  @ParameterizedTest(name = "{0} looks of score {1} score {2} and are worth {3}")
  @CsvSource({
    "1, 0.5, 0.5,     1",
    "2, 0.5, 0.57955, 1.25", //    w = 0.4 / 1.6; 1 - 0.5^(1 + 0.25)
    "4, 0.5, 0.62850, 1.42857", // w = 0.4 / 2.8; 1 - 0.5^(1 + 3 · 0.142857)
    "2, 1,   1,       1.25",
    "3, 0,   0,       1.36364", // 3 / 2.2
  })
  void looksOfOneFlightTellLittleNew(int looks, double score, double expected, double worth) {
    Seen[] seen = new Seen[looks];
    Arrays.setAll(seen, i -> seen(i + "/a", site.square(0, 0, 10)).scoring(score));

    Target target = only(fuse(seen));

    assertThat(target.score()).isCloseTo(expected, within(1e-5));
    assertThat(target.looksEffective()).isCloseTo(worth, within(1e-5));
    assertThat(target.probability()).isNull();
  }

  @Test
  void theIdIsMadeOfTheDetectionsAndOfNothingElse() {
    Seen first = seen("1/a", site.square(0, 0, 10));
    Seen second = seen("2/a", site.square(1, 0, 10));

    // printf '1/a\n2/a' | sha256sum
    assertThat(only(fuse(first, second)).id()).isEqualTo("t-751a99bc6eba12fe");
    assertThat(only(fuse(first.scoring(0.9), second.within(2))).id())
        .isEqualTo("t-751a99bc6eba12fe");
    assertThat(fuse(first, second, seen("3/z", site.square(5_000, 0, 10))))
        .extracting(Target::id)
        .contains("t-751a99bc6eba12fe");
  }

  @Test
  void acrossTheAntimeridianNothingChanges() {
    Site date = Site.at(new GeoPoint(-16.8, 179.99999));
    Target target =
        only(
            fuse(seen("1/a", date.square(0, 0, 10)), seen("2/a", date.square(2, 0, 10)).within(4)));

    assertThat(target.looks()).hasSize(2);
    assertThat(target.areaSquareMeters()).isCloseTo(100, GRID);
    assertThat(target.ring()).anyMatch(p -> p.longitudeDegrees() > 0);
    assertThat(target.ring()).anyMatch(p -> p.longitudeDegrees() < 0);
    // 2 m apart, weighted 16 to 9.
    assertThat(date.meters(target.center())).containsExactly(new double[] {0.72, 0}, within(2e-3));
  }

  @Test
  void atThePoleNothingChanges() {
    Site pole = Site.at(new GeoPoint(90, 0));

    Target target =
        only(fuse(seen("1/a", pole.square(0, 0, 10)), seen("2/a", pole.square(2, 0, 10))));

    assertThat(target.looks()).hasSize(2);
    assertThat(target.areaSquareMeters()).isCloseTo(100, GRID);
  }

  @Test
  void nothingSeenIsNoTarget() {
    assertThat(fuse()).isEmpty();
  }

  @Test
  void theOrderOfTheSightingsNeverMatters() {
    Random random = new Random(20260701);
    for (int trial = 0; trial < 25; trial++) {
      List<Sighting> sightings = crowd(random, 15);
      String expected = text(sightings);

      for (int shuffle = 0; shuffle < 5; shuffle++) {
        Collections.shuffle(sightings, random);
        assertThat(text(sightings)).as("trial %d, shuffle %d", trial, shuffle).isEqualTo(expected);
      }
    }
  }

  @Test
  void whateverIsSeenBecomesWholeTargets() {
    Random random = new Random(20260702);
    for (int trial = 0; trial < 1_000; trial++) {
      List<Sighting> sightings = crowd(random, 1 + random.nextInt(12));
      Map<String, Sighting> byId = new HashMap<>();
      sightings.forEach(one -> byId.put(one.detection().id(), one));

      List<Target> targets = new TargetFuser(FuseSettings.defaults()).fuse(sightings);

      TreeSet<String> used = new TreeSet<>();
      for (Target target : targets) {
        String what = "trial %d, target %s".formatted(trial, target.id());
        List<Sighting> members =
            target.looks().stream().map(look -> byId.get(look.detectionId())).toList();
        Polygon outline = polygon(target.ring());
        assertThat(outline.isValid()).as(what).isTrue();
        assertThat(outline.getExteriorRing().isSimple()).as(what).isTrue();
        assertThat(outline.covers(point(target.center()))).as(what).isTrue();
        assertThat(Orientation.isCCW(outline.getExteriorRing().getCoordinates())).as(what).isTrue();
        assertThat(target.areaSquareMeters())
            .as(what)
            .isPositive()
            .isBetween(target.areaLowSquareMeters(), target.areaHighSquareMeters());
        assertThat(target.ce90Meters())
            .as(what)
            .isGreaterThanOrEqualTo(
                members.stream().mapToDouble(Sighting::ce90Meters).min().orElse(99) * 0.999);
        assertThat(target.score())
            .as(what)
            .isBetween(
                members.stream().mapToDouble(m -> m.detection().score()).max().orElse(2) - 1e-12,
                1.0);
        assertThat(members).as(what).allMatch(m -> m.detection().type() == target.type());
        assertThat(members).as(what).allMatch(m -> used.add(m.detection().id()));
      }
      assertThat(used).as("trial %d", trial).isEqualTo(new TreeSet<>(byId.keySet()));
    }
  }

  /** Sightings of all kinds in a small place: whole, crossing themselves, thin, or a mere point. */
  private List<Sighting> crowd(Random random, int count) {
    List<Sighting> sightings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double east = random.nextDouble(120);
      double north = random.nextDouble(120);
      double size = Math.pow(10, random.nextDouble(-2, 2));
      sightings.add(
          seen(random.nextInt(6) + "/" + i, anyRing(random, east, north, size))
              .within(Math.pow(10, random.nextDouble(-1, 1.5)))
              .scoring(random.nextDouble())
              .as(TYPES.get(random.nextInt(TYPES.size())))
              .at(Site.NOON.plusSeconds(random.nextInt(9)))
              .sighting());
    }
    return sightings;
  }

  private List<GeoPoint> anyRing(Random random, double east, double north, double size) {
    int kind = random.nextInt(5);
    int corners = 3 + random.nextInt(7);
    double[] places = new double[2 * corners];
    for (int i = 0; i < corners; i++) {
      double x =
          switch (kind) {
            case 0 -> size * Math.cos(2 * Math.PI * i / corners);
            case 1 -> random.nextDouble(size);
            case 2 -> random.nextInt(3) * size / 2; // on a grid: touches itself
            case 3 -> size * i; // a line
            default -> 0; // a point
          };
      double y =
          switch (kind) {
            case 0 -> size * Math.sin(2 * Math.PI * i / corners);
            case 1 -> random.nextDouble(size);
            case 2 -> random.nextInt(3) * size / 2;
            case 3 -> x / 3;
            default -> 0;
          };
      places[2 * i] = east + x;
      places[2 * i + 1] = north + y;
    }
    return site.ring(places);
  }

  private static List<Target> fuse(Seen... seen) {
    return new TargetFuser(FuseSettings.defaults())
        .fuse(Arrays.stream(seen).map(Seen::sighting).toList());
  }

  private static String text(List<Sighting> sightings) {
    List<Target> targets = new TargetFuser(FuseSettings.defaults()).fuse(sightings);
    return GeoJsonWriter.text(SurveyLayers.targets(targets, Map.of())) + targets;
  }

  private static Target only(List<Target> targets) {
    assertThat(targets).hasSize(1);
    return targets.get(0);
  }

  private static List<List<String>> looks(List<Target> targets) {
    return targets.stream()
        .map(target -> target.looks().stream().map(Target.Look::detectionId).toList())
        .toList();
  }

  private static Polygon polygon(List<GeoPoint> ring) {
    List<Coordinate> corners = new ArrayList<>();
    ring.forEach(p -> corners.add(new Coordinate(p.longitudeDegrees(), p.latitudeDegrees())));
    corners.add(corners.get(0));
    return FACTORY.createPolygon(corners.toArray(Coordinate[]::new));
  }

  private static Point point(GeoPoint point) {
    return FACTORY.createPoint(new Coordinate(point.longitudeDegrees(), point.latitudeDegrees()));
  }
}
