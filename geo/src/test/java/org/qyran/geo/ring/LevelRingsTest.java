package org.qyran.geo.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.qyran.geo.survey.Site;
import org.qyran.model.GeoPoint;

class LevelRingsTest {

  @Test
  void aDegreeAtSixtyNorthHasTheLengthOfTheTables() {
    // WGS 84 at 60°: 55,800 m per degree east, 111,412 m per degree north, in any table.
    GeoPoint origin = new GeoPoint(60, 10);
    LevelRings rings = LevelRings.around(List.of(origin));

    Coordinate there = rings.toLevel(new GeoPoint(60.001, 10.001));

    assertThat(there.getX()).isCloseTo(55.8, within(0.01));
    assertThat(there.getY()).isCloseTo(111.41, within(0.01));
  }

  @Test
  void thereAndBackIsTheSamePlaceAnywhereOnEarth() {
    Random random = new Random(7);
    for (int trial = 0; trial < 1_000; trial++) {
      GeoPoint origin = new GeoPoint(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
      LevelRings rings = LevelRings.around(List.of(origin));
      Coordinate level = new Coordinate(random.nextDouble(-1e5, 1e5), random.nextDouble(-1e5, 1e5));

      assertThat(rings.toLevel(rings.toPlace(level)).distance(level))
          .as("trial %d: %s from %s", trial, level, origin)
          .isLessThan(1e-5);
    }
  }

  @Test
  void ofARingThatCrossesItselfTheLargestPartIsKept() {
    Site site = Site.inTheSteppe();
    // An eight: a lower triangle 20 m wide and 10 m high, an upper one 10 m wide and 5 m high.
    List<GeoPoint> eight = site.ring(-10, -10, 10, -10, -5, 5, 5, 5);

    assertThat(level(eight).getArea()).isCloseTo(100, within(0.02));
  }

  @Test
  void aRingWithoutAreaBecomesAStrip() {
    Site site = Site.inTheSteppe();

    // 20 m by 10 cm and round ends, or a round of 10 cm.
    assertThat(level(site.ring(0, 0, 10, 0, 20, 0)).getArea()).isCloseTo(2, within(0.03));
    assertThat(level(site.ring(5, 5, 5, 5, 5, 5)).getArea()).isCloseTo(0.0078, within(0.002));
  }

  @Test
  void outerRingsRunCounterClockwiseWhateverTheRingThatCameIn() {
    Site site = Site.inTheSteppe();
    List<GeoPoint> clockwise = site.ring(0, 0, 0, 10, 10, 10, 10, 0);
    LevelRings rings = LevelRings.around(clockwise);

    List<GeoPoint> ring = rings.outerRing(rings.polygon(clockwise));

    double twiceTheArea = 0; // the shoelace formula: positive when counter-clockwise
    for (int i = 0; i < 4; i++) {
      double[] here = site.meters(ring.get(i));
      double[] next = site.meters(ring.get((i + 1) % 4));
      twiceTheArea += here[0] * next[1] - next[0] * here[1];
    }
    assertThat(ring).hasSize(4);
    assertThat(twiceTheArea).isCloseTo(200, within(0.04));
  }

  private static Polygon level(List<GeoPoint> ring) {
    return LevelRings.around(ring).polygon(ring);
  }
}
