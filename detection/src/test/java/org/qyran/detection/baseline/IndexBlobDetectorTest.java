package org.qyran.detection.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qyran.detection.find.Canvas;
import org.qyran.detection.find.Detector;
import org.qyran.detection.find.DetectorSuite;
import org.qyran.detection.find.Finding;
import org.qyran.model.DetectionType;

class IndexBlobDetectorTest extends DetectorSuite {

  private static final Shape LAWN = new Rectangle2D.Double(100, 80, 100, 80);

  @Override
  protected Detector detector() {
    return new IndexBlobDetector(2, 5_000);
  }

  @Test
  void callsEvenALawnAStand() {
    List<Finding> found =
        detector().find(soil(400, 300, 3).paint(LAWN, PLANTS, 0.02, 0).prepared(GSD_METERS));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).type()).isEqualTo(DetectionType.VEGETATION_STAND);
    assertThat(Canvas.overlap(found.get(0).outline(), LAWN, 400, 300)).isGreaterThan(0.9);
  }

  @Test
  void leavesOutWhatIsTooSmall() {
    // 15 x 15 pixels of 8 cm are 1.4 m², 20 x 20 are 2.6 m²
    Shape small = new Rectangle2D.Double(100, 80, 15, 15);
    Shape enough = new Rectangle2D.Double(200, 80, 20, 20);

    List<Finding> found =
        detector()
            .find(
                soil(400, 300, 3)
                    .paint(small, PLANTS, 0.02, 0)
                    .paint(enough, PLANTS, 0.02, 0)
                    .prepared(GSD_METERS));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).outline().ring().get(0).xPixels()).isGreaterThan(150);
  }
}
