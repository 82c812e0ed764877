package org.qyran.evaluation.set.kampala;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.qyran.evaluation.set.outline.PixelPolygon;
import org.qyran.evaluation.set.tile.WebMapTile;

class MosaicScoreTest {

  private static final WebMapTile CORNER = new WebMapTile(1_238_448, 1_046_528, 21);
  private static final Geometry SEEN = PixelPolygon.box(0, 0, 256, 256);

  @Test
  void aRoofSeenByHalfCountsAndOneSeenLessExcusesWhatLiesOnIt() {
    List<RoofTruth> truths = new ArrayList<>();
    truths.addAll(RoofTruth.of(PixelPolygon.box(-10, 0, 10, 20), SEEN)); // half inside
    truths.addAll(RoofTruth.of(PixelPolygon.box(-30, 40, 10, 60), SEEN)); // a quarter inside
    truths.addAll(RoofTruth.of(PixelPolygon.box(-30, 80, -10, 90), SEEN)); // outside

    MosaicScore score =
        MosaicScore.of(
            CORNER,
            truths,
            List.of(
                PixelPolygon.box(0, 0, 10, 20),
                PixelPolygon.box(0, 40, 10, 60),
                PixelPolygon.box(100, 100, 110, 110)));

    assertThat(score.roofs()).hasSize(1);
    assertThat(score.findings()).hasSize(2);
    assertThat(score.excused()).hasSize(1);
    assertThat(score.matched(0.99).pairs()).hasSize(1);
    assertThat(score.roofsWithCentre()).hasSize(1);
    assertThat(score.findingsWithCentre()).containsExactly(0);
  }

  @Test
  void theOffsetIsMeasuredOnTheGround() {
    MosaicScore score =
        MosaicScore.of(
            CORNER,
            RoofTruth.of(PixelPolygon.box(10, 10, 110, 110), SEEN),
            List.of(PixelPolygon.box(20, 10, 120, 110)));

    // Ten pixels of 7.46 cm.
    assertThat(score.offsetMeters(score.matched(0.5).pairs().get(0)))
        .isCloseTo(0.7464, within(1e-3));
  }
}
