package org.qyran.sampledata.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qyran.sampledata.chance.Chance;
import org.qyran.sampledata.place.PlanePoint;

/** Areas and distances by pencil. */
class OutlineTest {

  private static final PlanePoint SOMEWHERE = new PlanePoint(130, -70);
  private static final Offset<Double> EXACT = within(1e-9);

  @ParameterizedTest
  @ValueSource(doubles = {0, 37, 90, 200, 359})
  void aRectangleIsItsLengthTimesItsWidthHoweverItLies(double heading) {
    Outline outline = Outline.rectangle(SOMEWHERE, 20, 6, heading);

    assertThat(outline.areaSquareMeters()).isCloseTo(120, EXACT);
    assertThat(outline.reachMeters()).isCloseTo(Math.hypot(10, 3), EXACT);
    PlanePoint ahead = Outline.offset(SOMEWHERE, 9.5, 0, heading);
    PlanePoint beside = Outline.offset(SOMEWHERE, 0, 9.5, heading);
    assertThat(metersOutside(outline, ahead)).isCloseTo(-0.5, EXACT);
    assertThat(metersOutside(outline, beside)).isCloseTo(6.5, EXACT);
    assertThat(outline.contains(ahead.eastMeters(), ahead.northMeters())).isTrue();
    assertThat(outline.contains(beside.eastMeters(), beside.northMeters())).isFalse();
  }

  @ParameterizedTest(name = "({0}, {1}) lies {2} m outside")
  @CsvSource({
    "5, 2, -2", // in the middle, 2 from the lower side
    "5, -3, 3",
    "-3, -4, 5", // beyond a corner: 3, 4, 5
    "13, 8, 5",
    "10, 2, 0",
    "9, 2, -1",
  })
  void distanceIsToTheNearestSideAndNegativeInside(double east, double north, double outside) {
    Outline outline =
        Outline.of(
            List.of(
                new PlanePoint(0, 0),
                new PlanePoint(10, 0),
                new PlanePoint(10, 4),
                new PlanePoint(0, 4)));

    assertThat(outline.metersOutside(east, north)).isCloseTo(outside, EXACT);
  }

  @Test
  void theBayOfAnElLiesOutside() {
    Outline outline =
        Outline.of(
            List.of(
                new PlanePoint(0, 0),
                new PlanePoint(8, 0),
                new PlanePoint(8, 3),
                new PlanePoint(3, 3),
                new PlanePoint(3, 8),
                new PlanePoint(0, 8)));

    assertThat(outline.areaSquareMeters()).isCloseTo(8 * 3 + 3 * 5, EXACT);
    assertThat(outline.metersOutside(5, 4)).isCloseTo(1, EXACT);
    assertThat(outline.metersOutside(1, 6)).isCloseTo(-1, EXACT);
  }

  @Test
  void aCornerThatIsSaidTwiceChangesNothing() {
    Outline outline =
        Outline.of(
            List.of(
                new PlanePoint(0, 0),
                new PlanePoint(10, 0),
                new PlanePoint(10, 0),
                new PlanePoint(10, 4),
                new PlanePoint(0, 4)));

    assertThat(outline.metersOutside(5, -3)).isCloseTo(3, EXACT);
    assertThat(outline.contains(5, 2)).isTrue();
  }

  @Test
  void cornersComeCounterclockwiseWhicheverWayTheyWereSaid() {
    List<PlanePoint> clockwise =
        List.of(new PlanePoint(0, 0), new PlanePoint(0, 4), new PlanePoint(10, 0));

    assertThat(signedArea(Outline.of(clockwise).corners())).isCloseTo(20, EXACT);
  }

  @Test
  void aStraightRibbonIsItsLengthTimesItsWidth() {
    List<PlanePoint> way =
        List.of(
            Outline.offset(SOMEWHERE, 0, 0, 62),
            Outline.offset(SOMEWHERE, 12, 0, 62),
            Outline.offset(SOMEWHERE, 30, 0, 62));

    assertThat(Outline.ribbon(way, share -> 2).areaSquareMeters()).isCloseTo(30 * 4, EXACT);
    // From 1 to 3 on either side, the share being that of points: 12 · (2 + 4)/2 + 18 · (4 + 6)/2.
    assertThat(Outline.ribbon(way, share -> 1 + 2 * share).areaSquareMeters())
        .isCloseTo(12 * 3 + 18 * 5, EXACT);
  }

  @Test
  void aBlobWithoutLobesIsAnEllipse() {
    Outline outline = Outline.blob(SOMEWHERE, 20, 10, 40, 0, new Chance(1));

    // A polygon of n corners in an ellipse: n/2 · a · b · sin(2π/n).
    assertThat(outline.areaSquareMeters())
        .isCloseTo(20 * 10 * 5 * Math.sin(2 * Math.PI / 40), EXACT);
  }

  @Test
  void blobsAreCounterclockwiseRoundTheirPlaceAndNeverFold() {
    for (int seed = 0; seed < 1_000; seed++) {
      Chance chance = new Chance(seed);
      double lobes = chance.of("lobes").between(0, 0.6);
      Outline outline =
          Outline.blob(SOMEWHERE, chance.of("long").between(4, 40), 9, seed, lobes, chance);

      assertThat(signedArea(outline.corners())).as("seed %d", seed).isGreaterThan(1);
      // 0.5 + 0.35 + 0.25 = 1.1: no edge comes nearer than 1 − 1.1 · 0.6 of the radius.
      assertThat(outline.contains(SOMEWHERE.eastMeters(), SOMEWHERE.northMeters()))
          .as("seed %d", seed)
          .isTrue();
    }
  }

  @Test
  void twoCornersAreNoOutline() {
    assertThatThrownBy(() -> Outline.of(List.of(SOMEWHERE, new PlanePoint(0, 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 corners");
  }

  @Test
  void eastIsToTheRightOfNorthAndSouthToTheRightOfEast() {
    PlanePoint right = Outline.offset(SOMEWHERE, 0, 3, 0);
    assertThat(right.eastMeters()).isCloseTo(133, EXACT);
    PlanePoint south = Outline.offset(SOMEWHERE, 0, 3, 90);
    assertThat(south.northMeters()).isCloseTo(-73, EXACT);
  }

  private static double metersOutside(Outline outline, PlanePoint place) {
    return outline.metersOutside(place.eastMeters(), place.northMeters());
  }

  private static double signedArea(List<PlanePoint> corners) {
    double twice = 0;
    for (int i = 0; i < corners.size(); i++) {
      PlanePoint here = corners.get(i);
      PlanePoint next = corners.get((i + 1) % corners.size());
      twice += here.eastMeters() * next.northMeters() - next.eastMeters() * here.northMeters();
    }
    return twice / 2;
  }
}
