package org.qyran.detection.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qyran.detection.find.Canvas;
import org.qyran.detection.find.Detector;
import org.qyran.detection.find.DetectorSuite;
import org.qyran.detection.find.Finding;
import org.qyran.model.DetectionType;

class GlobalRxDetectorTest extends DetectorSuite {

  @Override
  protected Detector detector() {
    return new GlobalRxDetector(1.5, 800);
  }

  @Test
  void findsARoofOnSoil() {
    Shape roof = new Rectangle2D.Double(100, 80, 40, 30);

    List<Finding> found =
        detector().find(soil(400, 300, 3).paint(roof, TIN, 0.01, 0).prepared(GSD_METERS));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).type()).isEqualTo(DetectionType.STRUCTURE_OF_INTEREST);
    assertThat(Canvas.overlap(found.get(0).outline(), roof, 400, 300)).isGreaterThan(0.8);
  }

  @Test
  void measuresTheDistanceThatAPencilGives() {
    // Two bands, uncorrelated: values 0, 2, 0, 2 and 0, 0, 4, 4; means 1 and 2, variances 1 and 4.
    NormalModel model = NormalModel.of(new float[][] {{0, 2, 0, 2}, {0, 0, 4, 4}});

    // (4 - 1)² / 1 + (6 - 2)² / 4 = 9 + 4
    assertThat(model.squaredDistances(new float[][] {{4}, {6}})[0]).isCloseTo(13f, within(1e-5f));
  }

  @Test
  void takesTheSharedPartOfTwoBandsOnce() {
    // Values (0,0), (2,1), (2,3), (4,4) about (2,2): variances 2 and 2.5, covariance 2;
    // the inverse is [[2.5, -2], [-2, 2]] / (2 · 2.5 - 2²).
    NormalModel model = NormalModel.of(new float[][] {{0, 2, 2, 4}, {0, 1, 3, 4}});

    // Off by (1, 0): 2.5 / 1; off by (1, 1): 2.5 - 4 + 2 = 0.5
    assertThat(model.squaredDistances(new float[][] {{3, 3}, {2, 3}}))
        .containsExactly(new float[] {2.5f, 0.5f}, within(1e-4f));
  }
}
