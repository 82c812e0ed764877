package org.qyran.geo.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qyran.geo.axes.LocalAxes;
import org.qyran.geo.survey.Site;
import org.qyran.model.GeoPoint;

class NeighbourhoodsTest {

  @Test
  void whatLiesWithinTwentyKilometresIsAlwaysTogether() {
    Random random = new Random(20);
    for (int trial = 0; trial < 1_000; trial++) {
      GeoPoint here = new GeoPoint(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
      double bearing = random.nextDouble(2 * Math.PI);
      GeoPoint there = Site.at(here).point(19_900 * Math.cos(bearing), 19_900 * Math.sin(bearing));

      assertThat(of(here, there)).as("trial %d: %s and %s", trial, here, there).hasSize(1);
    }
  }

  @Test
  void whatLiesSeventyKilometresFromAllOthersIsAlone() {
    Random random = new Random(70);
    for (int trial = 0; trial < 1_000; trial++) {
      GeoPoint here = new GeoPoint(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
      double bearing = random.nextDouble(2 * Math.PI);
      GeoPoint there = Site.at(here).point(70_500 * Math.cos(bearing), 70_500 * Math.sin(bearing));

      assertThat(of(here, there)).as("trial %d: %s and %s", trial, here, there).hasSize(2);
    }
  }

  @Test
  void neighboursOfNeighboursAreTogetherAndKeepTheirOrder() {
    Site site = Site.inTheSteppe();
    List<GeoPoint> road = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      road.add(site.point(15_000 * (i * 3 % 8), 0));
    }

    assertThat(Neighbourhoods.of(road, place -> place)).containsExactly(road);
  }

  @Test
  void theAntimeridianAndThePoleDivideNobody() {
    assertThat(of(new GeoPoint(52, 179.999), new GeoPoint(52, -179.999))).hasSize(1);
    assertThat(of(new GeoPoint(89.999, 10), new GeoPoint(89.999, -170))).hasSize(1);
  }

  @Test
  void theMiddleOfPlacesLiesBetweenThemEvenAcrossTheAntimeridian() {
    GeoPoint middle =
        Neighbourhoods.middle(List.of(new GeoPoint(10, 179.99), new GeoPoint(10, -179.99)));

    assertThat(LocalAxes.at(new GeoPoint(10, 180), 0).toLocal(middle, 0).levelDistanceMeters())
        .isLessThan(1);
    assertThatThrownBy(() -> Neighbourhoods.middle(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<List<GeoPoint>> of(GeoPoint... places) {
    return Neighbourhoods.of(List.of(places), place -> place);
  }
}
