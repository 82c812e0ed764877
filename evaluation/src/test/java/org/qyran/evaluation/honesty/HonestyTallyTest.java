package org.qyran.evaluation.honesty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qyran.evaluation.stat.Share;

class HonestyTallyTest {

  private static TriedPoint point(int flight, double offNadir, double slope, double off) {
    return new TriedPoint(flight, "kite", offNadir, slope, off, 10, off, 5, false);
  }

  @Test
  void aFlightCountsOnceHoweverManyPointsItHas() {
    List<TriedPoint> points =
        List.of(point(1, 5, 5, 1), point(1, 5, 5, 2), point(1, 5, 5, 3), point(2, 5, 5, 11));

    Honesty.Bin bin = HonestyTally.bin("all", "", points);

    assertThat(bin.ce90()).isEqualTo(new Share(1, 2)); // three of three, none of one
    assertThat(bin.insideCe90()).isEqualTo(0.5);
    assertThat(bin.points()).isEqualTo(4);
  }

  @Test
  void everyPointFallsIntoOneRangeOfEachAngle() {
    List<TriedPoint> points =
        List.of(
            point(1, 0, 0, 1), point(2, 15, 10, 1), point(3, 44.9, 29.9, 1), point(4, 59, 70, 1));

    assertThat(HonestyTally.bins(points))
        .extracting(Honesty.Bin::points)
        .containsExactly(1, 1, 1, 1, 1, 1, 1, 1);
    assertThat(HonestyTally.cells(points)).hasSize(16);
    assertThat(HonestyTally.cells(points).stream().mapToInt(Honesty.Bin::points).sum())
        .isEqualTo(4);
  }

  @Test
  void aSmallerCircleHoldsLess() {
    List<TriedPoint> points = List.of(point(1, 5, 5, 7), point(2, 5, 5, 9));

    assertThat(HonestyTally.inside(points, 1)).isEqualTo(1);
    assertThat(HonestyTally.inside(points, 0.8)).isCloseTo(0.5, within(1e-12));
  }
}
