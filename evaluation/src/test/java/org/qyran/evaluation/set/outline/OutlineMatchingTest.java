package org.qyran.evaluation.set.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Squares whose overlaps can be counted in unit squares. */
class OutlineMatchingTest {

  private static final Geometry SQUARE = PixelPolygon.box(0, 0, 4, 4);

  @Test
  void theOverlapIsTheSharedGroundOverAllOfIt() {
    // 8 of 16 + 16 - 8.
    assertThat(OutlineMatching.overlap(SQUARE, PixelPolygon.box(2, 0, 6, 4)))
        .isCloseTo(8.0 / 24, within(1e-12));
    assertThat(OutlineMatching.overlap(SQUARE, PixelPolygon.box(4, 0, 8, 4))).isZero();
    assertThat(OutlineMatching.overlap(SQUARE, SQUARE)).isEqualTo(1);
  }

  @Test
  void eachTruthAndEachFindingIsTakenOnceTheBestPairFirst() {
    Geometry near = PixelPolygon.box(0, 0, 4, 3); // overlap 12 / 16
    Geometry nearer = PixelPolygon.box(0, 0, 4, 3.6); // overlap 14.4 / 16
    Geometry other = PixelPolygon.box(10, 10, 14, 14);

    OutlineMatching matching =
        OutlineMatching.of(List.of(other, SQUARE), List.of(near, nearer), 0.5);

    assertThat(matching.pairs()).hasSize(1);
    assertThat(matching.truthsMatched()).containsExactly(1);
    assertThat(matching.findingsMatched()).containsExactly(1);
    assertThat(matching.meanOverlap()).isCloseTo(0.9, within(1e-12));
  }

  @Test
  void aPairBelowTheLeastOverlapIsNone() {
    Geometry half = PixelPolygon.box(0, 0, 4, 2);

    assertThat(OutlineMatching.of(List.of(SQUARE), List.of(half), 0.5).pairs()).hasSize(1);
    assertThat(OutlineMatching.of(List.of(SQUARE), List.of(half), 0.51).pairs()).isEmpty();
    assertThat(OutlineMatching.of(List.of(SQUARE), List.of(half), 0.51).meanOverlap()).isNaN();
  }

  @Test
  void anOutlineThatCrossesItselfCountsWithTheGroundItEncloses() {
    Geometry bow =
        PixelPolygon.ring(
            List.of(
                new Coordinate(0, 0),
                new Coordinate(4, 4),
                new Coordinate(4, 0),
                new Coordinate(0, 4)));

    assertThat(bow.isValid()).isTrue();
    assertThat(OutlineMatching.overlap(SQUARE, bow)).isBetween(0.0, 1.0);
  }
}
